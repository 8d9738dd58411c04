/**
 * The promises over random items, faults, options, modes and tries: whatever happens, what the
 * node says agrees with what the gateway took. A failure prints its seed and a smallest example.
 */
import * as fc from 'fast-check';
import { type Sandbox, startSandbox } from '../../sandbox';
import { check, prepare, scenario } from './scenarios';

jest.setTimeout(400_000);

/** Executions at the same time, and in a round: 2,000 and more a run. */
const TOGETHER = 50;
const OF_A_ROUND = 256;
const ROUNDS = Number(process.env.PROPERTY_ROUNDS ?? 8);

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
			fc.array(scenario, { minLength: SHRINKS ? 1 : OF_A_ROUND, maxLength: OF_A_ROUND }),
			async (scenarios) => {
				sandbox.reset();
				const prepared = scenarios.map((each) => prepare(sandbox, each));
				sandbox.plan(prepared.flatMap(({ rules }) => rules));
				executions += scenarios.length;
				const waiting = prepared.values();
				const work = async () => {
					for (const each of waiting) {
						await check(sandbox, each).catch((error: unknown) => {
							throw new Error(`${String(error)}\nin ${JSON.stringify(each.scenario)}`);
						});
					}
				};
				const worked = await Promise.allSettled(Array.from({ length: TOGETHER }, work));
				for (const result of worked) if (result.status === 'rejected') throw result.reason;
			},
		),
		{ numRuns: ROUNDS, endOnFailure: !SHRINKS },
	);
	console.info(`${executions} random executions`);
});
