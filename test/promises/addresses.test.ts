/** Instances and tokens of any text cannot change the host, the path or the headers of a request. */
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { kits, tokenWith } from '../gateways';
import { cores, type Gateway, gateways, send, someItems } from './sending';

interface Told {
	readonly apiUrl: string;
	/** What arrived, byte for byte. */
	readonly received: string[];
}

const accepted = JSON.stringify({
	...{ idMessage: 'A1', messageId: 'A1', key: { id: 'A1' } },
	results: { message_id: 'A1' },
});

function answer(socket: Socket, received: string[]): void {
	let text = '';
	socket.on('error', () => {});
	socket.on('data', (chunk) => {
		text += chunk.toString('latin1');
		const length = Number(/content-length: (\d+)/i.exec(text)?.[1] ?? 0);
		const head = text.indexOf('\r\n\r\n');
		if (head < 0 || text.length < head + 4 + length) return;
		received.push(text);
		socket.end(
			`HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: ${accepted.length}\r\n\r\n${accepted}`,
		);
	});
}

/** A test with a server of its own, where every request is answered as accepted by any gateway. */
const withServer =
	(act: (told: Told, text: string) => Promise<void>) =>
	async (text: string): Promise<void> => {
		const received: string[] = [];
		const server = createServer((socket) => answer(socket, received));
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const { port } = server.address() as AddressInfo;
		try {
			await act({ apiUrl: `http://127.0.0.1:${port}/prefix`, received }, text);
		} finally {
			await new Promise((resolve) => server.close(resolve));
		}
	};

const hostile = [
	'plain',
	'a/../../b',
	'../../../admin',
	'%2e%2e/%2e%2e',
	'..%2f..%2fadmin',
	'a?b=c&d',
	'a#fragment',
	'a b\tc',
	'@evil.example/',
	'//evil.example/x',
	'http://evil.example/',
	'\\\\evil.example\\x',
	'a;b=c',
	'a%00b',
	'Loja da Ana 😀',
	'名前',
	'x HTTP/1.1\r\nHost: evil.example\r\n\r\nGET /',
	'a\nX-Evil: 1',
	'a\u2028b',
	'a\ud800b',
	'..',
	'.',
];

const isDots = (text: string) => /^\.+$/.test(text);

/** No spelling makes these harmless: dots climb in a path, and no header carries them or a break. */
function isRefused(gateway: Gateway, instance: string, token: string): boolean {
	if (isDots(instance) || /[\p{Cc}\u2028]/u.test(token)) return true;
	const { tokenIn } = kits[gateway];
	return tokenIn === 'path' ? isDots(token) : tokenIn === 'header' && /[^\x20-\xff]/.test(token);
}

const encoded = (text: string) => encodeURIComponent(text.toWellFormed());

describe.each(cores)('in %s', (core) => {
	describe.each(gateways)('%s', (gateway) => {
		test.concurrent.each(hostile)(
			'instance and token %j stay where they belong',
			withServer(async ({ apiUrl, received }, text) => {
				for (const [instance, secret] of [
					[text, 'token-1234567890'],
					['instance', text],
				] as const) {
					const token = tokenWith(kits[gateway], secret);
					const credential = { apiUrl, instance, token, ...kits[gateway].credential.fixed };
					const { execution } = await send({ gateway, credential, items: someItems(1), core });
					const [request = '', ...others] = received.splice(0);
					expect(others).toEqual([]);
					if (isRefused(gateway, instance, token)) {
						expect(request).toBe('');
						expect(execution.error?.message).toMatch(/^credential\.(instance|token): /);
						continue;
					}
					const [head = ''] = request.split('\r\n\r\n');
					const [line, ...headers] = head.split('\r\n');
					const path = `/prefix${kits[gateway].sendPath(encoded(instance), encoded(token))}`;
					expect(line).toBe(`POST ${path} HTTP/1.1`);
					const names = headers.map((header) => header.split(':')[0]?.toLowerCase());
					const host = headers.find((header) => /^host:/i.test(header));
					expect(host?.replace(/^host: /i, '')).toBe(new URL(apiUrl).host);
					expect(new Set(names).size).toBe(names.length);
					const allowed =
						/^(host|connection|user-agent|accept|accept-encoding|content-type|content-length|apikey|x-api-key|x-device-id|authorization)$/;
					expect(names.filter((name) => !allowed.test(name ?? ''))).toEqual([]);
				}
			}),
		);
	});

	test.concurrent.each(['client\r\nX-Evil: 1', 'client\nx', 'клиент', 'a\u0000b'])(
		'a client token %j cannot add a header',
		withServer(async ({ apiUrl, received }, clientToken) => {
			const credential = { apiUrl, instance: 'i', token: 'token-1234567890', clientToken };
			const items = someItems(1);
			const { execution } = await send({ gateway: 'plugzApi', credential, items, core });
			expect(execution.error?.message).toMatch(/^credential\.clientToken: /);
			expect(received).toEqual([]);
		}),
	);
});
