/** Jest's environment under `mutate`: once a test has noticed the mistake, the others of its file are left out. */
const { TestEnvironment } = require('jest-environment-node');

module.exports = class extends TestEnvironment {
	#noticed = false;

	handleTestEvent({ name, test }) {
		if (name === 'test_fn_failure' || name === 'hook_failure') this.#noticed = true;
		if (name === 'test_start' && this.#noticed) test.mode = 'skip';
	}
};
