// GREEN-API's contract at the wire.

import { startSandbox, type Sandbox } from '../../sandbox';
import { ask, GREEN_BODY, greenUrl, type Question, renew } from '../sandbox/wire';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
afterEach(() => renew(sandbox, 'greenApi'));

const call = (method: string, question: Question = {}) =>
	ask(greenUrl(sandbox.credentials.greenApi, method), question);
const send = (body: unknown) => call('sendContact', { body });
const change = (switches: Parameters<Sandbox['changeInstance']>[2]) =>
	sandbox.changeInstance('greenApi', sandbox.credentials.greenApi.instance, switches);
const message = (answer: { json: unknown }) => (answer.json as { message: string }).message;

describe('sendContact', () => {
	it.each(['11001234567@c.us', '11001234567-1581234048@g.us', '120363043968066561@g.us'])(
		'accepts the documented card for %s and answers an idMessage',
		async (chatId) => {
			const answer = await send({ ...GREEN_BODY, chatId });
			expect(answer.status).toBe(200);
			expect(answer.json).toEqual({ idMessage: expect.stringMatching(/^[0-9A-F]{20}$/) });
			expect(sandbox.accepted()).toEqual([
				expect.objectContaining({
					sequence: 1,
					provider: 'greenApi',
					method: 'sendContact',
					chatId,
					state: 'sent',
					cards: [
						expect.objectContaining({
							name: 'Артем Петрович Евпаторийский',
							phones: ['79001234568'],
							company: 'Велосипед',
						}),
					],
					body: JSON.stringify({ ...GREEN_BODY, chatId }),
				}),
			]);
		},
	);

	const { contact } = GREEN_BODY;
	it.each([
		['an empty body', {}, "'value' must have at least 1 key"],
		['no chatId', { contact }, "'chatId' is required"],
		['an empty contact', { ...GREEN_BODY, contact: {} }, "'value' must have at least 1 key"],
		[
			'a contact without any name',
			{ ...GREEN_BODY, contact: { phoneContact: 79001234568 } },
			"'value' must have at least 1 key",
		],
		[
			'a phone of letters',
			{ ...GREEN_BODY, contact: { ...contact, phoneContact: 'abc' } },
			"'contact.phoneContact' must be a number",
		],
		[
			'a phone that JavaScript cannot hold',
			{ ...GREEN_BODY, contact: { ...contact, phoneContact: 2 ** 60 } },
			"'contact.phoneContact' must be a safe number",
		],
		['a key nobody documents', { ...GREEN_BODY, typingTime: 0 }, "'typingTime' is not allowed"],
	])('refuses %s in the words of the documentation', async (_what, body, details) => {
		const answer = await send(body);
		expect(answer.status).toBe(400);
		expect(message(answer)).toBe(`Validation failed. Details: ${details}`);
		expect(sandbox.accepted()).toEqual([]);
	});

	it('reads a numeric string as a number, as the validator does', async () => {
		const answer = await send({
			...GREEN_BODY,
			contact: { ...contact, phoneContact: '79001234568' },
		});
		expect(answer.status).toBe(200);
	});

	it('shows the token in clear in the path of a refusal', async () => {
		const { token, instance } = sandbox.credentials.greenApi;
		expect((await send({})).json).toEqual({
			statusCode: 400,
			timestamp: expect.any(String),
			path: `/waInstance${instance}/sendContact/${token}`,
			message: expect.any(String),
		});
	});

	it('notes undocumented keys instead of refusing them when told so', async () => {
		change({ undocumentedKeys: 'record' });
		await send({ ...GREEN_BODY, typingTime: 0, contact: { ...contact, email: 'a@b.c' } });
		expect(sandbox.accepted()[0]?.undocumentedKeys).toEqual(['typingTime', 'contact.email']);
	});

	it('answers 500 to a body over 100 kB', async () => {
		const answer = await send({
			...GREEN_BODY,
			contact: { ...contact, company: 'x'.repeat(102400) },
		});
		expect([answer.status, message(answer)]).toEqual([500, 'request entity too large']);
	});

	it('answers the parser’s text to a body that is no JSON', async () => {
		const answer = await call('sendContact', { text: '{"chatId": oops}' });
		expect(answer.status).toBe(400);
		expect(message(answer)).toBe('Unexpected token o in JSON at position 11');
	});

	it('answers 500 to a chatId that is no text', async () => {
		const answer = await send({ ...GREEN_BODY, chatId: true });
		expect(answer.status).toBe(500);
		expect(message(answer)).toBe('interface conversion: interface {} is bool, not string');
	});

	it.each(['notAuthorized', 'blocked', 'yellowCard', 'sleepMode'] as const)(
		'queues cards in the state %s',
		async (state) => {
			change({ state });
			expect((await send(GREEN_BODY)).status).toBe(200);
			expect(sandbox.accepted()[0]?.state).toBe('queued');
		},
	);

	it('promises an id for a wrong quote and marks the message as never delivered', async () => {
		const first = (await send(GREEN_BODY)).json as { idMessage: string };
		await send({ ...GREEN_BODY, quotedMessageId: first.idMessage });
		await send({ ...GREEN_BODY, quotedMessageId: '361B0E63F2FDF95903B6A9C9A102F34B' });
		await send({ ...GREEN_BODY, quotedMessageId: 'NEVER-HEARD-OF' });
		await send({ ...GREEN_BODY, chatId: '79001234567@c.us', quotedMessageId: first.idMessage });
		expect(sandbox.accepted().map(({ undelivered }) => undelivered)).toEqual([
			...[undefined, undefined, undefined],
			...['quotedMessageId unknown', 'quotedMessageId unknown'],
		]);
	});

	it('queues for numbers without WhatsApp, and only its record tells', async () => {
		expect((await send({ ...GREEN_BODY, chatId: '79001230000@c.us' })).status).toBe(200);
		expect(sandbox.accepted()[0]?.undelivered).toBe('noAccount');
	});
});

describe('the door', () => {
	it('answers a wrong token with 401 and no body', async () => {
		const { greenApi } = sandbox.credentials;
		const answer = await ask(greenUrl({ ...greenApi, token: 'wrong' }, 'sendContact'), {
			body: GREEN_BODY,
		});
		expect([answer.status, answer.text]).toEqual([401, '']);
	});

	it('answers an unknown instance with 403 and nginx’s page', async () => {
		const { greenApi } = sandbox.credentials;
		const answer = await ask(greenUrl({ ...greenApi, instance: '1' }, 'getStateInstance'));
		expect(answer.status).toBe(403);
		expect(answer.text).toContain('<center>nginx</center>');
	});

	it('answers an unknown method and a wrong verb with 404', async () => {
		expect((await call('sendCards', { body: {} })).status).toBe(404);
		expect((await call('sendContact')).status).toBe(404);
	});

	it('does not take a doubled slash for one', async () => {
		const { greenApi } = sandbox.credentials;
		const doubled = { ...greenApi, apiUrl: `${greenApi.apiUrl}/` };
		expect((await ask(greenUrl(doubled, 'getStateInstance'))).status).toBe(403);
	});

	it('answers OPTIONS with 204', async () => {
		expect((await call('sendContact', { verb: 'OPTIONS' })).status).toBe(204);
	});

	it.each([
		['sendContact', 50],
		['checkWhatsapp', 10],
		['getContactInfo', 1],
	])('refuses %s above %d requests in a second with 429', async (method, rate) => {
		const bodies: Record<string, unknown> = {
			sendContact: GREEN_BODY,
			checkWhatsapp: { phoneNumber: 79001234567 },
			getContactInfo: { chatId: '79001234567@c.us' },
		};
		const asked = Array.from({ length: rate + 3 }, () => call(method, { body: bodies[method] }));
		const statuses = (await Promise.all(asked)).map(({ status }) => status);
		expect(statuses.filter((status) => status === 429)).toHaveLength(3);
		expect(sandbox.accepted()).toHaveLength(method === 'sendContact' ? rate : 0);
	});

	it('has rates that can be changed and switched off', async () => {
		change({ rates: false });
		expect((await call('getStateInstance')).status).toBe(200);
		expect((await call('getStateInstance')).status).toBe(200);
		change({ rates: { getStateInstance: 2 } });
		const statuses = [];
		for (let index = 0; index < 3; index++) statuses.push((await call('getStateInstance')).status);
		expect(statuses).toEqual([200, 200, 429]);
	});

	it('refuses everything but the state while starting', async () => {
		change({ state: 'starting' });
		expect(message(await send(GREEN_BODY))).toBe('instance in starting process try later');
		expect((await call('getStateInstance')).json).toEqual({ stateInstance: 'starting' });
	});

	it('refuses in the account’s own words', async () => {
		change({ refusal: 'Instance is deleted' });
		const answer = await send(GREEN_BODY);
		expect([answer.status, message(answer)]).toEqual([400, 'Instance is deleted']);
	});

	it('has both bodies of 466', async () => {
		change({ quota: 'invoke' });
		const invoke = await send(GREEN_BODY);
		expect(invoke.status).toBe(466);
		expect(invoke.json).toMatchObject({ invokeStatus: { status: 'QUOTE_EXCEEDED' } });
		change({ quota: 'correspondents' });
		expect((await send(GREEN_BODY)).json).toMatchObject({
			invokeStatus: { status: 'QUOTE_ALLOWED' },
			correspondentsStatus: { status: 'CORRESPONDENTS_QUOTE_EXCEEDED' },
		});
	});

	it('answers what a test fixed for a method', async () => {
		const body = { status: false, reason: 'instance is starting or not authorized' };
		change({ answers: { sendContact: { status: 200, body } } });
		expect((await send(GREEN_BODY)).json).toEqual(body);
		expect(sandbox.accepted()).toEqual([]);
	});
});

describe('look-ups', () => {
	beforeEach(() => change({ rates: false }));

	it('answers getContactInfo with every documented key', async () => {
		const answer = await call('getContactInfo', { body: { chatId: '71234567890@c.us' } });
		expect(answer.json).toEqual({
			avatar: expect.any(String),
			name: 'Dealer',
			contactName: 'Dealer',
			email: '24service@tt.tt',
			category: 'Automotive Dealership',
			description: expect.any(String),
			products: [
				expect.objectContaining({ description: expect.any(String), price: null }),
				expect.not.objectContaining({ description: expect.anything() }),
			],
			chatId: '71234567890@c.us',
			...{ lastSeen: null, isArchive: false, isDisappearing: false, isMute: false },
			...{ messageExpiration: 0, muteExpiration: null, isBusiness: true },
		});
	});

	it('answers @lid in LID mode, and finds people by it', async () => {
		change({ lidMode: true });
		const info = async (chatId: string) =>
			(await call('getContactInfo', { body: { chatId } })).json as Record<string, unknown>;
		const { chatId } = await info('71234567890@c.us');
		expect(chatId).toBe('271234567890271@lid');
		expect((await info(String(chatId))).name).toBe('Dealer');
	});

	it('refuses groups in getContactInfo', async () => {
		const answer = await call('getContactInfo', { body: { chatId: '120363043968066561@g.us' } });
		expect(message(answer)).toBe(
			'Validation failed. Details: The method GetContactInfo does not support group chats, to work with groups, use the GetGroupData method',
		);
	});

	it('misses the chatId in a GET without a body', async () => {
		const answer = await call('getContactInfo');
		expect(message(answer)).toBe("Validation failed. Details: 'chatId' is required");
	});

	it('tells who is on WhatsApp', async () => {
		const exists = async (phoneNumber: number) =>
			(await call('checkWhatsapp', { body: { phoneNumber } })).json;
		expect(await exists(79001234567)).toMatchObject({ existsWhatsapp: true });
		expect(await exists(79001230000)).toMatchObject({ existsWhatsapp: false, chatId: '' });
		change({ oldRelease: true });
		expect(await exists(79001234567)).toEqual({ existsWhatsapp: true });
	});

	it('refuses to look for a number of ten digits', async () => {
		const answer = await call('checkWhatsapp', { body: { phoneNumber: 6591234567 } });
		expect(answer.status).toBe(400);
		expect(message(answer)).toContain('bad phone number, valid from 11 to 16 digits');
	});

	it.each([
		[{ state: 'blocked' as const }, { stateInstance: 'blocked' }],
		[{ state: null }, { stateInstance: null }],
		[{ bareNullState: true }, null],
	])('answers getStateInstance of %j', async (switches, body) => {
		change(switches);
		expect((await call('GetStateInstance')).json).toEqual(body);
	});
});

describe('getContacts', () => {
	const list = async (query = '') => {
		const url = greenUrl(sandbox.credentials.greenApi, 'getContacts');
		return (await ask(`${url}${query}`)).json as object[];
	};
	beforeEach(() => change({ rates: false }));

	it('answers groups and people in one list, or one kind of them', async () => {
		const all = await list();
		expect(all).toContainEqual({
			id: '120363043968066561@g.us',
			name: 'Sales team',
			type: 'group',
		});
		expect(all).toContainEqual({
			...{ id: '5511999999999@c.us', name: 'Ana Silva', contactName: 'Ana', type: 'user' },
		});
		const [groups, people] = [await list('?group=true'), await list('?group=false&count=7')];
		expect(groups.length).toBeGreaterThan(3);
		expect(people).toHaveLength(7);
	});

	it('is refused without a phone', async () => {
		change({ state: 'notAuthorized' });
		expect((await call('getContacts')).status).toBe(400);
	});
});
