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
import type { Connection } from './connections';
import { Connections, IDLE_MS } from './connections';
import { Deadlines } from './deadlines';
import type { Decompress } from './dispatching';
import { codeOf } from './faults';
import type { HttpFailureKind, HttpRequest, Send } from './http';
import { MAX_ANSWER_BYTES } from './http';
import { PendingRequest } from './pendingRequest';
import { headersOf } from './requestHeaders';
import { Turns } from './turns';

interface UndiciConnection extends Connection {
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

/** What a connection says that its peer has closed meanwhile. */
const brokenOff: ReadonlySet<HttpFailureKind> = new Set(['interrupted', 'unreachable']);

/** Sends with undici, for one run of the node: `close` leaves no socket open. */
export function createUndiciSend(
	policy: NodeEgressFilter,
	options: { readonly ignoreSslIssues: boolean },
): { send: Send; close(): Promise<void> } {
	const tls = options.ignoreSslIssues ? { rejectUnauthorized: false } : {};
	// One for all connections: it holds the TLS sessions. Time limits are ours, undici's are coarse.
	const connector = buildConnector({ ...tls, timeout: 0, lookup: policy.createSecureLookup() });
	const connections: Connections<UndiciConnection> = new Connections((kind) =>
		openConnection(kind, connector, tls, (ended) => connections.endedUnasked(ended)),
	);
	const deadlines = new Deadlines();
	const turns = new Turns();
	let isClosed = false;

	async function dispatch(request: HttpRequest, inFlight: PendingRequest): Promise<void> {
		const url = new URL(request.url);
		// Under protection this resolves the name too, and throws where that fails.
		const verdict = await policy.validateUrl(url);
		if (!verdict.ok) inFlight.refuse('forbidden', 'outbound policy');
		if (inFlight.isSettled) return;
		let connection: UndiciConnection;
		try {
			connection = connections.take(request.kind, inFlight);
		} catch {
			inFlight.refuse('proxyRefused', 'address of the proxy not understood');
			return;
		}
		connection.agent.dispatch(
			{
				origin: url.origin,
				path: url.pathname + url.search,
				method: request.method,
				headers: { 'user-agent': 'n8n', ...headersOf(request) },
				body: request.body ?? null,
			},
			inFlight,
		);
	}

	const send: Send = (request, signal) =>
		new Promise((resolve) => {
			const inFlight = new PendingRequest(request, signal, decompress, (result, intact) => {
				deadlines.stop(inFlight);
				const free = (): void => {
					connections.release(inFlight, intact);
					resolve(result);
				};
				if ('failure' in result && brokenOff.has(result.failure.kind)) connections.broken(inFlight);
				// The peer may have closed it with the answer, or have said more: that is seen by then.
				if (intact) turns.next(free);
				else free();
			});
			if (isClosed || signal.aborted) {
				inFlight.cancel();
				return;
			}
			deadlines.watch(inFlight);
			dispatch(request, inFlight).catch((error: unknown) => inFlight.fail(error));
		});

	return {
		send,
		async close() {
			isClosed = true;
			deadlines.close();
			turns.close();
			await connections.close();
		},
	};
}

function openConnection(
	kind: HttpRequest['kind'],
	connect: buildConnector.connector,
	tls: { readonly rejectUnauthorized?: boolean },
	onEndUnasked: (connection: UndiciConnection) => void,
): UndiciConnection {
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
			newClient(origin, given)
				.on('connectionError', (_, __, error) => connection.carries?.fail(error))
				.on('disconnect', (_, __, error) => {
					// This code: the server announced it, or it was idle for too long.
					if (codeOf(error) !== 'UND_ERR_INFO') onEndUnasked(connection);
				}),
		// For a proxy; n8n itself asks the policy about targets only, not about the operator's proxy.
		clientFactory: newClient,
		proxyTunnel: false,
		requestTls: { ...tls, timeout: 0 },
		proxyTls: { timeout: 0 },
	});
	const connection: UndiciConnection = {
		kind,
		agent,
		carries: undefined,
		isKept: false,
		destroy: () => {
			const ends: Array<Promise<void>> = [agent.destroy()];
			for (const socket of sockets) {
				ends.push(new Promise((resolve) => socket.once('close', resolve)));
				socket.destroy();
			}
			return Promise.allSettled(ends);
		},
	};
	return connection;
}

/**
 * undici's own decompression, called only for answers that are compressed: it costs the others
 * nothing, and its warning that it is experimental is not printed for nothing.
 */
const decompress: Decompress = (sink) => {
	let decompressing = sink;
	const limits = { skipErrorResponses: false, maxSize: MAX_ANSWER_BYTES };
	const dispatchSink = interceptors.decompress(limits)((_, handler) => {
		decompressing = handler;
		return true;
	});
	dispatchSink({ path: '/', method: 'GET' }, sink);
	return decompressing;
};

const isSocket = (value: unknown): value is Socket =>
	typeof value === 'object' && value !== null && 'destroy' in value && 'once' in value;
