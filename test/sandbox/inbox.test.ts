// The inbox page: what was accepted, readable without JavaScript, harmless whatever a card holds.

import { startSandbox, type Sandbox } from '../../sandbox';
import {
	ask,
	EVOLUTION_CARD,
	evolutionUrl,
	GREEN_BODY,
	greenUrl,
	PLUGZ_BODY,
	plugzUrl,
} from './wire';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
afterEach(() => sandbox.reset());

const sendPlugz = (change: object) =>
	ask(plugzUrl(sandbox.credentials.plugzApi, 'send-contact'), {
		body: { ...PLUGZ_BODY, ...change },
	});

it('is a welcome with the gateways’ addresses while nothing came', async () => {
	const { text, headers } = await ask(`${sandbox.url}/`);
	expect(headers['content-type']).toContain('text/html');
	expect(text).toContain('No cards yet');
	expect(text).toContain(sandbox.apiUrls.evolutionV2);
});

it('shows the newest chat, and any chat by its address', async () => {
	await sendPlugz({ contactName: 'First' });
	await sendPlugz({ contactName: 'Second', phone: '120363019502650977-group' });
	const newest = await ask(`${sandbox.url}/`);
	expect(newest.text).toMatch(/<h3 class="card__name">Second<\/h3>/);
	const link = /href="(\/\?chat=[^"]*5511999999999)"/.exec(newest.text)?.[1];
	expect((await ask(`${sandbox.url}${link}`)).text).toMatch(/<h3 class="card__name">First<\/h3>/);
});

it('escapes everything that cards hold', async () => {
	const hostile = '<script>alert(1)</script>"\'&\u202e';
	await sendPlugz({ contactName: hostile, contactBusinessDescription: hostile });
	await ask(evolutionUrl(sandbox.credentials.evolutionV2, 'message/sendContact'), {
		body: {
			number: '553198296801',
			contact: [{ ...EVOLUTION_CARD, fullName: hostile, url: hostile }],
		},
		headers: { apikey: sandbox.credentials.evolutionV2.token },
	});
	for (const { key } of (await inbox()).conversations) {
		const { text, headers } = await ask(`${sandbox.url}/?chat=${encodeURIComponent(key)}`);
		expect(text).not.toContain('<script>alert');
		expect(text).not.toContain('\u202e');
		expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;');
		expect(headers['content-security-policy']).toContain("default-src 'none'");
	}
});

interface InboxJson {
	version: string;
	messages: number;
	cards: number;
	conversations: Array<{ key: string; kind: string; messages: object[] }>;
}
const inbox = async () => (await ask(`${sandbox.url}/inbox.json`)).json as InboxJson;

it('says the same as JSON: chats, quotes, what is queued and what never arrives', async () => {
	const { greenApi } = sandbox.credentials;
	const url = greenUrl(greenApi, 'sendContact');
	const first = (await ask(url, { body: GREEN_BODY })).json as { idMessage: string };
	sandbox.changeInstance('greenApi', greenApi.instance, { state: 'notAuthorized' });
	await ask(url, { body: { ...GREEN_BODY, quotedMessageId: first.idMessage } });
	await ask(url, { body: { ...GREEN_BODY, quotedMessageId: 'UNKNOWN' } });
	sandbox.changeInstance('greenApi', greenApi.instance, { state: 'authorized' });
	await ask(url, { body: { ...GREEN_BODY, chatId: '120363043968066561@g.us' } });
	const { messages, cards, conversations } = await inbox();
	expect([messages, cards]).toEqual([4, 4]);
	expect(conversations).toMatchObject([
		{ kind: 'group', messages: [{ state: 'sent' }] },
		{
			kind: 'person',
			messages: [
				{ state: 'sent' },
				{ state: 'queued', quoted: { cards: ['Артем Петрович Евпаторийский'] } },
				{ undelivered: 'quotedMessageId unknown', quoted: { messageId: 'UNKNOWN' } },
			],
		},
	]);
	const { text } = await ask(
		`${sandbox.url}/?chat=${encodeURIComponent(conversations[1]?.key ?? '')}`,
	);
	for (const word of ['Queued', 'Sent', 'Never arrives: quotedMessageId unknown', 'Reply to']) {
		expect(text).toContain(word);
	}
});

it('has a version that changes with every card and every reset', async () => {
	const version = async () =>
		((await ask(`${sandbox.url}/inbox.json?version`)).json as { version: string }).version;
	const versions = [await version()];
	await sendPlugz({});
	versions.push(await version());
	sandbox.reset();
	versions.push(await version());
	expect(new Set(versions).size).toBe(3);
	expect((await inbox()).version).toBe(versions[2]);
});

it('serves its style, script and icon itself', async () => {
	const types = await Promise.all(
		['/inbox.css', '/inbox.js', '/inbox.svg'].map(
			async (path) => (await ask(`${sandbox.url}${path}`)).headers['content-type'],
		),
	);
	expect(types).toEqual([
		'text/css; charset=utf-8',
		'text/javascript; charset=utf-8',
		'image/svg+xml; charset=utf-8',
	]);
});
