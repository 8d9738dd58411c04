/** What an item costs the process that runs n8n: time of its processor and allocated memory. */
import { type Bench, NO_COLLECTION, Runner } from '../bench';
import { labels } from '../contenders';
import { kilobytes, number, percent, ratio, type Report, spread, type Table } from '../report';
import { type Entry, figure, interleaved, type Samples } from '../series';
import type { Sample } from '../types';
import { IN_ORDER, labelOf } from './lines';
import { keyOf, type Throughput } from './throughput';

const cpuPerItem = ({ cpuMs, items }: Sample): number => cpuMs / items;

/** Processor time comes from the throughput runs at 0 ms; memory from runs of their own. */
export async function cost(bench: Bench, throughput: Throughput): Promise<Report> {
	const allocated = await measureAllocation(bench, throughput);
	const tables = [...allocated].map(([form, memory]) => {
		const samples = throughput.get(keyOf(form, 0)) ?? new Map();
		const base = figure(samples, IN_ORDER, cpuPerItem).median;
		return {
			title: `Cost per item, ${form === 'plugzApi' ? 'PlugzAPI' : 'Evolution API v2'} form, 0 ms`,
			head: ['contender', 'CPU ratio', 'CPU ms/item (min–max)', 'allocated/item'],
			rows: [...memory.keys()].map((label) => {
				const cpu = figure(samples.has(label) ? samples : memory, label, cpuPerItem);
				const bytes = memory.get(label)?.map(({ heapBytes, items }) => heapBytes / items) ?? [];
				const isWhole = memory.get(label)?.every(({ collections }) => collections === 0);
				return [
					label,
					ratio(cpu.median / base),
					spread(cpu),
					`${isWhole ? '' : 'over '}${kilobytes(Math.max(...bytes))}`,
				];
			}),
		};
	});
	const goals = (['plugzApi', 'evolutionV2'] as const).map((form) => {
		const samples = throughput.get(keyOf(form, 0)) ?? new Map();
		const label = labelOf(form === 'plugzApi' ? ['node'] : ['node', 1]);
		const share =
			figure(samples, label, cpuPerItem).median / figure(samples, IN_ORDER, cpuPerItem).median;
		return {
			text: `CPU per item, ${form === 'plugzApi' ? 'PlugzAPI' : 'Evolution'} form: at most 0.15 of the in-order \`httpRequest\` node's`,
			measured: `${number(share)} of it`,
			reached: share <= 0.15,
		};
	});
	return { tables: [...tables, await profiled(bench)], goals };
}

/** Where the processor's time of an item goes; sampling costs some, so only the shares say much. */
async function profiled(bench: Bench): Promise<Table> {
	const runner = await Runner.open(bench.certificate);
	const items = bench.quick ? 300 : 3000;
	const task = { contender: 'node', form: 'plugzApi', items, latencyMs: 0 } as const;
	for (let warm = 0; warm < 3; warm++) await bench.measure(runner, { ...task, items: 300 });
	const { hot = [] } = await bench.measure(runner, { ...task, profile: true });
	await runner.close();
	return {
		title: 'Profile: this node, PlugzAPI form, 0 ms, the first ten by their own time',
		head: ['function', 'file', 'share'],
		rows: hot.map(({ name, file, share }) => [`\`${name}\``, `\`${file}\``, percent(share)]),
	};
}

async function measureAllocation(bench: Bench, throughput: Throughput) {
	const runner = await Runner.open(bench.certificate, NO_COLLECTION);
	const all = new Map<'plugzApi' | 'evolutionV2', Samples>();
	for (const form of ['plugzApi', 'evolutionV2'] as const) {
		const measured = [...(throughput.get(keyOf(form, 0)) ?? [])];
		const entries = measured.flatMap(([label, [sample]]): Entry[] =>
			sample
				? [{ label, task: { ...taskOf(label), form, items: bench.quick ? 50 : 300, latencyMs: 0 } }]
				: [],
		);
		const task = { contender: 'engineAlone' as const, form, items: 300, latencyMs: 0 };
		entries.push({ label: labels.engineAlone, task });
		await interleaved(bench, runner, 1, entries);
		all.set(form, await interleaved(bench, runner, 1, entries));
	}
	await runner.close();
	return all;
}

function taskOf(label: string): Pick<Entry['task'], 'contender' | 'inFlight'> {
	for (const contender of Object.keys(labels) as Array<keyof typeof labels>) {
		if (label === labels[contender]) return { contender };
		const inFlight = [1, 8].find((each) => label === labelOf([contender, each]));
		if (inFlight !== undefined) return { contender, inFlight };
	}
	throw new Error(`no contender is called ${label}`);
}
