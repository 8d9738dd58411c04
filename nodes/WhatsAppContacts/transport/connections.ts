/**
 * The connections of one run of the node: which are free, which are busy, and how they end. Each
 * carries one request at a time.
 */
import type { HttpRequest } from './http';
import type { PendingRequest } from './pendingRequest';

export interface Connection {
	readonly kind: HttpRequest['kind'];
	/** A failure to connect is reported to it. */
	carries: PendingRequest | undefined;
	/** Whether it was free once: what is sent over it may meet a server that is closing it. */
	isKept: boolean;
	/** Ends the connection in whatever state it is, also while it is being made. */
	destroy(): Promise<unknown>;
}

/**
 * How long an idle connection is kept, in milliseconds. A server may be closing it at the very
 * moment of the next request; with 10 ms that was never seen at servers that close idle ones.
 */
export const IDLE_MS: Readonly<Record<HttpRequest['kind'], number>> = { send: 10, lookUp: 4_000 };

interface Idle<C> {
	readonly connection: C;
	readonly since: number;
}

export class Connections<C extends Connection> {
	private readonly busy = new Map<PendingRequest, C>();
	private readonly idle: Record<HttpRequest['kind'], Array<Idle<C>>> = { send: [], lookUp: [] };
	private readonly closing = new Set<Promise<unknown>>();
	private isTrusted = true;

	constructor(private readonly open: (kind: HttpRequest['kind']) => C) {}

	/** The one that became free last, for it is the most alive; else a new one. */
	take(kind: HttpRequest['kind'], inFlight: PendingRequest): C {
		const connection = this.takeIdle(kind) ?? this.open(kind);
		connection.carries = inFlight;
		this.busy.set(inFlight, connection);
		return connection;
	}

	/** `intact`: it can carry another request. Otherwise it must not write another byte. */
	release(inFlight: PendingRequest, intact: boolean): void {
		const connection = this.busy.get(inFlight);
		if (connection === undefined) return;
		this.busy.delete(inFlight);
		connection.carries = undefined;
		connection.isKept = true;
		if (intact && this.isTrusted) {
			this.idle[connection.kind].push({ connection, since: performance.now() });
		} else this.destroy(connection);
	}

	/**
	 * The peer broke a connection off. If that was one which it had let us keep, it may do so with
	 * each: from now on every request of the run has a new one, and nothing more comes into doubt.
	 */
	broken(inFlight: PendingRequest): void {
		if (this.busy.get(inFlight)?.isKept === true) this.distrust();
	}

	/** The peer closed a connection without a word, or said more than it was asked. */
	endedUnasked(connection: C): void {
		if (connection.carries?.isSettled === true) return this.distrust();
		const idle = this.idle[connection.kind];
		const index = idle.findIndex((each) => each.connection === connection);
		const [ended] = index < 0 ? [] : idle.splice(index, 1);
		if (ended === undefined) return;
		this.destroy(connection);
		// That one is closed after a while is usual, and does no harm: nothing is sent over it.
		if (performance.now() - ended.since <= IDLE_MS.send) this.distrust();
	}

	/** Resolves when the last socket is closed. */
	async close(): Promise<void> {
		for (const inFlight of [...this.busy.keys()]) this.release(inFlight, false);
		this.destroyIdle();
		await Promise.all(this.closing);
	}

	private distrust(): void {
		this.isTrusted = false;
		this.destroyIdle();
	}

	private destroyIdle(): void {
		for (const connections of Object.values(this.idle)) {
			for (const { connection } of connections.splice(0)) this.destroy(connection);
		}
	}

	/** The clock decides, not undici's timer: in a busy process that one comes too late. */
	private takeIdle(kind: HttpRequest['kind']): C | undefined {
		const { connection, since } = this.idle[kind].pop() ?? {};
		if (connection === undefined || since === undefined) return undefined;
		if (performance.now() - since <= IDLE_MS[kind]) return connection;
		// Those below it in the list are older still.
		for (const old of [connection, ...this.idle[kind].splice(0).map((idle) => idle.connection)]) {
			this.destroy(old);
		}
		return undefined;
	}

	private destroy(connection: C): void {
		const destroyed: Promise<unknown> = connection.destroy().finally(() => {
			this.closing.delete(destroyed);
		});
		this.closing.add(destroyed);
	}
}
