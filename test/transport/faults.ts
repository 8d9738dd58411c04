/** Rows: what may go wrong between here and a server, and what each way out makes of it. */
import { setTimeout as later } from 'node:timers';
import net from 'node:net';
import type { Row } from './rows';
import { both } from './rows';
import { head, startServer } from './servers';

const HANGS = { onRequest: () => {} };
/** Accepts and never says anything: for https a handshake that hangs. */
const SILENT = { onConnection: () => {} };
const quick = { timeoutMs: 250 };
const https = (origin: string): string => origin.replace('http:', 'https:');

const interrupted = both('interrupted, handed over');
const timedOut = both('timedOut, handed over');

/** Each says whether anything of the request may have left. */
export const faultRows: readonly Row[] = [
	{
		name: 'a refused port',
		server: {},
		// The port above is taken by nobody who answers.
		origin: () => 'http://127.0.0.1:1',
		verdicts: both('unreachable, nothing left'),
	},
	{
		name: 'a name that does not exist',
		server: {},
		origin: () => 'http://gateway.invalid',
		verdicts: both('unreachable, nothing left'),
	},
	{
		name: 'no URL at all',
		server: {},
		request: { url: 'gateway' },
		verdicts: { undici: 'unreachable, nothing left', n8n: 'interrupted, handed over' },
	},
	{
		name: 'reset on accept',
		server: { onConnection: (socket) => socket.resetAndDestroy() },
		verdicts: {
			undici: ['unreachable, nothing left', 'interrupted, handed over'],
			n8n: 'interrupted, handed over',
		},
	},
	{
		name: 'reset after the request',
		server: { onRequest: (socket) => socket.resetAndDestroy() },
		verdicts: interrupted,
	},
	{
		name: 'closed after the request',
		server: { onRequest: (s) => s.destroy() },
		verdicts: interrupted,
	},
	{
		name: 'reset after the head',
		server: {
			onRequest: (socket) => {
				socket.write(head(200, ['content-length: 9']));
				later(() => socket.resetAndDestroy(), 50);
			},
		},
		verdicts: interrupted,
	},
	{
		name: 'reset in the body',
		server: {
			onRequest: (socket) => {
				socket.write(`${head(200, ['content-length: 9'])}four`);
				later(() => socket.resetAndDestroy(), 50);
			},
		},
		verdicts: interrupted,
	},
	{
		name: 'an early end of a body of known length',
		server: { onRequest: (socket) => socket.end(`${head(200, ['content-length: 9'])}four`) },
		verdicts: interrupted,
	},
	{
		name: 'an early end of a body in chunks',
		server: {
			onRequest: (socket) =>
				socket.end(`${head(200, ['transfer-encoding: chunked'])}4\r\nfour\r\n`),
		},
		verdicts: interrupted,
	},
	{
		name: 'an answer that is no HTTP',
		server: { onRequest: (socket) => socket.write('220 mail.example ESMTP\r\n') },
		verdicts: interrupted,
	},
	{ name: 'no answer', server: HANGS, request: quick, verdicts: timedOut },
	{
		name: 'a head that drips',
		server: { onRequest: (socket) => drip(socket, 'HTTP/1.1 200 OK\r\n') },
		request: quick,
		verdicts: timedOut,
	},
	{
		name: 'a body that drips',
		server: { onRequest: (socket) => drip(socket, head(200, ['content-length: 999'])) },
		request: quick,
		verdicts: timedOut,
	},
	{
		name: 'an answer that comes too late',
		server: { onRequest: (socket) => later(() => socket.write(head(200, [])), 400) },
		request: quick,
		listenMs: 300,
		verdicts: timedOut,
	},
	{
		name: 'a TLS handshake that hangs',
		server: SILENT,
		origin: https,
		request: quick,
		verdicts: { undici: 'unreachable, nothing left', n8n: 'timedOut, handed over' },
	},
	{
		name: 'a TLS handshake that is reset',
		server: { onConnection: (socket) => socket.once('data', () => socket.resetAndDestroy()) },
		origin: https,
		verdicts: { undici: 'unreachable, nothing left', n8n: 'interrupted, handed over' },
	},
	{
		name: 'https to a server that speaks http',
		server: { onConnection: (socket) => socket.once('data', () => socket.end(head(400, []))) },
		origin: https,
		verdicts: { undici: 'untrusted, nothing left', n8n: 'untrusted, handed over' },
	},
	{
		name: 'http to a server that speaks https',
		server: { certificate: 'server' },
		origin: (origin) => origin.replace('https:', 'http:'),
		verdicts: interrupted,
	},
	{
		name: 'an unknown certificate',
		server: { certificate: 'server' },
		verdicts: both('untrusted, nothing left'),
	},
	...(['server', 'expired', 'otherHost'] as const).map((certificate) => ({
		name: `a bad certificate (${certificate}) that the user accepts`,
		server: { certificate },
		ignoreSslIssues: true,
		verdicts: both('answer 200'),
	})),
	...[0, 60].flatMap((cancelAfterMs): Row[] => [
		{
			name: `stopped after ${cancelAfterMs} ms, in a TLS handshake that hangs`,
			server: SILENT,
			origin: https,
			cancelAfterMs,
			verdicts: {
				undici: 'cancelled, nothing left',
				n8n: cancelAfterMs === 0 ? 'cancelled, nothing left' : 'cancelled, handed over',
			},
		},
		{
			name: `stopped after ${cancelAfterMs} ms, waiting for the answer`,
			server: HANGS,
			cancelAfterMs,
			verdicts: both(cancelAfterMs === 0 ? 'cancelled, nothing left' : 'cancelled, handed over'),
		},
	]),
	{
		name: 'stopped in the body',
		server: { onRequest: (socket) => drip(socket, head(200, ['content-length: 999'])) },
		cancelAfterMs: 60,
		verdicts: both('cancelled, handed over'),
	},
	...[{ request: { timeoutMs: 150 } }, { cancelAfterMs: 150 }].map((end): Row => ({
		name: `given up in a slow TLS handshake (${JSON.stringify(end)}), which then succeeds`,
		server: { onConnection: (socket) => void relaySlowly(socket) },
		origin: https,
		ignoreSslIssues: true,
		...end,
		listenMs: 500,
		verdicts: {
			undici: ['unreachable, nothing left', 'cancelled, nothing left'],
			n8n: ['timedOut, handed over', 'cancelled, handed over'],
		},
	})),
];

function drip(socket: net.Socket, first: string): void {
	socket.write(first);
	const timer = setInterval(() => socket.write('x'), 20);
	socket.on('close', () => clearInterval(timer));
}

/** Hands a connection to a TLS server 350 ms later. */
async function relaySlowly(socket: net.Socket): Promise<void> {
	const target = await startServer({ certificate: 'server' });
	socket.pause();
	later(() => {
		const onward = net.connect(target.port, '127.0.0.1');
		socket.on('close', () => void target.close());
		onward.on('error', () => {});
		socket.pipe(onward).pipe(socket);
	}, 350);
}
