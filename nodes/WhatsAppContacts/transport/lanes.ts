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

export class Lanes<L extends Lane> {
	private readonly busy = new Map<Exchange, L>();
	private readonly idle: Record<HttpRequest['kind'], L[]> = { send: [], lookUp: [] };
	private readonly closing = new Set<Promise<unknown>>();

	constructor(private readonly open: (kind: HttpRequest['kind']) => L) {}

	/** The lane that became free last, for its connection is the most alive; else a new one. */
	take(kind: HttpRequest['kind'], exchange: Exchange): L {
		const lane = this.idle[kind].pop() ?? this.open(kind);
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
		if (intact) this.idle[lane.kind].push(lane);
		else this.destroy(lane);
	}

	/** Resolves when the last socket is closed. */
	async close(): Promise<void> {
		for (const exchange of [...this.busy.keys()]) this.release(exchange, false);
		for (const lanes of Object.values(this.idle)) {
			for (const lane of lanes.splice(0)) this.destroy(lane);
		}
		await Promise.all(this.closing);
	}

	private destroy(lane: L): void {
		const destroyed: Promise<unknown> = lane.destroy().finally(() => {
			this.closing.delete(destroyed);
		});
		this.closing.add(destroyed);
	}
}
