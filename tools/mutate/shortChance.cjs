/** Chance under `mutate`: the same for every mistake, and half a second of each property, without shrinking. */
const fc = require('fast-check');

fc.configureGlobal({ seed: 20_261_126, interruptAfterTimeLimit: 500, endOnFailure: true });
