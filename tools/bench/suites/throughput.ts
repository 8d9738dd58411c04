/** Items per second, each item to a chat of its own; also what the runs at 0 ms cost. */
import { type Bench, Runner } from '../bench';
import { count, type Goal, ratio, type Report, spread, type Table } from '../report';
import { type Entry, interleaved, lossOf, rateOf, type Samples } from '../series';
import type { Form } from '../types';
import { IN_ORDER, itemsFor, labelOf, type Line, lines, linesAtOnce } from './lines';

function entriesFor(bench: Bench, form: 'plugzApi' | 'evolutionV2', latencyMs: number): Entry[] {
	const shown = latencyMs === 0 ? [...lines[form], ...linesAtOnce[form]] : lines[form];
	return shown.map((line) => {
		const [contender, inFlight] = line;
		const items = itemsFor(bench, line, latencyMs);
		const task = { contender, form, items, latencyMs };
		return {
			label: labelOf(line),
			task: inFlight === undefined ? task : { ...task, inFlight },
		};
	});
}

/** By form and latency. */
export type Throughput = ReadonlyMap<string, Samples>;

export const keyOf = (form: Form, latencyMs: number): string => `${form} ${latencyMs}`;

export async function measureThroughput(bench: Bench): Promise<Throughput> {
	const all = new Map<string, Samples>();
	const runner = await Runner.open(bench.certificate);
	const latencies = bench.quick ? [0, 50] : [0, 50, 200];
	for (const form of ['plugzApi', 'evolutionV2'] as const) {
		// Nobody is measured cold here.
		const warmUp = entriesFor(bench, form, 0).map(({ label, task }) => ({
			label,
			task: { ...task, items: bench.quick ? 50 : 300 },
		}));
		await interleaved(bench, runner, 1, warmUp);
		for (const latencyMs of latencies) {
			const entries = entriesFor(bench, form, latencyMs);
			const rounds = bench.quick ? 1 : 3;
			all.set(keyOf(form, latencyMs), await interleaved(bench, runner, rounds, entries));
		}
	}
	await runner.close();
	return all;
}

const titles = { plugzApi: 'PlugzAPI form', evolutionV2: 'Evolution API v2 form' } as const;

function tableOf(form: 'plugzApi' | 'evolutionV2', latencyMs: number, samples: Samples): Table {
	const base = rateOf(samples, IN_ORDER).median;
	return {
		title: `${titles[form]}, ${latencyMs} ms`,
		head: ['contender', 'ratio', 'items/s (min–max)', 'items', 'connections', 'lost'],
		rows: [...samples].map(([label, runs]) => {
			const rate = rateOf(samples, label);
			return [
				label,
				ratio(rate.median / base),
				spread(rate),
				count(runs[0]?.items ?? NaN),
				count(runs[0]?.connections ?? NaN),
				lossOf(samples, label),
			];
		}),
	};
}

export function reportThroughput(all: Throughput): Report {
	const tables = (['plugzApi', 'evolutionV2'] as const).flatMap((form) =>
		[0, 50, 200].flatMap((latencyMs) => {
			const samples = all.get(keyOf(form, latencyMs));
			return samples ? [tableOf(form, latencyMs, samples)] : [];
		}),
	);
	return { tables, goals: goalsOf(all) };
}

function goalsOf(all: Throughput): Goal[] {
	const against = (form: Form, latencyMs: number, line: Line, base: string): number => {
		const samples = all.get(keyOf(form, latencyMs)) ?? new Map();
		return rateOf(samples, labelOf(line)).median / rateOf(samples, base).median;
	};
	const goal = (text: string, value: number, least: number): Goal => ({
		text,
		measured: ratio(value),
		reached: value >= least,
	});
	const slow = [50, 200].filter((latencyMs) => all.has(keyOf('plugzApi', latencyMs)));
	return [
		...slow.flatMap((ms) => [
			goal(
				`PlugzAPI, ${ms} ms, default options: at least ${ms >= 200 ? 25 : 20} × the in-order \`httpRequest\` node`,
				against('plugzApi', ms, ['node'], IN_ORDER),
				ms >= 200 ? 25 : 20,
			),
			goal(
				`Evolution, ${ms} ms, default options (1 in flight): no slower than it`,
				against('evolutionV2', ms, ['node', 1], IN_ORDER),
				1,
			),
		]),
		goal(
			'0 ms, 1 in flight: at least 3 × the in-order `httpRequest` node',
			against('evolutionV2', 0, ['node', 1], IN_ORDER),
			3,
		),
	];
}
