// Evolution's contract at the wire: a v2 and a v1 server.

import { startSandbox, type Credential, type Sandbox } from '../../sandbox';
import { ask, EVOLUTION_CARD as CARD, evolutionUrl, type Question, renew } from '../sandbox/wire';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
afterEach(() => renew(sandbox, 'evolutionV2', 'evolutionV1'));

type Server = 'evolutionV2' | 'evolutionV1';
const call = (server: Server, method: string, question: Question = {}, key?: string) => {
	const credential: Credential = sandbox.credentials[server];
	const headers = { apikey: key ?? credential.token, ...question.headers };
	return ask(evolutionUrl(credential, method), { ...question, headers });
};
const send = (server: Server, body: unknown) => call(server, 'message/sendContact', { body });
const change = (
	switches: Parameters<Sandbox['changeInstance']>[2],
	server: Server = 'evolutionV2',
) => sandbox.changeInstance(server, sandbox.credentials[server].instance, switches);
const refusal = (status: number, error: string, message: unknown) => ({
	status,
	error,
	response: { message },
});

describe('sendContact', () => {
	it('of v2 answers its own record, with a numeric time', async () => {
		const answer = await send('evolutionV2', { number: '553198296801', contact: [CARD] });
		expect(answer.status).toBe(201);
		expect(answer.json).toMatchObject({
			key: { remoteJid: '553198296801@s.whatsapp.net', fromMe: true, id: expect.any(String) },
			status: 'PENDING',
			messageType: 'contactMessage',
			messageTimestamp: expect.any(Number),
			message: { contactMessage: { displayName: 'Guilherme Gomes' } },
		});
		expect(sandbox.accepted()).toMatchObject([
			{
				provider: 'evolutionV2',
				chatId: '553198296801@s.whatsapp.net',
				cards: [
					{
						...{ name: 'Guilherme Gomes', phones: ['+55 31 9 9829-6801'], company: 'AtendAI' },
						...{ email: 'g@example.com', url: 'https://example.com', whatsAppId: '553198296801' },
					},
				],
			},
		]);
	});

	it('of v1 answers the raw message, with the time as text', async () => {
		const answer = await send('evolutionV1', { number: '553198296801', contactMessage: [CARD] });
		expect(answer.status).toBe(201);
		expect(answer.json).toEqual({
			key: { remoteJid: '553198296801@s.whatsapp.net', fromMe: true, id: expect.any(String) },
			message: { contactMessage: expect.objectContaining({ displayName: 'Guilherme Gomes' }) },
			messageTimestamp: expect.stringMatching(/^\d+$/),
			status: 'PENDING',
		});
	});

	it('answers several cards as one list', async () => {
		const contact = [CARD, { ...CARD, fullName: 'Other' }];
		const answer = await send('evolutionV2', { number: '553198296801', contact });
		expect(answer.json).toMatchObject({
			messageType: 'contactsArrayMessage',
			message: { contactsArrayMessage: { displayName: '2 contacts', contacts: [{}, {}] } },
		});
		expect(sandbox.accepted()).toHaveLength(1);
	});

	it('writes the vCard without escaping, so that injected lines show', async () => {
		const contact = [
			{ fullName: 'Eve\nTEL:666', phoneNumber: '+55 31 9 9829-6801', organization: 'A' },
		];
		await send('evolutionV2', { number: '553198296801', contact });
		expect(sandbox.accepted()[0]?.cards[0]?.vcard?.split('\n')).toEqual([
			...['BEGIN:VCARD', 'VERSION:3.0', 'N:Eve', 'TEL:666', 'FN:Eve', 'TEL:666', 'ORG:A;'],
			'item1.TEL;waid=553198296801@s.whatsapp.net:+55 31 9 9829-6801',
			...['item1.X-ABLabel:Celular', 'END:VCARD'],
		]);
	});

	it.each([
		['evolutionV2', 'contactMessage', 'instance requires property "contact"'],
		['evolutionV1', 'contact', 'instance requires property "contactMessage"'],
	] as const)('of %s refuses the other generation’s body', async (server, key, text) => {
		const answer = await send(server, { number: '553198296801', [key]: [CARD] });
		expect(answer.status).toBe(400);
		expect(answer.json).toEqual(refusal(400, 'Bad Request', [[text]]));
	});

	const body = (card: object) => ({ number: '553198296801', contact: [{ ...CARD, ...card }] });
	it.each([
		[
			'an empty body',
			{},
			['instance requires property "number"', 'instance requires property "contact"'],
		],
		['a number that is no text', { number: 1, contact: [CARD] }, ['Invalid format']],
		['one card alone', { number: '1', contact: CARD }, ['contact is not of a type(s) array']],
		['no card', { number: '1', contact: [] }, ['contact does not meet minimum length of 1']],
		['a card twice', { number: '1', contact: [CARD, CARD] }, ['contact contains duplicate item']],
		['no name', body({ fullName: undefined }), ['contact[0] requires property "fullName"']],
		[
			'a short phone',
			body({ phoneNumber: '+37251234' }),
			['contact[0].phoneNumber does not meet minimum length of 10'],
		],
		[
			'a phone that is a number',
			body({ phoneNumber: 553198296801 }),
			['contact[0].phoneNumber is not of a type(s) string'],
		],
		['a wuid without digits', body({ wuid: 'not-a-number' }), ['"wuid" must be a numeric string']],
		['an e-mail of null', body({ email: null }), ['contact[0].email is not of a type(s) string']],
	])('of v2 refuses %s in the words of the schema', async (_what, sent, texts) => {
		const answer = await send('evolutionV2', sent);
		expect(answer.json).toEqual(refusal(400, 'Bad Request', [texts]));
		expect(sandbox.accepted()).toEqual([]);
	});

	it.each([
		['an empty name', body({ fullName: '' })],
		['empty texts', body({ organization: '', email: '', url: '' })],
		['a wuid in JID form', body({ wuid: '553198296801@s.whatsapp.net' })],
		['options of any type', { ...body({}), delay: 'soon', presence: 7, quoted: 'x' }],
	])('of v2 lets %s pass', async (_what, sent) => {
		expect((await send('evolutionV2', sent)).status).toBe(201);
	});

	it('of v2 names what it takes without acting on it, and what nobody documents', async () => {
		const quoted = { key: { id: 'BAE58DA6CBC941BC' } };
		await send('evolutionV2', { ...body({ title: 'x' }), quoted, delay: 60_000, when: 'now' });
		expect(sandbox.accepted()[0]).toMatchObject({
			ignoredKeys: ['delay', 'quoted'],
			undocumentedKeys: ['when', 'contact[0].title'],
			quotedMessageId: 'BAE58DA6CBC941BC',
			delay: 60_000,
		});
	});

	const v1 = (options: object) => ({ number: '553198296801', contactMessage: [CARD], options });
	it.each([
		['a delay that is text', v1({ delay: '100' }), 'Enter a value in milliseconds'],
		[
			'an unknown presence',
			v1({ presence: 'typing' }),
			'options.presence is not one of enum values: unavailable,available,composing,recording,paused',
		],
		[
			'a quote without id',
			v1({ quoted: { key: {} } }),
			'options.quoted.key requires property "id"',
		],
	])('of v1 refuses %s', async (_what, sent, text) => {
		expect((await send('evolutionV1', sent)).json).toEqual(refusal(400, 'Bad Request', [[text]]));
	});

	it('of v1 really waits for its delay before the card is accepted', async () => {
		const answer = send('evolutionV1', v1({ delay: 150, presence: 'composing' }));
		while (!sandbox.requests().at(-1)?.body) await new Promise(setImmediate);
		expect(sandbox.accepted()).toEqual([]);
		expect((await answer).status).toBe(201);
		expect(sandbox.accepted()).toMatchObject([{ delay: 150, presence: 'composing' }]);
	});

	it('refuses numbers without WhatsApp', async () => {
		const answer = await send('evolutionV2', { number: '553198290000', contact: [CARD] });
		const jid = '553198290000@s.whatsapp.net';
		expect(answer.json).toEqual(
			refusal(400, 'Bad Request', [{ jid, exists: false, number: '553198290000' }]),
		);
	});

	it('finds the account with and without its extra digit, if typed as bare digits', async () => {
		const reached = async (number: string) =>
			(await send('evolutionV2', { number, contact: [CARD] })).json;
		const to = (digits: string) => ({ key: { remoteJid: `${digits}@s.whatsapp.net` } });
		expect(await reached('5531998296801')).toMatchObject(to('553198296801'));
		expect(await reached('+55 (31) 99829-6801')).toMatchObject(to('553198296801'));
		expect(await reached('553187650001')).toMatchObject(to('5531987650001'));
		expect(await reached('+55 (31) 98765-0001')).toMatchObject({ status: 400 });
		expect(await reached('5215512345678')).toMatchObject(to('5215512345678'));
		expect(await reached('541123456789')).toMatchObject(to('5491123456789'));
		expect(sandbox.accepted().map(({ chatId }) => chatId)).toEqual([
			...['553198296801', '553198296801', '5531987650001', '5215512345678', '5491123456789'].map(
				(digits) => `${digits}@s.whatsapp.net`,
			),
		]);
	});

	it.each(['120363043968066561@g.us', '120363043968066561', '5511999999999-1623281429'])(
		'reaches the group %s',
		async (number) => {
			expect((await send('evolutionV2', { number, contact: [CARD] })).status).toBe(201);
			expect(sandbox.accepted()[0]?.chatId).toMatch(/@g\.us$/);
		},
	);

	it.each(['11001234567-1581234048', '120363043968066561-group'])(
		'turns %s into a group that is missing',
		async (number) => {
			const answer = await send('evolutionV2', { number, contact: [CARD] });
			expect(answer.json).toEqual(refusal(400, 'Bad Request', ['[object Object]']));
		},
	);

	const GROUP = '120363043968066561@g.us';
	it('refuses a group that it is not in, up to 2.2.3 by an error of its own', async () => {
		change({ missingGroups: [GROUP] });
		change({ missingGroups: [GROUP] }, 'evolutionV1');
		const answer = await send('evolutionV2', { number: GROUP, contact: [CARD] });
		expect(answer.json).toEqual(refusal(400, 'Bad Request', ['[object Object]']));
		const text = "Cannot read properties of undefined (reading 'id')";
		const broken = refusal(500, 'Internal Server Error', text);
		const v1 = { number: GROUP, contactMessage: [CARD] };
		expect((await send('evolutionV1', v1)).json).toEqual(broken);
		change({ version: '2.2.3' });
		expect((await send('evolutionV2', { number: GROUP, contact: [CARD] })).json).toEqual(broken);
		expect(sandbox.accepted()).toEqual([]);
	});

	it('takes any privacy id, and before 2.3.0 none', async () => {
		const number = '123456789012345@lid';
		expect((await send('evolutionV2', { number, contact: [CARD] })).status).toBe(201);
		change({ version: '2.2.3' });
		const refused = refusal(400, 'Bad Request', [{ jid: number, exists: false, number }]);
		expect((await send('evolutionV2', { number, contact: [CARD] })).json).toEqual(refused);
		expect((await send('evolutionV1', { number, contactMessage: [CARD] })).json).toEqual(refused);
	});

	const ORDINARY = { number: '553198296801', contact: [CARD] };
	const internal = (message: string) => refusal(500, 'Internal Server Error', message);
	it.each([
		[{ state: 'close' as const }, 500, internal('Connection Closed')],
		[{ deadSocket: true }, 500, internal('Connection Closed')],
		[
			{ state: null },
			500,
			internal("Cannot read properties of undefined (reading 'contactMessage')"),
		],
		[{ server: 'cors' as const }, 500, internal('Not allowed by CORS')],
		[{ server: 'unlicensed' as const }, 503, expect.objectContaining({ code: 'LICENSE_REQUIRED' })],
		[
			{ channel: 'EVOLUTION' as const },
			400,
			refusal(400, 'Bad Request', ['Method not available on Evolution Channel']),
		],
	])('fails with %j', async (switches, status, json) => {
		change(switches);
		const answer = await send('evolutionV2', ORDINARY);
		expect([answer.status, answer.json]).toEqual([status, json]);
		expect(sandbox.accepted()).toEqual([]);
	});

	it('is no Evolution server when told so', async () => {
		change({ server: 'notEvolution' });
		const answer = await send('evolutionV2', ORDINARY);
		expect(answer.status).toBe(404);
		expect(answer.text).toContain('<pre>Cannot POST /message/sendContact/sales</pre>');
	});

	it('puts Meta’s refusals into a 201', async () => {
		change({ channel: 'WHATSAPP-BUSINESS' });
		const answer = await send('evolutionV2', { ...ORDINARY, number: '553198290000' });
		expect([answer.status, answer.json]).toMatchObject([201, { code: 131030 }]);
		expect(sandbox.accepted()).toEqual([]);
		expect((await send('evolutionV2', ORDINARY)).json).toMatchObject({
			key: { id: expect.any(String) },
		});
	});
});

describe('the door', () => {
	it('says 404 for an unknown instance before it looks at the key, then 401', async () => {
		const { evolutionV2 } = sandbox.credentials;
		const unknown = await ask(
			evolutionUrl({ ...evolutionV2, instance: 'x' }, 'instance/connectionState'),
		);
		expect(unknown.json).toEqual(refusal(404, 'Not Found', ['The "x" instance does not exist']));
		const wrong = await call('evolutionV2', 'instance/connectionState', {}, 'wrong');
		expect(wrong.json).toEqual(refusal(401, 'Unauthorized', 'Unauthorized'));
		const global = await call('evolutionV2', 'instance/connectionState', {}, 'sandbox-global-key');
		expect(global.status).toBe(200);
	});

	it('decodes instance names, whatever they hold', async () => {
		const instance = 'São Paulo/1 ?#%..';
		const credential = sandbox.addInstance({ provider: 'evolutionV2', instance, token: 'k' });
		const url = evolutionUrl(credential, 'instance/connectionState');
		const answer = await ask(url, { headers: { apikey: 'k' } });
		expect(answer.json).toEqual({ instance: { instanceName: instance, state: 'open' } });
	});

	it('does not let the query choose the instance', async () => {
		const url = `${evolutionUrl(sandbox.credentials.evolutionV2, 'instance/connectionState')}?instanceName=x`;
		expect((await ask(url, { headers: { apikey: 'wrong' } })).status).toBe(401);
	});

	it('answers unknown routes and broken JSON in its envelope', async () => {
		const route = await call('evolutionV2', 'message/sendCard', { body: {} });
		expect(route.json).toEqual(refusal(404, 'Not Found', ['Cannot POST /message/sendCard/sales']));
		const broken = await call('evolutionV2', 'message/sendContact', { text: '{oops' });
		expect(broken.json).toEqual({
			status: 400,
			error: 'Internal Server Error',
			response: { message: expect.any(String) },
		});
	});

	it('welcomes with its version, without a key', async () => {
		const version = async (server: Server) =>
			((await ask(`${sandbox.apiUrls[server]}/`)).json as { version: string }).version;
		expect([await version('evolutionV2'), await version('evolutionV1')]).toEqual([
			'2.3.6',
			'1.8.2',
		]);
	});

	it('lists instances with their secrets, in each generation’s shape', async () => {
		const list = async (server: Server, query = '') => {
			const { token } = sandbox.credentials[server];
			const url = `${sandbox.apiUrls[server]}/instance/fetchInstances${query}`;
			return (await ask(url, { headers: { apikey: token } })).json;
		};
		const { evolutionV1, evolutionV2 } = sandbox.credentials;
		expect(await list('evolutionV2')).toMatchObject([{ name: 'sales', token: evolutionV2.token }]);
		expect(await list('evolutionV1', '?instanceName=sales')).toMatchObject({
			instance: { instanceName: 'sales', apikey: evolutionV1.token },
		});
		expect(await list('evolutionV2', '?instanceName=x')).toMatchObject({
			response: { message: ['Instance "x" not found'] },
		});
	});

	it('has no state for an instance that is not loaded', async () => {
		change({ state: null });
		const answer = await call('evolutionV2', 'instance/connectionState');
		expect(answer.json).toEqual({ instance: { instanceName: 'sales' } });
	});
});

describe('look-ups', () => {
	const profile = (number: unknown) =>
		call('evolutionV2', 'chat/fetchProfile', { body: { number } });

	it('answers a profile', async () => {
		expect((await profile('553198296801')).json).toEqual({
			wuid: '553198296801@s.whatsapp.net',
			name: 'Guilherme Gomes',
			numberExists: true,
			picture: expect.any(String),
			status: 'Available',
			isBusiness: true,
			email: 'g@example.com',
			description: expect.any(String),
			website: 'https://example.com',
		});
		change({ aboutAs: 'object' });
		expect((await profile('553198296801')).json).toMatchObject({ status: { status: 'Available' } });
	});

	it('hides a failure in a 200 of nulls', async () => {
		change({ profileOfNulls: true });
		expect((await profile('553198296801')).json).toEqual({
			wuid: '553198296801@s.whatsapp.net',
			...{ name: null, picture: null, status: null, os: null, isBusiness: false },
		});
	});

	it('refuses numbers without WhatsApp', async () => {
		const answer = await profile('553198290000');
		expect(answer.status).toBe(400);
		expect(answer.json).toMatchObject({ response: { message: [{ exists: false }] } });
	});

	const servers = ['evolutionV1', '2.2.3', '2.3.6', '2.3.7', '2.4.0-rc2'] as const;
	const on = (server: (typeof servers)[number]): Server => {
		if (server === 'evolutionV1') return server;
		change({ version: server });
		return 'evolutionV2';
	};
	const denial = (jid: string) =>
		refusal(400, 'Bad Request', [{ jid, exists: false, number: jid }]);

	it.each(servers)('of %s deny accounts whose extra digit they cut', async (server) => {
		const ask = (method: string, number: string) => call(on(server), method, { body: { number } });
		for (const [account, cut] of [
			['5215512345678', '525512345678'],
			['5491123456789', '541123456789'],
			['5531987650001', '553187650001'],
		] as const) {
			const jid = `${account}@s.whatsapp.net`;
			const other = `${cut}@s.whatsapp.net`;
			expect((await ask('chat/fetchProfile', account)).json).toEqual(denial(other));
			expect((await ask('chat/fetchProfile', jid)).json).toMatchObject({ wuid: jid });
			expect((await ask('chat/fetchBusinessProfile', account)).json).toMatchObject({
				isBusiness: false,
				exists: false,
				jid: other,
			});
		}
		const business = await ask('chat/fetchBusinessProfile', '5531987650001@s.whatsapp.net');
		expect(business.json).toMatchObject({ isBusiness: true, category: 'Bakery' });
	});

	const numbers = (server: Server, asked: unknown) =>
		call(server, 'chat/whatsappNumbers', { body: { numbers: asked } });

	it.each(servers)('of %s find both spellings of a number by its bare digits', async (server) => {
		const found = async (asked: string[]) =>
			(await numbers(on(server), asked)).json as Array<{ jid: string; exists: boolean }>;
		const pairs: Array<[string, string]> = [
			['5531998296801', '553198296801'],
			['553187650001', '5531987650001'],
			['5521987654321', '5521987654321'],
			['552187654321', '5521987654321'],
			['5215512345678', '5215512345678'],
			['5215598765432', '525598765432'],
			['5491112345678', '5491112345678'],
			['541112345678', '5491112345678'],
			['79001234567', '79001234567'],
		];
		const rows = await found(pairs.map(([asked]) => asked));
		expect(rows.map(({ jid, exists }) => [jid, exists])).toEqual(
			pairs.map(([, account]) => [`${account}@s.whatsapp.net`, true]),
		);
		expect(
			await found(['5531987650001@s.whatsapp.net', '553187650001@s.whatsapp.net']),
		).toMatchObject([{ exists: true }, { exists: false }]);
		// 2.2.3 does not put Mexico's 1 back.
		expect(await found(['525512345678'])).toMatchObject([{ exists: server !== '2.2.3' }]);
	});

	it('say who is on WhatsApp: groups first, each number as it was asked', async () => {
		const group = '120363043968066561@g.us';
		change({ missingGroups: ['120363043968066562@g.us'] });
		const asked = ['+7 900 123-45-67', '79001234567', '553198290000', '9@lid', group];
		expect((await numbers('evolutionV2', [...asked, '120363043968066562@g.us'])).json).toEqual([
			{ jid: group, exists: true, number: group, name: expect.any(String) },
			{ jid: '120363043968066562@g.us', exists: false, number: '120363043968066562@g.us' },
			...['+7 900 123-45-67', '79001234567'].map((number) => ({
				...{ jid: '79001234567@s.whatsapp.net', exists: true, number },
				...{ name: 'Артем', lid: expect.any(String) },
			})),
			{ jid: '553198290000@s.whatsapp.net', exists: false, number: '553198290000' },
			{ jid: '9@lid', exists: true, number: '9@lid', lid: 'lid' },
		]);
		expect((await numbers('evolutionV1', ['9@lid'])).json).toEqual([
			{ jid: '9@lid', exists: false, number: '9@lid' },
		]);
	});

	it.each([
		[[], 'numbers does not meet minimum length of 1'],
		[['1', '1'], 'numbers contains duplicate item'],
		[[79001234567], '"numbers" must be an array of numeric strings'],
	])('refuse the numbers %j, since 2.3 without the envelope', async (asked, text) => {
		const bare = { status: 400, error: 'Bad Request', message: [[text]] };
		expect((await numbers('evolutionV2', asked)).json).toEqual(bare);
		const wrapped = refusal(400, 'Bad Request', [[text]]);
		expect((await numbers('evolutionV1', asked)).json).toEqual(wrapped);
		change({ version: '2.2.3' });
		expect((await numbers('evolutionV2', asked)).json).toEqual(wrapped);
	});

	it.each([{ state: 'close' as const }, { deadSocket: true }, { state: null }])(
		'fail with %j: since 2.3 whatsappNumbers by an empty object',
		async (switches) => {
			const text = (method: string) =>
				switches.state === null
					? `Cannot read properties of undefined (reading '${method}')`
					: 'Connection Closed';
			const failure = (method: string) => refusal(500, 'Internal Server Error', text(method));
			change(switches);
			const check = await numbers('evolutionV2', ['79001234567']);
			expect([check.status, check.json]).toEqual([400, {}]);
			expect((await profile('79001234567')).json).toEqual(failure('fetchProfile'));
			change({ version: '2.2.3' });
			expect((await numbers('evolutionV2', ['1'])).json).toEqual(failure('whatsappNumber'));
		},
	);

	it('take any privacy id, and before 2.3.0 none', async () => {
		const lid = '123456789012345@lid';
		expect((await profile(lid)).json).toMatchObject({ wuid: lid, numberExists: true });
		change({ version: '2.2.3' });
		expect((await profile(lid)).json).toEqual(denial(lid));
	});

	it('answers business profiles, their absence, and their slip of a failure', async () => {
		const business = (number: string) =>
			call('evolutionV2', 'chat/fetchBusinessProfile', { body: { number } });
		expect((await business('553198296801')).json).toMatchObject({
			isBusiness: true,
			website: ['https://example.com'],
		});
		expect((await business('5511888888888')).json).toMatchObject({
			isBusiness: false,
			exists: true,
		});
		change({ businessProfileFails: true });
		expect((await business('553198296801')).json).toMatchObject({
			response: { message: ['Error updating profile name', expect.any(String)] },
		});
		// Nor does fetchProfile answer anything then, for it asks for the business profile too.
		expect((await profile('553198296801')).json).toMatchObject({ picture: null, name: null });
	});

	it('forgets the filter of findContacts unless it is the one it knows', async () => {
		const find = async (where: object) =>
			(await call('evolutionV2', 'chat/findContacts', { body: { where } })).json as unknown[];
		const remoteJid = '553198296801@s.whatsapp.net';
		expect(await find({ remoteJid })).toHaveLength(1);
		expect((await find({ pushName: 'Nobody' })).length).toBeGreaterThan(1);
		change({ filters: 'honoured' });
		expect(await find({ pushName: 'Nobody' })).toHaveLength(0);
		change({ filters: 'ignored' });
		expect((await find({ remoteJid })).length).toBeGreaterThan(1);
	});
});

describe('lists', () => {
	const groupsOf = (server: Server, query = '?getParticipants=false') => {
		const credential: Credential = sandbox.credentials[server];
		const url = `${evolutionUrl(credential, 'group/fetchAllGroups')}${query}`;
		return ask(url, { headers: { apikey: credential.token } });
	};
	const chats = async (body: object) =>
		(await call('evolutionV2', 'chat/findChats', { body })).json as object[];

	it('want to be told whether participants are wanted', async () => {
		expect((await groupsOf('evolutionV2', '')).status).toBe(400);
		expect((await groupsOf('evolutionV2')).json).toContainEqual(
			expect.objectContaining({ subject: 'All of us', isCommunity: true }),
		);
		expect((await groupsOf('evolutionV1')).json).not.toContainEqual(
			expect.objectContaining({ isCommunity: true }),
		);
	});

	it('are empty in their own ways where groups are ignored', async () => {
		change({ ignoresGroups: true });
		change({ ignoresGroups: true }, 'evolutionV1');
		expect((await groupsOf('evolutionV2')).json).toEqual([]);
		expect(await groupsOf('evolutionV1')).toMatchObject({ status: 200, text: '' });
	});

	it('call a group by its last writer, but for the chats of newer servers', async () => {
		const contacts = await call('evolutionV2', 'chat/findContacts', { body: {} });
		const remoteJid = '120363043968066561@g.us';
		expect(contacts.json).toContainEqual(
			expect.objectContaining({ remoteJid, type: 'group', pushName: 'Bia (last writer)' }),
		);
		expect(await chats({ take: 3, skip: 1 })).toHaveLength(3);
		const named = { remoteJid, pushName: 'Sales team', isSaved: true };
		expect(await chats({})).toContainEqual(expect.objectContaining(named));
		change({ version: '2.2.3' });
		const misnamed = { remoteJid, pushName: 'Bia (last writer)' };
		expect(await chats({})).toContainEqual(expect.objectContaining(misnamed));
		expect((await call('evolutionV1', 'chat/findChats', { body: {} })).status).toBe(404);
	});
});
