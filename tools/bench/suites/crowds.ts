/** Gateways that take fewer at once than the node would try: does it find out, and at what price? */
import type { Bench, Runner } from '../bench';
import { labels } from '../contenders';
import { percent, ratio, type Report, spread, type Table } from '../report';
import { type Entry, figure, interleaved, lossOf, rateOf, type Samples } from '../series';
import type { Crowd } from '../types';
import { refusedShare } from './greenApi';
import { labelOf } from './lines';

const SLOWER: Crowd = { answers: 'slower', beyond: 16 };
const REFUSES: Crowd = { answers: 'refuses', beyond: 12 };

export async function crowds(bench: Bench, runner: Runner): Promise<Report> {
	const rounds = bench.quick ? 1 : 3;
	const run = (crowd: Crowd, fixed: readonly number[]) =>
		interleaved(bench, runner, rounds, entriesFor(bench, crowd, fixed));
	const slower = await run(SLOWER, [8, 12, 16, 24, 32]);
	const refuses = await run(REFUSES, [12]);
	const best = Math.max(...[...slower.keys()].map((label) => rateOf(slower, label).median));
	const share = rateOf(slower, labels.node).median / best;
	const refused = figure(refuses, labels.node, refusedShare);
	const lost = lossOf(refuses, labels.node);
	return {
		tables: [
			tableOf('answers slow down with every request in flight beyond 16', slower),
			tableOf('answers 429 beyond 12 in flight', refuses),
		],
		goals: [
			{
				text: 'A gateway that slows down beyond 16 in flight: within 10 % of the best fixed setting',
				measured: `${ratio(share)} of it`,
				reached: share >= 0.9,
			},
			{
				text: 'A gateway that answers 429 beyond 12 in flight: no card lost, at most 2 % refused',
				measured: `${lost} lost, ${percent(refused.max)} refused at most`,
				reached: lost === 'none' && refused.max <= 0.02,
			},
		],
	};
}

function entriesFor(bench: Bench, crowd: Crowd, fixed: readonly number[]): Entry[] {
	const items = bench.quick ? 200 : 1000;
	const shared = { form: 'plugzApi', contender: 'node', items, latencyMs: 50, crowd } as const;
	return [
		{ label: labels.node, task: shared },
		...fixed.map((inFlight) => ({
			label: labelOf(['node', inFlight]),
			task: { ...shared, inFlight },
		})),
	];
}

function tableOf(what: string, samples: Samples): Table {
	return {
		title: `PlugzAPI form, 50 ms, a gateway that ${what}`,
		head: ['in flight', 'items/s (min–max)', 'requests refused', 'lost'],
		rows: [...samples.keys()].map((label) => [
			label,
			spread(rateOf(samples, label)),
			percent(figure(samples, label, refusedShare).median),
			lossOf(samples, label),
		]),
	};
}
