/**
 * The fast way out: undici with kept-alive connections, under the host's outbound policy and proxy
 * variables. The only file that imports undici.
 *
 * A connection is a lane of its own (an agent with at most one connection) and carries one request
 * at a time. So a request that is given up takes exactly its connection along: undici itself can
 * neither stop a request that is still connecting, nor one that waits for a proxy.
 */
import type { NodeEgressFilter } from 'n8n-workflow';
import { buildConnector, Client, EnvHttpProxyAgent, interceptors } from 'undici';
import { Deadlines } from './deadlines';
import type { Decompress, Handler } from './exchange';
import { Exchange } from './exchange';
import type { HttpRequest, Send } from './http';
import { MAX_ANSWER_BYTES } from './http';
import { headersOf } from './requestHeaders';

export interface SendOptions {
	/** Accept any certificate. */
	readonly ignoreSslIssues: boolean;
}

interface Lane {
	readonly agent: EnvHttpProxyAgent;
	readonly sockets: Set<Socket>;
	exchange: Exchange | undefined;
}

interface Socket {
	destroy(): unknown;
	once(event: 'close', listener: () => void): unknown;
}

/** How long an idle connection is kept, in milliseconds. */
const IDLE: Readonly<Record<HttpRequest['kind'], object>> = {
	// A server may be closing an idle connection at the very moment of the next request. With 10 ms
	// that was never seen; a server's own `keep-alive: timeout=5` must not raise it.
	send: { keepAliveTimeout: 10, keepAliveMaxTimeout: 10, keepAliveTimeoutThreshold: 500 },
	lookUp: { keepAliveTimeout: 4_000, keepAliveMaxTimeout: 4_000, keepAliveTimeoutThreshold: 500 },
};

const decompress: Decompress = (sink) => {
	let wrapped: Handler = sink;
	const interceptor = interceptors.decompress({
		skipErrorResponses: false,
		maxSize: MAX_ANSWER_BYTES,
	});
	interceptor((_, handler) => {
		wrapped = handler as Handler;
		return true;
	})({ path: '/', method: 'GET' }, sink);
	return wrapped;
};

const isSocket = (value: unknown): value is Socket =>
	typeof value === 'object' && value !== null && 'destroy' in value && 'once' in value;

/** Sends with undici, for one run of the node: `close` leaves no socket open. */
export function createUndiciSend(
	policy: NodeEgressFilter,
	options: SendOptions,
): { send: Send; close(): Promise<void> } {
	const deadlines = new Deadlines();
	const lanes = new Set<Lane>();
	const idle: Record<HttpRequest['kind'], Lane[]> = { send: [], lookUp: [] };
	const tls = options.ignoreSslIssues ? { rejectUnauthorized: false } : {};
	// One for all lanes: it holds the TLS sessions. Time limits are ours, undici's are coarse.
	const connector = buildConnector({
		...tls,
		timeout: 0,
		lookup: policy.createSecureLookup(),
	});
	const closing = new Set<Promise<unknown>>();
	let isClosed = false;

	function openLane(kind: HttpRequest['kind']): Lane {
		const sockets = new Set<Socket>();
		const connectWith =
			(connect: buildConnector.connector): buildConnector.connector =>
			(target, callback) => {
				const socket: unknown = connect(target, callback);
				if (!isSocket(socket)) return;
				sockets.add(socket);
				socket.once('close', () => sockets.delete(socket));
			};
		const newClient = (origin: string | URL, given: object): Client => {
			const { connect } = given as { connect: buildConnector.connector };
			const limits = { headersTimeout: 0, bodyTimeout: 0, ...IDLE[kind] };
			return new Client(origin, { ...limits, connect: connectWith(connect) });
		};
		const lane: Lane = {
			sockets,
			exchange: undefined,
			agent: new EnvHttpProxyAgent({
				connect: connector,
				factory: (origin, given) =>
					// undici tries again and again when a proxy hangs up on CONNECT, and tells only here.
					newClient(origin, given).on('connectionError', (_, __, error) =>
						lane.exchange?.fail(error),
					),
				clientFactory: newClient,
				proxyTunnel: false,
				requestTls: { ...tls, timeout: 0 },
				proxyTls: { timeout: 0 },
			}),
		};
		lanes.add(lane);
		return lane;
	}

	function closeLane(lane: Lane): void {
		lanes.delete(lane);
		const ends: Array<Promise<void>> = [lane.agent.destroy()];
		for (const socket of lane.sockets) {
			// undici's `destroy` leaves connections alone that are still being made.
			ends.push(new Promise((resolve) => socket.once('close', resolve)));
			socket.destroy();
		}
		const closed: Promise<unknown> = Promise.allSettled(ends).then(() => closing.delete(closed));
		closing.add(closed);
	}

	/** The parsed address, if the operator's policy allows it. */
	async function admit(request: HttpRequest): Promise<URL | undefined> {
		const url = new URL(request.url);
		// With the policy on this resolves the name too, and throws where that fails.
		const verdict = await policy.validateUrl(url);
		return verdict.ok ? url : undefined;
	}

	const send: Send = (request, signal) =>
		new Promise((resolve) => {
			let lane: Lane | undefined;
			const exchange = new Exchange(request, signal, decompress, (result, intact) => {
				deadlines.stop(exchange);
				if (lane !== undefined) {
					lane.exchange = undefined;
					if (intact) idle[request.kind].push(lane);
					else closeLane(lane);
				}
				resolve(result);
			});
			if (isClosed || signal.aborted) {
				exchange.cancel();
				return;
			}
			deadlines.watch(exchange);
			admit(request)
				.then((url) => {
					if (url === undefined) exchange.forbid();
					if (url === undefined || exchange.isSettled) return;
					lane = idle[request.kind].pop() ?? openLane(request.kind);
					lane.exchange = exchange;
					lane.agent.dispatch(
						{
							origin: url.origin,
							path: url.pathname + url.search,
							method: request.method,
							headers: { 'user-agent': 'n8n', ...headersOf(request) },
							body: request.body ?? null,
						},
						exchange,
					);
				})
				.catch((error: unknown) => exchange.fail(error));
		});

	return {
		send,
		async close() {
			isClosed = true;
			deadlines.close();
			lanes.forEach(closeLane);
			await Promise.all(closing);
		},
	};
}
