/** Instances and tokens of any text cannot change the host, the path or the headers of a request. */
import { kits, tokenWith } from '../gateways';
import { answering, startServer } from '../transport/servers';
import { type Core, cores, type Gateway, gateways, send, someItems } from './sending';

const accepted = JSON.stringify({
	...{ idMessage: 'A1', messageId: 'A1', key: { id: 'A1' } },
	results: { message_id: 'A1' },
});

/** Sends a card to a server of its own, which answers as any gateway that has accepted it. */
async function sendTo(gateway: Gateway, core: Core, account: object) {
	const onRequest = answering(200, accepted, ['content-type: application/json']);
	const server = await startServer({ onRequest });
	try {
		const credential = { apiUrl: `${server.origin}/prefix`, ...account };
		const { execution } = await send({ gateway, credential, items: someItems(1), core });
		return { execution, server, heard: server.heard() };
	} finally {
		await server.close();
	}
}

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
		test.concurrent.each(hostile)('instance and token %j stay where they belong', async (text) => {
			for (const [instance, secret] of [
				[text, 'token-1234567890'],
				['instance', text],
			] as const) {
				const token = tokenWith(kits[gateway], secret);
				const account = { instance, token, ...kits[gateway].credential.fixed };
				const { execution, server, heard } = await sendTo(gateway, core, account);
				if (isRefused(gateway, instance, token)) {
					expect(heard).toBe('');
					expect(execution.error?.message).toMatch(/^credential\.(instance|token): /);
					continue;
				}
				expect(server.seen).toHaveLength(1);
				const [head = ''] = heard.split('\r\n\r\n');
				const [line, ...headers] = head.split('\r\n');
				const path = `/prefix${kits[gateway].sendPath(encoded(instance), encoded(token))}`;
				expect(line).toBe(`POST ${path} HTTP/1.1`);
				const names = headers.map((header) => header.split(':')[0]?.toLowerCase());
				const host = headers.find((header) => /^host:/i.test(header));
				expect(host?.replace(/^host: /i, '')).toBe(new URL(server.origin).host);
				expect(new Set(names).size).toBe(names.length);
				const allowed =
					/^(host|connection|user-agent|accept|accept-encoding|content-type|content-length|apikey|x-api-key|x-device-id|authorization)$/;
				expect(names.filter((name) => !allowed.test(name ?? ''))).toEqual([]);
			}
		});
	});

	test.concurrent.each(['client\r\nX-Evil: 1', 'client\nx', 'клиент', 'a\u0000b'])(
		'a client token %j cannot add a header',
		async (clientToken) => {
			const account = { instance: 'i', token: 'token-1234567890', clientToken };
			const { execution, heard } = await sendTo('plugzApi', core, account);
			expect(execution.error?.message).toMatch(/^credential\.clientToken: /);
			expect(heard).toBe('');
		},
	);
});
