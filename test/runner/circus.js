/**
 * Jest's test runner without a message to its parent for each test: there are thousands, and only
 * reporters that print test by test would read them.
 */
const { default: runTests } = require('jest-circus/runner');

module.exports = (globalConfig, config, environment, runtime, testPath) =>
	runTests(globalConfig, config, environment, runtime, testPath);
