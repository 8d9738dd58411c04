/** Check Number at a distance: many numbers a request beside a request for each. */
import type { Bench, Runner } from '../bench';
import { labels } from '../contenders';
import { count, number, ratio, type Report, spread } from '../report';
import { type Entry, interleaved, lossOf, rateOf } from '../series';
import { IN_ORDER } from './lines';

const LATENCY_MS = 200;

export async function checks(bench: Bench, runner: Runner): Promise<Report> {
	const shared = { form: 'evolutionV2', latencyMs: LATENCY_MS, checks: true } as const;
	const items = 1000;
	// A request each, one after the other, takes 200 ms an item.
	const few = bench.quick ? 5 : 20;
	const entries: Entry[] = [
		{ label: labels.node, task: { ...shared, contender: 'node', items } },
		{ label: labels.orion, task: { ...shared, contender: 'orion', items: few } },
		{ label: IN_ORDER, task: { ...shared, contender: 'httpRequestInOrder', items: few } },
	];
	const warmUp = entries.map(({ label, task }) => ({ label, task: { ...task, latencyMs: 0 } }));
	await interleaved(bench, runner, 1, warmUp);
	const samples = await interleaved(bench, runner, bench.quick ? 1 : 3, entries);
	const base = rateOf(samples, IN_ORDER).median;
	const ours = rateOf(samples, labels.node);
	const requests = Math.max(...(samples.get(labels.node) ?? []).map((each) => each.requests));
	return {
		tables: [
			{
				title: `Check Number, Evolution API v2 form, ${LATENCY_MS} ms`,
				head: ['contender', 'ratio', 'numbers/s (min–max)', 'numbers', 'requests', 'lost'],
				rows: entries.map(({ label }) => {
					const runs = samples.get(label) ?? [];
					const rate = rateOf(samples, label);
					return [
						label,
						ratio(rate.median / base),
						spread(rate),
						count(runs[0]?.items ?? NaN),
						count(runs[0]?.requests ?? NaN),
						lossOf(samples, label),
					];
				}),
			},
		],
		goals: [
			{
				text: `Check Number, Evolution, ${LATENCY_MS} ms: at least 30 × a request a number in order`,
				measured: `${ratio(ours.median / base)} (${number(ours.median)} numbers a second)`,
				reached: ours.median / base >= 30,
			},
			{
				text: 'Check Number, Evolution: 1,000 numbers in at most 25 requests',
				measured: `${count(requests)} requests`,
				reached: requests <= 25,
			},
		],
	};
}
