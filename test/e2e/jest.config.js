// The end-to-end tests: apart from the unit tests, because they install and start complete n8ns.
/** @type {import('jest').Config} */
module.exports = {
	testEnvironment: 'node',
	// Not the whole folder: Jest would read through the installed n8ns.
	roots: ['<rootDir>/tests'],
	testMatch: ['**/*.test.ts'],
	transform: { '^.+\\.tsx?$': '<rootDir>/../runner/transform.js' },
	// One n8n at a time.
	maxWorkers: 1,
	testTimeout: 60_000,
	verbose: true,
};
