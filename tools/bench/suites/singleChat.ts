/** All items to one chat: serial by promise, so a kept connection is all that can be gained. */
import type { Bench, Runner } from '../bench';
import { labels } from '../contenders';
import { type Goal, ratio, type Report, spread, type Table } from '../report';
import { type Entry, interleaved, lossOf, rateOf, type Samples } from '../series';
import { IN_ORDER, itemsFor } from './lines';

const contenders = ['node', 'nodeOverHelper', 'httpRequestInOrder'] as const;

export async function singleChat(bench: Bench, runner: Runner): Promise<Report> {
	const tables: Table[] = [];
	const goals: Goal[] = [];
	for (const latencyMs of bench.quick ? [0, 50] : [0, 50, 200]) {
		const entries = contenders.map((contender): Entry => {
			const items = Math.min(200, itemsFor(bench, [contender, 1], latencyMs));
			const task = { contender, form: 'plugzApi' as const, items, latencyMs, oneChat: true };
			return { label: labels[contender], task };
		});
		const samples = await interleaved(bench, runner, bench.quick ? 1 : 3, entries);
		tables.push(tableOf(latencyMs, samples));
		const value = rateOf(samples, labels.node).median / rateOf(samples, IN_ORDER).median;
		goals.push({
			text: `One single chat, ${latencyMs} ms: no slower than the in-order \`httpRequest\` node`,
			measured: ratio(value),
			reached: value >= 1,
		});
	}
	return { tables, goals };
}

function tableOf(latencyMs: number, samples: Samples): Table {
	const base = rateOf(samples, IN_ORDER).median;
	return {
		title: `One single chat, PlugzAPI form, ${latencyMs} ms`,
		head: ['contender', 'ratio', 'items/s (min–max)', 'lost'],
		rows: [...samples.keys()].map((label) => {
			const rate = rateOf(samples, label);
			return [label, ratio(rate.median / base), spread(rate), lossOf(samples, label)];
		}),
	};
}
