// The socket side: a plain TCP server hands each connection to the HTTP (or HTTPS) server, so that
// a connection can be refused or left hanging before a single byte of it is read.

import { createServer as createHttpServer, type RequestListener } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import type { SandboxOptions } from './types';

/** How long an idle connection is kept, unless told otherwise. */
export const KEEP_ALIVE_MS = 5000;

/** Told about each connection; `true` means that it has dealt with the socket itself. */
type OnConnection = (socket: Socket) => boolean;

interface Connection {
	/** 1 for the first since the start. */
	number: number;
	/** The TCP socket, also under TLS. */
	socket: Socket;
}

/** The server without anything of HTTP, for whoever counts connections. */
export interface Listener {
	port: number;
	openSockets: () => number;
	/** All connections since the start. */
	connections(): number;
	/** The connection that a client's port stands for, while it is open. */
	connectionOf: (remotePort: number | undefined) => Connection | undefined;
	close(): Promise<void>;
}

/** On 127.0.0.1 alone: nobody else may reach a gateway that accepts everything. */
export async function listen(
	{ port = 0, tls, keepAliveTimeoutMs = KEEP_ALIVE_MS }: SandboxOptions,
	onRequest: RequestListener,
	onConnection: OnConnection,
): Promise<Listener> {
	const options = { keepAliveTimeout: 0, requestTimeout: 0, headersTimeout: 0 };
	// Newer Node.js adds a second to its own keepAliveTimeout; here 50 ms are 50 ms.
	const handle: RequestListener = (request, response) => {
		request.socket.setTimeout(0);
		response.once('finish', () => request.socket.setTimeout(keepAliveTimeoutMs));
		onRequest(request, response);
	};
	const server = tls
		? createHttpsServer({ ...options, ...tls }, handle)
		: createHttpServer(options, handle);
	// Broken requests and handshakes are the caller's to notice; here they only end the socket.
	server.on('clientError', (_error, socket) => socket.destroy());
	server.on('tlsClientError', (_error, socket: Socket) => socket.destroy());

	// A client has one port per open connection, and TLS hides the socket but not its port.
	const open = new Map<number | undefined, Connection>();
	let connections = 0;
	const front = createServer({ noDelay: true }, (socket) => {
		const { remotePort } = socket;
		const connection = { number: ++connections, socket };
		open.set(remotePort, connection);
		socket.on('error', () => socket.destroy());
		socket.once('close', () => {
			if (open.get(remotePort) === connection) open.delete(remotePort);
		});
		if (!onConnection(socket)) server.emit('connection', socket);
	});
	await new Promise<void>((resolve, reject) => {
		front.once('error', reject);
		front.listen(port, '127.0.0.1', resolve);
	});

	return {
		port: (front.address() as AddressInfo).port,
		openSockets: () => open.size,
		connections: () => connections,
		connectionOf: (remotePort) => open.get(remotePort),
		async close() {
			const sockets = [...open.values()].map(({ socket }) => socket);
			const closed = sockets.map((socket) => new Promise((done) => socket.once('close', done)));
			front.close();
			for (const socket of sockets) socket.destroy();
			await Promise.all(closed);
		},
	};
}
