/**
 * Measures the node in a process of its own, so that neither Jest nor the sandbox is counted:
 * `node --expose-gc --import tsx measured.ts <task as JSON>` prints one line of JSON.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import type { INodeExecutionData } from 'n8n-workflow';
import type { Engine } from '../../sandbox/engine/engine';
import type { Gateway, Item } from './sending';

/** The tests' own ways to run the node, which expect to be in Jest. */
async function loadTools() {
	Object.assign(globalThis, { afterAll: () => {} });
	return { ...(await import('./sending')), ...(await import('../node/inEngine')) };
}

/** What the process is to do, as JSON on its command line. */
export interface Task {
	readonly gateway: Gateway;
	readonly credential: object;
	readonly count: number;
	readonly core: 'n8n-core' | 'n8n-core-1';
	readonly options: Readonly<Record<string, number>>;
	/** Items pass through n8n's engine alone: what they and it take by themselves. */
	readonly isBaseline?: boolean;
	readonly operation?: 'getContactInfo';
	/** The peak is of what is held, without what only waits to be collected; this costs time. */
	readonly collects?: boolean;
}

/** What the process prints; the tests judge it. */
export interface Measured {
	/** Output items by what they say. */
	readonly codes: Readonly<Record<string, number>>;
	readonly isInOrder: boolean;
	readonly peakMegabytes: number;
	/** Heap that is held after the run, with the execution still alive. */
	readonly heldBytes: number;
	readonly longestBlockMs: number;
	readonly ms: number;
}

const usedBytes = () => {
	const { heapUsed, external } = process.memoryUsage();
	return heapUsed + external;
};

/** Bytes; a collection stops the process for a while, so only what may be too much gets one. */
const WORTH_A_LOOK = 32 * 1024 * 1024;

const collect = () => (global.gc as () => void)();

function pinnedFrom(items: readonly Item[]): INodeExecutionData[] {
	return items.map(({ to, names }) => ({
		json: { to, cards: names.map((fullName) => ({ fullName, phone: '+5511800000001' })) },
	}));
}

async function passThrough(engine: Engine, pinned: INodeExecutionData[]): Promise<object> {
	const node = (name: string, kind: string) => ({
		...{ id: name, name, type: `n8n-nodes-base.${kind}`, typeVersion: 1, parameters: {} },
		position: [0, 0] as [number, number],
	});
	// The same items, and an output item of the node's own size for each.
	const output = `={{ { provider: "plugzApi", operation: "sendContact", status: "queued", messageId: "3EB0C767D097B7C7C030" + $itemIndex, queueId: "3999984263738042930CD6ECDE9VDWSA" + $itemIndex, providerStatus: null, chatId: "" + $json.to, contacts: [{ fullName: "" + $json.cards[0].fullName, phone: "5511800000001" }], omittedFields: [], skippedCards: [], timestamp: null } }}`;
	return await engine.run({
		nodes: [
			node('Start', 'manualTrigger'),
			{ ...node('Set', 'set'), parameters: { jsonOutput: output } },
		],
		connections: { Start: { main: [[{ node: 'Set', type: 'main', index: 0 }]] } },
		pinData: { Start: pinned },
	});
}

/** What ran in this process before. */
const known = new Set<string>();

async function main({
	gateway,
	credential,
	count,
	core,
	options,
	...task
}: Task): Promise<Measured> {
	const { openEngine, said, send, someItems } = await loadTools();
	const engine = await openEngine(core);
	const parameters = task.operation ? { operation: task.operation } : {};
	const mode = 'continueRegularOutput';
	const run = (items: number) =>
		task.isBaseline
			? passThrough(engine, pinnedFrom(someItems(items)))
			: send({ gateway, credential, core, mode, parameters, options, items: someItems(items) });
	// Once before, so that what is loaded and compiled is not counted.
	const way = [task.isBaseline, core, gateway].join();
	if (!known.has(way)) await run(Math.min(count, 50));
	known.add(way);
	await wait(200);
	collect();
	const before = process.memoryUsage();
	const start = before.heapUsed + before.external;
	let peak = start;
	const sampling = setInterval(() => {
		if (task.collects && usedBytes() > Math.max(peak, start + WORTH_A_LOOK)) collect();
		peak = Math.max(peak, usedBytes());
	}, 5);
	const delay = monitorEventLoopDelay({ resolution: 5 });
	delay.enable();
	const started = performance.now();
	const result = await run(count);
	const ms = performance.now() - started;
	delay.disable();
	clearInterval(sampling);
	await wait(50);
	collect();
	const heldBytes = process.memoryUsage().heapUsed - before.heapUsed;
	const told = 'items' in result ? said(result as Parameters<typeof said>[0]) : [];
	const codes: Record<string, number> = {};
	for (const { is, code = is } of told) codes[code] = (codes[code] ?? 0) + 1;
	return {
		codes,
		isInOrder: told.every(({ item }, index) => item === index),
		peakMegabytes: Math.round((peak - start) / 1024 / 1024),
		heldBytes,
		longestBlockMs: Math.round(delay.max / 1e6),
		ms: Math.round(ms),
	};
}

/** One after the other: what loads before the first costs as much as a task. */
async function all(tasks: readonly Task[]): Promise<Measured[]> {
	const measured: Measured[] = [];
	for (const task of tasks) measured.push(await main(task));
	return measured;
}

void all(JSON.parse(process.argv[2] ?? '[]') as Task[]).then((measured) => {
	process.stdout.write(`${JSON.stringify(measured)}\n`, () => process.exit(0));
});
