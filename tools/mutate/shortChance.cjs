/** Chance under `mutate`: the same for every mistake, and a fifth of a second of each property, without shrinking. */
const fc = require('fast-check');

fc.configureGlobal({ seed: 20_261_126, interruptAfterTimeLimit: 200, endOnFailure: true });
