/**
 * `npm run mutate -- ROOM [FILE …]`: makes small mistakes in a room of `nodes/`, one at a time, and
 * says which of them no test notices. It takes an hour where a room is large, and is no part of CI.
 */
import path from 'node:path';
import process from 'node:process';
import { Stryker } from '@stryker-mutator/core';

// Which tests are asked about a room: the nearest, and those that meet it at the wire.
/** @type {Readonly<Record<string, readonly string[]>>} */
const testsOf = {
	domain: ['domain'],
	operations: ['operations', 'run', 'node', 'gateways'],
	providers: ['providers', 'credentials', 'gateways', 'node'],
	delivery: ['promises'],
	run: ['run', 'node', 'promises'],
	transport: ['transport'],
};

/** Of a score below it Stryker says that it failed. */
const GOAL = 85;

/** Suites that measure, start processes or try chance: too slow, or no verdict about a mistake. */
const LEFT_OUT = [
	'growth',
	'hostileAnswers',
	'severalProcesses',
	'keptAlive',
	'mistakes',
	'onN8n1',
];

/**
 * @param {string} room a folder of `nodes/WhatsAppContacts`
 * @param {readonly string[]} files some of its files; all of them where empty
 * @returns {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
function optionsFor(room, files) {
	const home = `nodes/WhatsAppContacts/${room}`;
	const tests = testsOf[room];
	if (tests === undefined) {
		throw new Error(`Which room? One of ${Object.keys(testsOf).join(', ')}`);
	}
	return {
		mutate: files.length > 0 ? files.map((file) => `${home}/${file}`) : [`${home}/**/*.ts`],
		testRunner: 'jest',
		coverageAnalysis: 'perTest',
		jest: {
			configFile: 'jest.config.js',
			// Most tests load the built node, so their imports do not tell what they reach.
			enableFindRelatedTests: false,
			config: {
				testMatch: tests.map((folder) => `**/test/${folder}/**/*.test.ts`),
				testPathIgnorePatterns: [`/(?:${LEFT_OUT.join('|')})\\.test\\.ts$`],
			},
		},
		buildCommand: 'npx gulp build',
		plugins: ['@stryker-mutator/jest-runner'],
		ignorePatterns: ['test/e2e', 'tools/bench', 'docs', 'dist'],
		reporters: ['clear-text', 'progress'],
		clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
		tempDirName: '.stryker-tmp',
		incremental: true,
		incrementalFile: `.stryker-tmp/${room}.json`,
		concurrency: 2,
		timeoutMS: 20_000,
		thresholds: { high: 95, low: GOAL, break: GOAL },
	};
}

const [room = '', ...files] = process.argv.slice(2);
process.chdir(path.resolve(import.meta.dirname, '../..'));
await new Stryker(optionsFor(room, files)).runMutationTest();
