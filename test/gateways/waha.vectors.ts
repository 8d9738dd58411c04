/** WAHA at the wire, row by row (docs/providers/waha.md). */
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { refusalsOf } from '../vectors/refusals';
import { spellingsOf, trunkZeros } from '../vectors/spellings';
import {
	type Answered,
	type Exchange,
	infoItem,
	type ProviderVectors,
	sentItem,
	type Vector,
} from '../vectors/vector';
import { wahaChecks } from './waha.checks';

const token = '00000000111111112222222233333333';
const headers = { 'x-api-key': token };
/** The instance of each vector is its own, so it can be named in the path only. */
const sendContactVcard = (body: IDataObject, answered: Answered): Exchange => ({
	sent: { method: 'POST', path: '/api/sendContactVcard', headers, body },
	answered,
});
const get = (method: string, query: string, answered: Answered): Exchange => ({
	sent: { method: 'GET', path: `/api/${method}?${query}&session={instance}`, headers },
	answered,
});

const to = '5511987654321';
const chatId = `${to}@c.us`;
const vCard = (...lines: string[]) =>
	['BEGIN:VCARD', 'VERSION:3.0', ...lines, 'END:VCARD'].join('\n');
const tel = 'TEL;type=CELL;type=VOICE;waid=5511900000001:+55 11 90000-0001';
const ana = { phone: '+55 11 90000-0001', firstName: 'Ana' };
const numbers = { phoneNumber: '+55 11 90000-0001', whatsappId: '5511900000001' };
const anaOnTheWire = { fullName: 'Ana', ...numbers, vcard: vCard('N:;Ana;;;', 'FN:Ana', tel) };
const anaOut = { fullName: 'Ana', phone: '5511900000001' };

const adviceOf: Readonly<Record<string, RegExp>> = {
	STOPPED: /^Start the session on the WAHA dashboard$/,
	SCAN_QR_CODE: /^Scan the session's QR code on the WAHA dashboard$/,
	FAILED: /^Restart the session on the WAHA dashboard; if that does not help/,
	PASSKEY_REQUIRED: /^Open WhatsApp on the phone and confirm the log-in there with the passkey$/,
	PASSKEY_CONFIRMATION_REQUIRED: /^Open WhatsApp on the phone and confirm the log-in there$/,
};

/** NOWEB's answer. */
const message = {
	key: { remoteJid: `${to}@s.whatsapp.net`, fromMe: true, id: '3EB08A6895830F110A5E4D' },
	message: { contactMessage: { vcard: 'BEGIN:VCARD…' } },
	messageTimestamp: '1738070128',
	status: 'PENDING',
};
const accepted: Answered = { status: 201, body: message };
const sent = (item: IDataObject = {}) =>
	sentItem({
		status: 'sent',
		messageId: '3EB08A6895830F110A5E4D',
		providerStatus: 'PENDING',
		timestamp: '2025-01-28T13:15:28.000Z',
		chatId,
		contacts: [anaOut],
		...item,
	});

const fields = (...contact: INodeParameters[]): INodeParameters => ({ contacts: { contact } });
const json = (cards: unknown): INodeParameters => ({
	specifyContacts: 'json',
	contactsJson: JSON.stringify(cards),
});

/** A send of Ana's card to a person, with what differs. */
function send(
	that: string,
	parameters: INodeParameters,
	body: IDataObject,
	item: IDataObject = {},
	more: Partial<Vector> = {},
): Vector {
	const usual = { session: '{instance}', chatId, contacts: [anaOnTheWire] };
	return {
		that,
		operation: 'sendContact',
		parameters: { chatId: to, ...fields(ana), ...parameters },
		exchanges: [sendContactVcard({ ...usual, ...body }, accepted)],
		items: [sent(item)],
		...more,
	};
}

/** One card that differs: what stands beside the vCard, and its lines. */
const card = (
	that: string,
	parameters: INodeParameters,
	contact: IDataObject,
	lines: string[],
	item: IDataObject = {},
	more: Partial<Vector> = {},
) => send(that, parameters, { contacts: [{ ...contact, vcard: vCard(...lines) }] }, item, more);

/** The same send with another answer. */
const answered = (that: string, answer: Answered, item: IDataObject) =>
	send(
		that,
		{},
		{},
		{},
		{
			exchanges: [
				sendContactVcard({ session: '{instance}', chatId, contacts: [anaOnTheWire] }, answer),
			],
			items: [sent(item)],
		},
	);

const nest = (statusCode: number, text: unknown, error?: string): Answered => ({
	status: statusCode,
	body: { message: text, ...(error !== undefined && { error }), statusCode },
});
const crash = (text: string): Answered => ({
	status: 500,
	body: {
		statusCode: 500,
		timestamp: '2026-05-26T07:32:11.213Z',
		exception: { message: text, code: 2, name: 'Error', stack: `Error: ${text}\n    at x` },
		request: { path: '/api/sendContactVcard', method: 'POST', body: {}, query: {} },
		version: { version: '2026.5.1', engine: 'GOWS', tier: 'CORE' },
	},
});
const status = (name: string): Answered => ({
	status: 422,
	body: {
		error: 'Session status is not as expected. Try again later or restart the session',
		session: 'default',
		status: name,
		expected: ['WORKING'],
	},
});
const byEngine = (engine: string) =>
	nest(
		501,
		`The method is not implemented by '${engine}' engine. Check the docs and try another engine: https://waha.devlike.pro/`,
		'Not Implemented',
	);
const noAccount: Answered = {
	status: 422,
	body: {
		message: `Phone number '${to}' does not exist on WhatsApp. Tried: ${to}, 551187654321`,
		error: 'Unprocessable Entity',
		statusCode: 422,
	},
};
/** What became of an extra request. */
const lostExtras: ReadonlyArray<readonly [string, Answered]> = [
	['bad-request', crash('bad-request')],
	['rate-overlimit', crash('rate-overlimit')],
	['a crash', crash('oops')],
	['a refusal of its key', nest(403, 'Forbidden resource', 'Forbidden')],
	['a session that stopped meanwhile', status('STOPPED')],
	['a 429', { status: 429 }],
	['a 503 of a proxy', { status: 503, text: '<html><title>Bad</title></html>' }],
	['a web page', { status: 200, text: '<html>' }],
];
const inDoubt = { code: 'UNAVAILABLE', delivery: 'unknown' } as const;
const silent = { code: 'UNEXPECTED_RESPONSE', delivery: 'unknown' } as const;

const contact = {
	id: chatId,
	number: to,
	name: 'Contact Name',
	pushname: 'Pushname',
	shortName: 'Shortname',
	isMe: false,
	isGroup: false,
	isWAContact: true,
	isMyContact: true,
	isBlocked: false,
	isBusiness: false,
};
const picture = { profilePictureURL: 'https://example.com/profile.jpg' };
const about = { about: 'Hi, I use WhatsApp!' };
const contactOut = infoItem({
	chatId,
	phone: to,
	name: 'Pushname',
	contactName: 'Contact Name',
	about: 'Hi, I use WhatsApp!',
	avatarUrl: 'https://example.com/profile.jpg',
	isBusiness: false,
});

const ok = (body: unknown): Answered => ({ status: 200, body });
const contactId = (id: string) => `contactId=${encodeURIComponent(id)}`;
const main = (answer: Answered, id = chatId) => get('contacts', contactId(id), answer);
const pictureOf = (answer: Answered = ok(picture), id = chatId) =>
	get('contacts/profile-picture', contactId(id), answer);
const aboutOf = (answer: Answered = ok(about), id = chatId) =>
	get('contacts/about', contactId(id), answer);
const check = (answer: Answered) => get('contacts/check-exists', `phone=${to}`, answer);
const extra = (...details: string[]): INodeParameters => ({ options: { extraDetails: details } });

/** A look-up with what differs. */
const info = (
	that: string,
	parameters: INodeParameters,
	exchanges: readonly Exchange[],
	items: readonly IDataObject[],
	more: Partial<Vector> = {},
): Vector => ({
	that,
	operation: 'getContactInfo',
	parameters: { chatId: to, ...parameters },
	exchanges,
	items,
	...more,
});

const { failure, invalid, refused, refusedLookUp, refusedSend } = refusalsOf({
	chatId,
	contacts: [anaOut],
	parameters: fields(ana),
	send: (answer) =>
		sendContactVcard({ session: '{instance}', chatId, contacts: [anaOnTheWire] }, answer),
	lookUp: (answer) => main(answer),
});
const failedLookUp = (over: Parameters<typeof failure>[0], chat = to) => ({
	failed: [failure({ contacts: [], chatId: `${chat}@c.us`, ...over })],
});

export const waha: ProviderVectors = {
	provider: 'waha',
	credential: { instance: 'default', token },
	rows: {
		...wahaChecks,
		'chat: a phone number': [
			send('writes digits with @c.us', { chatId: '+55 11 98765-4321' }, {}),
			...spellingsOf(to).map((chatId) => send(`reads ${chatId}`, { chatId }, {})),
			...trunkZeros.map(([chatId, digits]) =>
				send(
					`reads ${chatId}`,
					{ chatId },
					{ chatId: `${digits}@c.us` },
					{ chatId: `${digits}@c.us` },
				),
			),
		],
		"chat: a person's chat id": [chatId, `${to}@s.whatsapp.net`, `${to}:7@s.whatsapp.net`].map(
			(typed) => send(`writes ${typed} with @c.us`, { chatId: typed }, {}),
		),
		'chat: a privacy id': [
			send(
				'takes it as it is',
				{ chatId: '123456789012345@lid' },
				{ chatId: '123456789012345@lid' },
				{ chatId: '123456789012345@lid' },
			),
		],
		'chat: an old group': ['11001234567-1581234048@g.us', '11001234567-1581234048'].map((typed) =>
			send(
				`writes ${typed} with @g.us`,
				{ chatId: typed },
				{ chatId: '11001234567-1581234048@g.us' },
				{ chatId: '11001234567-1581234048@g.us' },
			),
		),
		'chat: a new group': [
			'120363043968066561@g.us',
			'120363043968066561-group',
			'120363043968066561',
		].map((typed) =>
			send(
				`writes ${typed} with @g.us`,
				{ chatId: typed },
				{ chatId: '120363043968066561@g.us' },
				{ chatId: '120363043968066561@g.us' },
			),
		),
		'chat: neither': [
			invalid('refuses a channel', 'sendContact', { chatId: '1@newsletter' }, /^chatId: .*channel/),
		],
		'card: documented bodies': [
			card(
				'sends the documented contact, with a vCard that has a name for every phone',
				json({
					fullName: 'John Doe',
					organization: 'Company Name',
					phoneNumber: '+91 11111 11111',
					whatsAppId: '911111111111',
				}),
				{
					fullName: 'John Doe',
					organization: 'Company Name',
					phoneNumber: '+91 11111 11111',
					whatsappId: '911111111111',
				},
				[
					'N:;John Doe;;;',
					'FN:John Doe',
					'ORG:Company Name',
					'TEL;type=CELL;type=VOICE;waid=911111111111:+91 11111 11111',
				],
				{ contacts: [{ fullName: 'John Doe', phone: '911111111111' }] },
			),
		],
		'card: a name in parts': [
			card(
				'keeps the parts in N and joins them in FN',
				fields({ ...ana, firstName: 'Ana ', middleName: 'Maria', lastName: ' Silva' }),
				{ fullName: 'Ana Maria Silva', ...numbers },
				['N:Silva;Ana;Maria;;', 'FN:Ana Maria Silva', tel],
				{ contacts: [{ ...anaOut, fullName: 'Ana Maria Silva' }] },
			),
			card(
				'says the full name in N too where the parts do not make it',
				json({ ...ana, fullName: 'Mãe', lastName: 'Silva' }),
				{ fullName: 'Mãe', ...numbers },
				['N:;Mãe;;;', 'FN:Mãe', tel],
				{ contacts: [{ ...anaOut, fullName: 'Mãe' }] },
			),
		],
		'card: only a full name': [
			card(
				'sends it as the first name too, without which some phones show none',
				json({ fullName: 'Ana Maria', phone: '+55 11 90000-0001' }),
				{ fullName: 'Ana Maria', ...numbers },
				['N:;Ana Maria;;;', 'FN:Ana Maria', tel],
				{ contacts: [{ ...anaOut, fullName: 'Ana Maria' }] },
			),
		],
		'card: only a company': [
			card(
				'is the name as well',
				fields({ phone: '+55 11 90000-0001', company: 'Padaria' }),
				{ fullName: 'Padaria', organization: 'Padaria', ...numbers },
				['N:;Padaria;;;', 'FN:Padaria', 'ORG:Padaria', tel],
				{ contacts: [{ ...anaOut, fullName: 'Padaria' }] },
			),
		],
		'card: every field': [
			...[...spellingsOf('5511900000001'), '+55 (011) 90000-0001'].map((phone) =>
				card(
					`reads ${phone} on a card`,
					fields({ ...ana, phone }),
					{ fullName: 'Ana', phoneNumber: '+5511900000001', whatsappId: '5511900000001' },
					['N:;Ana;;;', 'FN:Ana', 'TEL;type=CELL;type=VOICE;waid=5511900000001:+5511900000001'],
				),
			),
			card(
				'loses nothing',
				fields({
					...ana,
					company: 'Padaria',
					email: 'ana@padaria.example',
					url: 'https://padaria.example/a,b;c',
					businessDescription: 'Bread since 1980',
				}),
				{ fullName: 'Ana', organization: 'Padaria', ...numbers },
				[
					'N:;Ana;;;',
					'FN:Ana',
					'ORG:Padaria',
					tel,
					'EMAIL:ana@padaria.example',
					'URL:https://padaria.example/a,b;c',
					'NOTE:Bread since 1980',
				],
				{},
				{ hints: [] },
			),
			card(
				'writes digits with + where there was none',
				fields({ ...ana, phone: '5511900000001' }),
				{ fullName: 'Ana', phoneNumber: '+5511900000001', whatsappId: '5511900000001' },
				['N:;Ana;;;', 'FN:Ana', 'TEL;type=CELL;type=VOICE;waid=5511900000001:+5511900000001'],
			),
			card(
				'lets nothing in a card end a line or split a name',
				json({
					fullName: 'Ana;Silva\nTEL:1',
					phone: '+55 11 90000-0001',
					company: 'A;B\r\nURL:x',
					email: 'a@b.example\u2028X:1',
					url: 'https://x.example/\u0085Y:2',
					businessDescription: 'a\\b, c; d',
				}),
				{ fullName: 'Ana;Silva TEL:1', organization: 'A;B URL:x', ...numbers },
				[
					'N:;Ana\\;Silva TEL:1;;;',
					'FN:Ana;Silva TEL:1',
					'ORG:A\\;B URL:x',
					tel,
					'EMAIL:a@b.example X:1',
					'URL:https://x.example/ Y:2',
					'NOTE:a\\\\b\\, c; d',
				],
				{ contacts: [{ ...anaOut, fullName: 'Ana;Silva TEL:1' }] },
			),
		],
		'card: what it cannot carry': [
			send(
				'leaves out and names unknown keys only',
				json({ ...ana, birthday: '1.1.' }),
				{},
				{ omittedFields: ['birthday'] },
				{ hints: [/^Left out.*: birthday \(1\)/] },
			),
		],
		'card: whatsAppId': [
			card(
				'sends it as whatsappId and waid',
				fields({ ...ana, whatsAppId: '5511900000009@s.whatsapp.net' }),
				{ fullName: 'Ana', ...numbers, whatsappId: '5511900000009' },
				['N:;Ana;;;', 'FN:Ana', 'TEL;type=CELL;type=VOICE;waid=5511900000009:+55 11 90000-0001'],
			),
		],
		'card: several phones': [
			card(
				'sends them all',
				json({ firstName: 'Ana', phones: ['+55 11 90000-0001', '+5511900000002'] }),
				{ fullName: 'Ana', ...numbers },
				['N:;Ana;;;', 'FN:Ana', tel, 'TEL;type=CELL;type=VOICE;waid=5511900000002:+5511900000002'],
			),
		],
		'card: many in one item': [
			send(
				'sends one message',
				fields(ana, { phone: '+5544777777777', firstName: 'Bruno' }),
				{
					contacts: [
						anaOnTheWire,
						{
							fullName: 'Bruno',
							phoneNumber: '+5544777777777',
							whatsappId: '5544777777777',
							vcard: vCard(
								'N:;Bruno;;;',
								'FN:Bruno',
								'TEL;type=CELL;type=VOICE;waid=5544777777777:+5544777777777',
							),
						},
					],
				},
				{ contacts: [anaOut, { fullName: 'Bruno', phone: '5544777777777' }] },
			),
		],
		'card: many, and the gateway does not know how': { notHere: 'every version takes a list' },
		'card: from a vCard': [
			card(
				'sends what the card has',
				{
					specifyContacts: 'vCard',
					vCard:
						'BEGIN:VCARD\nVERSION:3.0\nN:Андреевич;Виктор;;;\nFN:Виктор Андреевич\nORG:Image\nEMAIL:v@b.example\nNOTE:Друг\nitem1.TEL;waid=79001234569:+7 900 123-45-69\nitem1.X-ABLabel:Мобильный\nEND:VCARD',
				},
				{
					fullName: 'Виктор Андреевич',
					organization: 'Image',
					phoneNumber: '+7 900 123-45-69',
					whatsappId: '79001234569',
				},
				[
					'N:Андреевич;Виктор;;;',
					'FN:Виктор Андреевич',
					'ORG:Image',
					'TEL;type=CELL;type=VOICE;waid=79001234569:+7 900 123-45-69',
					'EMAIL:v@b.example',
					'NOTE:Друг',
				],
				{ contacts: [{ fullName: 'Виктор Андреевич', phone: '79001234569' }] },
			),
		],
		'option: quotedMessageId': [
			...[
				'false_5511987654321@c.us_3EB0',
				'true_123456789012345@lid_3EB0',
				'false_120363043968066561@g.us_3EB0_5511987654321@c.us',
			].map((id) =>
				send(
					`sends ${id} as reply_to`,
					{ options: { quotedMessageId: id } },
					{ reply_to: id },
					{},
					{ hints: [] },
				),
			),
			...[
				'3EB0',
				'false_3EB0',
				'5511987654321@c.us_3EB0',
				'false_5511987654321_3EB0',
				'a_b_c_d',
			].map((id) =>
				send(
					`sends ${id}, and says that WEBJS would not find it`,
					{ options: { quotedMessageId: id } },
					{ reply_to: id },
					{},
					{ hints: [/^1 message sent as a reply to a short or unusual message id.*WEBJS/] },
				),
			),
			send('sends no key for a blank', { options: { quotedMessageId: ' ' } }, {}),
		],
		'option: delaySeconds': { notHere: 'no delay is documented' },
		'option: presence': { notHere: 'presence is a method of its own' },
		'option: defaultCountry': [
			send(
				'reads decimals in national form',
				{ chatId: '11987654321.0', options: { defaultCountry: 'BR' } },
				{},
			),
			send(
				'leaves numbers of other countries as they are',
				{ chatId: '79001234567', options: { defaultCountry: 'BR' } },
				{ chatId: '79001234567@c.us' },
				{ chatId: '79001234567@c.us' },
			),
			send(
				'reads national numbers, and never removes the ninth digit',
				{
					chatId: '(11) 98765-4321',
					...fields({ phone: '(11) 90000-0001', firstName: 'Ana' }),
					options: { defaultCountry: 'BR' },
				},
				{
					contacts: [
						{
							fullName: 'Ana',
							phoneNumber: '+5511900000001',
							whatsappId: '5511900000001',
							vcard: vCard(
								'N:;Ana;;;',
								'FN:Ana',
								'TEL;type=CELL;type=VOICE;waid=5511900000001:+5511900000001',
							),
						},
					],
				},
			),
		],
		'sent: documented answers': [
			answered(
				"takes GOWS's",
				{
					status: 201,
					body: {
						id: `true_${chatId}_3EB0AA`,
						_data: { Info: { ID: '3EB0AA', Timestamp: '2026-03-20T21:08:21Z' } },
					},
				},
				{
					messageId: `true_${chatId}_3EB0AA`,
					providerStatus: null,
					timestamp: '2026-03-20T21:08:21.000Z',
				},
			),
			answered(
				'takes the documented message',
				{
					status: 201,
					body: { id: `true_${chatId}_3EB0AA`, timestamp: 1738070128, ackName: 'SERVER' },
				},
				{ messageId: `true_${chatId}_3EB0AA`, providerStatus: 'SERVER' },
			),
			answered(
				'takes an id that is an object',
				{ status: 201, body: { id: { _serialized: `true_${chatId}_3EB0AA`, id: '3EB0AA' } } },
				{ messageId: `true_${chatId}_3EB0AA`, providerStatus: null, timestamp: null },
			),
			...[
				{ id: 'A', _data: null },
				{ id: 'A', _data: { Info: { Timestamp: '0001-01-01T00:00:00Z' } } },
				{ key: { id: 'A' }, status: 1, messageTimestamp: { low: 1, high: 0 } },
			].map((body) =>
				answered(
					`relies on nothing but the id of ${JSON.stringify(body)}`,
					{ status: 201, body },
					{ messageId: 'A', providerStatus: null, timestamp: null },
				),
			),
		],
		'sent: raw': [
			send(
				'gives the answer as it is',
				{ simplify: false },
				{},
				{},
				{ items: [message], raw: true },
			),
		],
		'info: documented answers': [
			info('adds picture and about', {}, [main(ok(contact)), pictureOf(), aboutOf()], [contactOut]),
			...spellingsOf(to).map((spelt) =>
				info(
					`reads ${spelt}`,
					{ chatId: spelt },
					[main(ok(contact)), pictureOf(), aboutOf()],
					[contactOut],
				),
			),
		],
		'info: missing, null and empty keys': [
			...['NOWEB', 'GOWS'].map((engine) =>
				info(
					`knows no about where ${engine} has no such method`,
					{},
					[main(ok({ id: chatId, pushname: 'Ana' })), pictureOf(), aboutOf(byEngine(engine))],
					[{ ...contactOut, name: 'Ana', contactName: null, about: null, isBusiness: null }],
				),
			),
			info(
				'takes nulls and empty texts',
				{},
				[
					main(ok({ id: { _serialized: chatId }, name: '', pushname: null })),
					pictureOf(ok({ profilePictureURL: null })),
					aboutOf(ok({ about: null })),
				],
				[infoItem({ chatId, phone: to })],
			),
			info(
				'gives the privacy id that stands beside a number',
				{},
				[
					main(ok({ id: chatId, lid: '9@lid' })),
					pictureOf(ok({ profilePictureURL: null })),
					aboutOf(ok({ about: null })),
				],
				[infoItem({ chatId, phone: to, lid: '9@lid' })],
			),
			...['item-not-found', 'not-authorized'].map((text) =>
				info(
					`knows no picture where an old server crashes with ${text}`,
					{},
					[main(ok(contact)), pictureOf(crash(text)), aboutOf()],
					[{ ...contactOut, avatarUrl: null }],
				),
			),
		],
		'info: a privacy id': [
			info(
				'invents no phone for it, and asks no registration of its digits',
				{ chatId: '123456789012345@lid', ...extra('registration') },
				[
					main(
						ok({ ...contact, id: '123456789012345@lid', number: '123456789012345' }),
						'123456789012345@lid',
					),
					pictureOf(ok(picture), '123456789012345@lid'),
					aboutOf(ok(about), '123456789012345@lid'),
				],
				[
					{
						...contactOut,
						chatId: '123456789012345@lid',
						phone: null,
						lid: '123456789012345@lid',
					},
				],
			),
			...[{ status: 200 }, ok({ id: '123456789012345@lid', lid: null })].map((answer) =>
				info(
					`keeps the asked id where the answer is ${JSON.stringify(answer)}`,
					{ chatId: '123456789012345@lid' },
					[
						main(answer, '123456789012345@lid'),
						pictureOf(ok({ profilePictureURL: null }), '123456789012345@lid'),
						aboutOf(byEngine('NOWEB'), '123456789012345@lid'),
					],
					[infoItem({ chatId: '123456789012345@lid', lid: '123456789012345@lid' })],
				),
			),
			info(
				'gives its number where the answer has one',
				{ chatId: '123456789012345@lid' },
				[
					main(ok({ id: chatId, lid: '123456789012345@lid' }), '123456789012345@lid'),
					pictureOf(ok({ profilePictureURL: null }), '123456789012345@lid'),
					aboutOf(byEngine('NOWEB'), '123456789012345@lid'),
				],
				[infoItem({ chatId: '123456789012345@lid', phone: to, lid: '123456789012345@lid' })],
			),
		],
		'info: nobody there': [
			...['Jid', 'getContact'].map((key) =>
				info(
					`gives an item of nulls where an engine crashes over '${key}' of a stranger`,
					{},
					[
						main(crash(`Cannot read properties of null (reading '${key}')`)),
						pictureOf(crash('item-not-found')),
						aboutOf(ok({ about: null })),
					],
					[infoItem({ chatId, phone: to })],
					{ hints: [] },
				),
			),
			info(
				'says that a number is not on WhatsApp where the server looked',
				{},
				[main(noAccount)],
				[infoItem({ chatId, phone: to, exists: false })],
			),
			...([{ status: 200 }, { status: 200, text: 'null' }] as const).map((answer) =>
				info(
					`gives an item of nulls for ${JSON.stringify(answer)}`,
					{},
					[main(answer), pictureOf(ok({ profilePictureURL: null })), aboutOf(byEngine('NOWEB'))],
					[infoItem({ chatId, phone: to })],
				),
			),
		],
		'info: registration yes': [
			info(
				'asks check-exists first',
				extra('registration'),
				[check(ok({ numberExists: true, chatId })), main(ok(contact)), pictureOf(), aboutOf()],
				[{ ...contactOut, exists: true }],
			),
			info(
				'goes on with the number that WhatsApp knows',
				extra('registration'),
				[
					check(ok({ numberExists: true, chatId: '551187654321@c.us' })),
					main(ok({ ...contact, id: '551187654321@c.us' }), '551187654321@c.us'),
					pictureOf(ok(picture), '551187654321@c.us'),
					aboutOf(ok(about), '551187654321@c.us'),
				],
				[{ ...contactOut, phone: '551187654321', exists: true }],
			),
			info(
				'takes a privacy id for an answer, and the number beside it',
				extra('registration'),
				[
					check(ok({ numberExists: true, chatId: '9@lid', pn: chatId })),
					main(ok(contact)),
					pictureOf(),
					aboutOf(),
				],
				[{ ...contactOut, exists: true, lid: '9@lid' }],
			),
		],
		'info: registration no': [
			info(
				'takes a refusal to look for an answer',
				extra('registration'),
				[check(noAccount)],
				[infoItem({ chatId, phone: to, exists: false })],
			),
			...[{ numberExists: false }, { numberExists: false, chatId: null, pn: null }].map((body) =>
				info(
					`asks nothing more after ${JSON.stringify(body)}`,
					extra('registration', 'businessProfile'),
					[check(ok(body))],
					[infoItem({ chatId, phone: to, exists: false })],
				),
			),
		],
		'info: business profile': [
			info(
				'asks nothing more: there is no such method',
				extra('businessProfile'),
				[main(ok({ ...contact, isBusiness: true })), pictureOf(), aboutOf()],
				[{ ...contactOut, isBusiness: true }],
			),
		],
		'info: both extra details': [
			info(
				'asks four requests',
				extra('businessProfile', 'registration'),
				[check(ok({ numberExists: true, chatId })), main(ok(contact)), pictureOf(), aboutOf()],
				[{ ...contactOut, exists: true }],
			),
		],
		'info: an extra request fails': [
			info(
				'fails the item when the check fails',
				extra('registration'),
				[check(status('STOPPED'))],
				[],
				failedLookUp({ code: 'NOT_CONNECTED', message: 'STOPPED', httpStatus: 422 }),
			),
			...lostExtras.flatMap(([what, answer]) => [
				info(
					`says that the picture is missing after ${what}, and gives all else`,
					{},
					[main(ok(contact)), pictureOf(answer), aboutOf()],
					[{ ...contactOut, avatarUrl: null }],
					{ hints: [/picture of 1 contact: avatarUrl is empty there/] },
				),
				info(
					`says that the about text is missing after ${what}, and gives all else`,
					{},
					[main(ok(contact)), pictureOf(), aboutOf(answer)],
					[{ ...contactOut, about: null }],
					{ hints: [/about text of 1 contact: about is empty there/] },
				),
			]),
			info(
				'says that both are missing',
				extra('registration'),
				[
					check(ok({ numberExists: true, chatId })),
					main(ok(contact)),
					pictureOf(crash('bad-request')),
					aboutOf(crash('bad-request')),
				],
				[{ ...contactOut, exists: true, avatarUrl: null, about: null }],
				{ hints: [/the picture of/, /the about text of/] },
			),
			info(
				'has nothing to say of what a person hides or an engine has not',
				{},
				[main(ok(contact)), pictureOf(crash('not-authorized')), aboutOf(byEngine('GOWS'))],
				[{ ...contactOut, avatarUrl: null, about: null }],
				{ hints: [] },
			),
			info(
				'fails the item when the contact fails',
				{},
				[main(crash('rate-overlimit'))],
				[],
				failedLookUp({ code: 'UNAVAILABLE', message: 'rate-overlimit', httpStatus: 500 }),
			),
		],
		'info: a stranger is never answered': [
			info(
				'refuses a list',
				{},
				[main(ok([contact]))],
				[],
				failedLookUp({
					code: 'UNEXPECTED_RESPONSE',
					message: 'not what was expected',
					httpStatus: 200,
				}),
			),
		],
		'info: raw': [
			info(
				'gives what was said of a number that is not on WhatsApp',
				{ simplify: false },
				[main(noAccount)],
				[{ exists: false, items: [noAccount.body as IDataObject] }],
				{ raw: true },
			),
			info(
				'gives the contact as it is, and asks nothing beside it',
				{ simplify: false, ...extra('registration') },
				[main(ok(contact))],
				[contact],
				{ raw: true },
			),
			info('gives an empty item of nobody', { simplify: false }, [main({ status: 200 })], [{}], {
				raw: true,
			}),
		],
		'info: a group': [
			invalid(
				'refuses a group',
				'getContactInfo',
				{ chatId: '11001234567-1581234048' },
				/^chatId: is a group/,
			),
		],
		UNAUTHORIZED: [
			...refused('with a wrong key', nest(401, 'Unauthorized'), {
				code: 'UNAUTHORIZED',
				message: 'Unauthorized',
				advice: /^Check API URL and token in the credential\. The token is the server's API key/,
			}),
			...refused(
				"with a key that may not, or another session's",
				nest(403, 'Forbidden resource', 'Forbidden'),
				{
					code: 'UNAUTHORIZED',
					message: 'Forbidden resource',
					advice: /^Check the session's name.* whether this API key is the session's/,
				},
			),
			...refused(
				'to an unknown session',
				nest(
					404,
					"We didn't find a session with name 'x'.\nPlease start it first by using POST /api/sessions/x/start request",
					'Not Found',
				),
				{
					code: 'UNAUTHORIZED',
					message: "We didn't find a session with name 'x'",
					advice: /^Check the session's name in the credential, and start the session on the WAHA/,
				},
			),
			...[{ error: 'Session "x" does not exist', session: 'x' }].flatMap((body) =>
				refused(
					'to a session that newer servers do not know',
					{ status: 422, body },
					{
						code: 'UNAUTHORIZED',
						message: 'Session "x" does not exist',
						advice:
							/^Check the session's name in the credential, and start the session on the WAHA/,
					},
				),
			),
		],
		NOT_CONNECTED: [
			...['STOPPED', 'SCAN_QR_CODE', 'FAILED', 'constructor'],
			...['PASSKEY_REQUIRED', 'PASSKEY_CONFIRMATION_REQUIRED'],
		].flatMap((name) =>
			refused(`to a session that is ${name}`, status(name), {
				code: 'NOT_CONNECTED',
				message: `the session has the status ${name}`,
				advice: Object.hasOwn(adviceOf, name) ? adviceOf[name] : /\w/,
			}),
		),
		'NOT_CONNECTED for a moment': refused('to a session that is starting', status('STARTING'), {
			code: 'NOT_CONNECTED',
			retryable: true,
			message: 'the session has the status STARTING',
			advice: /^Wait a moment and try again$/,
		}),
		NOT_ON_WHATSAPP: [
			refusedSend('to a number that a newer server looked up', noAccount, {
				code: 'NOT_ON_WHATSAPP',
				message: 'does not exist on WhatsApp',
			}),
		],
		QUOTA_EXCEEDED: refused(
			'over a quota',
			{ status: 466 },
			{ code: 'QUOTA_EXCEEDED', message: '466' },
		),
		RATE_LIMITED: refused(
			'too often for a proxy',
			{ status: 429, text: 'slow down' },
			{ code: 'RATE_LIMITED', retryable: true, message: 'slow down' },
		),
		REJECTED: [
			...refused(
				'and hears what is wrong',
				nest(400, ['chatId must be a string', 'session should not be empty'], 'Bad Request'),
				{ message: 'chatId must be a string; session should not be empty; Bad Request' },
			),
			refusedLookUp(
				'without a store',
				nest(400, 'Enable NOWEB store "config.noweb.store.enabled=True"', 'Bad Request'),
				{ message: 'Enable NOWEB store' },
			),
			refusedSend('by an engine that cannot', byEngine('WEBJS'), {
				message: "not implemented by 'WEBJS' engine",
				advice: /^Update WAHA to 2025\.9\.5 or newer, or use NOWEB or GOWS/,
			}),
			refusedSend(
				'to a server of the free version',
				nest(422, "The feature is available only in Plus version for 'NOWEB' engine"),
				{ message: 'available only in Plus version' },
			),
			refusedSend(
				'as a reply to something that is no message id',
				crash('Message id be in format false_11111111111@c.us_AAAAAAAAAAAAAAAAAAAA[_participant]'),
				{
					message: 'Message id be in format',
					advice:
						/^Write Quoted Message ID as the message event shows it, e\.g\. false_5511987654321@c\.us_/,
				},
			),
			refusedSend(
				'to a number that GOWS does not find',
				crash(`2 UNKNOWN: no LID found for ${to}@s.whatsapp.net from server`),
				{
					message: 'no LID found for [number] from server',
					advice: /^WhatsApp does not know the number, at least in this form/,
				},
			),
			...refused('to a wrong route', nest(404, 'Cannot POST /api/sendContactVcard', 'Not Found'), {
				message: 'Cannot POST /api/sendContactVcard',
				advice: /^Check that the API URL is that of a WAHA server/,
			}),
			...refused(
				'to a server that is no WAHA',
				{ status: 404, text: '<html><body><pre>Cannot POST /x</pre></body></html>' },
				{
					message: 'a web page titled "Cannot POST /x"',
					advice: /^Check that the API URL is that of a WAHA server/,
				},
			),
			...refused(
				'and is sent to https',
				{ status: 308, headers: { location: '/' } },
				{ message: 'HTTP 308' },
			),
			...[405, 413, 415].flatMap((code) =>
				refused(`and gets ${code}`, { status: code }, { message: `HTTP ${code}` }),
			),
		],
		UNAVAILABLE: [
			...['2 UNKNOWN: server returned error 463', 'Connection Closed', 'Timed Out'].flatMap(
				(text) => refused(`and hears ${text}`, crash(text), { ...inDoubt, message: text }),
			),
			...refused('and gets another 501', { status: 501 }, { ...inDoubt, message: 'HTTP 501' }),
			...[499, 502, 503, 504].flatMap((code) =>
				refused(
					`and gets ${code} of a proxy`,
					{ status: code, text: '<html><head><title>Bad Gateway</title></head></html>' },
					{ ...inDoubt, message: 'a web page titled "Bad Gateway"' },
				),
			),
		],
		UNEXPECTED_RESPONSE: [
			...(
				[
					[{ status: 201 }, 'the answer is empty'],
					[{ status: 201, body: {} }, '"id" is missing'],
					[{ status: 201, body: { id: '' } }, '"id" is not what was expected'],
					[{ status: 201, body: { key: {} } }, '"key.id" is missing'],
					[{ status: 201, body: { ...message, status: 'ERROR' } }, 'the status ERROR'],
				] as const
			).map(([answer, text]) =>
				refusedSend(`and gets ${JSON.stringify(answer)}`, answer, { ...silent, message: text }),
			),
			...refused(
				'and gets no JSON',
				{ status: 200, text: 'ok' },
				{ ...silent, message: 'the answer is not JSON' },
			),
			...refused(
				'and gets a list',
				{ status: 201, body: [] },
				{ ...silent, message: 'not what was expected' },
			),
			refusedLookUp('and gets somebody else’s JSON', ok({}), {
				...silent,
				message: '"id" is',
			}),
		],
		'credential: addresses and names': [
			send(
				'keeps a path before the method',
				{},
				{},
				{},
				{
					credential: { apiUrl: '{server}/waha/base//' },
					exchanges: [
						{
							sent: {
								method: 'POST',
								path: '/waha/base/api/sendContactVcard',
								headers,
								body: { session: '{instance}', chatId, contacts: [anaOnTheWire] },
							},
							answered: accepted,
						},
					],
				},
			),
			info('encodes a session of any text', { simplify: false }, [main(ok(contact))], [contact], {
				raw: true,
				credential: { instance: 'my shop/ü?#%&a=b' },
			}),
		],
		'secrets echoed': refused('and gets its key back', nest(401, `no ${token}`), {
			code: 'UNAUTHORIZED',
			message: /no \[redacted\]/,
		}),
		hints: [send('has nothing to say about one card', {}, {}, {}, { hints: [] })],
	},
};
