/** GREEN-API takes 50 sends a second: how near each comes, and how many requests are refused. */
import type { Bench, Runner } from '../bench';
import { labels } from '../contenders';
import { percent, type Report, spread } from '../report';
import { type Entry, figure, interleaved, lossOf, rateOf } from '../series';
import type { Sample } from '../types';

const LATENCY_MS = 100;

const refusedShare = ({ statuses, requests }: Sample): number =>
	(statuses['429'] ?? 0) / Math.max(1, requests);

export async function greenApi(bench: Bench, runner: Runner): Promise<Report> {
	const form = 'greenApi' as const;
	const items = bench.quick ? 100 : 400;
	const few = bench.quick ? 10 : 40;
	const shared = { form, latencyMs: LATENCY_MS };
	const batched = 'HTTP Request node, batches of 50 every 1.01 s';
	const entries: Entry[] = [
		{ label: labels.node, task: { ...shared, contender: 'node', items } },
		{ label: labels.nodeOverHelper, task: { ...shared, contender: 'nodeOverHelper', items } },
		{
			label: labels.httpRequestInOrder,
			task: { ...shared, contender: 'httpRequestInOrder', items: few },
		},
		{
			label: batched,
			task: {
				...shared,
				contender: 'httpRequestNode',
				items,
				batch: { size: 50, intervalMs: 1010 },
			},
		},
		{
			label: labels.httpRequestNode,
			task: { ...shared, contender: 'httpRequestNode', items },
		},
		{
			label: `${labels.bareUndici}, 8 in flight`,
			task: { ...shared, contender: 'bareUndici', items, inFlight: 8 },
		},
	];
	const samples = await interleaved(bench, runner, bench.quick ? 1 : 3, entries);
	const rows = entries.map(({ label }) => [
		label,
		spread(rateOf(samples, label)),
		percent(figure(samples, label, refusedShare).median),
		lossOf(samples, label),
	]);
	const ours = rateOf(samples, labels.node);
	const refused = figure(samples, labels.node, refusedShare);
	const lost = lossOf(samples, labels.node);
	return {
		tables: [
			{
				title: `GREEN-API form, ${LATENCY_MS} ms, a gateway that enforces 50 sends a second`,
				note: "n8n's engine ends the HTTP Request node at the first refusal; the bare loop repeats nothing.",
				head: ['contender', 'accepted/s (min–max)', 'requests refused', 'lost'],
				rows,
			},
		],
		goals: [
			{
				text: 'GREEN-API: at least 45 accepted sends a second, at most 1 % refused, none lost',
				measured: `${spread(ours)}/s, ${percent(refused.max)} refused at most, ${lost} lost`,
				reached: ours.median >= 45 && refused.max <= 0.01 && lost === 'none',
			},
		],
	};
}
