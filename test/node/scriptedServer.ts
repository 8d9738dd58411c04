/** A server on 127.0.0.1 that answers from a list and remembers what it was asked. */
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Answered } from '../vectors/vector';

/** A request as it arrived. */
export interface Received {
	readonly method: string;
	readonly path: string;
	readonly headers: IncomingHttpHeaders;
	/** The text itself, so that numbers and key order can be looked at too. */
	readonly text: string;
}

/** No sandbox: a vector says both sides of the exchange itself. */
export interface ScriptedServer {
	readonly url: string;
	readonly received: readonly Received[];
	/** Forgets what was received, and answers these from now on. */
	script(answers: readonly Answered[]): void;
	close(): Promise<void>;
}

/** No vendor says so: the request was one too many. */
const UNEXPECTED: Answered = { status: 418, body: { error: 'nobody expected this request' } };

/** Answers a request too many with a status that no test expects. */
export async function startScriptedServer(): Promise<ScriptedServer> {
	const received: Received[] = [];
	let answers: Answered[] = [];
	const server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			received.push({
				method: request.method ?? '',
				path: request.url ?? '',
				headers: request.headers,
				text: Buffer.concat(chunks).toString('utf8'),
			});
			const { status, body, text, headers } = answers.shift() ?? UNEXPECTED;
			const isJson = text === undefined && body !== undefined;
			response.writeHead(status, {
				...(isJson && { 'content-type': 'application/json' }),
				...headers,
			});
			response.end(text ?? (isJson ? JSON.stringify(body) : ''));
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		received,
		script(next) {
			received.length = 0;
			answers = [...next];
		},
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}
