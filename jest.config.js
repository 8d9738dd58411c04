// The folders are named one by one: the end-to-end tests have a configuration of their own, and Jest
// would read through the complete n8ns that are installed beside them.
const { readdirSync } = require('node:fs');

const elsewhere = ['e2e', 'soak'];

/** @type {import('jest').Config} */
module.exports = {
	testEnvironment: 'node',
	roots: readdirSync(`${__dirname}/test`, { withFileTypes: true })
		.filter((entry) => entry.isDirectory() && !elsewhere.includes(entry.name))
		.map(({ name }) => `<rootDir>/test/${name}`),
	testMatch: ['**/*.test.ts'],
	setupFiles: ['<rootDir>/test/seed.ts'],
	transform: { '^.+\\.tsx?$': ['ts-jest', { diagnostics: false }] },
	modulePathIgnorePatterns: ['<rootDir>/dist'],
	// Much of what the suites do is waiting: one worker more than cores is the fastest on two.
	maxWorkers: 3,
	testTimeout: 30_000,
};
