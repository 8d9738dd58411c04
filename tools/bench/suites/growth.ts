/** From 10 to 10,000 items: time, memory, and how long others have to wait meanwhile. */
import { type Bench, Runner, type Task } from '../bench';
import { count, type Goal, number, type Report, spread } from '../report';
import { exponentOf, spreadOf } from '../statistics';
import type { Sample } from '../types';

const SIZES = [10, 100, 1000, 10_000] as const;

export async function growth(bench: Bench): Promise<Report> {
	const sizes = bench.quick ? SIZES.slice(0, 3) : SIZES;
	const largest = sizes.at(-1) ?? 0;
	const runs = new Map<number, Sample[]>(sizes.map((items) => [items, []]));
	for (let round = 0; round < (bench.quick ? 1 : 3); round++) {
		for (const items of sizes) runs.get(items)?.push(await inOwnProcess(bench, items));
	}
	const times = [...runs].map(
		([items, samples]) => [items, spreadOf(samples.map(timeOf))] as const,
	);
	const exponent = exponentOf(times.map(([items, { median }]) => [items, median]));
	const last = exponentOf(times.slice(-2).map(([items, { median }]) => [items, median]));
	const blocks = spreadOf((runs.get(largest) ?? []).map(({ longestBlockMs }) => longestBlockMs));
	const goals: Goal[] = [
		{
			text: 'Growth exponent of time at most 1.05',
			measured: `${number(exponent)} over all sizes, ${number(last)} over the last two`,
			reached: Math.max(exponent, last) <= 1.05,
		},
		{
			text: `${count(largest)} items at 0 ms do not hold the event loop for more than 50 ms at a time`,
			measured: `${spread(blocks)} ms`,
			reached: blocks.max <= 50,
		},
	];
	const rows = [...runs].map(([items, samples]) => [
		count(items),
		spread(spreadOf(samples.map(timeOf))),
		number(spreadOf(samples.map(timeOf)).median / items),
		spread(spreadOf(samples.map(({ peakBytes }) => peakBytes / 1e6))),
		spread(spreadOf(samples.map(({ longestBlockMs }) => longestBlockMs))),
		String(samples.reduce((sum, { lost, twice }) => sum + lost + twice, 0)),
	]);
	return {
		tables: [
			{
				title: 'Growth: this node, PlugzAPI form, 0 ms, 8 in flight',
				note: `Time grows with the power ${number(exponent)} of the number of items. Peak memory is resident memory over that before the run; n8n's own data of the items is part of it.`,
				head: ['items', 'ms (min–max)', 'ms/item', 'peak MB', 'longest block ms', 'lost or twice'],
				rows,
			},
		],
		goals,
	};
}

/** A process for each: memory that was once taken is not always given back. */
async function inOwnProcess(bench: Bench, items: number): Promise<Sample> {
	const runner = await Runner.open(bench.certificate);
	const task: Task = { contender: 'node', form: 'plugzApi', items, latencyMs: 0, inFlight: 8 };
	for (let warm = 0; warm < 3; warm++) await bench.measure(runner, { ...task, items: 300 });
	const sample = await bench.measure(runner, { ...task, watch: true });
	await runner.close();
	bench.say(`growth: ${items} items in ${sample.ms.toFixed(0)} ms`);
	return sample;
}

const timeOf = ({ ms }: Sample): number => ms;
