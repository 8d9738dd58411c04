/**
 * `npm run mutate -- ROOM [FILE …] [--sample 10] [--offset 0] [--concurrency 2]`: makes small
 * mistakes in a room of `nodes/`, one at a time, and says which of them no test notices. A whole room
 * takes hours, so `--sample` takes about that percentage of its lines, always the same ones; another
 * `--offset` takes others. It is no part of CI.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';

// Which tests are asked about a room: the nearest, and those that meet it at the wire.
/** @type {Readonly<Record<string, readonly string[]>>} */
const testsOf = {
	domain: ['domain', 'operations'],
	operations: ['operations', 'gateways/*.pure', 'node/received'],
	providers: ['providers', 'gateways/*.pure'],
	delivery: ['delivery', 'promises/{batches,delivery,keys,mistakes,pace}'],
	run: ['run'],
	transport: ['transport'],
};

/** Of a score below it Stryker says that it failed. */
const GOAL = 85;

/** Suites that measure, start processes, try chance or the sandbox: slow, or no verdict about a mistake. */
const LEFT_OUT = [
	...['growth', 'hostileAnswers', 'hostileEvents', 'severalProcesses', 'keptAlive', 'onN8n1'],
	String.raw`\w+\.(?:keys\w*|sandbox)`,
];

/** Lines of a sample that stand together. A mistake that spans more, such as a long body left out, is never in it. */
const WINDOW = 15;

/** A run's folder, and what came out of it. */
const OUT = '.stryker-tmp';

/** @param {string} name */
const beside = (name) => path.resolve(import.meta.dirname, name);

/**
 * @param {readonly string[]} files
 * @param {number} percent
 * @param {number} offset
 */
function windowsOf(files, percent, offset) {
	const every = Math.max(1, Math.round(100 / percent));
	let before = 0;
	return files.flatMap((file) => {
		const lines = readFileSync(file, 'utf8').split('\n').length;
		const windows = [];
		for (let at = Math.floor(before / WINDOW); at * WINDOW < before + lines; at++) {
			if (at % every !== offset % every) continue;
			const first = Math.max(1, at * WINDOW - before + 1);
			windows.push(`${file}:${first}-${Math.min(lines, (at + 1) * WINDOW - before)}`);
		}
		before += lines;
		return windows;
	});
}

/**
 * @param {string} room a folder of `nodes/WhatsAppContacts`
 * @param {readonly string[]} mutate files, or lines of them
 * @param {number} concurrency
 * @returns {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
function optionsFor(room, mutate, concurrency) {
	return {
		mutate: [...mutate],
		testRunner: 'jest',
		// Which file of tests reaches a mistake, the runner finds out; by single tests it would be wrong,
		// as the first test of a file loads what all of them use.
		coverageAnalysis: 'all',
		jest: {
			configFile: 'jest.config.js',
			// Most tests load the built node, so their imports do not tell what they reach.
			enableFindRelatedTests: false,
			config: {
				testMatch: testsOf[room].map((tests) => `**/test/${tests}{/**/*,}.test.ts`),
				testPathIgnorePatterns: [`/(?:${LEFT_OUT.join('|')})\\.test\\.ts$`],
				setupFiles: [beside('shortChance.cjs')],
				runner: beside('runner.cjs'),
				testEnvironment: beside('environment.cjs'),
			},
		},
		buildCommand: 'npx gulp bundle',
		plugins: ['@stryker-mutator/jest-runner'],
		ignorePatterns: ['test/e2e', 'tools/bench', 'docs', 'dist'],
		reporters: ['clear-text', 'progress'],
		clearTextReporter: { allowColor: false, reportTests: false, reportMutants: false },
		tempDirName: OUT,
		concurrency,
		dryRunTimeoutMinutes: 30,
		timeoutMS: 5_000,
		thresholds: { high: 95, low: GOAL, break: GOAL },
	};
}

/**
 * What nobody noticed, one to a line.
 * @param {readonly import('@stryker-mutator/api/core').MutantResult[]} results
 */
function unnoticed(results) {
	return results
		.filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
		.map(({ fileName, location: { start, end }, mutatorName, replacement, status }) => {
			const lines = readFileSync(fileName, 'utf8')
				.split('\n')
				.slice(start.line - 1, end.line);
			lines[lines.length - 1] = lines.at(-1).slice(0, end.column - 1);
			const written = lines.join('\n').slice(start.column - 1);
			const brief = [written, replacement].map((text) => text.replaceAll(/\s+/g, ' ')).join(' → ');
			return `${path.relative('', fileName)}:${start.line} ${status} ${mutatorName}: ${brief}\n`;
		});
}

const { positionals, values } = parseArgs({
	allowPositionals: true,
	options: {
		sample: { type: 'string', default: '100' },
		offset: { type: 'string', default: '0' },
		concurrency: { type: 'string', default: '2' },
	},
});
const [room = '', ...files] = positionals;
if (!(room in testsOf)) throw new Error(`Which room? One of ${Object.keys(testsOf).join(', ')}`);
process.chdir(path.resolve(import.meta.dirname, '../..'));
const home = `nodes/WhatsAppContacts/${room}`;
const all = readdirSync(home, { recursive: true, encoding: 'utf8' }).sort();
const chosen = files.length > 0 ? files : all.filter((file) => file.endsWith('.ts'));
const mutate = windowsOf(
	chosen.map((file) => `${home}/${file}`),
	Number(values.sample),
	Number(values.offset),
);
const results = await new Stryker(
	optionsFor(room, mutate, Number(values.concurrency)),
).runMutationTest();
mkdirSync(OUT, { recursive: true });
writeFileSync(`${OUT}/${room}.txt`, unnoticed(results).join(''));
