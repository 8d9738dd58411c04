/** Interleaved rounds: every contender once, then every contender again, from another start. */
import type { Bench, Runner, Task } from './bench';
import { spreadOf } from './statistics';
import type { Sample } from './types';

export interface Entry {
	readonly label: string;
	readonly task: Task;
}

/** The samples of each entry, by its label. */
export type Samples = ReadonlyMap<string, readonly Sample[]>;

export async function interleaved(
	bench: Bench,
	runner: Runner,
	rounds: number,
	entries: readonly Entry[],
): Promise<Samples> {
	const samples = new Map(entries.map(({ label }) => [label, [] as Sample[]]));
	for (let round = 0; round < rounds; round++) {
		for (let place = 0; place < entries.length; place++) {
			const entry = entries[(place + round) % entries.length];
			if (!entry) continue;
			const sample = await bench.measure(runner, entry.task);
			samples.get(entry.label)?.push(sample);
			const { latencyMs, form } = entry.task;
			const rate = `${sample.perSecond.toFixed(0)}/s`;
			bench.say(
				`${form} ${latencyMs} ms, round ${round + 1}/${rounds}: ${entry.label} ${rate}` +
					(sample.failure === undefined ? '' : ` (${sample.failure})`),
			);
		}
	}
	return samples;
}

/** The median and spread of one figure. */
export function figure(
	samples: Samples,
	label: string,
	read: (sample: Sample) => number,
): ReturnType<typeof spreadOf> {
	return spreadOf((samples.get(label) ?? []).map(read));
}

export const rateOf = (samples: Samples, label: string) =>
	figure(samples, label, ({ perSecond }) => perSecond);

/** "none", or what was lost or came twice in all rounds. */
export function lossOf(samples: Samples, label: string): string {
	const all = samples.get(label) ?? [];
	const lost = all.reduce((sum, sample) => sum + sample.lost, 0);
	const twice = all.reduce((sum, sample) => sum + sample.twice, 0);
	const items = all.reduce((sum, sample) => sum + sample.items, 0);
	if (lost + twice === 0) return 'none';
	const words = [lost > 0 && `${lost} lost`, twice > 0 && `${twice} twice`].filter(Boolean);
	return `${words.join(', ')} of ${items}`;
}
