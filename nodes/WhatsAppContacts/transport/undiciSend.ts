/**
 * The fast way out: undici with kept-alive connections, under the host's outbound policy and proxy
 * variables. The only file that imports undici.
 *
 * Every connection is an agent of its own. So a request that is given up takes exactly its own
 * connection along: undici itself can neither stop a request that is still connecting, nor one that
 * waits for a proxy.
 */
import type { NodeEgressFilter } from 'n8n-workflow';
import { buildConnector, Client, EnvHttpProxyAgent, interceptors } from 'undici';
import { Deadlines } from './deadlines';
import type { Decompress, Handler } from './dispatching';
import { Exchange } from './exchange';
import type { HttpRequest, Send } from './http';
import { MAX_ANSWER_BYTES } from './http';
import type { Lane } from './lanes';
import { IDLE_MS, Lanes } from './lanes';
import { headersOf } from './requestHeaders';

interface UndiciLane extends Lane {
	readonly agent: EnvHttpProxyAgent;
}

interface Socket {
	destroy(): unknown;
	once(event: 'close', listener: () => void): unknown;
}

/** A server's own `keep-alive: timeout=5` must not raise it. */
const idleLimits = (kind: HttpRequest['kind']) => ({
	keepAliveTimeout: IDLE_MS[kind],
	keepAliveMaxTimeout: IDLE_MS[kind],
	keepAliveTimeoutThreshold: 500,
});

/** Sends with undici, for one run of the node: `close` leaves no socket open. */
export function createUndiciSend(
	policy: NodeEgressFilter,
	options: { readonly ignoreSslIssues: boolean },
): { send: Send; close(): Promise<void> } {
	const tls = options.ignoreSslIssues ? { rejectUnauthorized: false } : {};
	// One for all lanes: it holds the TLS sessions. Time limits are ours, undici's are coarse.
	const connector = buildConnector({ ...tls, timeout: 0, lookup: policy.createSecureLookup() });
	const lanes = new Lanes((kind) => openLane(kind, connector, tls));
	const deadlines = new Deadlines();
	let isClosed = false;

	async function dispatch(request: HttpRequest, exchange: Exchange): Promise<void> {
		const url = new URL(request.url);
		// Under protection this resolves the name too, and throws where that fails.
		const verdict = await policy.validateUrl(url);
		if (!verdict.ok) exchange.refuse('forbidden', 'outbound policy');
		if (exchange.isSettled) return;
		let lane: UndiciLane;
		try {
			lane = lanes.take(request.kind, exchange);
		} catch {
			exchange.refuse('proxyRefused', 'address of the proxy not understood');
			return;
		}
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
	}

	const send: Send = (request, signal) =>
		new Promise((resolve) => {
			const exchange = new Exchange(request, signal, decompress, (result, intact) => {
				deadlines.stop(exchange);
				lanes.release(exchange, intact);
				resolve(result);
			});
			if (isClosed || signal.aborted) {
				exchange.cancel();
				return;
			}
			deadlines.watch(exchange);
			dispatch(request, exchange).catch((error: unknown) => exchange.fail(error));
		});

	return {
		send,
		async close() {
			isClosed = true;
			deadlines.close();
			await lanes.close();
		},
	};
}

function openLane(
	kind: HttpRequest['kind'],
	connect: buildConnector.connector,
	tls: { readonly rejectUnauthorized?: boolean },
): UndiciLane {
	const sockets = new Set<Socket>();
	const newClient = (origin: string | URL, given: object): Client => {
		const connectPlainly = (given as { connect: buildConnector.connector }).connect;
		const connectSeen: buildConnector.connector = (target, callback) => {
			// The types hide that undici's connectors return the socket. It is needed because
			// `destroy` of a client leaves a connection alone that is still being made.
			const socket: unknown = connectPlainly(target, callback);
			if (!isSocket(socket)) return;
			sockets.add(socket);
			socket.once('close', () => sockets.delete(socket));
		};
		const limits = { headersTimeout: 0, bodyTimeout: 0, ...idleLimits(kind) };
		return new Client(origin, { ...limits, connect: connectSeen });
	};
	const agent = new EnvHttpProxyAgent({
		connect,
		factory: (origin, given) =>
			// undici tries on and on where a proxy hangs up on CONNECT, and tells only here.
			newClient(origin, given).on('connectionError', (_, __, error) => lane.exchange?.fail(error)),
		// For a proxy; n8n itself asks the policy about targets only, not about the operator's proxy.
		clientFactory: newClient,
		proxyTunnel: false,
		requestTls: { ...tls, timeout: 0 },
		proxyTls: { timeout: 0 },
	});
	const lane: UndiciLane = {
		kind,
		agent,
		exchange: undefined,
		destroy: () => {
			const ends: Array<Promise<void>> = [agent.destroy()];
			for (const socket of sockets) {
				ends.push(new Promise((resolve) => socket.once('close', resolve)));
				socket.destroy();
			}
			return Promise.allSettled(ends);
		},
	};
	return lane;
}

/**
 * undici's own decompression, called only for answers that are compressed: it costs the others
 * nothing, and its warning that it is experimental is not printed for nothing.
 */
const decompress: Decompress = (sink) => {
	let decompressing = sink;
	const limits = { skipErrorResponses: false, maxSize: MAX_ANSWER_BYTES };
	const dispatchSink = interceptors.decompress(limits)((_, handler) => {
		decompressing = handler as Handler;
		return true;
	});
	dispatchSink({ path: '/', method: 'GET' }, sink);
	return decompressing;
};

const isSocket = (value: unknown): value is Socket =>
	typeof value === 'object' && value !== null && 'destroy' in value && 'once' in value;
