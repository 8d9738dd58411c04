/** GREEN-API takes 50 sends a second: how near each comes, and how many requests are refused. */
import type { Bench, Runner } from '../bench';
import { labels } from '../contenders';
import { type Goal, percent, type Report, spread, type Table } from '../report';
import { type Entry, figure, interleaved, lossOf, rateOf, type Samples } from '../series';
import type { Sample } from '../types';

/** With 50 a second, 5, 20 and 50 have to be in flight. */
const LATENCIES_MS = [100, 400, 1000] as const;

export const refusedShare = ({ statuses, requests }: Sample): number =>
	(statuses['429'] ?? 0) / Math.max(1, requests);

export async function greenApi(bench: Bench, runner: Runner): Promise<Report> {
	const tables: Table[] = [];
	const goals: Goal[] = [];
	for (const latencyMs of bench.quick ? LATENCIES_MS.slice(0, 1) : LATENCIES_MS) {
		const entries = entriesFor(bench, latencyMs);
		const rounds = bench.quick ? 1 : 2;
		const samples = await interleaved(bench, runner, rounds, entries);
		tables.push(tableOf(latencyMs, samples));
		goals.push(goalOf(latencyMs, samples));
	}
	return { tables, goals };
}

/** The others are shown at the first latency only: it changes nothing about what they lose. */
function entriesFor(bench: Bench, latencyMs: number): Entry[] {
	const form = 'greenApi' as const;
	// A run begins with 8 in flight, so a short list says more about its beginning than its rate.
	const items = bench.quick ? 100 : 750;
	const some = bench.quick ? 100 : 200;
	const shared = { form, latencyMs };
	const own: Entry[] = [
		{ label: labels.node, task: { ...shared, contender: 'node', items, warm: true } },
	];
	if (latencyMs !== LATENCIES_MS[0]) return own;
	return [
		...own,
		{ label: labels.nodeOverHelper, task: { ...shared, contender: 'nodeOverHelper', items: some } },
		{
			label: labels.httpRequestInOrder,
			task: { ...shared, contender: 'httpRequestInOrder', items: bench.quick ? 10 : 40 },
		},
		{
			label: 'HTTP Request node, batches of 50 every 1.01 s',
			task: {
				...shared,
				contender: 'httpRequestNode',
				items: some,
				batch: { size: 50, intervalMs: 1010 },
			},
		},
		{
			label: labels.httpRequestNode,
			task: { ...shared, contender: 'httpRequestNode', items: some },
		},
		{
			label: `${labels.bareUndici}, 8 in flight`,
			task: { ...shared, contender: 'bareUndici', items: some, inFlight: 8 },
		},
	];
}

const warmRate = ({ warmPerSecond }: Sample): number => warmPerSecond;

function tableOf(latencyMs: number, samples: Samples): Table {
	return {
		title: `GREEN-API form, ${latencyMs} ms, a gateway that enforces 50 sends a second`,
		note: "n8n's engine ends the HTTP Request node at the first refusal; the bare loop repeats nothing.",
		head: ['contender', 'items', 'accepted/s (min–max)', 'after 5 s', 'requests refused', 'lost'],
		rows: [...samples].map(([label, runs]) => [
			label,
			String(runs[0]?.items ?? ''),
			spread(rateOf(samples, label)),
			label === labels.node ? spread(figure(samples, label, warmRate)) : '',
			percent(figure(samples, label, refusedShare).median),
			lossOf(samples, label),
		]),
	};
}

function goalOf(latencyMs: number, samples: Samples): Goal {
	const whole = rateOf(samples, labels.node);
	const warm = figure(samples, labels.node, warmRate);
	const refused = figure(samples, labels.node, refusedShare);
	const lost = lossOf(samples, labels.node);
	return {
		text: `GREEN-API, ${latencyMs} ms: at least 47 accepted sends a second after the first five, at most 1 % refused, none lost`,
		measured: `${spread(warm)}/s, ${spread(whole)}/s over a whole list of 750; ${percent(refused.max)} refused at most, ${lost} lost`,
		reached: warm.median >= 47 && refused.max <= 0.01 && lost === 'none',
	};
}
