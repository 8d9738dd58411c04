// The folders are named one by one: the end-to-end tests have a configuration of their own, and Jest
// would read through the complete n8ns that are installed beside them.
const { readdirSync } = require('node:fs');

const elsewhere = ['e2e', 'soak'];

/** @type {import('jest').Config} */
module.exports = {
	testEnvironment: '<rootDir>/test/runner/environment.js',
	runtime: '<rootDir>/test/runner/runtime.js',
	testRunner: '<rootDir>/test/runner/circus.js',
	roots: readdirSync(`${__dirname}/test`, { withFileTypes: true })
		.filter((entry) => entry.isDirectory() && !elsewhere.includes(entry.name))
		.map(({ name }) => `<rootDir>/test/${name}`),
	testMatch: ['**/*.test.ts'],
	setupFiles: ['<rootDir>/test/seed.ts'],
	transform: { '^.+\\.tsx?$': '<rootDir>/test/runner/transform.js' },
	modulePathIgnorePatterns: ['<rootDir>/dist'],
	testSequencer: '<rootDir>/test/runner/sequencer.js',
	// What waits does so side by side in its file: more workers than this cost more than they bring,
	// for each loads n8n twice, and they take the processor's caches from each other.
	maxWorkers: 3,
	maxConcurrency: 16,
	// Side by side, a test's time is also that of others.
	testTimeout: 120_000,
};
