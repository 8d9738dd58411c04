// GOWA's contract at the wire.

import { startSandbox, type Sandbox } from '../../sandbox';
import { ask, type Question, renew } from '../sandbox/wire';

const BODY = {
	phone: '5511987654321@s.whatsapp.net',
	contact_name: 'Ana Silva',
	contact_phone: '5521987654321',
};

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
afterEach(() => renew(sandbox, 'gowa'));

const basic = (pair: string) => `Basic ${Buffer.from(pair).toString('base64')}`;
const call = (method: string, question: Question = {}) => {
	const { apiUrl, token, instance } = sandbox.credentials.gowa;
	const headers = { Authorization: basic(token), 'X-Device-Id': instance, ...question.headers };
	return ask(`${apiUrl}/${method}`, { ...question, headers });
};
const send = (body: unknown = BODY) => call('send/contact', { body });
const look = (method: string, phone = '71234567890@s.whatsapp.net') =>
	call(`user/${method}?phone=${encodeURIComponent(phone)}`);
const change = (switches: Parameters<Sandbox['changeInstance']>[2]) =>
	sandbox.changeInstance('gowa', sandbox.credentials.gowa.instance, switches);
const refusal = (status: number, code: string, message: unknown) => ({
	status,
	json: { code, message },
});

describe('sending', () => {
	it('accepts the documented contact, and builds its vCard without escaping', async () => {
		const answer = await send();
		const { results } = answer.json as { results: { message_id: string } };
		expect(answer).toMatchObject({
			status: 200,
			json: {
				code: 'SUCCESS',
				message: expect.stringMatching(
					/^Contact sent to 5511987654321@s\.whatsapp\.net \(server timestamp: \d{4}-\d\d-\d\d \d\d:\d\d:\d\d \+0000 UTC\)$/,
				),
				results: { message_id: expect.stringMatching(/^3EB0[0-9A-F]{18}$/) },
			},
		});
		expect(sandbox.accepted()).toMatchObject([
			{
				provider: 'gowa',
				method: 'send/contact',
				chatId: '5511987654321@s.whatsapp.net',
				messageId: results.message_id,
				state: 'sent',
				cards: [
					{
						name: 'Ana Silva',
						phones: ['+5521987654321'],
						whatsAppId: '5521987654321',
						vcard:
							'BEGIN:VCARD\nVERSION:3.0\nN:;Ana Silva;;;\nFN:Ana Silva\nTEL;type=CELL;waid=5521987654321:+5521987654321\nEND:VCARD',
					},
				],
				undocumentedKeys: [],
			},
		]);
		await send({ ...BODY, contact_name: ' Ana;Silva\nTEL:1 ', contact_phone: '+55 21' });
		expect(sandbox.accepted()[1]?.cards).toMatchObject([
			{ name: 'Ana;Silva', phones: expect.arrayContaining(['1', '+55 21']), whatsAppId: '55 21' },
		]);
	});

	it('takes a form too, and does not look at what it does not know', async () => {
		const { apiUrl, token, instance } = sandbox.credentials.gowa;
		const headers = {
			...{ Authorization: basic(token), 'X-Device-Id': instance },
			'Content-Type': 'application/x-www-form-urlencoded',
		};
		const text = new URLSearchParams(BODY).toString();
		expect((await ask(`${apiUrl}/send/contact`, { text, headers })).status).toBe(200);
		expect((await send({ ...BODY, reply_message_id: 'A' })).status).toBe(200);
		expect(sandbox.accepted()).toMatchObject([
			{ undocumentedKeys: [] },
			{ undocumentedKeys: ['reply_message_id'] },
		]);
		expect(sandbox.accepted()[1]?.quotedMessageId).toBeUndefined();
	});

	it.each([
		['5511987654321', '5511987654321@s.whatsapp.net'],
		['+5511987654321', '5511987654321@s.whatsapp.net'],
		['5511987654321123', '5511987654321123@g.us'],
		['11001234567-1581234048@g.us', '11001234567-1581234048@g.us'],
		['123456789012345@lid', '123456789012345@lid'],
		['120363000000000000@newsletter', '120363000000000000@newsletter'],
	])('sends to %s as %s', async (phone, chatId) => {
		expect((await send({ ...BODY, phone })).status).toBe(200);
		expect(sandbox.accepted()).toMatchObject([{ chatId }]);
	});

	it.each([
		['no phone', { phone: ' ' }, 'phone: cannot be blank.'],
		[
			'nothing',
			{ phone: '', contact_name: undefined, contact_phone: '' },
			'contact_name: cannot be blank; contact_phone: cannot be blank; phone: cannot be blank.',
		],
		['a national number', { phone: '0812345678' }, /^phone number must be in international format/],
		['a national card', { contact_phone: '+0812' }, /^contact phone number must be in internat/],
		['a duration of its own', { duration: 60 }, /^duration must be one of/],
	])('refuses %s', async (_what, over, message) => {
		expect(await send({ ...BODY, ...over })).toMatchObject(
			refusal(400, 'VALIDATION_ERROR', expect.stringMatching(message)),
		);
		expect(sandbox.accepted()).toEqual([]);
	});

	it.each([
		['5511900000000@s.whatsapp.net', 400, 'INVALID_JID', / is not on whatsapp$/],
		['5511 98765-4321', 400, 'INVALID_JID', / is not on whatsapp$/],
		['5511987654321@c.us', 500, 'INTERNAL_SERVER_ERROR', /unknown server c\.us$/],
	])('does not send to %s', async (phone, status, code, message) => {
		expect(await send({ ...BODY, phone })).toMatchObject(
			refusal(status, code, expect.stringMatching(message)),
		);
		expect(sandbox.accepted()).toEqual([]);
	});

	it('says the same of everybody when it cannot ask, and nothing when it does not', async () => {
		change({ questionsFail: true });
		expect(await send()).toMatchObject(refusal(400, 'INVALID_JID', expect.any(String)));
		change({ questionsFail: false, accountValidation: false });
		expect((await send()).status).toBe(200);
		expect(await send({ ...BODY, phone: '5511900000000' })).toMatchObject(
			refusal(
				500,
				'INTERNAL_SERVER_ERROR',
				'no LID found for 5511900000000@s.whatsapp.net from server',
			),
		);
		change({ timelocked: true });
		expect(await send()).toMatchObject(
			refusal(429, 'WA_REACHOUT_TIMELOCK', expect.stringMatching(/error 463/)),
		);
		expect(sandbox.accepted()).toHaveLength(1);
	});

	it('answers a body that it cannot read with 500', async () => {
		expect(await call('send/contact', { text: '{"phone":' })).toMatchObject(
			refusal(500, 'INTERNAL_SERVER_ERROR', 'unexpected end of JSON input'),
		);
		expect(await send({ ...BODY, phone: 5511987654321 })).toMatchObject(
			refusal(
				500,
				'INTERNAL_SERVER_ERROR',
				expect.stringMatching(/^json: cannot unmarshal number/),
			),
		);
	});
});

describe('who may ask', () => {
	const withHeader = (Authorization: string) => call('app/status', { headers: { Authorization } });

	it('refuses without a pair, with a wrong one and with another scheme', async () => {
		const { apiUrl } = sandbox.credentials.gowa;
		for (const answer of [
			await ask(`${apiUrl}/anything`),
			await withHeader(basic('keeper:wrong')),
			await withHeader('Bearer x'),
		]) {
			expect(answer).toMatchObject({ status: 401, text: 'Unauthorized' });
			expect(answer.headers['www-authenticate']).toBe('Basic realm="Restricted", charset="UTF-8"');
		}
	});

	it.each(['Basic ?', 'Basic', basic('no colon'), basic('a:\u0001'), 'Basic gICA'])(
		'cannot read %s',
		async (header) => {
			expect(await withHeader(header)).toMatchObject({ status: 400, text: 'Bad Request' });
		},
	);

	it('opens every device to every pair, and looks at none where there are no users', async () => {
		sandbox.addInstance({ provider: 'gowa', instance: 'two/ü', token: 'second:pair' });
		const headers = { 'X-Device-Id': 'two%2F%C3%BC' };
		expect((await call('app/status', { headers })).json).toMatchObject({
			results: { device_id: 'two/ü' },
		});
		sandbox.addInstance({ provider: 'gowa', instance: 'open', token: '' });
		for (const Authorization of ['', 'Bearer x', 'Basic ?', basic('any:body')]) {
			const answer = await call('app/status', {
				headers: { Authorization, 'X-Device-Id': 'open' },
			});
			expect(answer.status).toBe(200);
		}
	});

	it('knows no other device, wants one named, and no other method', async () => {
		const unknown = { headers: { 'X-Device-Id': 'other+1' } };
		for (const method of ['app/status', 'user/check?phone=1']) {
			expect(await call(method, unknown)).toMatchObject({
				status: 404,
				json: { code: 'DEVICE_NOT_FOUND', results: { device_id: 'other 1' } },
			});
		}
		expect(await call('app/status', { headers: { 'X-Device-Id': '' } })).toMatchObject(
			refusal(400, 'DEVICE_ID_REQUIRED', expect.stringMatching(/X-Device-Id/)),
		);
		const named = await call('app/status?device_id=my-shop', { headers: { 'X-Device-Id': '' } });
		expect(named.status).toBe(200);
		expect((await call('send/contacts', { body: BODY })).status).toBe(404);
		for (const method of ['devices', 'app/info']) {
			expect((await call(method, unknown)).status).toBe(200);
		}
		expect(await ask(`${sandbox.credentials.gowa.apiUrl}/health`)).toMatchObject({ text: 'OK' });
	});

	it.each([
		['disconnected', false, true, /not connect to services server/],
		['loggedOut', false, false, /^you are not logged in$/],
	] as const)('says %s, and does nothing then', async (state, connected, loggedIn, message) => {
		change({ state });
		expect((await call('app/status')).json).toMatchObject({
			results: { is_connected: connected, is_logged_in: loggedIn },
		});
		for (const answer of [await send(), await look('info')]) {
			expect(answer).toMatchObject(
				refusal(401, 'AUTHENTICATION_ERROR', expect.stringMatching(message)),
			);
		}
		expect(sandbox.accepted()).toEqual([]);
	});
});

describe('look-ups', () => {
	it('knows a contact, and of a business more', async () => {
		expect((await look('info')).json).toMatchObject({
			results: {
				data: [
					{
						...{ name: 'Dealer', status: 'Open every day' },
						verified_name: expect.stringContaining('verifiedName:"Dealer"'),
						devices: [{ User: '71234567890', Server: 's.whatsapp.net' }],
					},
				],
				resolved_lid: '271234567890271@lid',
			},
		});
		expect((await look('info', '271234567890271@lid')).json).toMatchObject({
			results: { data: [{ name: 'Dealer' }], resolved_phone: '71234567890' },
		});
		expect((await look('info', '5511912345678')).json).toMatchObject({
			results: { data: [{ name: '', status: '', verified_name: '' }] },
		});
		expect((await look('business-profile')).json).toMatchObject({
			results: {
				email: '24service@tt.tt',
				categories: [{ name: 'Automotive Dealership' }],
				business_hours: null,
			},
		});
		expect(await look('business-profile', '5511912345678')).toMatchObject(
			refusal(500, 'INTERNAL_SERVER_ERROR', 'missing jid in business profile'),
		);
	});

	it('gives a picture, or says why not', async () => {
		expect((await look('avatar')).json).toMatchObject({
			results: { url: expect.stringContaining('dealer.jpg'), type: 'image' },
		});
		expect(await look('avatar', '5511912345678')).toMatchObject(
			refusal(500, 'INTERNAL_SERVER_ERROR', expect.stringMatching(/does not have a profile/)),
		);
		change({ pictures: 'hidden' });
		expect((await look('avatar')).json).toMatchObject({
			message: expect.stringMatching(/hidden/),
		});
		change({ pictures: 'late' });
		expect(await look('avatar')).toMatchObject(
			refusal(408, 'CONTEXT_ERROR', 'Error timeout get avatar!'),
		);
	});

	it.each(['info', 'avatar', 'business-profile'])(
		'refuses %s of whom it does not find',
		async (method) => {
			expect(await look(method, '5511900000000')).toMatchObject(
				refusal(400, 'INVALID_JID', 'Phone 5511900000000@s.whatsapp.net is not on whatsapp'),
			);
			expect(await look(method, '')).toMatchObject(
				refusal(400, 'VALIDATION_ERROR', 'phone: cannot be blank.'),
			);
		},
	);

	it('checks numbers, and says yes to all that is none', async () => {
		const isThere = async (phone: string) => {
			const { json } = await look('check', phone);
			return (json as { results: { is_on_whatsapp: boolean } }).results.is_on_whatsapp;
		};
		await expect(isThere('71234567890')).resolves.toBe(true);
		await expect(isThere('5511900000000@s.whatsapp.net')).resolves.toBe(false);
		await expect(isThere('5511 98765-4321')).resolves.toBe(false);
		for (const odd of ['', '1@lid', '1@g.us', '5511900000000000']) {
			await expect(isThere(odd)).resolves.toBe(true);
		}
		change({ questionsFail: true });
		await expect(isThere('71234567890')).resolves.toBe(false);
	});

	it('lists the whole store, and the groups with their members', async () => {
		const listOf = async (method: string) => {
			const { json } = await call(`user/my/${method}`);
			return (json as { results: { data: object[] | null } }).results.data;
		};
		const contacts = await listOf('contacts');
		expect(contacts).toContainEqual({ jid: '71234567890@s.whatsapp.net', name: 'Dealer' });
		expect(contacts).toContainEqual({ jid: '5511970002222@s.whatsapp.net', name: '' });
		const groups = await listOf('groups');
		expect(groups).toContainEqual(
			expect.objectContaining({ JID: '120363043968066561@g.us', Name: 'Sales team' }),
		);
		expect(groups).toContainEqual(expect.objectContaining({ Name: 'All of us', IsParent: true }));
		expect(JSON.stringify(groups)).not.toContain('Left behind');
		change({ chats: [] });
		expect([await listOf('contacts'), await listOf('groups')]).toEqual([null, null]);
	});
});
