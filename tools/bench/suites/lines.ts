/** Who runs in the throughput tables, and how many items a round of each has. */
import type { Bench } from '../bench';
import { labels } from '../contenders';
import type { ContenderId } from '../types';

/** Who runs, and with how many in flight where that can be chosen. */
export type Line = readonly [ContenderId, number?];

type Lines = Readonly<Record<'plugzApi' | 'evolutionV2', readonly Line[]>>;

export const lines: Lines = {
	plugzApi: [
		['node'],
		['node', 8],
		['nodeOverHelper', 8],
		['httpRequestInOrder'],
		['httpRequestNode'],
		['bareUndici', 8],
	],
	evolutionV2: [
		['node', 1],
		['orion'],
		['httpRequestInOrder'],
		['httpRequestNode'],
		['bareUndici', 1],
	],
};

/** Beside them at 0 ms, where work is measured: with latency they only wait as the others do. */
export const linesAtOnce: Lines = {
	plugzApi: [['nodeEvaluating', 8], ['parametersAlone']],
	evolutionV2: [
		['node', 8],
		['nodeEvaluating', 1],
		['nodeOverHelper', 1],
		['bareUndici', 8],
		['parametersAlone'],
	],
};

export const IN_ORDER = labels.httpRequestInOrder;

export const labelOf = ([contender, inFlight]: Line): string =>
	inFlight === undefined ? labels[contender] : `${labels[contender]}, ${inFlight} in flight`;

/** What one item takes about, so that no round is longer than it need be; milliseconds. */
const roughly: Readonly<Record<ContenderId, number>> = {
	node: 1,
	nodeEvaluating: 1.3,
	nodeOverHelper: 5,
	orion: 7,
	httpRequestInOrder: 5,
	httpRequestNode: 4,
	bareUndici: 0.5,
	parametersAlone: 0.3,
	engineAlone: 0.01,
};

/** The longest round with all items, and how long one with fewer takes; milliseconds. */
const LONGEST_MS = 4_500;
const SHORT_MS = 2_500;

/** What a run without a setting grows to is not known before; this node's comes near this many. */
const usualOf = (contender: ContenderId): number => (contender === 'node' ? 24 : 1);

export function itemsFor(bench: Bench, [contender, inFlight]: Line, latencyMs: number): number {
	const all = bench.quick ? 200 : 1000;
	const waits = contender === 'httpRequestNode' ? 0 : latencyMs / (inFlight ?? usualOf(contender));
	const each = roughly[contender] + waits;
	if (each * all <= (bench.quick ? SHORT_MS : LONGEST_MS)) return all;
	return Math.max(20, Math.round((bench.quick ? 1000 : SHORT_MS) / each));
}
