/**
 * Servers on 127.0.0.1 that misbehave exactly as told. They speak HTTP by hand, so that a test sees
 * the very bytes that left and decides about the very bytes that come back.
 */
import net from 'node:net';
import tls from 'node:tls';
import type { CertificateName } from './certificates';
import { certificate } from './certificates';

/** A request as it arrived. */
interface Seen {
	readonly method: string;
	readonly path: string;
	/** The lines of the head as they were sent, without the request line. */
	readonly headers: readonly string[];
	readonly body: string;
	/** 1 for the server's first connection. */
	readonly connection: number;
}

/** Given the socket itself, so that a test can break it. */
export type OnRequest = (socket: net.Socket, seen: Seen) => void;

/** Left out, it answers 200 to everything. */
export interface ServerOptions {
	readonly certificate?: CertificateName;
	/** Instead of HTTP: what to do with a new connection. */
	readonly onConnection?: (socket: net.Socket) => void;
	readonly onRequest?: OnRequest;
}

/** Counts connections too: a retry behind our back is a second one. */
export interface TestServer {
	readonly port: number;
	/** `http://127.0.0.1:port`, or https. */
	readonly origin: string;
	readonly seen: readonly Seen[];
	readonly counts: { connections: number; open: number };
	/** Everything that was sent to it, decrypted. */
	heard(): string;
	close(): Promise<void>;
}

/** Answers with a body of known length. */
export const answering =
	(status: number, body: string | Buffer = '', headers: readonly string[] = []): OnRequest =>
	(socket) => {
		const length = `content-length: ${Buffer.byteLength(body)}`;
		socket.write(head(status, [length, ...headers]));
		socket.write(body);
	};

/** By hand, with the blank line that ends it. */
export const head = (status: number, headers: readonly string[]): string =>
	[`HTTP/1.1 ${status} Said so`, ...headers, '', ''].join('\r\n');

/** On a free port; `close` ends the connections that a test left. */
export async function startServer(options: ServerOptions): Promise<TestServer> {
	const seen: Seen[] = [];
	const counts = { connections: 0, open: 0 };
	const heard: Buffer[] = [];
	const sockets = new Set<net.Socket>();
	const accept = (socket: net.Socket): void => {
		const connection = counts.connections;
		socket.on('error', () => {});
		socket.on('data', (chunk: Buffer) => heard.push(chunk));
		if (options.onConnection) options.onConnection(socket);
		else readRequests(socket, connection, seen, options.onRequest ?? answering(200));
	};
	const server =
		options.certificate === undefined
			? net.createServer(accept)
			: tls.createServer(certificate(options.certificate), accept);
	server.on('tlsClientError', () => {});
	server.on('connection', (socket: net.Socket) => {
		counts.connections += 1;
		counts.open += 1;
		sockets.add(socket);
		socket.on('error', () => {});
		socket.on('close', () => {
			counts.open -= 1;
			sockets.delete(socket);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as net.AddressInfo;
	return {
		port,
		origin: `http${options.certificate === undefined ? '' : 's'}://127.0.0.1:${port}`,
		seen,
		counts,
		heard: () => Buffer.concat(heard).toString('latin1'),
		close: async () => {
			const closed = new Promise<void>((resolve) => server.close(() => resolve()));
			sockets.forEach((socket) => socket.destroy());
			await closed;
		},
	};
}

function readRequests(
	socket: net.Socket,
	connection: number,
	seen: Seen[],
	onRequest: OnRequest,
): void {
	let buffer = Buffer.alloc(0);
	const onData = (chunk: Buffer): void => {
		buffer = Buffer.concat([buffer, chunk]);
		for (;;) {
			const end = buffer.indexOf('\r\n\r\n');
			if (end < 0) return;
			const [requestLine = '', ...headers] = buffer.toString('latin1', 0, end).split('\r\n');
			const length = Number(/^content-length: (\d+)$/im.exec(headers.join('\n'))?.[1] ?? 0);
			if (buffer.length < end + 4 + length) return;
			const body = buffer.toString('utf8', end + 4, end + 4 + length);
			buffer = buffer.subarray(end + 4 + length);
			const [method = '', path = ''] = requestLine.split(' ');
			const request: Seen = { method, path, headers, body, connection };
			seen.push(request);
			if (method === 'CONNECT') socket.off('data', onData);
			onRequest(socket, request);
			if (method === 'CONNECT') return;
		}
	};
	socket.on('data', onData);
}

/** What a proxy does: opens tunnels and passes on requests with a whole URL. */
export const proxying: OnRequest = (socket, seen) => {
	const target = new URL(seen.method === 'CONNECT' ? `http://${seen.path}` : seen.path);
	const onward = net.connect(Number(target.port), '127.0.0.1');
	onward.on('error', () => socket.destroy());
	socket.on('close', () => onward.destroy());
	onward.on('close', () => socket.destroy());
	if (seen.method === 'CONNECT') {
		onward.on('connect', () => {
			socket.write(head(200, []));
			socket.pipe(onward).pipe(socket);
		});
		return;
	}
	const line = `${seen.method} ${target.pathname}${target.search} HTTP/1.1`;
	onward.write([line, ...seen.headers, '', seen.body].join('\r\n'));
	onward.pipe(socket, { end: false });
};
