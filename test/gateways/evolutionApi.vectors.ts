/** Evolution API v1 and v2 at the wire, row by row (the server's source and its OpenAPI pages). */
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
import { evolutionApiChecks } from './evolutionApi.checks';

const token = 'B6D711FC-DE4D-4FD5-9365-44120E713976';
const headers = { apikey: token };
const post = (method: string, body: unknown, answered: Answered): Exchange => ({
	sent: { method: 'POST', path: `/${method}/{instance}`, headers, body },
	answered,
});
const sendContact = (body: unknown, answered: Answered) =>
	post('message/sendContact', body, answered);

const message = {
	key: { remoteJid: '553198296801@s.whatsapp.net', fromMe: true, id: 'BAE58DA6CBC941BC' },
	pushName: 'Você',
	status: 'PENDING',
	message: { contactMessage: { displayName: 'Ana', vcard: 'BEGIN:VCARD\n…', contextInfo: {} } },
	contextInfo: {},
	messageType: 'contactMessage',
	messageTimestamp: 1717780437,
	instanceId: '7e3f',
	source: 'unknown',
};
const accepted: Answered = { status: 201, body: message };
const acceptedV1: Answered = {
	status: 201,
	body: {
		key: message.key,
		message: message.message,
		messageTimestamp: '1717780437',
		status: 'PENDING',
	},
};

const to = '553198296801';
const ana = { phone: '+55 11 98765-4321', firstName: 'Ana' };
const anaOnTheWire = { fullName: 'Ana', wuid: '5511987654321', phoneNumber: '+55 11 98765-4321' };
const anaOut = { fullName: 'Ana', phone: '5511987654321' };
const sent = (item: IDataObject = {}) =>
	sentItem({
		status: 'sent',
		messageId: 'BAE58DA6CBC941BC',
		providerStatus: 'PENDING',
		timestamp: '2024-06-07T17:13:57.000Z',
		chatId: to,
		contacts: [anaOut],
		...item,
	});

const fields = (...contact: INodeParameters[]): INodeParameters => ({ contacts: { contact } });
const json = (cards: unknown): INodeParameters => ({
	specifyContacts: 'json',
	contactsJson: JSON.stringify(cards),
});

/** A send of Ana's card to a person over v2, with what differs. */
function send(
	that: string,
	parameters: INodeParameters,
	body: IDataObject,
	item: IDataObject = {},
	more: Partial<Vector> = {},
): Vector {
	return {
		that,
		operation: 'sendContact',
		parameters: { chatId: to, ...fields(ana), ...parameters },
		exchanges: [sendContact({ number: to, contact: [anaOnTheWire], ...body }, accepted)],
		items: [sent(item)],
		...more,
	};
}

/** One card that differs. */
const card = (
	that: string,
	parameters: INodeParameters,
	contact: IDataObject,
	item: IDataObject,
	more: Partial<Vector> = {},
) => send(that, parameters, { contact: [contact] }, item, more);

/** The same over a v1 server; `body` without number. */
const sendV1 = (
	that: string,
	parameters: INodeParameters,
	body: IDataObject,
	item: IDataObject = {},
	more: Partial<Vector> = {},
) =>
	send(that, parameters, {}, item, {
		credential: { serverVersion: 'v1' },
		exchanges: [sendContact({ number: to, contactMessage: [anaOnTheWire], ...body }, acceptedV1)],
		...more,
	});

/** The server's error envelope. */
const envelope = (status: number, error: string, said: unknown): Answered => ({
	status,
	body: { status, error, response: { message: said } },
});
const schema = (...texts: string[]) => envelope(400, 'Bad Request', [texts]);
const inDoubt = { code: 'UNAVAILABLE', delivery: 'unknown' } as const;
const silent = { code: 'UNEXPECTED_RESPONSE', delivery: 'unknown' } as const;

const { failure, invalid, refused, refusedLookUp, refusedSend } = refusalsOf({
	chatId: to,
	contacts: [anaOut],
	parameters: fields(ana),
	send: (answered) => sendContact({ number: to, contact: [anaOnTheWire] }, answered),
	lookUp: (answered) => post('chat/fetchProfile', { number: to }, answered),
});

const profile = {
	wuid: '553198296801@s.whatsapp.net',
	name: 'Guilherme Gomes',
	numberExists: true,
	picture: 'https://pps.whatsapp.net/g.jpg',
	status: 'Available',
	isBusiness: true,
	email: 'g@example.com',
	description: 'Software',
	website: 'https://example.com',
};
const profileOut = infoItem({
	chatId: to,
	phone: to,
	exists: true,
	name: 'Guilherme Gomes',
	about: 'Available',
	avatarUrl: 'https://pps.whatsapp.net/g.jpg',
	isBusiness: true,
	email: 'g@example.com',
	description: 'Software',
	website: 'https://example.com',
});
const { numberExists: _, ...profileWithout } = profile;
const profile52 = { ...profile, wuid: '5215512345678@s.whatsapp.net' };
const nobody = { jid: '553198296801@s.whatsapp.net', exists: false, number: to };
const business = {
	isBusiness: true,
	wid: '553198296801@s.whatsapp.net',
	address: 'Belo Horizonte',
	description: 'Conversations',
	website: ['https://one.example', 'https://two.example'],
	email: 'b@example.com',
	category: 'Software company',
	business_hours: {},
};

/** A look-up with what differs. */
function info(
	that: string,
	parameters: INodeParameters,
	exchanges: readonly Exchange[],
	items: readonly IDataObject[],
	more: Partial<Vector> = {},
): Vector {
	return {
		that,
		operation: 'getContactInfo',
		parameters: { chatId: to, ...parameters },
		exchanges,
		items,
		...more,
	};
}
const main = (body: unknown, status = 200) =>
	post('chat/fetchProfile', { number: to }, { status, body });
const numbers = (body: unknown, status = 200) =>
	post('chat/whatsappNumbers', { numbers: [to] }, { status, body });
const businessProfile = (body: unknown, status = 200) =>
	post('chat/fetchBusinessProfile', { number: to }, { status, body });
/** The same of any number, in the spelling that leaves. */
const profileOf = (number: string, answered: Answered) =>
	post('chat/fetchProfile', { number }, answered);
const numbersOf = (number: string, row: IDataObject, ...others: IDataObject[]) =>
	post(
		'chat/whatsappNumbers',
		{ numbers: [number] },
		{ status: 200, body: [...others, { number, ...row }] },
	);
const denial = (number: string) =>
	envelope(400, 'Bad Request', [{ jid: `${number}@s.whatsapp.net`, exists: false, number }]);

/** Accounts that the server denies at first: typed, cut by the server, and the account's own. */
const denied = [
	['5215512345678', '525512345678', '5215512345678'],
	['5491123456789', '541123456789', '5491123456789'],
	['5531987650001', '553187650001', '5531987650001'],
	['553187650001', '553187650001', '5531987650001'],
	['525512345678', '525512345678', '5215512345678'],
	['541123456789', '541123456789', '5491123456789'],
	['5215598765432@c.us', '525598765432', '525598765432'],
] as const;

const extra = (...details: string[]): INodeParameters => ({ options: { extraDetails: details } });

const example = {
	fullName: 'Guilherme Gomes',
	wuid: '553198296801',
	phoneNumber: '+55 31 9 9829-6801',
	organization: 'AtendAI',
	email: 'g@example.com',
	url: 'https://example.com',
};
const exampleOut = { fullName: 'Guilherme Gomes', phone: '5531998296801' };

/** Every way to break out of the vCard that the server pastes together. */
const vCardBreaker = {
	fullName: 'Ana;Silva\nTEL:1',
	phone: '+5511987654321',
	company: 'A;B\r\nURL:x',
	email: 'a@b.example\u2028X:1',
	url: 'https://x.example/\u0085Y:2',
};

/** A group that the instance is not in, as versions since 2.3.0 and before refuse it. */
const missingGroup = (chatId: string): Vector[] =>
	[
		envelope(400, 'Bad Request', ['[object Object]']),
		envelope(500, 'Internal Server Error', "Cannot read properties of undefined (reading 'id')"),
	].flatMap((answered) =>
		(['v2', 'v1'] as const).map((version) => ({
			that: `was not let into ${chatId} (${answered.status}, ${version})`,
			operation: 'sendContact' as const,
			parameters: { chatId, ...fields(ana) },
			credential: { serverVersion: version },
			exchanges: [
				sendContact(
					{
						number: chatId,
						[version === 'v1' ? 'contactMessage' : 'contact']: [anaOnTheWire],
					},
					answered,
				),
			],
			items: [],
			failed: [
				failure({
					chatId,
					message: 'not a member of this group, or a wrong group id',
					httpStatus: answered.status,
				}),
			],
		})),
	);

export const evolutionApi: ProviderVectors = {
	provider: 'evolutionApi',
	credential: { instance: 'sales', token, serverVersion: 'v2', ignoreSslIssues: false },
	rows: {
		...evolutionApiChecks,
		'chat: a phone number': [
			...['5215512345678', '525512345678', '5491123456789', '5531987650001', '553187650001'].map(
				(chatId) =>
					send(
						`leaves ${chatId} as it is, for the server tries both spellings`,
						{ chatId },
						{ number: chatId },
						{ chatId },
					),
			),
			send('writes digits only', { chatId: '+55 31 9829-6801' }, {}),
			...spellingsOf(to).map((chatId) => send(`reads ${chatId}`, { chatId }, {})),
			...trunkZeros.map(([chatId, digits]) =>
				send(`reads ${chatId}`, { chatId }, { number: digits }, { chatId: digits }),
			),
			send(
				'never removes the ninth digit',
				{ chatId: '+55 (31) 99829-6801' },
				{ number: '5531998296801' },
				{ chatId: '5531998296801' },
			),
		],
		"chat: a person's chat id": [
			...[`${to}@c.us`, `${to}@s.whatsapp.net`, `${to}:7@s.whatsapp.net`].map((chatId) =>
				send(`writes ${chatId} as digits`, { chatId }, {}),
			),
		],
		'chat: a privacy id': [
			send(
				'says that a server before 2.3.0 knows none',
				{ chatId: '123456789012345@lid' },
				{},
				{},
				{
					exchanges: [
						sendContact(
							{ number: '123456789012345@lid', contact: [anaOnTheWire] },
							envelope(400, 'Bad Request', [
								{ jid: '123456789012345@lid', exists: false, number: '123456789012345@lid' },
							]),
						),
					],
					items: [],
					failed: [
						failure({
							chatId: '123456789012345@lid',
							message: 'this server knows no privacy ids (@lid)',
							httpStatus: 400,
						}),
					],
				},
			),
			send(
				'takes it as it is',
				{ chatId: '123456789012345@lid' },
				{ number: '123456789012345@lid' },
				{ chatId: '123456789012345@lid' },
			),
		],
		'chat: an old group': [
			...missingGroup('11001234567-1581234048@g.us'),
			...['11001234567-1581234048@g.us', '11001234567-1581234048'].map((chatId) =>
				send(
					`writes ${chatId} with @g.us`,
					{ chatId },
					{ number: '11001234567-1581234048@g.us' },
					{ chatId: '11001234567-1581234048@g.us' },
				),
			),
		],
		'chat: a new group': [
			...missingGroup('120363043968066561@g.us'),
			...['120363043968066561@g.us', '120363043968066561-group', '120363043968066561'].map(
				(chatId) =>
					send(
						`writes ${chatId} with @g.us`,
						{ chatId },
						{ number: '120363043968066561@g.us' },
						{ chatId: '120363043968066561@g.us' },
					),
			),
		],
		'chat: neither': [
			...['5255123456789', '5411987654321', '5531398296801', '5255123456789@c.us'].map((chatId) =>
				invalid(
					`refuses ${chatId}, of which the server would make a stranger's number`,
					'sendContact',
					{ chatId },
					/^chatId: \d+ has a digit too many for its country/,
				),
			),
			invalid('refuses a channel', 'sendContact', { chatId: '1@newsletter' }, /^chatId: .*channel/),
		],
		'card: documented bodies': [
			send(
				"sends v2's example",
				{ chatId: '553198296801', ...json(example) },
				{ contact: [example] },
				{ contacts: [exampleOut] },
			),
			send(
				"sends v2's example from the fields",
				fields({
					firstName: 'Guilherme',
					lastName: 'Gomes',
					whatsAppId: '553198296801',
					phone: '+55 31 9 9829-6801',
					company: 'AtendAI',
					email: 'g@example.com',
					url: 'https://example.com',
				}),
				{ contact: [example] },
				{ contacts: [exampleOut] },
			),
			sendV1(
				"sends v1's example",
				{
					...json(example),
					options: { delaySeconds: 1.2, presence: 'composing', quotedMessageId: 'BAE5' },
				},
				{
					contactMessage: [example],
					options: { delay: 1200, presence: 'composing', quoted: { key: { id: 'BAE5' } } },
				},
				{ contacts: [exampleOut] },
			),
		],
		'card: a name in parts': [
			card(
				'joins the parts by one blank',
				fields({ ...ana, firstName: 'Ana ', lastName: ' Silva' }),
				{ ...anaOnTheWire, fullName: 'Ana Silva' },
				{ contacts: [{ ...anaOut, fullName: 'Ana Silva' }] },
			),
		],
		'card: only a full name': [
			card(
				'sends it as it is',
				json({ fullName: 'Ana Maria', phone: '+55 11 98765-4321' }),
				{ ...anaOnTheWire, fullName: 'Ana Maria' },
				{ contacts: [{ ...anaOut, fullName: 'Ana Maria' }] },
			),
		],
		'card: only a company': [
			card(
				'is the name as well',
				fields({ phone: '+55 11 98765-4321', company: 'Padaria' }),
				{ ...anaOnTheWire, fullName: 'Padaria', organization: 'Padaria' },
				{ contacts: [{ ...anaOut, fullName: 'Padaria' }] },
			),
		],
		'card: every field': [
			...[...spellingsOf('5511987654321'), '+55 (011) 98765-4321'].map((phone) =>
				card(
					`reads ${phone} on a card`,
					fields({ ...ana, phone }),
					{ ...anaOnTheWire, phoneNumber: '+5511987654321' },
					{},
				),
			),
			card(
				'leaves out what stands around a phone typed with +',
				fields({ ...ana, phone: 'whatsapp:+55 11 98765-4321' }),
				anaOnTheWire,
				{},
			),
			card(
				'writes digits with + where there was none',
				fields({ ...ana, phone: '5511987654321' }),
				{ ...anaOnTheWire, phoneNumber: '+5511987654321' },
				{},
			),
			card(
				'leaves a phone as typed when typed with +',
				fields({ ...ana, phone: ' +55 (11) 98765-4321 ' }),
				{ ...anaOnTheWire, phoneNumber: '+55 (11) 98765-4321' },
				{},
			),
			card(
				'brings a short phone to length by blanks, and leaves wuid out',
				fields({ ...ana, phone: '+2901234' }),
				{ fullName: 'Ana', phoneNumber: '+29 01 23 4' },
				{ contacts: [{ fullName: 'Ana', phone: '2901234' }] },
			),
			card(
				'leaves wuid out under 10 digits',
				fields({ ...ana, phone: '+372 512 345' }),
				{ fullName: 'Ana', phoneNumber: '+372 512 345' },
				{ contacts: [{ fullName: 'Ana', phone: '372512345' }] },
			),
			card(
				'lets nothing in a card end a line or split a name',
				json(vCardBreaker),
				{
					fullName: 'Ana,Silva TEL:1',
					wuid: '5511987654321',
					phoneNumber: '+5511987654321',
					organization: 'A,B URL:x',
					email: 'a@b.example X:1',
					url: 'https://x.example/ Y:2',
				},
				{ contacts: [{ ...anaOut, fullName: 'Ana;Silva TEL:1' }] },
			),
		],
		'card: what it cannot carry': [
			...['AC\\DC', 'a\\nb', 'a\\\\b', 'a\\;b', 'a\\,b\\'].map((typed) => {
				const read = typed.replaceAll('\\', '/');
				const name = read.replaceAll(';', ',');
				return card(
					`lets no reader take ${typed} for an escape`,
					json({ ...ana, firstName: typed, company: typed, email: typed, url: typed }),
					{ ...anaOnTheWire, fullName: name, organization: name, email: read, url: read },
					{ contacts: [{ ...anaOut, fullName: typed }] },
				);
			}),
			card(
				'leaves out and names the description and unknown keys',
				json({ ...ana, businessDescription: 'Bread', birthday: '1.1.' }),
				anaOnTheWire,
				{ omittedFields: ['birthday', 'businessDescription'] },
				{ hints: [/^Left out.*: birthday \(1\), businessDescription \(1\)/] },
			),
		],
		'card: whatsAppId': [
			...spellingsOf('5511900000001').map((whatsAppId) =>
				card(
					`reads ${whatsAppId}`,
					fields({ ...ana, whatsAppId }),
					{ ...anaOnTheWire, wuid: '5511900000001' },
					{},
				),
			),
			card(
				'sends it as wuid',
				fields({ ...ana, whatsAppId: '5511900000001@s.whatsapp.net' }),
				{ ...anaOnTheWire, wuid: '5511900000001' },
				{},
			),
			card(
				'leaves a short one out, and says so',
				fields({ ...ana, whatsAppId: '123456789' }),
				{ fullName: 'Ana', phoneNumber: '+55 11 98765-4321' },
				{ omittedFields: ['whatsAppId'] },
			),
		],
		'card: several phones': [
			card(
				'sends the first and names the rest',
				json({ firstName: 'Ana', phones: ['+55 11 98765-4321', '+5511987654322'] }),
				anaOnTheWire,
				{ omittedFields: ['phones'] },
			),
		],
		'card: many in one item': [
			send(
				'sends one message',
				fields(ana, { phone: '+5544777777777', firstName: 'Bruno' }),
				{
					contact: [
						anaOnTheWire,
						{ fullName: 'Bruno', wuid: '5544777777777', phoneNumber: '+5544777777777' },
					],
				},
				{ contacts: [anaOut, { fullName: 'Bruno', phone: '5544777777777' }] },
			),
			invalid(
				'refuses two cards that are one for this gateway',
				'sendContact',
				json([
					{ firstName: 'Ana', phone: '+5511987654321', businessDescription: 'A' },
					{ firstName: 'Ana', phone: '+5511987654321', businessDescription: 'B' },
				]),
				/^contacts\[1\]: is the same card for Evolution API as contacts\[0\]/,
			),
		],
		'card: many, and the gateway does not know how': { notHere: 'every version takes a list' },
		'card: from a vCard': [
			card(
				'sends a forwarded business card under its own name, of cards that cannot all be sent',
				{
					specifyContacts: 'vCard',
					vCard:
						'BEGIN:VCARD\nVERSION:3.0\nFN:Boletim\nEND:VCARD\nBEGIN:VCARD\nVERSION:3.0\nN:;Lia \\"Li\\";;;\nFN:Lia \\"Li\\"\nX-ODD/NAME:x\nTEL;waid=79001234569:9001234569\nX-WA-BIZ-NAME:Image\nX-WA-BIZ-DESCRIPTION:Pictures\nEND:VCARD',
					options: { skipInvalidCards: true },
				},
				{
					fullName: 'Lia "Li"',
					wuid: '79001234569',
					phoneNumber: '+79001234569',
					organization: 'Image',
				},
				{
					contacts: [{ fullName: 'Lia "Li"', phone: '79001234569' }],
					omittedFields: ['businessDescription'],
					skippedCards: [{ card: 1, name: 'Boletim', reason: 'has no phone number' }],
				},
			),
			card(
				'sends organisation, e-mail, URL and waid',
				{
					specifyContacts: 'vCard',
					vCard:
						'BEGIN:VCARD\nVERSION:3.0\nN:Андреевич;Виктор;;;\nFN:Виктор Андреевич\nORG:Image\nEMAIL:v@b.example\nURL:https://v.example\nitem1.TEL;waid=79001234569:+7 900 123-45-69\nitem1.X-ABLabel:Мобильный\nEND:VCARD',
				},
				{
					fullName: 'Виктор Андреевич',
					wuid: '79001234569',
					phoneNumber: '+7 900 123-45-69',
					organization: 'Image',
					email: 'v@b.example',
					url: 'https://v.example',
				},
				{ contacts: [{ fullName: 'Виктор Андреевич', phone: '79001234569' }] },
			),
		],
		'option: quotedMessageId': [
			send(
				'sends it on the top level to v2, and says that v2 ignores it',
				{ options: { quotedMessageId: 'BAE5' } },
				{ quoted: { key: { id: 'BAE5' } } },
				{},
				{ hints: [/^1 card message with a quote, delay or presence.*v2 server, which ignores/] },
			),
			sendV1(
				'sends it in the options to v1, without a hint',
				{ options: { quotedMessageId: 'BAE5' } },
				{ options: { quoted: { key: { id: 'BAE5' } } } },
				{},
				{ hints: [] },
			),
			send('sends no key for a blank', { options: { quotedMessageId: '' } }, {}, {}, { hints: [] }),
			sendV1('sends no options for a blank to v1', { options: { quotedMessageId: '' } }, {}),
		],
		'option: delaySeconds': [
			send('sends whole milliseconds', { options: { delaySeconds: 0.0125 } }, { delay: 13 }),
			send('sends a zero', { options: { delaySeconds: 0 } }, { delay: 0 }),
			sendV1(
				'sends it in the options to v1',
				{ options: { delaySeconds: 60 } },
				{
					options: { delay: 60000 },
				},
			),
			...[-1, 60.5, '1'].map((delaySeconds) =>
				invalid(
					`refuses ${JSON.stringify(delaySeconds)}`,
					'sendContact',
					{ options: { delaySeconds: `={{ ${JSON.stringify(delaySeconds)} }}` } },
					/^options\.delaySeconds: is not a number from 0 to 60\. Write e\.g\. 1\.5/,
				),
			),
		],
		'option: presence': [
			...['composing', 'recording', 'available', 'unavailable', 'paused'].flatMap((presence) => [
				send(`sends ${presence} to v2`, { options: { presence } }, { presence }),
				sendV1(`sends ${presence} to v1`, { options: { presence } }, { options: { presence } }),
			]),
			invalid(
				'refuses another',
				'sendContact',
				{ options: { presence: '={{ "typing" }}' } },
				/^options\.presence: is none of the choices\. Write one of them, e\.g\. available/,
			),
		],
		'option: defaultCountry': [
			card(
				'reads decimals in national form',
				{
					...json([{ phone: '11987654321.00', firstName: 'Ana' }]),
					options: { defaultCountry: 'BR' },
				},
				{ ...anaOnTheWire, phoneNumber: '+5511987654321' },
				{},
			),
			send(
				'leaves numbers of other countries as they are',
				{ chatId: '79001234567', options: { defaultCountry: 'BR' } },
				{ number: '79001234567' },
				{ chatId: '79001234567' },
			),
			card(
				'reads recipient and card in national form',
				{
					chatId: '(31) 98296-8011',
					...fields({ phone: '11 98765 4321', firstName: 'Ana' }),
					options: { defaultCountry: 'BR' },
				},
				{ ...anaOnTheWire, phoneNumber: '+5511987654321' },
				{ chatId: '5531982968011' },
				{
					exchanges: [
						sendContact(
							{
								number: '5531982968011',
								contact: [{ ...anaOnTheWire, phoneNumber: '+5511987654321' }],
							},
							accepted,
						),
					],
				},
			),
		],
		'sent: documented answers': [
			send("reads v2's answer", {}, {}),
			sendV1("reads v1's answer, with a timestamp of text", {}, {}),
			...(['SERVER_ACK', 'DELIVERY_ACK', 'READ', 'PLAYED'] as const).map((status) =>
				send(
					`gives the status ${status}`,
					{},
					{},
					{ providerStatus: status },
					{
						exchanges: [
							sendContact(
								{ number: to, contact: [anaOnTheWire] },
								{ status: 201, body: { ...message, status } },
							),
						],
					},
				),
			),
			send(
				'relies on nothing but the key’s id',
				{},
				{},
				{},
				{
					exchanges: [
						sendContact(
							{ number: to, contact: [anaOnTheWire] },
							{
								status: 201,
								body: { key: { id: 'BAE58DA6CBC941BC' } },
							},
						),
					],
					items: [sent({ providerStatus: null, timestamp: null })],
				},
			),
		],
		'sent: raw': [
			send(
				'gives the answer as it is',
				{ simplify: false },
				{},
				{},
				{
					items: [message],
					raw: true,
				},
			),
		],
		'info: documented answers': [
			info('gives what the profile says', {}, [main(profile)], [profileOut]),
			...spellingsOf(to).map((chatId) =>
				info(`reads ${chatId}`, { chatId }, [main(profile)], [profileOut]),
			),
		],
		'info: missing, null and empty keys': [
			info(
				'takes an answer of existence alone',
				{},
				[main({ wuid: profile.wuid, numberExists: true, picture: null, status: null })],
				[infoItem({ chatId: to, phone: to, exists: true })],
			),
			info(
				'does not guess existence',
				{},
				[main(profileWithout)],
				[{ ...profileOut, exists: null }],
			),
			...[
				{ status: 'Available', setAt: '2024-06-07T17:13:57.000Z' },
				[{ status: 'Available', setAt: '2024-06-07T17:13:57.000Z' }],
			].map((status) =>
				info(
					`reads the status of ${Array.isArray(status) ? 'a list' : 'an object'}`,
					{},
					[main({ ...profile, status })],
					[profileOut],
				),
			),
			info(
				'gives the first website of a list',
				{},
				[main({ ...profile, website: ['https://example.com', 'https://b.example'] })],
				[profileOut],
			),
			info(
				'gives the category where the server says one',
				{},
				[main({ ...profile, category: 'Shop' })],
				[{ ...profileOut, category: 'Shop' }],
			),
			info(
				'gives the digits that WhatsApp knows',
				{ chatId: '5531998296801' },
				[post('chat/fetchProfile', { number: '5531998296801' }, { status: 200, body: profile })],
				[{ ...profileOut, chatId: '5531998296801' }],
			),
		],
		'info: a privacy id': [
			info(
				'invents no phone and no existence for it, and asks for none',
				{ chatId: '123456789012345@lid', ...extra('registration', 'businessProfile') },
				[
					profileOf('123456789012345@lid', {
						status: 200,
						body: { ...profile, wuid: '123456789012345@lid' },
					}),
					post(
						'chat/fetchBusinessProfile',
						{ number: '123456789012345@lid' },
						{ status: 200, body: { isBusiness: false, exists: true } },
					),
				],
				[
					{
						...profileOut,
						chatId: '123456789012345@lid',
						phone: null,
						lid: '123456789012345@lid',
						exists: null,
						isBusiness: false,
					},
				],
			),
			...[
				envelope(400, 'Bad Request', [
					{ jid: '55@lid', exists: false, number: '123456789012345@lid' },
				]),
				{
					status: 200,
					body: { wuid: '123456789012345@lid', numberExists: false, name: null },
				},
			].map((answered) =>
				info(
					`says that a server before 2.3.0 knows none (${answered.status})`,
					{ chatId: '123456789012345@lid' },
					[profileOf('123456789012345@lid', answered)],
					[],
					{
						failed: [
							failure({
								...{ chatId: '123456789012345@lid', contacts: [] },
								message: 'this server knows no privacy ids (@lid)',
								httpStatus: answered.status,
							}),
						],
					},
				),
			),
		],
		'info: nobody there': [
			info(
				'gives an item that says so, without a second question where no digit is cut',
				{ chatId: '79001234567', ...extra('businessProfile', 'registration') },
				[profileOf('79001234567', denial('79001234567'))],
				[infoItem({ chatId: '79001234567', phone: '79001234567', exists: false })],
			),
			...['5588888880000', '525512340000', '5491123450000'].map((chatId) =>
				info(
					`believes it of ${chatId} once both spellings were looked for`,
					{ chatId, ...extra('businessProfile', 'registration') },
					[
						profileOf(chatId, denial(chatId)),
						numbersOf(chatId, { jid: `${chatId}@s.whatsapp.net`, exists: false }),
					],
					[infoItem({ chatId, phone: chatId, exists: false })],
				),
			),
			...(['v2', 'v1'] as const).flatMap((serverVersion) =>
				denied.map(([chatId, cut, account]) => {
					const digits = chatId.replace('@c.us', '');
					const jid = `${account}@s.whatsapp.net`;
					return info(
						`finds ${chatId}, which ${serverVersion} denies at first`,
						{ chatId },
						[
							profileOf(digits, denial(cut)),
							numbersOf(digits, { jid, exists: true, name: 'Bia' }),
							profileOf(jid, { status: 200, body: { ...profile, wuid: jid } }),
						],
						[{ ...profileOut, chatId: digits, phone: account }],
						{ credential: { serverVersion } },
					);
				}),
			),
			info(
				'asks everything after by the id that was found, and registration no second time',
				{ chatId: '5531987650001', ...extra('businessProfile', 'registration') },
				[
					profileOf('5531987650001', denial('553187650001')),
					numbersOf('5531987650001', {
						jid: '5531987650001@s.whatsapp.net',
						exists: true,
						lid: '7@lid',
					}),
					profileOf('5531987650001@s.whatsapp.net', {
						status: 200,
						body: { ...profileWithout, wuid: '5531987650001@s.whatsapp.net' },
					}),
					post(
						'chat/fetchBusinessProfile',
						{ number: '5531987650001@s.whatsapp.net' },
						{ status: 200, body: { isBusiness: true, address: 'Contagem' } },
					),
				],
				[
					{
						...profileOut,
						chatId: '5531987650001',
						phone: '5531987650001',
						lid: '7@lid',
						address: 'Contagem',
					},
				],
			),
			info(
				'looks for both spellings where an older server denies in a 200',
				{ chatId: '5491123456789' },
				[
					profileOf('5491123456789', {
						status: 200,
						body: { wuid: '541123456789@s.whatsapp.net', numberExists: false, picture: null },
					}),
					numbersOf('5491123456789', { jid: '5491123456789@s.whatsapp.net', exists: true }),
					profileOf('5491123456789@s.whatsapp.net', {
						status: 200,
						body: { ...profile, wuid: '5491123456789@s.whatsapp.net' },
					}),
				],
				[{ ...profileOut, chatId: '5491123456789', phone: '5491123456789' }],
			),
			info(
				'believes the finding where the profile is denied all the same',
				{ chatId: '5491123456789', ...extra('businessProfile') },
				[
					profileOf('5491123456789', denial('541123456789')),
					numbersOf('5491123456789', { jid: '5491123456789@s.whatsapp.net', exists: true }),
					profileOf('5491123456789@s.whatsapp.net', denial('5491123456789')),
				],
				[infoItem({ chatId: '5491123456789', phone: '5491123456789', exists: true })],
			),
			...(
				[
					['an empty object', {}],
					[
						'the socket’s own error',
						{
							...{ data: null, isBoom: true, isServer: false },
							output: {
								statusCode: 428,
								payload: {
									...{ statusCode: 428, error: 'Precondition Required' },
									message: 'Connection Closed',
								},
								headers: {},
							},
						},
					],
				] as const
			).map(([what, body]) =>
				info(
					`is not told that nobody is there by ${what}`,
					{},
					[main(denial(to).body, 400), numbers(body, 400)],
					[],
					{
						failed: [
							failure({
								...{ code: 'NOT_CONNECTED', httpStatus: 400, contacts: [] },
								message: 'not connected',
							}),
						],
					},
				),
			),
			info(
				'asks for no business profile of somebody who is not there',
				extra('businessProfile'),
				[main({ ...profile, numberExists: false }), numbers([nobody])],
				[{ ...profileOut, exists: false }],
			),
		],
		'info: registration yes': [
			info(
				'asks nothing more where the profile says it',
				extra('registration'),
				[main(profile)],
				[profileOut],
			),
			info(
				'asks whatsappNumbers where it does not',
				extra('registration'),
				[main(profileWithout), numbers([{ ...nobody, exists: true, lid: '9@lid' }])],
				[{ ...profileOut, lid: '9@lid' }],
			),
			info(
				'takes a single object, and a missing privacy id',
				extra('registration'),
				[main(profileWithout), numbers({ ...nobody, exists: true })],
				[profileOut],
			),
		],
		'info: registration no': [
			info(
				'asks for no business profile then',
				extra('registration', 'businessProfile'),
				[main(profileWithout), numbers([nobody])],
				[{ ...profileOut, exists: false }],
			),
		],
		'info: business profile': [
			info(
				'adds what the profile says',
				extra('businessProfile'),
				[main(profile), businessProfile(business)],
				[
					{
						...profileOut,
						address: 'Belo Horizonte',
						description: 'Conversations',
						website: 'https://one.example',
						email: 'b@example.com',
						category: 'Software company',
					},
				],
			),
			info(
				'keeps the main answer where somebody is no business',
				extra('businessProfile'),
				[
					main({ wuid: profile.wuid, numberExists: true, name: 'Ana', isBusiness: false }),
					businessProfile({
						isBusiness: false,
						message: 'Not is business profile',
						jid: profile.wuid,
						exists: true,
						number: to,
					}),
				],
				[infoItem({ chatId: to, phone: to, exists: true, name: 'Ana', isBusiness: false })],
			),
		],
		'info: both extra details': [
			info(
				'asks three requests',
				extra('businessProfile', 'registration'),
				[
					main(profileWithout),
					numbers([{ ...nobody, exists: true }]),
					businessProfile({ isBusiness: true, address: 'Belo Horizonte' }),
				],
				[{ ...profileOut, address: 'Belo Horizonte' }],
			),
		],
		'info: an extra request fails': [
			info(
				'fails the item when the business profile fails',
				extra('businessProfile'),
				[
					main(profile),
					businessProfile(
						envelope(500, 'Internal Server Error', [
							'Error updating profile name',
							'Error: Timed Out',
						]).body,
						500,
					),
				],
				[],
				{
					failed: [
						failure({
							message: 'Error updating profile name; Error: Timed Out',
							code: 'UNAVAILABLE',
							httpStatus: 500,
							contacts: [],
						}),
					],
				},
			),
			info(
				'fails the item when the check fails without an envelope',
				extra('registration'),
				[
					main(profileWithout),
					numbers({ status: 400, error: 'Bad Request', message: [['numbers is wrong']] }, 400),
				],
				[],
				{ failed: [failure({ message: 'numbers is wrong', httpStatus: 400, contacts: [] })] },
			),
		],
		'info: a stranger is never answered': [
			info(
				'finds its row by the number that was asked, wherever it stands',
				extra('registration'),
				[
					main(profileWithout),
					numbersOf(
						to,
						{ jid: profile.wuid, exists: true, lid: '9@lid' },
						{ jid: profile.wuid, exists: false, number: `+${to}`, lid: '1@lid' },
						{ jid: '1@s.whatsapp.net', exists: 'broken', number: '1' },
					),
				],
				[{ ...profileOut, lid: '9@lid' }],
			),
			...[[{ ...nobody, number: '1', exists: true }], [{ ...nobody, number: `+${to}` }], []].map(
				(rows) =>
					info(
						`takes nothing from the rows ${JSON.stringify(rows.map(({ number }) => number))}`,
						extra('registration'),
						[main(profileWithout), numbers(rows)],
						[],
						{
							failed: [
								failure({
									message: /exist/,
									code: 'UNEXPECTED_RESPONSE',
									httpStatus: 200,
									contacts: [],
								}),
							],
						},
					),
			),
			...(
				[
					[to, '553198296802'],
					// The server takes a digit off these that is no extra one.
					['5531398296801', '553198296801'],
					['5255123456789', '525123456789'],
					['5411987654321', '541987654321'],
				] as const
			).map(([chatId, stranger]) =>
				info(
					`refuses the profile of ${stranger} for ${chatId}`,
					{ chatId },
					[
						profileOf(chatId, {
							status: 200,
							body: { ...profile, wuid: `${stranger}@s.whatsapp.net` },
						}),
					],
					[],
					{
						failed: [
							failure({
								chatId,
								message: '"wuid" is another number than the one that was asked',
								code: 'UNEXPECTED_RESPONSE',
								httpStatus: 200,
								contacts: [],
							}),
						],
					},
				),
			),
			info(
				'refuses the account of another number',
				{},
				[
					main(denial(to).body, 400),
					numbers([{ ...nobody, exists: true, jid: '5511987654321@s.whatsapp.net' }]),
				],
				[],
				{
					failed: [
						failure({
							message: '"jid" is another number than the one that was asked',
							code: 'UNEXPECTED_RESPONSE',
							httpStatus: 200,
							contacts: [],
						}),
					],
				},
			),
			info('refuses a list of profiles', {}, [main([profile, profile])], [], {
				failed: [
					failure({
						message: 'not what was expected',
						code: 'UNEXPECTED_RESPONSE',
						httpStatus: 200,
						contacts: [],
					}),
				],
			}),
		],
		'info: raw': [
			info('gives the answer as it is', { simplify: false }, [main(profile)], [profile], {
				raw: true,
			}),
			info(
				'gives "not on WhatsApp" as an item',
				{ simplify: false },
				[main(envelope(400, 'Bad Request', [nobody]).body, 400), numbers([nobody])],
				[{ exists: false, items: [nobody] }],
				{ raw: true },
			),
			info(
				'gives the profile of the account that was denied at first',
				{ chatId: '5215512345678', simplify: false },
				[
					profileOf('5215512345678', denial('525512345678')),
					numbersOf('5215512345678', { jid: '5215512345678@s.whatsapp.net', exists: true }),
					profileOf('5215512345678@s.whatsapp.net', { status: 200, body: profile52 }),
				],
				[profile52],
				{ raw: true },
			),
		],
		'info: a group': [
			invalid(
				'refuses an old group',
				'getContactInfo',
				{ chatId: '11001234567-1581234048' },
				/^chatId: is a group/,
			),
		],
		UNAUTHORIZED: [
			...refused('with a wrong key', envelope(401, 'Unauthorized', 'Unauthorized'), {
				code: 'UNAUTHORIZED',
				message: 'Unauthorized',
			}),
			...refused('and is forbidden', envelope(403, 'Forbidden', ['Missing global api key']), {
				code: 'UNAUTHORIZED',
				message: 'Missing global api key',
			}),
			...refused(
				'to an unknown instance',
				envelope(404, 'Not Found', ['The "x" instance does not exist']),
				{
					code: 'UNAUTHORIZED',
					message: 'The "x" instance does not exist',
					advice: /^Check the instance's name in the credential against the server's manager page$/,
				},
			),
		],
		NOT_CONNECTED: [
			...refused(
				'over a dead socket',
				envelope(500, 'Internal Server Error', 'Connection Closed'),
				{
					code: 'NOT_CONNECTED',
					message: 'Connection Closed',
					advice: /^Reconnect or restart the instance on the Evolution API server's manager page$/,
				},
			),
			...refused(
				'to an instance that is not loaded',
				envelope(
					500,
					'Internal Server Error',
					"Cannot read properties of undefined (reading 'contactMessage')",
				),
				{
					code: 'NOT_CONNECTED',
					message: "reading 'contactMessage'",
					advice: /^Reconnect or restart the instance/,
				},
			),
			...['fetchProfile', 'fetchBusinessProfile', 'whatsappNumber'].map((property) =>
				refusedLookUp(
					`of an instance that is not loaded (${property})`,
					envelope(
						500,
						'Internal Server Error',
						`Cannot read properties of undefined (reading '${property}')`,
					),
					{ code: 'NOT_CONNECTED', message: `reading '${property}'` },
				),
			),
			info(
				'says so where the socket closes before the business profile',
				extra('businessProfile'),
				[
					main(profile),
					businessProfile(
						envelope(500, 'Internal Server Error', [
							'Error updating profile name',
							'Error: Connection Closed',
						]).body,
						500,
					),
				],
				[],
				{
					failed: [
						failure({
							...{ code: 'NOT_CONNECTED', httpStatus: 500, contacts: [] },
							message: 'Connection Closed',
						}),
					],
				},
			),
			...(
				[
					['since 2.3', { status: 400, body: {} }],
					['before', envelope(500, 'Internal Server Error', 'Connection Closed')],
				] as const
			).map(([when, answered]) =>
				info(
					`says so where the check cannot ask (${when})`,
					extra('registration'),
					[main(profileWithout), post('chat/whatsappNumbers', { numbers: [to] }, answered)],
					[],
					{
						failed: [
							failure({
								...{ code: 'NOT_CONNECTED', httpStatus: answered.status, contacts: [] },
								message: 'not connected',
							}),
						],
					},
				),
			),
			...refused(
				'to a server without a licence',
				{
					status: 503,
					body: {
						error: 'service not activated',
						code: 'LICENSE_REQUIRED',
						register_url: 'https://r.example',
						instance_id: 'i',
						docs_url: 'https://d.example',
						message: 'Register first',
						advice: /^Activate the Evolution API server's licence/,
					},
				},
				{ code: 'NOT_CONNECTED', message: 'Register first; service not activated' },
			),
		],
		'NOT_CONNECTED for a moment': { notHere: 'no such text is documented' },
		NOT_ON_WHATSAPP: [
			refusedSend('to nobody', envelope(400, 'Bad Request', [nobody]), {
				code: 'NOT_ON_WHATSAPP',
				message: '553198296801 does not exist there',
			}),
			refusedSend('to nobody, in an object of its own', envelope(400, 'Bad Request', nobody), {
				code: 'NOT_ON_WHATSAPP',
				message: '553198296801 does not exist there',
			}),
			refusedSend(
				'to nobody, with name and lid',
				envelope(400, 'Bad Request', [{ ...nobody, name: 'A', lid: '9@lid' }]),
				{ code: 'NOT_ON_WHATSAPP', message: '553198296801 does not exist there' },
			),
		],
		QUOTA_EXCEEDED: [
			...refused('over a quota', { status: 466 }, { code: 'QUOTA_EXCEEDED', message: '466' }),
		],
		RATE_LIMITED: [
			...refused(
				'too often for a proxy',
				{ status: 429, text: 'slow down' },
				{
					code: 'RATE_LIMITED',
					retryable: true,
					message: 'slow down',
				},
			),
		],
		REJECTED: [
			...[
				'instance requires property "number"',
				'Invalid format',
				'contact is not of a type(s) array',
				'contact does not meet minimum length of 1',
				'contact contains duplicate item',
				'contact[0] requires property "fullName"',
				'contact[0].phoneNumber does not meet minimum length of 10',
				'"wuid" must be a numeric string',
			].map((text) => refusedSend(`and hears ${text}`, schema(text), { message: text })),
			refusedSend('and hears two complaints', schema('number is wrong', 'contact is wrong'), {
				message: 'number is wrong; contact is wrong',
			}),
			refusedSend(
				'in the form of v2 to a server of v1, as the credential says',
				schema('instance requires property "contactMessage"'),
				{
					message: 'instance requires property "contactMessage"',
					advice: /^Set Server Version in the credential to Automatic/,
				},
			),
			...refused(
				'and hears of broken JSON',
				envelope(400, 'Internal Server Error', 'Unexpected token } in JSON at position 5'),
				{ message: 'Unexpected token' },
			),
			...refused(
				'to a wrong route',
				envelope(404, 'Not Found', ['Cannot POST /message/sendContact/sales']),
				{
					message: 'Cannot POST /message/sendContact/sales',
					advice: /^Check that the API URL is that of an Evolution API server/,
				},
			),
			...refused(
				'to a server that is no Evolution API',
				{ status: 404, text: '<html><body><pre>Cannot POST /x</pre></body></html>' },
				{
					message: 'a web page titled "Cannot POST /x"',
					advice: /^Check that the API URL is that of an Evolution API server/,
				},
			),
			...refused(
				'without an Origin that the server wants',
				envelope(500, 'Internal Server Error', 'Not allowed by CORS'),
				{
					message: 'Not allowed by CORS',
					advice: /^Set CORS_ORIGIN=\* on the Evolution API server/,
				},
			),
			...['WhatsApp Business API', 'Evolution Channel'].flatMap((channel) =>
				refused(
					`over a channel that cannot do it (${channel})`,
					envelope(400, 'Bad Request', [`Method not available on ${channel}`]),
					{
						message: `Method not available on ${channel}`,
						advice:
							/^This instance's channel cannot do this; use an instance on the channel Baileys/,
					},
				),
			),
			refusedLookUp(
				'over a channel that cannot do it, without the envelope',
				{
					status: 400,
					body: {
						...{ status: 400, error: 'Bad Request' },
						message: ['Method not available on WhatsApp Business API'],
					},
				},
				{
					message: 'Method not available on WhatsApp Business API',
					advice: /^This instance's channel cannot do this/,
				},
			),
			refusedSend(
				'and gets an error of Meta’s inside a 201',
				{
					status: 201,
					body: {
						message: '(#131030) Recipient phone number not in allowed list',
						type: 'OAuthException',
						code: 131030,
						error_data: { details: 'x' },
						fbtrace_id: 'A',
					},
				},
				{ message: '(#131030) Recipient phone number not in allowed list' },
			),
			...refused(
				'and is sent to https',
				{ status: 308, headers: { location: '/' } },
				{
					message: 'HTTP 308',
				},
			),
			...[405, 413, 415].flatMap((status) =>
				refused(`and gets ${status}`, { status }, { message: `HTTP ${status}` }),
			),
		],
		UNAVAILABLE: [
			...[
				'Error: Connection Closed',
				'Error: Timed Out',
				'[object Object]',
				'TypeError: fetch failed',
			].flatMap((text) =>
				refused(`and hears ${text}`, envelope(400, 'Bad Request', [text]), {
					...inDoubt,
					message: text,
				}),
			),
			...refused('and hears of a bug', envelope(500, 'Internal Server Error', 'oops'), {
				...inDoubt,
				message: 'oops',
			}),
			...refused(
				'and gets another 503',
				{ status: 503, body: { error: 'busy' } },
				{
					...inDoubt,
					message: 'busy',
				},
			),
			...[499, 502, 504].flatMap((status) =>
				refused(
					`and gets ${status} of a proxy`,
					{ status, text: '<html><head><title>Bad Gateway</title></head></html>' },
					{ ...inDoubt, message: 'a web page titled "Bad Gateway"' },
				),
			),
		],
		UNEXPECTED_RESPONSE: [
			...(
				[
					[{ status: 201 }, 'the answer is empty'],
					[{ status: 200, text: 'ok' }, 'the answer is not JSON'],
					[{ status: 201, body: [] }, 'not what was expected'],
				] as const
			).flatMap(([answered, text]) =>
				refused(`and gets ${JSON.stringify(answered)}`, answered, { ...silent, message: text }),
			),
			...(
				[
					[{}, '"key" is missing'],
					[{ key: {} }, '"key.id" is missing'],
					[{ key: { id: '' } }, '"key.id" is not what was expected'],
				] as const
			).map(([body, text]) =>
				refusedSend(
					`and gets ${JSON.stringify(body)}`,
					{ status: 201, body },
					{
						...silent,
						message: text,
					},
				),
			),
			refusedSend(
				'and the message has failed',
				{ status: 201, body: { ...message, status: 'ERROR' } },
				{
					...silent,
					message: 'the message has the status ERROR',
				},
			),
			refusedLookUp(
				'and gets nulls without existence',
				{
					status: 200,
					body: {
						wuid: profile.wuid,
						name: null,
						picture: null,
						status: null,
						os: null,
						isBusiness: false,
					},
				},
				{ ...silent, message: '"numberExists" is missing' },
			),
		],
		'credential: addresses and names': [
			send(
				'encodes an instance of any text',
				{},
				{},
				{},
				{
					credential: { instance: 'my shop/ü?#%' },
				},
			),
			send(
				'keeps a path before the method',
				{},
				{},
				{},
				{
					credential: { apiUrl: '{server}/evo/api//' },
					exchanges: [
						{
							sent: {
								method: 'POST',
								path: '/evo/api/message/sendContact/{instance}',
								headers,
								body: { number: to, contact: [anaOnTheWire] },
							},
							answered: accepted,
						},
					],
				},
			),
			send(
				'tries v2 first, and v1 after the schema’s refusal, where it is not told',
				{},
				{},
				{},
				{
					credential: { serverVersion: 'auto', apiUrl: '{server}/v1' },
					exchanges: [
						{
							sent: {
								method: 'POST',
								path: '/v1/message/sendContact/{instance}',
								headers,
								body: { number: to, contact: [anaOnTheWire] },
							},
							answered: schema('instance requires property "contactMessage"'),
						},
						{
							sent: {
								method: 'POST',
								path: '/v1/message/sendContact/{instance}',
								headers,
								body: { number: to, contactMessage: [anaOnTheWire] },
							},
							answered: acceptedV1,
						},
					],
				},
			),
			send(
				'remembers the form of a server',
				{},
				{},
				{},
				{
					credential: { serverVersion: 'auto', apiUrl: '{server}/v1' },
					exchanges: [
						{
							sent: {
								method: 'POST',
								path: '/v1/message/sendContact/{instance}',
								headers,
								body: { number: to, contactMessage: [anaOnTheWire] },
							},
							answered: acceptedV1,
						},
					],
				},
			),
			send(
				'learns it anew when the server was updated',
				{},
				{},
				{},
				{
					credential: { serverVersion: 'auto', apiUrl: '{server}/v1' },
					exchanges: [
						{
							sent: {
								method: 'POST',
								path: '/v1/message/sendContact/{instance}',
								headers,
								body: { number: to, contactMessage: [anaOnTheWire] },
							},
							answered: schema('instance requires property "contact"'),
						},
						{
							sent: {
								method: 'POST',
								path: '/v1/message/sendContact/{instance}',
								headers,
								body: { number: to, contact: [anaOnTheWire] },
							},
							answered: accepted,
						},
					],
				},
			),
		],
		'secrets echoed': [
			{
				...refusedSend(
					'and gets its key of digits back as Meta’s code',
					{ status: 201, body: { code: 12345678901234, type: 'OAuthException', fbtrace_id: 'A' } },
					{ message: /an error of Meta$/ },
				),
				credential: { token: '12345678901234' },
				exchanges: [
					{
						sent: {
							method: 'POST',
							path: '/message/sendContact/{instance}',
							headers: { apikey: '12345678901234' },
							body: { number: to, contact: [anaOnTheWire] },
						},
						answered: {
							status: 201,
							body: { code: 12345678901234, type: 'OAuthException', fbtrace_id: 'A' },
						},
					},
				],
			},
			...refused(
				'and gets its key back',
				{ status: 401, body: { status: 401, response: { message: `no ${token}` } } },
				{ code: 'UNAUTHORIZED', message: /no \[redacted\]/ },
			),
		],
		hints: [send('has nothing to say about one card', {}, {}, {}, { hints: [] })],
	},
};
