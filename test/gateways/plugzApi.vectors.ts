/** PlugzAPI and Z-API at the wire, row by row (plugzapi.com.br, z-api.io, "send-contact", "contacts"). */
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
import { plugzApiChecks } from './plugzApi.checks';

const token = '5B0A1B2C3D4E5F6071829304';
const clientToken = 'F5b0c1d2e3f405162738495a6b7c8d9e0S';
const path = (method: string) => `/instances/{instance}/token/{token}/${method}`;
const post = (method: string, body: unknown, answered: Answered): Exchange => ({
	sent: { method: 'POST', path: path(method), body },
	answered,
});
const get = (method: string, body: unknown, status = 200): Exchange => ({
	sent: { method: 'GET', path: path(method) },
	answered: { status, body },
});

const copyToken = /^Copy the account's security token into Client Token/;
const addAddress = /^Add the address of this n8n to the account's list of allowed/;
const checkAll = /^Check API URL, instance id, token and Client Token in the credential/;
const checkUrl = /^Check API URL in the credential: https:/;
const noUrl = /^(?!Check API URL)/;

const accepted: Answered = {
	status: 200,
	body: {
		zaapId: '3999984263738042930CD6ECDE9VDWSA',
		messageId: 'D241XXXX732339502B68',
		id: 'D241XXXX732339502B68',
	},
};
const ids = { messageId: 'D241XXXX732339502B68', queueId: '3999984263738042930CD6ECDE9VDWSA' };
const to = '5511999999999';
const ana = { phone: '+55 11 98765-4321', firstName: 'Ana' };
const anaOnTheWire = {
	contactName: 'Ana',
	contactPhone: '5511987654321',
	contactBusinessDescription: 'Ana',
};
const anaOut = { fullName: 'Ana', phone: '5511987654321' };
const bruno = { phone: '5544777777777', firstName: 'Bruno', lastName: 'Costa' };
const brunoOut = { fullName: 'Bruno Costa', phone: '5544777777777' };
const bothOnTheWire = {
	phone: to,
	contacts: [
		{ name: 'Ana', phones: ['5511987654321'] },
		{ name: 'Bruno Costa', phones: ['5544777777777'] },
	],
};
const brunoOnTheWire = {
	phone: to,
	contactName: 'Bruno Costa',
	contactPhone: '5544777777777',
	contactBusinessDescription: 'Bruno Costa',
};

const fields = (...contact: INodeParameters[]): INodeParameters => ({ contacts: { contact } });
const json = (cards: unknown): INodeParameters => ({
	specifyContacts: 'json',
	contactsJson: JSON.stringify(cards),
});

const queued = (item: IDataObject = {}) =>
	sentItem({ status: 'queued', ...ids, chatId: to, contacts: [anaOut], ...item });

/** A send of Ana's card to a person, with what differs. */
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
		exchanges: [post('send-contact', { phone: to, ...anaOnTheWire, ...body }, accepted)],
		items: [queued(item)],
		...more,
	};
}

/** A send through `send-contacts`. */
function sendMany(
	that: string,
	parameters: INodeParameters,
	body: unknown,
	item: IDataObject,
	more: Partial<Vector> = {},
): Vector {
	return {
		...send(that, parameters, {}, item, more),
		exchanges: [post('send-contacts', body, accepted)],
		...more,
	};
}

const { failure, invalid, refused, refusedLookUp, refusedSend } = refusalsOf({
	chatId: to,
	contacts: [anaOut],
	parameters: fields(ana),
	send: (answered) => post('send-contact', { phone: to, ...anaOnTheWire }, answered),
	lookUp: (answered) => ({
		sent: { method: 'GET', path: path(`contacts/${to}`) },
		answered,
	}),
});

const contact = {
	name: 'Ana da Padaria',
	phone: to,
	notify: 'Ana Silva',
	short: 'Ana',
	imgUrl: 'https://pps.whatsapp.net/ana.jpg',
	about: 'Disponível',
	vname: null,
};
const contactOut = infoItem({
	chatId: to,
	phone: to,
	name: 'Ana Silva',
	contactName: 'Ana da Padaria',
	about: 'Disponível',
	avatarUrl: 'https://pps.whatsapp.net/ana.jpg',
});
const nulls = {
	name: null,
	phone: to,
	notify: null,
	short: null,
	imgUrl: null,
	about: null,
	vname: null,
};
const nullsOut = infoItem({ chatId: to, phone: to });
const profile = {
	description: 'Pães e bolos',
	address: 'Rua das Flores, 10',
	email: 'ana@example.com',
	websites: ['https://padaria.example', 'https://shop.example'],
	categories: [
		{ displayName: 'Bakery', label: 'bakery', id: '1' },
		{ displayName: 'Shop', label: 'shop', id: '2' },
	],
	businessHours: { timezone: 'America/Sao_Paulo', days: [], mode: 'open24' },
	hasCoverPhoto: false,
};
const profileOut = {
	isBusiness: true,
	description: 'Pães e bolos',
	address: 'Rua das Flores, 10',
	email: 'ana@example.com',
	website: 'https://padaria.example',
	category: 'Bakery',
};

/** A look-up of Ana, with what differs. */
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
const extra = (...details: string[]): INodeParameters => ({ options: { extraDetails: details } });
const main = (body: unknown = contact, status = 200) => get(`contacts/${to}`, body, status);
const exists = (body: unknown, status = 200) => get(`phone-exists/${to}`, body, status);
const business = (body: unknown, status = 200) => get(`business/profile?phone=${to}`, body, status);

const unknownMethod: ReadonlyArray<readonly [string, Answered]> = [
	['a 405', { status: 405, body: { error: 'Method Not Allowed' } }],
	['a 405 without a body', { status: 405 }],
	[
		'200 and NOT_FOUND',
		{
			status: 200,
			body: { error: 'NOT_FOUND', message: 'Unable to find matching target resource method' },
		},
	],
	['a 404', { status: 404, body: { error: 'Not Found' } }],
	['a 404 with a message', { status: 404, body: { message: 'No such method' } }],
];

/** Whoever stands before the gateway says nothing of what it knows. */
const notItsOwn: ReadonlyArray<readonly [string, Answered]> = [
	['the 404 of a proxy', { status: 404, text: '<html><title>Not Found</title></html>' }],
	['the 405 of a proxy', { status: 405, text: '<html><title>Not Allowed</title></html>' }],
	['a 404 in plain text', { status: 404, text: '404 page not found' }],
	['a 404 without a body', { status: 404 }],
];

export const plugzApi: ProviderVectors = {
	provider: 'plugzApi',
	credential: { instance: '3D5A0B0C0D0E0F', token },
	rows: {
		...plugzApiChecks,
		'chat: a phone number': [
			send('writes digits only', { chatId: '+55 (11) 99999-9999' }, {}),
			...spellingsOf(to).map((chatId) => send(`reads ${chatId}`, { chatId }, {})),
			...trunkZeros.map(([chatId, digits]) =>
				send(`reads ${chatId}`, { chatId }, { phone: digits }, { chatId: digits }),
			),
			send(
				'never adds the ninth digit',
				{ chatId: '551199999999' },
				{ phone: '551199999999' },
				{ chatId: '551199999999' },
			),
		],
		"chat: a person's chat id": [
			...[`${to}@c.us`, `${to}@s.whatsapp.net`, `${to}:3@s.whatsapp.net`].map((chatId) =>
				send(`writes ${chatId} as digits`, { chatId }, {}),
			),
		],
		'chat: a privacy id': [
			send(
				'takes it as it is',
				{ chatId: '123456789012345@lid' },
				{ phone: '123456789012345@lid' },
				{ chatId: '123456789012345@lid' },
			),
		],
		'chat: an old group': [
			...['5511999999999-1623281429@g.us', '5511999999999-1623281429'].map((chatId) =>
				send(
					`writes ${chatId} without a suffix`,
					{ chatId },
					{ phone: '5511999999999-1623281429' },
					{ chatId: '5511999999999-1623281429' },
				),
			),
		],
		'chat: a new group': [
			...['120363019502650977@g.us', '120363019502650977-group', '120363019502650977'].map(
				(chatId) =>
					send(
						`writes ${chatId} with -group`,
						{ chatId },
						{ phone: '120363019502650977-group' },
						{ chatId: '120363019502650977-group' },
					),
			),
		],
		'chat: neither': [
			invalid(
				'refuses a broadcast list',
				'sendContact',
				{ chatId: 'status@broadcast' },
				/^chatId: .*broadcast/,
			),
			invalid(
				'refuses 17 bare digits',
				'sendContact',
				{ chatId: '12345678901234567' },
				/^chatId: .* has 17 digits/,
			),
		],
		'card: documented bodies': [
			send(
				"sends PlugzAPI's example",
				json({
					fullName: 'PlugMessage Contato',
					phone: '554498398733',
					businessDescription: 'PlugMessage Mais software, menos esforço',
				}),
				{
					contactName: 'PlugMessage Contato',
					contactPhone: '554498398733',
					contactBusinessDescription: 'PlugMessage Mais software, menos esforço',
				},
				{ contacts: [{ fullName: 'PlugMessage Contato', phone: '554498398733' }] },
			),
			send(
				"sends PlugzAPI's example from the fields",
				fields({
					firstName: 'PlugMessage',
					lastName: 'Contato',
					phone: '554498398733',
					businessDescription: 'PlugMessage Mais software, menos esforço',
				}),
				{
					contactName: 'PlugMessage Contato',
					contactPhone: '554498398733',
					contactBusinessDescription: 'PlugMessage Mais software, menos esforço',
				},
				{ contacts: [{ fullName: 'PlugMessage Contato', phone: '554498398733' }] },
			),
			send(
				"reads the vendor's own keys",
				json({
					contactName: 'PlugMessage Contato',
					contactPhone: '554498398733',
					contactBusinessDescription: 'PlugMessage Mais software, menos esforço',
				}),
				{
					contactName: 'PlugMessage Contato',
					contactPhone: '554498398733',
					contactBusinessDescription: 'PlugMessage Mais software, menos esforço',
				},
				{ contacts: [{ fullName: 'PlugMessage Contato', phone: '554498398733' }] },
			),
			sendMany(
				'sends the example of send-contacts',
				{
					...json([
						{ fullName: 'A', phone: '5544999999999', businessDescription: 'Bread' },
						{ fullName: 'B', phones: ['5544888888888', '5544777777777'] },
					]),
					options: { quotedMessageId: 'D241', delaySeconds: 3 },
				},
				{
					phone: to,
					contacts: [
						{ name: 'A', phones: ['5544999999999'], businessDescription: 'Bread' },
						{ name: 'B', phones: ['5544888888888', '5544777777777'] },
					],
					messageId: 'D241',
					delayMessage: 3,
				},
				{
					contacts: [
						{ fullName: 'A', phone: '5544999999999' },
						{ fullName: 'B', phone: '5544888888888' },
					],
				},
			),
		],
		'card: a name in parts': [
			send(
				'joins the parts by one blank',
				fields({ phone: '5544777777777', firstName: ' Bruno ', lastName: 'Costa' }),
				brunoOnTheWire,
				{ contacts: [brunoOut] },
			),
		],
		'card: only a full name': [
			send(
				'sends it as it is, and fills the description it requires',
				json({ fullName: 'Bruno Costa', phone: '5544777777777' }),
				brunoOnTheWire,
				{ contacts: [brunoOut] },
			),
		],
		'card: only a company': [
			send(
				'is the name and the description',
				json({ company: 'Padaria Central', phone: '5544777777777' }),
				{
					contactName: 'Padaria Central',
					contactPhone: '5544777777777',
					contactBusinessDescription: 'Padaria Central',
				},
				{
					contacts: [{ fullName: 'Padaria Central', phone: '5544777777777' }],
					omittedFields: ['company'],
				},
			),
		],
		'card: every field': [
			...[...spellingsOf('5511987654321'), '+55 (011) 98765-4321'].map((phone) =>
				send(`reads ${phone} on a card`, fields({ ...ana, phone }), {}),
			),
			send(
				'sends name, phone and description',
				fields({ ...bruno, middleName: 'M', businessDescription: 'Bread' }),
				{
					contactName: 'Bruno M Costa',
					contactPhone: '5544777777777',
					contactBusinessDescription: 'Bread',
				},
				{ contacts: [{ fullName: 'Bruno M Costa', phone: '5544777777777' }] },
			),
			send(
				'fills the description with the company, and names it all the same',
				json({ ...bruno, company: 'Padaria' }),
				{ ...brunoOnTheWire, contactBusinessDescription: 'Padaria' },
				{ contacts: [brunoOut], omittedFields: ['company'] },
			),
		],
		'card: what it cannot carry': [
			send(
				'leaves out and names company, email and url',
				json({
					...ana,
					company: 'P',
					email: 'a@b.example',
					url: 'https://b.example',
					businessDescription: 'Ana',
				}),
				{},
				{ omittedFields: ['company', 'email', 'url'] },
				{ hints: [/^Left out.*: company \(1\), email \(1\), url \(1\)/, /queue/] },
			),
			send(
				'never sees the fields that the editor does not show for it',
				fields({ ...ana, company: 'P', email: 'a@b.example', url: 'u', whatsAppId: '1' }),
				{},
			),
		],
		'card: whatsAppId': [
			send(
				'leaves it out and names it',
				json({ ...ana, whatsAppId: '5511900000001' }),
				{},
				{
					omittedFields: ['whatsAppId'],
				},
			),
		],
		'card: several phones': [
			sendMany(
				'sends all of one card through send-contacts, and fills no description there',
				json({ firstName: 'Ana', phones: ['+5511987654321', 5511987654322] }),
				{
					phone: to,
					contacts: [{ name: 'Ana', phones: ['5511987654321', '5511987654322'] }],
				},
				{},
			),
		],
		'card: many in one item': [
			sendMany('sends one message', fields(ana, bruno), bothOnTheWire, {
				contacts: [anaOut, brunoOut],
			}),
			sendMany(
				'fails as one message',
				fields(ana, bruno),
				bothOnTheWire,
				{},
				{
					exchanges: [
						post('send-contacts', bothOnTheWire, { status: 400, body: { error: 'Invalid phone' } }),
					],
					items: [],
					failed: [
						failure({ message: 'Invalid phone', httpStatus: 400, contacts: [anaOut, brunoOut] }),
					],
				},
			),
			sendMany(
				'does not fall back where the instance is not found',
				fields(ana, bruno),
				bothOnTheWire,
				{},
				{
					exchanges: [
						post('send-contacts', bothOnTheWire, {
							status: 404,
							body: { error: 'Instance not found' },
						}),
					],
					items: [],
					failed: [
						failure({
							message: 'Instance not found',
							code: 'UNAUTHORIZED',
							httpStatus: 404,
							contacts: [anaOut, brunoOut],
						}),
					],
				},
			),
		],
		'card: many, and the gateway does not know how': [
			...unknownMethod.map(([what, answered]) =>
				sendMany(
					`sends one message per card after ${what}, and says so`,
					fields(ana, bruno),
					bothOnTheWire,
					{},
					{
						exchanges: [
							post('send-contacts', bothOnTheWire, answered),
							post('send-contact', { phone: to, ...anaOnTheWire }, accepted),
							post('send-contact', brunoOnTheWire, accepted),
						],
						items: [queued(), queued({ contacts: [brunoOut] })],
						hints: [/1 item with several cards.*one message per card/, /^2 messages in/],
					},
				),
			),
			...notItsOwn.map(([what, answered]) =>
				sendMany(
					`takes ${what} for no word of the gateway`,
					fields(ana, bruno),
					bothOnTheWire,
					{},
					{
						exchanges: [post('send-contacts', bothOnTheWire, answered)],
						items: [],
						failed: [
							failure({
								message: `HTTP ${answered.status}`,
								httpStatus: answered.status,
								contacts: [anaOut, brunoOut],
							}),
						],
					},
				),
			),
			sendMany(
				'takes a 404 about the credential for what it says',
				fields(ana, bruno),
				bothOnTheWire,
				{},
				{
					exchanges: [
						post('send-contacts', bothOnTheWire, {
							status: 404,
							body: { error: 'your client-token is not configured' },
						}),
					],
					items: [],
					failed: [
						failure({
							message: 'client-token',
							code: 'UNAUTHORIZED',
							httpStatus: 404,
							contacts: [anaOut, brunoOut],
						}),
					],
				},
			),
			sendMany(
				'sends the first phone of a card and names the rest',
				json({ firstName: 'Ana', phones: ['+5511987654321', 5511987654322] }),
				{},
				{},
				{
					exchanges: [
						post(
							'send-contacts',
							{
								phone: to,
								contacts: [{ name: 'Ana', phones: ['5511987654321', '5511987654322'] }],
							},
							{ status: 405 },
						),
						post('send-contact', { phone: to, ...anaOnTheWire }, accepted),
					],
					items: [queued({ omittedFields: ['phones'] })],
				},
			),
		],
		'card: from a vCard': [
			send(
				'sends the mobile, not the fax nor the landline, and no line that is no property',
				{
					specifyContacts: 'vCard',
					vCard: [
						...['BEGIN:VCARD', 'VERSION:3.0', 'FN:Lia Moreira', 'X-SOCIAL/PROFILE:y'],
						...['TEL;TYPE=WORK;TYPE=FAX:+551130000000', 'X-A B:y', 'TEL;TYPE=CELL:+5511900000001'],
						...['# end', 'TEL:4004', 'END:VCARD', 'BEGIN:VCARD', 'FN:Boletim', 'END:VCARD'],
					].join('\r\n'),
					options: { skipInvalidCards: true },
				},
				{
					contactName: 'Lia Moreira',
					contactPhone: '5511900000001',
					contactBusinessDescription: 'Lia Moreira',
				},
				{
					contacts: [{ fullName: 'Lia Moreira', phone: '5511900000001' }],
					omittedFields: ['vCard.TEL'],
					skippedCards: [{ card: 2, name: 'Boletim', reason: 'has no phone number' }],
				},
				{ hints: [/^Left out/, /^1 card left out that cannot be sent/, /queue/] },
			),
			send(
				'sends FN and NOTE, and names what it cannot carry',
				{
					specifyContacts: 'vCard',
					vCard:
						'BEGIN:VCARD\nVERSION:3.0\nN:;nome;;;\nFN:nome\nNOTE:Bread\nEMAIL:a@b.example\nTEL;type=CELL;type=VOICE;waid=5544999999999:+55 44 9999-9999\nEND:VCARD',
				},
				{
					contactName: 'nome',
					contactPhone: '554499999999',
					contactBusinessDescription: 'Bread',
				},
				{
					contacts: [{ fullName: 'nome', phone: '554499999999' }],
					omittedFields: ['email', 'whatsAppId'],
				},
			),
		],
		'option: quotedMessageId': [
			send(
				'sends it as messageId',
				{ options: { quotedMessageId: 'D241' } },
				{ messageId: 'D241' },
			),
			send('sends no key for a blank', { options: { quotedMessageId: ' ' } }, {}),
		],
		'option: delaySeconds': [
			send('sends whole seconds', { options: { delaySeconds: 15 } }, { delayMessage: 15 }),
			send('sends no key for nothing', { options: { delaySeconds: '={{ null }}' } }, {}),
			...[0, 16, 2.5, '3'].map((delaySeconds) =>
				invalid(
					`refuses ${JSON.stringify(delaySeconds)}`,
					'sendContact',
					{ options: { delaySeconds: `={{ ${JSON.stringify(delaySeconds)} }}` } },
					/^options\.delaySeconds: is not a whole number from 1 to 15\. Write e\.g\. 3/,
				),
			),
		],
		'option: presence': [send('has no such option', { options: { presence: 'composing' } }, {})],
		'option: defaultCountry': [
			send(
				'reads decimals in national form',
				{
					chatId: '11999999999.0',
					...json([{ phone: '11987654321.00', firstName: 'Ana' }]),
					options: { defaultCountry: 'BR' },
				},
				{},
			),
			send(
				'leaves numbers of other countries as they are',
				{ chatId: '79001234567', options: { defaultCountry: 'BR' } },
				{ phone: '79001234567' },
				{ chatId: '79001234567' },
			),
			send(
				'reads recipient and card in national form',
				{
					chatId: '(11) 99999-9999',
					...fields({ phone: '(11) 98765-4321', firstName: 'Ana' }),
					options: { defaultCountry: 'BR' },
				},
				{},
			),
		],
		'sent: documented answers': [
			send('reads Z-API’s three ids', {}, {}),
			...(
				[
					[
						{ zaapId: 'Z', messageId: 'M' },
						{ messageId: 'M', queueId: 'Z' },
					],
					[{ messageId: 'M' }, { messageId: 'M', queueId: null }],
					[{ id: 'I' }, { messageId: 'I', queueId: null }],
					[{ zaapId: 'Z' }, { messageId: null, queueId: 'Z' }],
					[
						{ zaapId: 'Z', messageId: '', id: null },
						{ messageId: null, queueId: 'Z' },
					],
					[
						{ messageId: 'M', error: null },
						{ messageId: 'M', queueId: null },
					],
				] as const
			).map(([body, item]) =>
				send(`reads ${JSON.stringify(body)}`, {}, {}, item, {
					exchanges: [post('send-contact', { phone: to, ...anaOnTheWire }, { status: 200, body })],
				}),
			),
		],
		'sent: raw': [
			send(
				'gives the answer as it is',
				{ simplify: false },
				{},
				{},
				{
					items: [accepted.body as IDataObject],
					raw: true,
				},
			),
		],
		'info: documented answers': [
			info('gives what the phone book and WhatsApp say', {}, [main()], [contactOut]),
			...spellingsOf(to).map((chatId) =>
				info(`reads ${chatId}`, { chatId }, [main()], [contactOut]),
			),
		],
		'info: missing, null and empty keys': [
			info('takes an answer of the phone alone', {}, [main({ phone: to })], [nullsOut]),
			info(
				'gives null for empty strings',
				{},
				[main({ ...contact, name: '', imgUrl: ' ', about: '' })],
				[{ ...contactOut, contactName: null, avatarUrl: null, about: null }],
			),
			info(
				'gives the number in the form that WhatsApp knows',
				{},
				[main({ ...contact, phone: '551199999999' })],
				[{ ...contactOut, phone: '551199999999' }],
			),
		],
		'info: a privacy id': [
			info(
				'invents no phone for it',
				{ chatId: '123456789012345@lid' },
				[get('contacts/123456789012345@lid', { ...nulls, phone: '123456789012345@lid' })],
				[infoItem({ chatId: '123456789012345@lid' })],
			),
		],
		'info: nobody there': [
			info('gives an item of nulls for nulls', {}, [main(nulls)], [nullsOut]),
			info(
				'gives an item of nulls for 404',
				{},
				[main({ error: 'Contact not found' }, 404)],
				[nullsOut],
			),
			info('gives an item of nulls for a bare 404', {}, [main(undefined, 404)], [nullsOut]),
			...notItsOwn.slice(0, 3).map(([what, answered]) =>
				refusedLookUp(`and takes ${what} for no word about a person`, answered, {
					message: `HTTP ${answered.status}`,
				}),
			),
		],
		'info: registration yes': [
			...[
				[{ exists: true, phone: to, lid: '999@lid' }],
				{ exists: true, phone: to, lid: '999@lid' },
			].map((body) =>
				info(
					`asks phone-exists first, answered by ${Array.isArray(body) ? 'a list' : 'an object'}`,
					extra('registration'),
					[exists(body), main()],
					[{ ...contactOut, exists: true, lid: '999@lid' }],
				),
			),
			...['true', 'True'].map((text) =>
				info(
					`reads the text ${text} as yes`,
					extra('registration'),
					[exists([{ exists: text, phone: to, lid: '999@lid' }]), main()],
					[{ ...contactOut, exists: true, lid: '999@lid' }],
				),
			),
			info(
				'takes a missing privacy id',
				extra('registration'),
				[exists([{ exists: true, phone: to, lid: null }]), main()],
				[{ ...contactOut, exists: true }],
			),
		],
		'info: registration no': [
			info(
				'asks nothing else',
				extra('registration', 'businessProfile'),
				[exists([{ exists: false, phone: to, lid: null }])],
				[{ ...nullsOut, exists: false }],
			),
			info(
				'reads the text false as no',
				extra('registration'),
				[exists({ exists: 'false', phone: to, lid: '' })],
				[{ ...nullsOut, exists: false }],
			),
		],
		'info: business profile': [
			info(
				'adds what the profile says',
				extra('businessProfile'),
				[main(), business(profile)],
				[{ ...contactOut, ...profileOut }],
			),
			info(
				'gives null for what is empty',
				extra('businessProfile'),
				[main(), business({ ...profile, websites: [], categories: [], email: '' })],
				[{ ...contactOut, ...profileOut, website: null, category: null, email: null }],
			),
			info(
				'calls nobody a business for an empty profile',
				extra('businessProfile'),
				[
					main(),
					business({ description: null, address: '', email: null, websites: [], categories: [] }),
				],
				[contactOut],
			),
		],
		'info: both extra details': [
			info(
				'asks three requests',
				extra('businessProfile', 'registration'),
				[exists([{ exists: true, phone: to, lid: '999@lid' }]), main(), business(profile)],
				[{ ...contactOut, ...profileOut, exists: true, lid: '999@lid' }],
			),
		],
		'info: an extra request fails': [
			info(
				'fails the item when the profile fails',
				extra('businessProfile'),
				[main(), business({ error: 'Invalid phone' }, 400)],
				[],
				{ failed: [failure({ message: 'Invalid phone', httpStatus: 400, contacts: [] })] },
			),
			info(
				'fails the item when the profile promises nothing',
				extra('businessProfile'),
				[main(), business({})],
				[],
				{
					failed: [
						failure({
							message: '"description" is missing',
							code: 'UNEXPECTED_RESPONSE',
							httpStatus: 200,
							contacts: [],
						}),
					],
				},
			),
			info(
				'fails the item when the check says neither yes nor no',
				extra('registration'),
				[exists([{ exists: 'true ou false', phone: to }])],
				[],
				{
					failed: [
						failure({
							message: 'exists" is not what was expected',
							code: 'UNEXPECTED_RESPONSE',
							httpStatus: 200,
							contacts: [],
						}),
					],
				},
			),
			info(
				'fails the item when the check promises nothing',
				extra('registration'),
				[exists([{ phone: to }])],
				[],
				{
					failed: [
						failure({
							message: 'exists" is missing',
							code: 'UNEXPECTED_RESPONSE',
							httpStatus: 200,
							contacts: [],
						}),
					],
				},
			),
		],
		'info: a stranger is never answered': [
			info(
				'refuses a list of contacts',
				{},
				[main([contact, { ...contact, phone: '5511888888888' }])],
				[],
				{
					failed: [
						failure({
							message: 'not what was expected',
							code: 'UNEXPECTED_RESPONSE',
							httpStatus: 200,
							contacts: [],
						}),
					],
				},
			),
			info(
				'refuses a check of several numbers',
				extra('registration'),
				[exists([{ exists: true }, { exists: true }])],
				[],
				{
					failed: [
						failure({
							message: 'exists',
							code: 'UNEXPECTED_RESPONSE',
							httpStatus: 200,
							contacts: [],
						}),
					],
				},
			),
		],
		'info: raw': [
			info(
				'gives the answer as it is',
				{ simplify: false, ...extra('businessProfile') },
				[main()],
				[contact],
				{
					raw: true,
				},
			),
		],
		'info: a group': [
			invalid(
				'refuses a new group',
				'getContactInfo',
				{ chatId: '120363019502650977-group' },
				/^chatId: is a group/,
			),
		],
		UNAUTHORIZED: [
			...(
				[
					[400, 'null not allowed', copyToken],
					[400, 'your client-token is not configured', copyToken],
					[403, 'Client-Token F5 not allowed', copyToken],
					[400, '[IP] not allowed', addAddress],
					[403, '[203.0.113.5] not allowed', addAddress],
					[400, 'Instance not found', checkAll],
					[404, 'Instance not found', checkAll],
					[200, 'Instance not found', checkAll],
				] as const
			).flatMap(([status, error, advice]) =>
				refused(
					`and hears "${error}" with ${status}`,
					{ status, body: { error } },
					{
						code: 'UNAUTHORIZED',
						message: error,
						advice,
					},
				),
			),
			...[401, 403].flatMap((status) =>
				refused(
					`and gets a bare ${status}`,
					{ status },
					{
						code: 'UNAUTHORIZED',
						message: `HTTP ${status}`,
						advice: checkAll,
					},
				),
			),
		],
		NOT_CONNECTED: [
			...[false, 'false'].flatMap((value) =>
				refused(
					`and ${JSON.stringify(value)} was done`,
					{ status: 200, body: { value } },
					{ code: 'NOT_CONNECTED', message: 'not connected' },
				),
			),
		],
		'NOT_CONNECTED for a moment': { notHere: 'no such text is documented' },
		NOT_ON_WHATSAPP: { notHere: 'it accepts cards for any number into its queue' },
		QUOTA_EXCEEDED: [
			...refused(
				'over a quota',
				{ status: 466, body: { error: 'quota' } },
				{
					code: 'QUOTA_EXCEEDED',
					message: 'quota',
				},
			),
			...refused('over a quota', { status: 469 }, { code: 'QUOTA_EXCEEDED' }),
		],
		RATE_LIMITED: [
			...refused(
				'too often',
				{ status: 429, body: { error: 'Too many requests' } },
				{
					code: 'RATE_LIMITED',
					retryable: true,
					message: 'Too many requests',
				},
			),
		],
		REJECTED: [
			...refused(
				'a bad phone',
				{ status: 400, body: { error: 'Invalid phone' } },
				{
					message: 'Invalid phone',
				},
			),
			...refused(
				'to a wrong path',
				{
					status: 200,
					body: {
						error: 'NOT_FOUND',
						message: 'Unable to find matching target resource method',
						advice: checkUrl,
					},
				},
				{ message: 'Unable to find matching target resource method; NOT_FOUND' },
			),
			...refused(
				'and any other error in a 200',
				{ status: 200, body: { error: 'Nope' } },
				{
					message: 'Nope',
					advice: noUrl,
				},
			),
			...refused(
				'and an error beside ids in a 200',
				{ status: 200, body: { error: 'Nope', messageId: 'M', phone: to } },
				{ message: 'Nope' },
			),
			refusedSend('to nowhere', { status: 404 }, { message: 'HTTP 404', advice: checkUrl }),
			...[405, 413, 415, 301].flatMap((status) =>
				refused(
					`and gets ${status}`,
					{ status },
					{ message: `HTTP ${status}`, advice: [405, 301].includes(status) ? checkUrl : noUrl },
				),
			),
		],
		UNAVAILABLE: [
			...[499, 500, 502, 503, 504].flatMap((status) =>
				refused(
					`and gets ${status}`,
					{ status, body: { error: 'Sorry' } },
					{
						code: 'UNAVAILABLE',
						delivery: 'unknown',
						message: 'Sorry',
					},
				),
			),
		],
		UNEXPECTED_RESPONSE: [
			...(
				[
					[{ status: 200 }, 'the answer is empty'],
					[{ status: 201, text: 'ok' }, 'the answer is not JSON'],
					[{ status: 200, body: [] }, 'not what was expected'],
					[{ status: 200, text: 'null' }, 'not what was expected'],
				] as const
			).flatMap(([answered, message]) =>
				refused(`and gets ${JSON.stringify(answered)}`, answered, {
					code: 'UNEXPECTED_RESPONSE',
					delivery: 'unknown',
					message,
				}),
			),
			...[{}, { value: true }, { messageId: '', zaapId: ' ' }].map((body) =>
				refusedSend(
					`and gets ${JSON.stringify(body)}`,
					{ status: 200, body },
					{
						code: 'UNEXPECTED_RESPONSE',
						delivery: 'unknown',
						message: '"messageId" is missing',
					},
				),
			),
			refusedLookUp(
				'and gets {}',
				{ status: 200, body: {} },
				{
					code: 'UNEXPECTED_RESPONSE',
					message: '"phone" is missing',
				},
			),
		],
		'credential: addresses and names': [
			send(
				'sends Client-Token where the account has one',
				{},
				{},
				{},
				{
					credential: { clientToken },
					exchanges: [
						{
							sent: {
								method: 'POST',
								path: path('send-contact'),
								headers: { 'client-token': clientToken },
								body: { phone: to, ...anaOnTheWire },
							},
							answered: accepted,
						},
					],
				},
			),
			send(
				'sends no Client-Token where it is empty',
				{},
				{},
				{},
				{
					credential: { clientToken: '' },
				},
			),
			send(
				'takes slashes off the address and encodes odd names',
				{},
				{},
				{},
				{
					credential: { apiUrl: '{server}//', instance: 'ü/1 ?', token: 'a/b#c' },
				},
			),
		],
		'secrets echoed': [
			{
				...refusedSend(
					'and gets its client token back',
					{ status: 403, body: { error: `Client-Token ${clientToken} not allowed` } },
					{ code: 'UNAUTHORIZED', message: 'Client-Token [redacted] not allowed' },
				),
				credential: { clientToken },
				exchanges: [
					{
						sent: {
							method: 'POST',
							path: path('send-contact'),
							headers: { 'client-token': clientToken },
							body: { phone: to, ...anaOnTheWire },
						},
						answered: {
							status: 403,
							body: { error: `Client-Token ${clientToken} not allowed` },
						},
					},
				],
			},
			send(
				'and gets its token back in the raw answer',
				{ simplify: false },
				{},
				{},
				{
					exchanges: [
						post(
							'send-contact',
							{ phone: to, ...anaOnTheWire },
							{
								status: 200,
								body: { messageId: 'M', token, [token]: [token] },
							},
						),
					],
					items: [{ messageId: 'M', token: '[redacted]', '[redacted]': ['[redacted]'] }],
					raw: true,
				},
			),
		],
		hints: [
			send(
				'says that the message is in a queue',
				{},
				{},
				{},
				{
					hints: [/^1 message in the gateway's queue/],
				},
			),
		],
	},
};
