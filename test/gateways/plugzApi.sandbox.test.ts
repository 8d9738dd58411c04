// PlugzAPI's (and Z-API's) contract at the wire.

import { startSandbox, type Sandbox } from '../../sandbox';
import { ask, PLUGZ_BODY, plugzUrl, type Question, renew } from '../sandbox/wire';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
afterEach(() => renew(sandbox, 'plugzApi'));

const call = (endpoint: string, question: Question = {}) =>
	ask(plugzUrl(sandbox.credentials.plugzApi, endpoint), question);
const change = (switches: Parameters<Sandbox['changeInstance']>[2]) =>
	sandbox.changeInstance('plugzApi', sandbox.credentials.plugzApi.instance, switches);

const MANY = {
	phone: '120363019502650977-group',
	contacts: [
		{ name: 'A', phones: ['5544999999999'], businessDescription: 'First' },
		{ name: 'B', phones: ['5544888888888', '5544777777777'] },
	],
	messageId: 'D241XXXX732339502B68',
	delayMessage: 3,
};

describe('sending', () => {
	it('accepts the documented body and answers three ids', async () => {
		const answer = await call('send-contact', { body: PLUGZ_BODY });
		expect(answer.status).toBe(200);
		const { messageId, id, zaapId } = answer.json as Record<string, string>;
		expect([id, zaapId]).toEqual([messageId, expect.any(String)]);
		expect(sandbox.accepted()).toMatchObject([
			{
				provider: 'plugzApi',
				method: 'send-contact',
				chatId: '5511999999999',
				messageId,
				cards: [
					{
						name: 'PlugMessage Contato',
						phones: ['554498398733'],
						description: 'PlugMessage Mais software, menos esforço',
					},
				],
			},
		]);
	});

	it('accepts many cards in one message', async () => {
		expect((await call('send-contacts', { body: MANY })).status).toBe(200);
		expect(sandbox.accepted()).toMatchObject([
			{
				chatId: MANY.phone,
				quotedMessageId: MANY.messageId,
				delay: 3,
				cards: [
					{ name: 'A', phones: ['5544999999999'], description: 'First' },
					{ name: 'B', phones: ['5544888888888', '5544777777777'] },
				],
			},
		]);
	});

	it.each([
		['a suffix of another vendor', { ...PLUGZ_BODY, phone: '5511999999999@c.us' }],
		['a phone that is no text', { ...PLUGZ_BODY, phone: 5511999999999 }],
		['no name', { ...PLUGZ_BODY, contactName: undefined }],
		['a formatted card phone', { ...PLUGZ_BODY, contactPhone: '+55 44 9839-8733' }],
		['no description', { ...PLUGZ_BODY, contactBusinessDescription: undefined }],
		['a delay over 15 seconds', { ...PLUGZ_BODY, delayMessage: 16 }],
	])('refuses %s', async (_what, body) => {
		const answer = await call('send-contact', { body });
		expect(answer.status).toBe(400);
		expect(answer.json).toEqual({ error: expect.stringMatching(/^Invalid /) });
		expect(sandbox.accepted()).toEqual([]);
	});

	it('takes a card without description where the account is Z-API’s', async () => {
		change({ descriptionRequired: false });
		const body = { ...PLUGZ_BODY, contactBusinessDescription: undefined };
		expect((await call('send-contact', { body })).status).toBe(200);
	});

	it('answers only the ids it is told to', async () => {
		change({ answerIds: ['zaapId'] });
		const answer = await call('send-contact', { body: PLUGZ_BODY });
		expect(Object.keys(answer.json as object)).toEqual(['zaapId']);
	});

	it('notes undocumented keys', async () => {
		await call('send-contact', { body: { ...PLUGZ_BODY, company: 'x' } });
		await call('send-contacts', {
			body: { ...MANY, contacts: [{ ...MANY.contacts[0], email: 'a@b.c' }] },
		});
		expect(sandbox.accepted().map(({ undocumentedKeys }) => undocumentedKeys)).toEqual([
			['company'],
			['contacts[0].email'],
		]);
	});

	it('queues up to 1000 cards while disconnected', async () => {
		change({ connected: false });
		for (let batch = 0; batch < 10; batch++) {
			const sends = Array.from({ length: 100 }, () => call('send-contact', { body: PLUGZ_BODY }));
			await Promise.all(sends);
		}
		expect(sandbox.accepted()).toHaveLength(1000);
		expect(sandbox.accepted().every(({ state }) => state === 'queued')).toBe(true);
		expect((await call('send-contact', { body: PLUGZ_BODY })).status).toBe(429);
	});

	it('answers 200 {"value":false} while disconnected when told so', async () => {
		change({ connected: false, valueFalse: true });
		const answer = await call('send-contact', { body: PLUGZ_BODY });
		expect([answer.status, answer.json]).toEqual([200, { value: false }]);
		expect(sandbox.accepted()).toEqual([]);
	});

	it('writes yes and no as texts when told so', async () => {
		change({ flagsAs: 'text', connected: false, valueFalse: true });
		expect((await call('send-contact', { body: PLUGZ_BODY })).json).toEqual({ value: 'false' });
		expect((await call('status')).json).toMatchObject({ connected: 'false' });
		change({ connected: true });
		expect((await call('status')).json).toMatchObject({ connected: 'true' });
		expect((await call('phone-exists/71234567890')).json).toMatchObject([{ exists: 'true' }]);
		expect((await call('phone-exists/5511900000000')).json).toMatchObject([
			{ exists: 'false', lid: null },
		]);
	});

	const NOT_FOUND = {
		error: 'NOT_FOUND',
		message: 'Unable to find matching target resource method',
	};
	it.each([
		[405 as const, 405, undefined],
		['NOT_FOUND' as const, 200, NOT_FOUND],
		[404 as const, 404, { error: 'Not Found' }],
	])('does not know send-contacts: %s', async (sendContacts, status, json) => {
		change({ sendContacts });
		const answer = await call('send-contacts', { body: MANY });
		expect([answer.status, answer.json]).toEqual([status, json]);
		expect((await call('send-contact', { body: PLUGZ_BODY })).status).toBe(200);
		expect(sandbox.accepted()).toHaveLength(1);
	});
});

describe('the door', () => {
	it('answers unknown paths with 200 and an error', async () => {
		const answer = await call('send-card', { body: PLUGZ_BODY });
		expect([answer.status, answer.json]).toMatchObject([200, { error: 'NOT_FOUND' }]);
	});

	it('answers a wrong verb with 405 and a body that is not JSON with 415', async () => {
		expect((await call('send-contact')).status).toBe(405);
		const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
		expect((await call('send-contact', { body: PLUGZ_BODY, headers })).status).toBe(415);
	});

	it.each([{ instance: 'x' }, { token: 'x' }])('does not find %j', async (wrong) => {
		const credential = { ...sandbox.credentials.plugzApi, ...wrong };
		const answer = await ask(plugzUrl(credential, 'status'));
		expect([answer.status, answer.json]).toEqual([404, { error: 'Instance not found' }]);
	});

	it('demands the Client-Token of accounts that activated it, and echoes a wrong one', async () => {
		const { plugzApiClientToken: credential } = sandbox.credentials;
		const url = plugzUrl(credential, 'status');
		const withToken = (token: string) => ask(url, { headers: { 'Client-Token': token } });
		const missing = await ask(url);
		expect([missing.status, missing.json]).toEqual([400, { error: 'null not allowed' }]);
		const wrong = await withToken('WRONG-1');
		expect([wrong.status, wrong.json]).toEqual([
			403,
			{ error: 'Client-Token WRONG-1 not allowed' },
		]);
		expect((await withToken(credential.clientToken ?? '')).status).toBe(200);
		const missingClientToken = 'your client-token is not configured';
		sandbox.changeInstance('plugzApi', credential.instance, { missingClientToken });
		expect((await ask(url)).json).toEqual({ error: missingClientToken });
	});

	it('refuses addresses outside the account’s list', async () => {
		change({ ipNotAllowed: true });
		expect((await call('status')).json).toEqual({ error: '[IP] not allowed' });
	});
});

describe('look-ups', () => {
	it('answers contacts/{phone}, and a stranger as nulls or 404', async () => {
		expect((await call('contacts/5511999999999')).json).toMatchObject({
			...{ name: 'Ana', notify: 'Ana Silva', short: 'Ana', phone: '5511999999999' },
		});
		expect((await call('contacts/5511888888888')).json).toMatchObject({ name: null, notify: null });
		change({ unknownContact: 404 });
		expect((await call('contacts/5511888888888')).status).toBe(404);
	});

	it('answers phone-exists as an array or an object', async () => {
		const known = { exists: true, phone: '5511999999999', lid: '155119999999991@lid' };
		expect((await call('phone-exists/5511999999999')).json).toEqual([known]);
		change({ answersAs: 'object' });
		expect((await call('phone-exists/5511999999999')).json).toEqual(known);
		expect((await call('phone-exists/5511999990000')).json).toMatchObject({
			...{ exists: false, lid: null },
		});
		expect((await call('profile-picture?phone=5511999999999')).json).toEqual({
			link: expect.stringContaining('https://'),
		});
	});

	it('answers a batch of numbers in an order of its own, by the number WhatsApp knows', async () => {
		const phones = ['5511999999999', '5511999990000', '5544999999999'];
		expect((await call('phone-exists-batch', { body: { phones } })).json).toEqual([
			{
				...{ exists: true, inputPhone: phones[2], outputPhone: '554499999999' },
				lid: '15544999999999@lid',
			},
			{ exists: false, inputPhone: phones[1], outputPhone: phones[1], lid: null },
			{ exists: true, inputPhone: phones[0], outputPhone: phones[0], lid: '155119999999991@lid' },
		]);
	});

	it.each([
		[['5511999999999', '5511999999999']],
		[['+5511999999999']],
		[[5511999999999]],
		['5511999999999'],
	])('refuses the batch %j', async (phones) => {
		const answer = await call('phone-exists-batch', { body: { phones } });
		expect(answer).toMatchObject({ status: 400, json: { error: 'Invalid phones' } });
	});

	it.each([
		[405, 405],
		[404, 404],
		['NOT_FOUND', 200],
	] as const)('does not know batches where it is set so (%s)', async (phoneExistsBatch, status) => {
		change({ phoneExistsBatch });
		const phones = ['5511999999999'];
		expect((await call('phone-exists-batch', { body: { phones } })).status).toBe(status);
	});

	it('answers the business profile', async () => {
		expect((await call('business/profile?phone=5511999999999')).json).toMatchObject({
			email: 'ana@example.com',
			websites: ['https://flores.example'],
			categories: [{ displayName: 'Florist' }],
		});
	});

	it('says that it is connected with a text in error, and shows its token in me', async () => {
		expect((await call('status')).json).toMatchObject({
			connected: true,
			error: 'You are already connected.',
		});
		change({ connected: false });
		expect((await call('status')).json).toMatchObject({ connected: false });
		expect((await call('me')).json).toMatchObject({ token: sandbox.credentials.plugzApi.token });
	});
});

describe('lists', () => {
	it('come in pages, with the samples’ texts for yes and no', async () => {
		const rows = (await call('groups?page=1&pageSize=2')).json as object[];
		expect(rows).toHaveLength(2);
		expect(rows[0]).toMatchObject({
			...{
				isGroup: true,
				name: 'Sales team',
				phone: '120363043968066561-group',
				archived: 'false',
			},
		});
		expect((await call('groups?page=2&pageSize=2')).json).toHaveLength(1);
		expect((await call('groups?page=3&pageSize=2')).json).toEqual([]);
		expect((await call('chats?page=1&pageSize=100')).json).toHaveLength(40 + 3 + 2);
		expect((await call('groups')).status).toBe(400);
	});
});
