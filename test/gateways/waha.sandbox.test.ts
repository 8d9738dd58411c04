// WAHA's contract at the wire.

import { startSandbox, type Sandbox } from '../../sandbox';
import { ask, type Question, renew } from '../sandbox/wire';

/** From the vendor's own example. */
const WAHA_BODY = {
	session: 'default',
	chatId: '79111111@c.us',
	contacts: [
		{
			fullName: 'John Doe',
			organization: 'Company Name',
			phoneNumber: '+91 11111 11111',
			whatsappId: '911111111111',
			vcard: null,
		},
	],
};

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
afterEach(() => renew(sandbox, 'waha'));

const call = (method: string, question: Question = {}) => {
	const { apiUrl, token } = sandbox.credentials.waha;
	return ask(`${apiUrl}/api/${method}`, {
		...question,
		headers: { 'X-Api-Key': token, ...question.headers },
	});
};
const send = (body: unknown = WAHA_BODY) => call('sendContactVcard', { body });
const change = (switches: Parameters<Sandbox['changeInstance']>[2]) =>
	sandbox.changeInstance('waha', 'default', switches);
const CARD = WAHA_BODY.contacts[0];

describe('sending', () => {
	it('accepts the documented contact, and builds its vCard without escaping', async () => {
		const answer = await send();
		expect(answer.status).toBe(201);
		const { key } = answer.json as { key: { id: string } };
		expect(sandbox.accepted()).toMatchObject([
			{
				provider: 'waha',
				method: 'sendContactVcard',
				chatId: '79111111@c.us',
				messageId: key.id,
				state: 'sent',
				cards: [
					{
						name: 'John Doe',
						phones: ['+91 11111 11111'],
						company: 'Company Name',
						whatsAppId: '911111111111',
						vcard:
							'BEGIN:VCARD\nVERSION:3.0\nFN:John Doe\nORG:Company Name;\nTEL;type=CELL;type=VOICE;waid=911111111111:+91 11111 11111\nEND:VCARD',
					},
				],
				undocumentedKeys: [],
			},
		]);
		await send({ ...WAHA_BODY, contacts: [{ ...CARD, fullName: 'Ana\nTEL:1' }] });
		expect(sandbox.accepted()[1]?.cards[0]?.phones).toEqual(['1', '+91 11111 11111']);
	});

	it('passes a vCard on as it is, before all other fields, and reads it as a phone does', async () => {
		const vcard =
			'BEGIN:VCARD\nVERSION:3.0\nN:Doe\\;x;Jane;;;\nFN:Jane\\, Doe\\;\nORG:A\\;B;C\nTEL;waid=1:+1\nTEL:+2\nEMAIL:j@x.example\nNOTE:a\\\\b; c\nEND:VCARD';
		await send({ ...WAHA_BODY, contacts: [{ vcard }, { ...CARD, vcard }] });
		const card = {
			// Only in N and ORG an escaped semicolon is one.
			name: 'Jane, Doe\\;',
			firstName: 'Jane',
			lastName: 'Doe;x',
			company: 'A;B',
			phones: ['+1', '+2'],
			email: 'j@x.example',
			description: 'a\\b; c',
			whatsAppId: '1',
			vcard,
		};
		expect(sandbox.accepted()).toMatchObject([{ cards: [card, card] }]);
	});

	it('answers as its engine does, or with nothing', async () => {
		change({ engine: 'GOWS' });
		expect((await send()).json).toMatchObject({
			id: expect.stringMatching(/^true_79111111@c\.us_3EB0[0-9A-F]{18}$/),
			_data: { Info: { Timestamp: expect.stringMatching(/T.*Z$/) } },
		});
		change({ engine: 'NOWEB', emptyAnswers: true });
		expect(await send()).toMatchObject({ status: 201, text: '' });
		expect(sandbox.accepted()).toHaveLength(2);
	});

	it.each(['WEBJS', 'WPP'] as const)(
		'answers by %s with an id of several parts',
		async (engine) => {
			change({ engine });
			expect((await send()).json).toMatchObject({
				id: { _serialized: expect.stringMatching(/^true_79111111@c\.us_3EB0[0-9A-F]{18}$/) },
			});
			expect(sandbox.accepted()).toHaveLength(1);
		},
	);

	it('shows by WPP no more than a name and one number', async () => {
		change({ engine: 'WPP' });
		const vcard =
			'BEGIN:VCARD\nVERSION:3.0\nN:;Ana;;;\nFN:Ana\nTEL:+1\nTEL:+2\nEMAIL:a@b.example\nEND:VCARD';
		await send({ ...WAHA_BODY, contacts: [{ vcard }] });
		expect(sandbox.accepted()[0]?.cards).toEqual([{ name: 'Ana', phones: ['+1'], vcard }]);
	});

	it('sends no card by WEBJS before 2025.9.5', async () => {
		change({ engine: 'WEBJS', withoutWebjsCards: true });
		expect(await send()).toMatchObject({
			status: 501,
			json: { message: expect.stringContaining("not implemented by 'WEBJS' engine") },
		});
	});

	it('notes the quote and undocumented keys', async () => {
		await send({ ...WAHA_BODY, reply_to: 'false_1@c.us_AAA', delay: 1 });
		expect(sandbox.accepted()).toMatchObject([
			{ quotedMessageId: 'false_1@c.us_AAA', undocumentedKeys: ['delay'] },
		]);
		expect((await send({ ...WAHA_BODY, reply_to: 'a_b' })).json).toMatchObject({
			exception: { message: expect.stringMatching(/^Message id be in format/) },
			request: { body: { chatId: '79111111@c.us' } },
		});
	});

	it('quotes by WEBJS only a whole id, and does not say so', async () => {
		change({ engine: 'WEBJS' });
		const ids = ['AAA', 'a_b', 'false_AAA', 'false_1@c.us_AAA', 'false_1@g.us_AAA_2@c.us'];
		for (const id of ids) expect((await send({ ...WAHA_BODY, reply_to: id })).status).toBe(201);
		expect(sandbox.accepted().map(({ quotedMessageId }) => quotedMessageId)).toEqual([
			undefined,
			undefined,
			undefined,
			'false_1@c.us_AAA',
			'false_1@g.us_AAA_2@c.us',
		]);
	});

	it('takes a number without WhatsApp for sent, or has no LID for it', async () => {
		const body = { ...WAHA_BODY, chatId: '5511900000000@c.us' };
		expect((await send(body)).status).toBe(201);
		expect(sandbox.accepted()).toMatchObject([{ undelivered: 'noAccount' }]);
		change({ noLid: true });
		expect((await send(body)).json).toMatchObject({
			exception: {
				message: '2 UNKNOWN: no LID found for 5511900000000@s.whatsapp.net from server',
			},
		});
		change({ checksNumbers: true });
		expect(await send(body)).toMatchObject({
			status: 422,
			json: { message: expect.stringContaining("'5511900000000' does not exist on WhatsApp") },
		});
		expect(sandbox.accepted()).toHaveLength(1);
	});

	it.each([
		['no session', { ...WAHA_BODY, session: undefined }],
		['a suffix of another vendor', { ...WAHA_BODY, chatId: '79111111@s.whatsapp.net' }],
		['a bare number', { ...WAHA_BODY, chatId: '79111111' }],
		['no contacts', { ...WAHA_BODY, contacts: [] }],
		['no name', { ...WAHA_BODY, contacts: [{ ...CARD, fullName: '' }] }],
		[
			'a WhatsApp id with a suffix',
			{ ...WAHA_BODY, contacts: [{ ...CARD, whatsappId: '1@c.us' }] },
		],
		['a vCard without a number', { ...WAHA_BODY, contacts: [{ vcard: 'BEGIN:VCARD\nEND:VCARD' }] }],
	])('refuses %s', async (_what, body) => {
		expect(await send(body)).toMatchObject({ status: 400, json: { error: 'Bad Request' } });
		expect(sandbox.accepted()).toEqual([]);
	});
});

describe('who may ask', () => {
	it('refuses without a key, with a wrong one and with another session’s', async () => {
		const headers = { 'X-Api-Key': 'wrong' };
		expect((await call('sessions/default', { headers })).status).toBe(401);
		expect((await ask(`${sandbox.credentials.waha.apiUrl}/api/anything`)).status).toBe(401);
		const { token } = sandbox.addInstance({ provider: 'waha', instance: 'two', token: 'two' });
		const other = { headers: { 'X-Api-Key': token } };
		expect((await call('sessions/default', other)).status).toBe(403);
		expect((await call('sessions/two', other)).json).toMatchObject({ name: 'two' });
	});

	it('refuses a key what is outside its scopes', async () => {
		const picture = 'contacts/profile-picture?contactId=71234567890&session=default';
		change({ scopes: ['read'] });
		expect((await send()).json).toMatchObject({ message: 'Forbidden resource' });
		expect((await call(picture)).status).toBe(200);
		change({ scopes: ['send'] });
		expect((await send()).status).toBe(201);
		expect((await call(picture)).status).toBe(403);
		expect((await call('sessions/default')).status).toBe(200);
	});

	it('does not know another session, nor another method', async () => {
		expect((await call('sessions/other')).json).toMatchObject({ message: 'Session not found' });
		const unknown = await send({ ...WAHA_BODY, session: 'other' });
		expect(unknown).toMatchObject({
			status: 422,
			json: { error: 'Session "other" does not exist', session: 'other' },
		});
		expect((await call('sendContact', { body: WAHA_BODY })).json).toMatchObject({
			message: 'Cannot POST /api/sendContact',
		});
	});

	it.each([
		...(['STOPPED', 'STARTING', 'SCAN_QR_CODE', 'FAILED'] as const),
		...(['PASSKEY_REQUIRED', 'PASSKEY_CONFIRMATION_REQUIRED'] as const),
	])('says %s, and does nothing then', async (state) => {
		change({ state });
		expect((await call('sessions/default')).json).toMatchObject({ status: state, me: null });
		const answer = await send();
		expect(answer.status).toBe(422);
		expect(answer.json).toMatchObject({ status: state, expected: ['WORKING'] });
		expect(sandbox.accepted()).toEqual([]);
	});
});

describe('look-ups', () => {
	const about = (method: string, contactId = '71234567890@c.us') =>
		call(`contacts${method}?contactId=${encodeURIComponent(contactId)}&session=default`);

	it('knows a contact as its engine does', async () => {
		const dealer = { id: '71234567890@c.us', name: 'Dealer', pushname: 'Dealer' };
		expect((await about('')).json).toEqual({ ...dealer, lid: '271234567890271@lid' });
		change({ engine: 'GOWS' });
		expect((await about('')).json).toEqual(dealer);
		change({ engine: 'WEBJS' });
		expect((await about('')).json).toMatchObject({ ...dealer, isBusiness: true });
	});

	it('has no body for a stranger by NOWEB, and nothing at all without a store', async () => {
		expect(await about('', '5511912345678')).toMatchObject({ status: 200, text: '' });
		change({ withoutStore: true });
		expect(await about('')).toMatchObject({ status: 400 });
	});

	it('may crash over a stranger', async () => {
		change({ engine: 'GOWS', strangersCrash: true });
		expect((await about('', '5511912345678')).json).toMatchObject({
			exception: { message: "Cannot read properties of null (reading 'Jid')" },
		});
		expect((await about('')).status).toBe(200);
		change({ engine: 'WEBJS' });
		expect((await about('', '5511912345678')).json).toMatchObject({
			exception: { message: "Cannot read properties of null (reading 'getContact')" },
		});
	});

	it('may crash over a picture or an about text', async () => {
		change({ pictureFails: 'item-not-found' });
		expect((await about('/profile-picture')).status).toBe(200);
		expect((await about('/profile-picture', '5511912345678')).status).toBe(500);
		change({ engine: 'WEBJS', pictureFails: 'rate-overlimit', aboutFails: 'Timed Out' });
		expect((await about('/profile-picture')).json).toMatchObject({
			exception: { message: 'rate-overlimit' },
		});
		expect((await about('/about')).json).toMatchObject({ exception: { message: 'Timed Out' } });
	});

	it('gives picture and about', async () => {
		expect((await about('/profile-picture')).json).toEqual({
			profilePictureURL: expect.stringContaining('dealer.jpg'),
		});
		expect((await about('/profile-picture', '5511912345678@c.us')).json).toEqual({
			profilePictureURL: null,
		});
		expect((await about('/about')).status).toBe(501);
		for (const engine of ['WEBJS', 'WPP'] as const) {
			change({ engine });
			expect((await about('/about')).json).toEqual({ about: 'Open every day' });
		}
	});

	it('checks numbers, and no privacy ids', async () => {
		const check = (phone: string) => call(`contacts/check-exists?phone=${phone}&session=default`);
		expect((await check('71234567890')).json).toEqual({
			numberExists: true,
			chatId: '71234567890@c.us',
		});
		expect((await check('5511900000000')).json).toEqual({ numberExists: false });
		expect((await check('271234567890271@lid')).status).toBe(400);
		change({ chatIdAs: 'lid' });
		expect((await check('71234567890')).json).toMatchObject({ chatId: '271234567890271@lid' });
	});
});

describe('lists', () => {
	it('have the rows of each engine', async () => {
		const groups = async () => (await call('default/groups?exclude=participants')).json;
		expect(await groups()).toMatchObject({
			'120363043968066561@g.us': { id: '120363043968066561@g.us', subject: 'Sales team' },
		});
		change({ engine: 'GOWS' });
		expect(await groups()).toContainEqual(
			expect.objectContaining({ JID: '120363043968066561@g.us', Name: 'Sales team' }),
		);
		change({ engine: 'WEBJS' });
		expect(await groups()).toContainEqual(
			expect.objectContaining({ name: 'Left behind', isReadOnly: true }),
		);
	});

	it('have contacts page by page, and with NOWEB only in a store', async () => {
		const page = await call('contacts/all?session=default&limit=5&offset=40');
		expect(page.json).toHaveLength(2);
		change({ withoutStore: true });
		expect((await call('contacts/all?session=default')).status).toBe(400);
		expect((await call('default/groups')).status).toBe(200);
		expect((await call('nobody/groups')).status).toBe(422);
	});
});
