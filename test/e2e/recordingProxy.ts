// An HTTP proxy on 127.0.0.1 that forwards and remembers: did every request go through it?
import { createServer, request as httpRequest } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';

export interface RecordingProxy {
	/** For `HTTP_PROXY` and its like. */
	url: string;
	/** What went through, as `POST http://…` or `CONNECT host:port`. */
	seen: string[];
	stop(): Promise<void>;
}

/** Starts a proxy that forwards plain requests and opens tunnels. */
export async function startRecordingProxy(): Promise<RecordingProxy> {
	const seen: string[] = [];
	const sockets = new Set<Socket>();
	const server = createServer((incoming, outgoing) => {
		seen.push(`${incoming.method} ${incoming.url}`);
		const { method, headers } = incoming;
		const forwarded = httpRequest(incoming.url ?? '', { method, headers }, (answer) => {
			outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
			answer.pipe(outgoing);
		});
		forwarded.on('error', () => outgoing.writeHead(502).end());
		incoming.pipe(forwarded);
	});
	server.on('connect', (incoming, client: Socket, head: Buffer) => {
		seen.push(`CONNECT ${incoming.url}`);
		const { hostname, port } = new URL(`http://${incoming.url}`);
		const target = connect(Number(port === '' ? 80 : port), hostname, () => {
			client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
			target.write(head);
			target.pipe(client).pipe(target);
		});
		target.on('error', () => client.destroy());
		client.on('error', () => target.destroy());
		sockets.add(target);
	});
	server.on('connection', (socket) => sockets.add(socket));
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const stop = () =>
		new Promise<void>((resolve) => {
			server.close(() => resolve());
			for (const socket of sockets) socket.destroy();
		});
	return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen, stop };
}
