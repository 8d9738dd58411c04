/** Rows: proxies named by the environment, and what they do wrong. */
import type { Row } from './rows';
import { both } from './rows';
import { answering, head, proxying } from './servers';

const quick = { timeoutMs: 250 };
const TLS = { certificate: 'server' } as const;
const lowerCase = (origin: string) => ({ http_proxy: origin, https_proxy: origin });
const upperCase = (origin: string) => ({ HTTP_PROXY: origin, HTTPS_PROXY: origin });
const neverConnected: Row['verdicts'] = {
	undici: 'unreachable, nothing left',
	n8n: ['timedOut, handed over', 'interrupted, handed over'],
};

/** n8n's helper takes a refused tunnel for the gateway's own answer. */
const refusesTunnels = (status: number, n8n: string): Row => ({
	name: `refuses a tunnel with ${status}`,
	server: TLS,
	proxy: { onRequest: answering(status, 'no') },
	verdicts: { undici: 'proxyRefused, nothing left', n8n },
});

/** A proxy's refusal is no answer of the gateway's. */
export const proxyRows: readonly Row[] = [
	...[lowerCase, upperCase].flatMap((env): Row[] => [
		{
			name: `passes on plain http (${env.name})`,
			server: { onRequest: answering(200, 'through') },
			proxy: { onRequest: proxying, env },
			verdicts: both('answer 200'),
			text: 'through',
		},
		{
			name: `opens a tunnel for https (${env.name})`,
			server: { ...TLS, onRequest: answering(200, 'through') },
			proxy: { onRequest: proxying, env },
			ignoreSslIssues: true,
			// n8n 1.122 forgets the option behind a proxy.
			verdicts: { ...both('answer 200'), n8n1: 'untrusted, nothing left' },
		},
	]),
	{
		name: 'opens a tunnel to an unknown certificate',
		server: TLS,
		proxy: { onRequest: proxying },
		verdicts: both('untrusted, nothing left'),
	},
	{
		name: 'is passed by for hosts in no_proxy',
		server: { onRequest: answering(200, 'direct') },
		proxy: { env: (origin) => ({ ...lowerCase(origin), no_proxy: '127.0.0.1' }) },
		verdicts: both('answer 200'),
		text: 'direct',
	},
	refusesTunnels(407, 'proxyRefused, handed over'),
	refusesTunnels(403, 'answer 403'),
	refusesTunnels(502, 'answer 502'),
	{
		name: 'wants a password for plain http',
		server: {},
		proxy: { onRequest: answering(407, 'no') },
		verdicts: both('proxyRefused, handed over'),
	},
	{
		name: 'has an address that is none',
		server: {},
		proxy: { env: () => lowerCase('http://') },
		verdicts: { undici: 'proxyRefused, nothing left', n8n: 'interrupted, handed over' },
	},
	...[TLS, {}].flatMap((server): Row[] => [
		{
			name: `hangs up on accept (${JSON.stringify(server)})`,
			server,
			proxy: { onConnection: (socket) => socket.destroy() },
			request: quick,
			verdicts: {
				undici: ['unreachable, nothing left', 'interrupted, handed over'],
				n8n: 'interrupted, handed over',
			},
		},
		{
			name: `refuses connections (${JSON.stringify(server)})`,
			server,
			proxy: { env: () => lowerCase('http://127.0.0.1:1') },
			verdicts: both('unreachable, nothing left'),
		},
	]),
	{
		name: 'never answers CONNECT',
		server: TLS,
		proxy: { onRequest: () => {} },
		request: quick,
		verdicts: neverConnected,
		leavesOpen: ['n8n', 'n8n1'],
	},
	{
		name: 'hangs up on CONNECT',
		server: TLS,
		proxy: { onRequest: (socket) => socket.end() },
		request: quick,
		verdicts: neverConnected,
	},
	{
		name: 'never answers plain http',
		server: {},
		proxy: { onRequest: () => {} },
		request: quick,
		verdicts: both('timedOut, handed over'),
	},
	{
		name: 'opens a tunnel in which the handshake hangs',
		server: {},
		origin: (origin) => origin.replace('http:', 'https:'),
		proxy: { onRequest: (socket) => socket.write(head(200, [])) },
		request: quick,
		verdicts: neverConnected,
	},
	{
		name: 'opens the tunnel after the request was given up',
		server: TLS,
		proxy: { onRequest: (socket, seen) => void setTimeout(() => proxying(socket, seen), 400) },
		ignoreSslIssues: true,
		request: quick,
		listenMs: 500,
		verdicts: neverConnected,
	},
	{
		name: 'never answers CONNECT, and the run is stopped',
		server: TLS,
		proxy: { onRequest: () => {} },
		cancelAfterMs: 60,
		verdicts: { undici: 'cancelled, nothing left', n8n: 'cancelled, handed over' },
		leavesOpen: ['n8n', 'n8n1'],
	},
];
