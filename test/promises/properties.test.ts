/**
 * The promises over random items, faults, options, modes and tries: whatever happens, what the
 * node says agrees with what the gateway took. A failure prints its seed and a smallest example.
 */
import * as fc from 'fast-check';
import { type Sandbox, startSandbox } from '../../sandbox';
import { check, prepare, scenario } from './scenarios';

jest.setTimeout(400_000);

/** Executions at the same time, and how often: 2,000 and more a run. */
const TOGETHER = 50;
const ROUNDS = Number(process.env.PROPERTY_ROUNDS ?? 41);

/** To look for the smallest example, which takes long; without it the failing run is named whole. */
const SHRINKS = process.env.PROPERTY_SHRINK === '1';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

test('what the node says is what the gateway took', async () => {
	let executions = 0;
	await fc.assert(
		fc.asyncProperty(
			fc.array(scenario, { minLength: SHRINKS ? 1 : TOGETHER, maxLength: TOGETHER }),
			async (scenarios) => {
				sandbox.reset();
				const prepared = scenarios.map((each) => prepare(sandbox, each));
				sandbox.plan(prepared.flatMap(({ rules }) => rules));
				executions += scenarios.length;
				const results = await Promise.allSettled(prepared.map((each) => check(sandbox, each)));
				for (const [index, result] of results.entries()) {
					if (result.status === 'fulfilled') continue;
					const what = JSON.stringify(scenarios[index]);
					throw new Error(`${String(result.reason)}\nin ${what}`);
				}
			},
		),
		{ numRuns: ROUNDS, endOnFailure: !SHRINKS },
	);
	console.info(`${executions} random executions`);
});
