// OpenWA's contract at the wire.

import { startSandbox, type Sandbox } from '../../sandbox';
import { ask, type Question, renew } from '../sandbox/wire';

/** From the vendor's own example. */
const BODY = {
	chatId: '5511987654321@c.us',
	contactName: 'Ana Silva',
	contactNumber: '+55 21 98765-4321',
};

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
afterEach(() => renew(sandbox, 'openWa'));

const call = (path: string, question: Question = {}) => {
	const { apiUrl, instance, token } = sandbox.credentials.openWa;
	return ask(`${apiUrl}/api/sessions/${instance}${path}`, {
		...question,
		headers: { 'X-API-Key': token, ...question.headers },
	});
};
const send = (body: unknown = BODY, headers: Record<string, string> = {}) =>
	call('/messages/send-contact', { body, headers });
const keyed = (key: string, body: unknown = BODY) => send(body, { 'Idempotency-Key': key });
const change = (switches: Parameters<Sandbox['changeInstance']>[2]) =>
	sandbox.changeInstance('openWa', sandbox.credentials.openWa.instance, switches);
const coded = (status: number, code: string) => ({ status, json: { statusCode: status, code } });

describe('sending', () => {
	it('accepts the documented card, and builds its vCard without escaping', async () => {
		const answer = await send();
		expect(answer.status).toBe(201);
		expect(answer.json).toEqual({
			messageId: expect.stringMatching(/^true_5511987654321@c\.us_3EB0[0-9A-F]{16}$/),
			timestamp: expect.any(Number),
		});
		expect(sandbox.accepted()).toMatchObject([
			{
				provider: 'openWa',
				method: 'send-contact',
				chatId: '5511987654321@c.us',
				state: 'sent',
				cards: [
					{
						name: 'Ana Silva',
						phones: ['+55 21 98765-4321'],
						whatsAppId: '5521987654321',
						vcard:
							'BEGIN:VCARD\nVERSION:3.0\nFN:Ana Silva\nTEL;type=CELL;type=VOICE;waid=5521987654321:+55 21 98765-4321\nEND:VCARD',
					},
				],
			},
		]);
		await send({ ...BODY, contactName: 'Ana\r\nTEL:1;,' });
		expect(sandbox.accepted()[1]?.cards[0]?.vcard).toContain('FN:Ana TEL:1;,\n');
	});

	it('answers by Baileys with the last part of the id alone', async () => {
		change({ engine: 'baileys' });
		expect((await send()).json).toMatchObject({
			messageId: expect.stringMatching(/^3EB0[0-9A-F]{16}$/),
		});
	});

	it.each([
		['a field too many', { ...BODY, delay: 1 }, 'property delay should not exist'],
		['no name', { ...BODY, contactName: '' }, 'contactName should not be empty'],
		['a long name', { ...BODY, contactName: 'a'.repeat(256) }, 'shorter than or equal to 255'],
		['a long number', { ...BODY, contactNumber: '1'.repeat(31) }, 'shorter than or equal to 30'],
		['bare digits', { ...BODY, chatId: '5511987654321' }, 'chatId must be a chat id'],
		['a quote that is no text', { ...BODY, quotedMessageId: 7 }, 'must be a string'],
		['nothing', {}, 'contactNumber must be a string'],
	])('refuses %s', async (_what, body, complaint) => {
		const answer = await send(body);
		expect(answer.status).toBe(400);
		const { message } = answer.json as { message: string[] };
		expect(message.join()).toContain(complaint);
		change({ production: true });
		expect((await send(body)).json).toEqual({ statusCode: 400, message: 'Bad Request' });
		expect(sandbox.accepted()).toEqual([]);
	});

	it('quotes what the engine knows, and sends nothing else as a reply', async () => {
		const quote = (quotedMessageId: string) => send({ ...BODY, quotedMessageId });
		expect((await quote('false_1@c.us_AAA')).status).toBe(201);
		expect((await quote('AAA')).status).toBe(404);
		change({ engine: 'baileys', forgotten: ['BBB'] });
		expect((await quote('AAA')).status).toBe(201);
		expect((await quote('BBB')).json).toMatchObject({ message: expect.stringContaining('BBB') });
		change({ older: true });
		expect((await quote('AAA')).json).toMatchObject({
			message: ['property quotedMessageId should not exist'],
		});
		expect(sandbox.accepted().map(({ quotedMessageId }) => quotedMessageId)).toEqual([
			'false_1@c.us_AAA',
			'AAA',
		]);
	});

	it('looks for the number first, as older servers did not', async () => {
		const body = { ...BODY, chatId: '5511900000000@c.us' };
		expect((await send(body)).json).toMatchObject({
			message: expect.stringMatching(/^WhatsApp could not resolve the recipient 5511900000000@c/),
		});
		change({ older: true });
		expect((await send(body)).status).toBe(201);
		expect(sandbox.accepted()).toMatchObject([{ undelivered: 'noAccount' }]);
	});

	it('cannot send cards to channels', async () => {
		expect((await send({ ...BODY, chatId: '1@newsletter' })).status).toBe(501);
	});
});

describe('keys', () => {
	it('answer a repeat with the first answer, and send nothing', async () => {
		const first = await keyed('a');
		const { chatId, ...rest } = BODY;
		// The order of the fields makes no difference.
		const again = await keyed('a', { ...rest, chatId });
		expect(again).toMatchObject({ status: 201, json: first.json });
		expect(first.headers).not.toHaveProperty('idempotent-replayed');
		expect(again.headers).toHaveProperty('idempotent-replayed', 'true');
		expect((await keyed('b')).json).not.toEqual(first.json);
		expect(sandbox.accepted()).toHaveLength(2);
	});

	it('are the session’s own', async () => {
		const { apiUrl, instance, token } = sandbox.addInstance({
			...{ provider: 'openWa', instance: 'two', token: 'two' },
		});
		const headers = { 'X-API-Key': token, 'Idempotency-Key': 'a' };
		const url = `${apiUrl}/api/sessions/${instance}/messages/send-contact`;
		await keyed('a');
		expect((await ask(url, { body: BODY, headers })).headers).not.toHaveProperty(
			'idempotent-replayed',
		);
	});

	it('say that the first request still runs', async () => {
		change({ takesMs: 150 });
		const first = keyed('a');
		await new Promise((resolve) => setTimeout(resolve, 50));
		expect(await keyed('a')).toMatchObject(coded(409, 'IDEMPOTENCY_KEY_IN_PROGRESS'));
		expect((await keyed('a', { ...BODY, contactName: 'Bia' })).status).toBe(422);
		const { json } = await first;
		expect(await keyed('a')).toMatchObject({ status: 201, json });
		expect(sandbox.accepted()).toHaveLength(1);
	});

	it.each(['sent', 'lost'] as const)('say that nobody knows what became of it (%s)', async (is) => {
		change({ engineBreaks: { 'Ana Silva': is } });
		expect((await keyed('a')).status).toBe(500);
		change({ engineBreaks: {} });
		expect(await keyed('a')).toMatchObject(coded(409, 'IDEMPOTENCY_OUTCOME_UNKNOWN'));
		expect(sandbox.accepted()).toHaveLength(is === 'sent' ? 1 : 0);
		expect((await keyed('b')).status).toBe(201);
	});

	it('are free again after a refusal', async () => {
		const quoted = { ...BODY, quotedMessageId: 'true_1@c.us_A' };
		change({ forgotten: ['true_1@c.us_A'] });
		expect((await keyed('a', quoted)).status).toBe(404);
		change({ forgotten: [] });
		expect((await keyed('a', quoted)).status).toBe(201);
	});

	it('are refused for another body, and where they are none', async () => {
		await keyed('a');
		expect(await keyed('a', { ...BODY, contactName: 'Bia' })).toMatchObject(
			coded(422, 'IDEMPOTENCY_KEY_REUSED'),
		);
		for (const key of ['a b', 'ä', 'a, a', '', 'k'.repeat(256)]) {
			expect(await keyed(key)).toMatchObject(coded(400, 'IDEMPOTENCY_KEY_INVALID'));
		}
		expect((await keyed('k'.repeat(255))).status).toBe(201);
	});

	it('are ignored by older servers', async () => {
		change({ older: true });
		await keyed('a');
		await keyed('a');
		expect(sandbox.accepted()).toHaveLength(2);
	});
});

describe('who may ask', () => {
	it('refuses without a key, with a wrong one and with another session’s', async () => {
		const { apiUrl, instance } = sandbox.credentials.openWa;
		const url = `${apiUrl}/api/sessions/${instance}`;
		expect((await ask(url)).json).toMatchObject({ message: 'API key is required' });
		expect((await ask(url, { headers: { 'X-API-Key': 'no' } })).status).toBe(401);
		const { token } = sandbox.addInstance({ provider: 'openWa', instance: 'two', token: 'two' });
		expect((await ask(url, { headers: { 'X-API-Key': token } })).status).toBe(403);
	});

	it('lets a viewer read, and neither send nor check', async () => {
		change({ role: 'viewer' });
		expect((await call('')).status).toBe(200);
		expect((await call('/contacts/71234567890%40c.us')).status).toBe(200);
		for (const answer of [await send(), await call('/contacts/check/71234567890')]) {
			expect(answer).toMatchObject({
				status: 403,
				json: { message: 'Insufficient permissions. Required: operator' },
			});
		}
	});

	it('does not know another session, nor another method', async () => {
		const { apiUrl, token } = sandbox.credentials.openWa;
		const other = (path: string, body?: unknown) =>
			ask(`${apiUrl}/api/sessions/other${path}`, { body, headers: { 'X-API-Key': token } });
		expect((await other('')).status).toBe(404);
		expect((await other('/messages/send-contact', BODY)).json).toMatchObject({
			message: "Session 'other' is not active. Start the session first.",
		});
		expect((await other('/contacts/1')).json).toMatchObject({ message: 'Session is not started' });
		for (const path of ['/messages/send-vcard', '/contact', '/api/contacts/1', '/contacts/1/x/y']) {
			expect((await call(path)).json).toMatchObject({
				message: expect.stringMatching(/^Cannot GET/),
			});
		}
	});

	it.each([
		['created', 400],
		['failed', 400],
		['disconnected', 400],
		['qr_ready', 409],
		['authenticating', 409],
		['initializing', 409],
	] as const)('says %s, and sends nothing then', async (state, status) => {
		change({ state });
		expect((await call('')).json).toMatchObject({ status: state, phone: null });
		expect((await send()).status).toBe(status);
		expect((await call('/contacts/71234567890%40c.us')).status).toBe(status);
		expect(sandbox.accepted()).toEqual([]);
	});

	it('has three limits, whatever is asked for', async () => {
		change({ rateLimits: [2, 3, 4] });
		expect((await call('')).status).toBe(200);
		expect((await call('')).status).toBe(200);
		const short = await send();
		expect(short).toMatchObject({ status: 429, headers: { 'retry-after': '1' } });
		expect(short.json).toEqual({
			statusCode: 429,
			message: 'ThrottlerException: Too Many Requests',
		});
		change({ rateLimits: [9, 1, 4], older: true });
		await call('');
		const older = await call('');
		expect(older.headers).toMatchObject({ 'retry-after-medium': '60' });
		expect(older.headers).not.toHaveProperty('retry-after');
	});

	it('may pace sends for its owner', async () => {
		change({ pacing: 30 });
		expect((await send()).json).toMatchObject({
			code: 'SEND_PACING_LIMITED',
			retryAfterSeconds: 30,
		});
		expect((await call('')).status).toBe(200);
	});
});

describe('look-ups', () => {
	const about = (id: string, method = '') => call(`/contacts/${encodeURIComponent(id)}${method}`);

	it('knows a contact as its engine does, without keys that say nothing', async () => {
		const dealer = { id: '71234567890@c.us', name: 'Dealer', pushName: 'Dealer' };
		const more = { number: '71234567890', isMyContact: true, isBlocked: false };
		expect((await about('71234567890@c.us')).json).toEqual({ ...dealer, ...more });
		expect((await about('5511912345678@c.us')).json).toEqual({
			id: '5511912345678@c.us',
			number: '5511912345678',
			isMyContact: false,
			isBlocked: false,
		});
		change({ engine: 'baileys' });
		expect((await about('71234567890@c.us')).json).toMatchObject({
			profilePicUrl: expect.stringContaining('dealer.jpg'),
		});
		expect(await about('5511912345678@c.us')).toMatchObject({
			status: 404,
			json: { message: 'Contact 5511912345678@c.us not found' },
		});
	});

	it('gives pictures, and the phone of a privacy id', async () => {
		expect((await about('71234567890@c.us', '/profile-picture')).json).toEqual({
			url: expect.stringContaining('dealer.jpg'),
		});
		expect((await about('5511912345678@c.us', '/profile-picture')).json).toEqual({ url: null });
		const lid = '271234567890271@lid';
		expect((await about(lid)).json).toMatchObject({ number: '271234567890271' });
		expect((await about(lid, '/phone')).json).toEqual({ contactId: lid, phone: '71234567890' });
		expect((await about('999@lid', '/phone')).json).toEqual({ contactId: '999@lid', phone: null });
		change({ pictureFails: true });
		expect((await about('71234567890@c.us', '/profile-picture')).status).toBe(503);
	});

	it('checks numbers', async () => {
		const check = (number: string) => call(`/contacts/check/${number}`);
		expect((await check('71234567890')).json).toEqual({
			number: '71234567890',
			exists: true,
			whatsappId: '71234567890@c.us',
		});
		expect((await check('5511900000000')).json).toEqual({
			number: '5511900000000',
			exists: false,
			whatsappId: null,
		});
		for (const number of ['011987654321', '1234567', '1'.repeat(16), 'ana']) {
			expect((await check(number)).json).toMatchObject({
				message: expect.stringContaining('is not a valid international-format phone number'),
			});
		}
		change({ chatIdAs: 'lid' });
		expect((await check('71234567890')).json).toMatchObject({ whatsappId: '271234567890271@lid' });
		change({ checkFails: 400 });
		expect((await check('71234567890')).json).toMatchObject({
			message: expect.stringContaining('could not resolve the recipient'),
		});
		change({ checkFails: 503 });
		expect((await check('71234567890')).status).toBe(503);
	});
});

describe('lists', () => {
	const rows = async (path: string) => (await call(path)).json as object[];

	it('have groups, contacts and chats, cut where a limit is given', async () => {
		expect(await rows('/groups')).toContainEqual(
			expect.objectContaining({ id: '120363043968066561@g.us', name: 'Sales team' }),
		);
		expect(await rows('/contacts?limit=3&offset=39')).toHaveLength(1);
		expect(await rows('/chats')).toHaveLength(40 + 3 + 2);
		change({ older: true, withoutContacts: true });
		expect(await rows('/groups?limit=1')).toHaveLength(3);
		expect(await rows('/contacts')).toEqual([]);
	});
});
