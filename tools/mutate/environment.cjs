/** Jest's environment under `mutate`: once a test has noticed the mistake, the others of its file are left out. */
const TestEnvironment = require('../../test/runner/environment.js');

module.exports = class extends TestEnvironment {
	#noticed = false;

	constructor(...all) {
		super(...all);
		// Stryker's own, which would remember the mistake before.
		delete globalThis.__stryker__;
	}

	handleTestEvent({ name, test }) {
		if (name === 'test_fn_failure' || name === 'hook_failure') this.#noticed = true;
		if (name === 'test_start' && this.#noticed) test.mode = 'skip';
	}
};
