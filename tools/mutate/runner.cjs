/**
 * Jest's runner under `mutate`. Stryker has every test file run to its end for every mistake, and
 * some take seconds to load: here only the files that reach the mistake run, the quickest first, and
 * none after the first that notices it.
 */
const { readFileSync, writeFileSync } = require('node:fs');
const path = require('node:path');
const { default: TestRunner } = require('jest-runner');

const plugin = path.dirname(require.resolve('@stryker-mutator/jest-runner'));
const { state } = require(path.join(plugin, 'messaging.cjs'));

/** Of each test file its time and what it reaches; in the folder of the run, for all its processes. */
const REACHES = 'reaches.json';

module.exports = class extends TestRunner {
	async runTests(tests, watcher, options) {
		const one = (test) => super.runTests([test], watcher, options);
		const mistake = process.env.__STRYKER_ACTIVE_MUTANT__;
		if (mistake === undefined) return learn(tests, one);
		const reaches = JSON.parse(readFileSync(REACHES, 'utf8'));
		let noticed = false;
		this.on('test-file-success', ([, { numFailingTests, testExecError }]) => {
			noticed ||= numFailingTests > 0 || testExecError !== undefined;
		});
		this.on('test-file-failure', () => {
			noticed = true;
		});
		const near = tests
			.filter((test) => reaches[test.path].mistakes.includes(mistake))
			.sort((test, other) => reaches[test.path].ms - reaches[other.path].ms);
		for (const test of near) if (!noticed) await one(test);
	}
};

async function learn(tests, one) {
	const reaches = {};
	for (const test of tests) {
		const before = { ...state.instrumenterContext.mutantCoverage?.static };
		const start = Date.now();
		await one(test);
		const ms = Date.now() - start;
		const hits = Object.entries(state.instrumenterContext.mutantCoverage?.static ?? {});
		const mistakes = hits.filter(([id, count]) => count !== before[id]).map(([id]) => id);
		reaches[test.path] = { ms, mistakes };
	}
	writeFileSync(REACHES, JSON.stringify(reaches));
}
