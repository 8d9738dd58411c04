/**
 * The connections of one run of the node: which are free, which are busy, and how they end. A lane
 * has at most one connection, which carries one request at a time.
 */
import type { Exchange } from './exchange';
import type { HttpRequest } from './http';

export interface Lane {
	readonly kind: HttpRequest['kind'];
	/** What it carries; a failure to connect is reported to it. */
	exchange: Exchange | undefined;
	/** Ends the connection in whatever state it is, also while it is being made. */
	destroy(): Promise<unknown>;
}

/**
 * How long an idle connection is kept, in milliseconds. A server may be closing it at the very
 * moment of the next request; with 10 ms that was never seen.
 */
export const IDLE_MS: Readonly<Record<HttpRequest['kind'], number>> = { send: 10, lookUp: 4_000 };

interface Idle<L> {
	readonly lane: L;
	readonly since: number;
}

export class Lanes<L extends Lane> {
	private readonly busy = new Map<Exchange, L>();
	private readonly idle: Record<HttpRequest['kind'], Array<Idle<L>>> = { send: [], lookUp: [] };
	private readonly closing = new Set<Promise<unknown>>();

	constructor(private readonly open: (kind: HttpRequest['kind']) => L) {}

	/** The lane that became free last, for its connection is the most alive; else a new one. */
	take(kind: HttpRequest['kind'], exchange: Exchange): L {
		const lane = this.takeIdle(kind) ?? this.open(kind);
		lane.exchange = exchange;
		this.busy.set(exchange, lane);
		return lane;
	}

	/** `intact`: it can carry another request. Otherwise it must not write another byte. */
	release(exchange: Exchange, intact: boolean): void {
		const lane = this.busy.get(exchange);
		if (lane === undefined) return;
		this.busy.delete(exchange);
		lane.exchange = undefined;
		if (intact) this.idle[lane.kind].push({ lane, since: performance.now() });
		else this.destroy(lane);
	}

	/** Resolves when the last socket is closed. */
	async close(): Promise<void> {
		for (const exchange of [...this.busy.keys()]) this.release(exchange, false);
		for (const lanes of Object.values(this.idle)) {
			for (const { lane } of lanes.splice(0)) this.destroy(lane);
		}
		await Promise.all(this.closing);
	}

	/** The clock decides, not undici's timer: in a busy process that one comes too late. */
	private takeIdle(kind: HttpRequest['kind']): L | undefined {
		const { lane, since } = this.idle[kind].pop() ?? {};
		if (lane === undefined || since === undefined) return undefined;
		if (performance.now() - since <= IDLE_MS[kind]) return lane;
		// Those below it in the list are older still.
		for (const old of [lane, ...this.idle[kind].splice(0).map((idle) => idle.lane)]) {
			this.destroy(old);
		}
		return undefined;
	}

	private destroy(lane: L): void {
		const destroyed: Promise<unknown> = lane.destroy().finally(() => {
			this.closing.delete(destroyed);
		});
		this.closing.add(destroyed);
	}
}
