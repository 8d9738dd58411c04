/** GOWA at the wire, row by row (docs/providers/gowa.md). */
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
import { gowaChecks } from './gowa.checks';

const user = 'shopkeeper';
const password = '000011112222-ä';
const token = `${user}:${password}`;
const basic = Buffer.from(token).toString('base64');
const headers = { 'x-device-id': '{instance}', authorization: `Basic ${basic}` };
const sendContact = (body: IDataObject, answered: Answered): Exchange => ({
	sent: { method: 'POST', path: '/send/contact', headers, body },
	answered,
});

const to = '5511987654321';
const chatId = `${to}@s.whatsapp.net`;
const lid = '123456789012345@lid';
const get = (method: string, answered: Answered, phone = chatId): Exchange => ({
	sent: { method: 'GET', path: `/user/${method}?phone=${encodeURIComponent(phone)}`, headers },
	answered,
});

const ana = { phone: '+55 11 90000-0001', firstName: 'Ana' };
const anaOnTheWire = { contact_name: 'Ana', contact_phone: '5511900000001' };
const anaOut = { fullName: 'Ana', phone: '5511900000001' };

function adviceOn(text: string): RegExp {
	if (text.startsWith('no LID')) return /^WhatsApp does not know the number, .* ninth digit$/;
	if (text.includes('group')) return /^Check the id of the group and that the account is in it$/;
	return /^(?!WhatsApp does not know|Check the id of the group)/;
}

const status = `Contact sent to ${chatId} (server timestamp: 2026-08-22 20:47:59 +0700 WIB)`;
const success = (results: unknown): Answered => ({
	status: 200,
	body: { code: 'SUCCESS', message: 'Success', results },
});
const message = {
	code: 'SUCCESS',
	message: status,
	results: { message_id: '3EB0C127D7BACC83D6A1', status },
};
const accepted: Answered = { status: 200, body: message };
const sent = (item: IDataObject = {}) =>
	sentItem({
		status: 'sent',
		messageId: '3EB0C127D7BACC83D6A1',
		timestamp: '2026-08-22T13:47:59.000Z',
		chatId,
		contacts: [anaOut],
		...item,
	});

const fields = (...contact: INodeParameters[]): INodeParameters => ({ contacts: { contact } });
const json = (cards: unknown): INodeParameters => ({
	specifyContacts: 'json',
	contactsJson: JSON.stringify(cards),
});
const usual = { phone: chatId, ...anaOnTheWire };

/** A send of Ana's card to a person, with what differs. */
const send = (
	that: string,
	parameters: INodeParameters,
	body: IDataObject,
	item: IDataObject = {},
	more: Partial<Vector> = {},
): Vector => ({
	that,
	operation: 'sendContact',
	parameters: { chatId: to, ...fields(ana), ...parameters },
	exchanges: [sendContact({ ...usual, ...body }, accepted)],
	items: [sent(item)],
	...more,
});

/** To another chat. */
const chat = (typed: string, phone: string) =>
	send(`writes ${typed} as ${phone}`, { chatId: typed }, { phone }, { chatId: phone });

/** A card of which only the name differs. */
const named = (that: string, parameters: INodeParameters, name: string, omits: string[] = []) =>
	send(
		that,
		parameters,
		{ contact_name: name },
		{ contacts: [{ ...anaOut, fullName: name }], omittedFields: omits },
	);

/** The same send with another answer. */
const answered = (that: string, answer: Answered, item: IDataObject) =>
	send(that, {}, {}, {}, { exchanges: [sendContact(usual, answer)], items: [sent(item)] });

const own = (httpStatus: number, code: string, text: string): Answered => ({
	status: httpStatus,
	body: { code, message: text },
});
const internal = (text: string) => own(500, 'INTERNAL_SERVER_ERROR', text);
const notOnWhatsApp = own(400, 'INVALID_JID', `Phone ${chatId} is not on whatsapp`);
const unauthorized: Answered = {
	status: 401,
	text: 'Unauthorized',
	headers: { 'www-authenticate': 'Basic realm="Restricted", charset="UTF-8"' },
};
const badGateway: Answered = {
	status: 502,
	text: '<html><head><title>Bad Gateway</title></head></html>',
};
const inDoubt = { code: 'UNAVAILABLE', delivery: 'unknown' } as const;
const silent = { code: 'UNEXPECTED_RESPONSE', delivery: 'unknown' } as const;

const person = {
	name: 'Ana from the bakery',
	verified_name: '',
	status: 'Available',
	picture_id: '1738070128',
	devices: [{ User: to, Agent: 0, Device: 0, Server: 's.whatsapp.net', AD: false }],
};
const dump = '{0x14000 details:{serial:8 issuer:"smb:wa" verifiedName:"Bakery"}}';
const data = (over: object = {}, beside: object = {}) =>
	success({ data: [{ ...person, ...over }], ...beside });
const picture = success({ url: 'https://pps.whatsapp.net/a.jpg', id: '1', type: 'image' });
const noPicture = internal('that user or group does not have a profile picture');
const profile = {
	jid: chatId,
	email: 'bakery@example.com',
	address: '1 Flour Street',
	categories: [
		{ id: '1', name: 'Bakery' },
		{ id: '2', name: 'Café' },
	],
	profile_options: null,
	business_hours_timezone: 'America/Sao_Paulo',
	business_hours: null,
};
const noBusiness = internal('missing jid in business profile');
const contactOut = infoItem({
	chatId,
	phone: to,
	name: 'Ana from the bakery',
	about: 'Available',
	avatarUrl: 'https://pps.whatsapp.net/a.jpg',
});
const profileOut = {
	isBusiness: true,
	email: 'bakery@example.com',
	address: '1 Flour Street',
	category: 'Bakery',
};
const doubted = [/^GOWA said of 1 number .*no account.*fails or is not answered.*ask again/];

const main = (answer: Answered = data(), phone = chatId) => get('info', answer, phone);
const pictureOf = (answer: Answered = picture, phone = chatId) => get('avatar', answer, phone);
const check = (is: unknown) => get('check', success({ is_on_whatsapp: is }));
const profileOf = (answer: Answered = success(profile)) => get('business-profile', answer);
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
	send: (answer) => sendContact(usual, answer),
	lookUp: (answer) => main(answer),
});
const failedLookUp = (over: Parameters<typeof failure>[0]) => ({
	failed: [failure({ contacts: [], ...over })],
});

export const gowa: ProviderVectors = {
	provider: 'gowa',
	credential: { instance: 'my-shop', token },
	rows: {
		...gowaChecks,
		'chat: a phone number': [
			send('writes the whole JID, never digits alone', { chatId: '+55 11 98765-4321' }, {}),
			...spellingsOf(to).map((typed) => send(`reads ${typed}`, { chatId: typed }, {})),
			...trunkZeros.map(([typed, digits]) => chat(typed, `${digits}@s.whatsapp.net`)),
		],
		"chat: a person's chat id": [
			...[`${to}@c.us`, chatId, `${to}:7@s.whatsapp.net`].map((typed) => chat(typed, chatId)),
			// 16 characters without a suffix would be a group.
			chat('1234567890123456@c.us', '1234567890123456@s.whatsapp.net'),
		],
		'chat: a privacy id': [chat(lid, lid)],
		'chat: an old group': ['11001234567-1581234048@g.us', '11001234567-1581234048'].map((typed) =>
			chat(typed, '11001234567-1581234048@g.us'),
		),
		'chat: a new group': [
			'120363043968066561@g.us',
			'120363043968066561-group',
			'120363043968066561',
		].map((typed) => chat(typed, '120363043968066561@g.us')),
		'chat: neither': [
			invalid('refuses a channel', 'sendContact', { chatId: '1@newsletter' }, /^chatId: .*channel/),
		],
		'card: documented bodies': [
			send(
				'sends the three documented fields',
				json({ fullName: 'Ana Silva', phone: '5521987654321' }),
				{ contact_name: 'Ana Silva', contact_phone: '5521987654321' },
				{ contacts: [{ fullName: 'Ana Silva', phone: '5521987654321' }] },
			),
		],
		'card: a name in parts': [
			named(
				'joins them',
				fields({ ...ana, firstName: 'Ana ', middleName: 'Maria', lastName: ' Silva' }),
				'Ana Maria Silva',
			),
		],
		'card: only a full name': [
			named('sends it', json({ fullName: 'Mãe', phone: ana.phone, lastName: 'Silva' }), 'Mãe'),
		],
		'card: only a company': [
			named('is the name', json({ phone: ana.phone, company: 'Padaria' }), 'Padaria', ['company']),
		],
		'card: every field': [
			...[...spellingsOf('5511900000001'), '+55 (011) 90000-0001'].map((phone) =>
				send(`reads ${phone} on a card`, fields({ ...ana, phone }), {}),
			),
			send(
				'carries name and number, and names the rest as left out',
				json({
					...{ ...ana, company: 'Padaria', email: 'ana@padaria.example' },
					...{ url: 'https://padaria.example', businessDescription: 'Bread since 1980' },
				}),
				{},
				{ omittedFields: ['businessDescription', 'company', 'email', 'url'] },
				{
					hints: [/^Left out.*: businessDescription \(1\), company \(1\), email \(1\), url \(1\)/],
				},
			),
			...(
				[
					['Ana;Silva\nTEL:1', 'Ana,Silva TEL:1', 'Ana;Silva TEL:1'],
					['C:\\new\\, Ltd', 'C:/new/, Ltd', 'C:\\new\\, Ltd'],
				] as const
			).map(([fullName, contact_name, said]) =>
				send(
					`lets nothing in ${JSON.stringify(fullName)} end a line or split the name`,
					json({ fullName, phone: ana.phone }),
					{ contact_name },
					{ contacts: [{ ...anaOut, fullName: said }] },
				),
			),
		],
		'card: what it cannot carry': [
			send(
				'leaves out and names unknown keys too',
				json({ ...ana, birthday: '1.1.' }),
				{},
				{ omittedFields: ['birthday'] },
				{ hints: [/^Left out.*: birthday \(1\)/] },
			),
		],
		'card: whatsAppId': [
			send(
				'leaves it out: the server makes it of the number',
				json({ ...ana, whatsAppId: '5511900000009' }),
				{},
				{ omittedFields: ['whatsAppId'] },
			),
		],
		'card: several phones': [
			send(
				'sends the first',
				json({ firstName: 'Ana', phones: [ana.phone, '+5511900000002'] }),
				{},
				{ omittedFields: ['phones'] },
			),
		],
		'card: many in one item': [
			send(
				'sends a message each',
				fields(ana, { phone: '+5544777777777', firstName: 'Bruno' }),
				{},
				{},
				{
					exchanges: [
						sendContact(usual, accepted),
						sendContact(
							{ phone: chatId, contact_name: 'Bruno', contact_phone: '5544777777777' },
							accepted,
						),
					],
					items: [sent(), sent({ contacts: [{ fullName: 'Bruno', phone: '5544777777777' }] })],
				},
			),
		],
		'card: many, and the gateway does not know how': { notHere: 'no version takes a list' },
		'card: from a vCard': [
			send(
				'sends what the card has',
				{
					specifyContacts: 'vCard',
					vCard:
						'BEGIN:VCARD\nVERSION:3.0\nN:Андреевич;Виктор;;;\nFN:Виктор Андреевич\nORG:Image\nTEL;waid=79001234569:+7 900 123-45-69\nEND:VCARD',
				},
				{ contact_name: 'Виктор Андреевич', contact_phone: '79001234569' },
				{
					contacts: [{ fullName: 'Виктор Андреевич', phone: '79001234569' }],
					omittedFields: ['company'],
				},
			),
		],
		'option: quotedMessageId': { notHere: 'a card cannot be a reply' },
		'option: delaySeconds': { notHere: 'there is none' },
		'option: presence': { notHere: 'presence is a method of its own' },
		'option: defaultCountry': [
			send(
				'reads national numbers, and never removes the ninth digit',
				{
					chatId: '(11) 98765-4321',
					...fields({ phone: '(11) 90000-0001', firstName: 'Ana' }),
					options: { defaultCountry: 'BR' },
				},
				{},
			),
		],
		'sent: documented answers': [
			answered('reads the time of the documented answer', accepted, {}),
			...(
				[
					['0001-01-01 00:00:00 +0000 UTC', null],
					['2026-08-22 20:47:59.123456789 -0330 NDT', '2026-08-23T00:17:59.000Z'],
					['2026-13-45 20:47:59 +0000 UTC', null],
					['yesterday', null],
				] as const
			).map(([time, timestamp]) =>
				answered(
					`takes ${time} for what it is`,
					success({ message_id: 'A', status: `Contact sent to x (server timestamp: ${time})` }),
					{ messageId: 'A', timestamp },
				),
			),
			...[{ message_id: 'A' }, { message_id: 'A', status: 5 }].map((results) =>
				answered(
					`relies on nothing but the id of ${JSON.stringify(results)}`,
					{ status: 200, body: { results } },
					{ messageId: 'A', timestamp: null },
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
			info('adds the picture', {}, [main(), pictureOf()], [contactOut], { hints: [] }),
			...spellingsOf(to).map((typed) =>
				info(`reads ${typed}`, { chatId: typed }, [main(), pictureOf()], [contactOut]),
			),
			info(
				'takes a verified name for a business, and does not show it',
				{},
				[main(data({ verified_name: dump })), pictureOf()],
				[{ ...contactOut, isBusiness: true }],
			),
			...['999@lid', '999'].map((resolved_lid) =>
				info(
					`gives the privacy id that is named ${resolved_lid}`,
					{},
					[main(data({}, { resolved_lid })), pictureOf()],
					[{ ...contactOut, lid: '999@lid' }],
				),
			),
		],
		'info: missing, null and empty keys': [
			...[success({ data: null }), success({ data: [] }), success({})].map((answer) =>
				info(
					`gives an item of nulls for ${JSON.stringify(answer.body)}`,
					{},
					[main(answer), pictureOf(noPicture)],
					[infoItem({ chatId, phone: to })],
				),
			),
			info(
				'takes nulls and empty texts, and Go’s word for nothing',
				{},
				[
					main(
						data(
							{ name: '', status: null, verified_name: '<nil>' },
							{ resolved_phone: '', resolved_lid: '' },
						),
					),
					pictureOf(success({ url: '', id: '', type: '' })),
				],
				[infoItem({ chatId, phone: to })],
			),
			...[
				noPicture,
				internal('the user has hidden their profile picture from you'),
				internal('no avatar found'),
			].map((answer) =>
				info(
					`has nothing to say of ${JSON.stringify(answer.body)}`,
					{},
					[main(), pictureOf(answer)],
					[{ ...contactOut, avatarUrl: null }],
					{ hints: [] },
				),
			),
		],
		'info: a privacy id': [
			info(
				'invents no phone for it, and asks no registration: the server would say yes',
				{ chatId: lid, ...extra('registration') },
				[main(data(), lid), pictureOf(picture, lid)],
				[{ ...contactOut, chatId: lid, phone: null, lid }],
			),
			info(
				'gives its number where the device knows it',
				{ chatId: lid },
				[main(data({}, { resolved_phone: to }), lid), pictureOf(picture, lid)],
				[{ ...contactOut, chatId: lid, lid }],
			),
		],
		'info: nobody there': [
			info(
				'takes the refusal of a number for an answer, and says how certain it is',
				{},
				[main(notOnWhatsApp)],
				[infoItem({ chatId, phone: to, exists: false })],
				{ hints: doubted },
			),
		],
		'info: registration yes': [
			info(
				'asks the check first',
				extra('registration'),
				[check(true), main(), pictureOf()],
				[{ ...contactOut, exists: true }],
				{ hints: [] },
			),
		],
		'info: registration no': [
			info(
				'asks nothing more, and says how certain it is',
				extra('registration', 'businessProfile'),
				[check(false)],
				[infoItem({ chatId, phone: to, exists: false })],
				{ hints: doubted },
			),
		],
		'info: business profile': [
			info(
				'adds it',
				extra('businessProfile'),
				[main(), pictureOf(), profileOf()],
				[{ ...contactOut, ...profileOut }],
			),
			...[null, [], undefined].map((categories) =>
				info(
					`takes ${JSON.stringify(categories)} for no category`,
					extra('businessProfile'),
					[
						main(),
						pictureOf(),
						profileOf(success({ ...profile, email: '', address: null, categories })),
					],
					[{ ...contactOut, isBusiness: true }],
				),
			),
			info(
				'leaves open what somebody is who has none',
				extra('businessProfile'),
				[main(), pictureOf(), profileOf(noBusiness)],
				[contactOut],
			),
		],
		'info: both extra details': [
			info(
				'asks four requests',
				extra('businessProfile', 'registration'),
				[check(true), main(), pictureOf(), profileOf()],
				[{ ...contactOut, ...profileOut, exists: true }],
			),
		],
		'info: an extra request fails': [
			info(
				'fails the item when the check fails',
				extra('registration'),
				[get('check', own(401, 'AUTHENTICATION_ERROR', 'you are not logged in'))],
				[],
				failedLookUp({ code: 'NOT_CONNECTED', message: 'you are not logged in', httpStatus: 401 }),
			),
			info(
				'takes a no behind a yes for a question that failed',
				extra('registration'),
				[check(true), main(notOnWhatsApp)],
				[],
				failedLookUp({
					...{ code: 'UNAVAILABLE', httpStatus: 400 },
					message: 'is not on whatsapp, although it was a moment ago',
				}),
			),
			info(
				'fails the item when the business profile fails',
				extra('businessProfile'),
				[main(), pictureOf(), profileOf(own(504, 'GATEWAY_TIMEOUT', 'Request timed out'))],
				[],
				failedLookUp({ code: 'UNAVAILABLE', message: 'Request timed out', httpStatus: 504 }),
			),
			...[
				own(408, 'CONTEXT_ERROR', 'Error timeout get avatar!'),
				internal('info query timed out'),
				own(401, 'AUTHENTICATION_ERROR', 'you are not logged in'),
				badGateway,
				{ status: 200 },
			].map((answer) =>
				info(
					`says that the picture is missing after ${JSON.stringify(answer)}, and gives all else`,
					extra('businessProfile'),
					[main(), pictureOf(answer), profileOf()],
					[{ ...contactOut, ...profileOut, avatarUrl: null }],
					{ hints: [/picture of 1 contact: avatarUrl is empty there/] },
				),
			),
		],
		'info: a stranger is never answered': [
			info(
				'refuses a list of several',
				{},
				[main(success({ data: [person, person] }))],
				[],
				failedLookUp({
					...{ code: 'UNEXPECTED_RESPONSE', httpStatus: 200 },
					message: '"results.data" is not what was expected',
				}),
			),
		],
		'info: raw': [
			info(
				'gives the main answer as it is, and asks nothing beside it',
				{ simplify: false, ...extra('registration', 'businessProfile') },
				[main()],
				[data().body as IDataObject],
				{ raw: true },
			),
			info(
				'gives what was said of a number that is not on WhatsApp',
				{ simplify: false },
				[main(notOnWhatsApp)],
				[{ exists: false, items: [notOnWhatsApp.body as IDataObject] }],
				{ raw: true, hints: doubted },
			),
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
			...refused('with a wrong pair', unauthorized, {
				code: 'UNAUTHORIZED',
				message: 'refused the instance or the token (HTTP 401): Unauthorized',
				advice: /^Check API URL and token in the credential\. .*APP_BASIC_AUTH/,
			}),
			...refused(
				'with a header that the server cannot read',
				{ status: 400, text: 'Bad Request' },
				{
					code: 'UNAUTHORIZED',
					message: 'Bad Request',
					advice: /^Check API URL and token in the credential\. .*APP_BASIC_AUTH/,
				},
			),
			...refused(
				'of an unknown device',
				own(
					404,
					'DEVICE_NOT_FOUND',
					'device not found; create a device first from /api/devices or provide a valid X-Device-Id',
				),
				{
					code: 'UNAUTHORIZED',
					message: 'device not found',
					advice: /^Check the device's id in the credential/,
				},
			),
			...refused(
				'behind a proxy that takes the header off',
				own(400, 'DEVICE_ID_REQUIRED', 'device_id is required via X-Device-Id header'),
				{
					code: 'UNAUTHORIZED',
					message: 'device_id is required',
					advice: /^Check the device's id in the credential/,
				},
			),
			...refused(
				'that a proxy refuses',
				{ status: 403, text: 'Forbidden' },
				{ code: 'UNAUTHORIZED', message: 'Forbidden' },
			),
			send(
				'sends no header where the server asks for no user',
				{},
				{},
				{},
				{
					credential: { token: '' },
					exchanges: [
						{
							sent: {
								...{ method: 'POST', path: '/send/contact', body: usual },
								headers: { 'x-device-id': '{instance}' },
							},
							answered: accepted,
						},
					],
				},
			),
			{
				...invalid(
					'refuses a token that is no pair',
					'sendContact',
					{},
					/^credential\.token: has no colon in it\. Write user and password/,
				),
				credential: { token: 'a-bare-token' },
			},
		],
		NOT_CONNECTED: [
			own(401, 'AUTHENTICATION_ERROR', 'you are not connect to services server, please reconnect'),
			own(401, 'AUTHENTICATION_ERROR', 'you are not logged in'),
			own(500, 'INVALID_WA_CLI', 'your WhatsApp CLI is invalid or empty'),
			internal("the store doesn't contain a device JID"),
			internal('Whatsapp client is not initialized'),
		].flatMap((answer) =>
			refused(`and hears ${JSON.stringify(answer.body)}`, answer, {
				code: 'NOT_CONNECTED',
				message: (answer.body as { message: string }).message,
				advice: /^Log the device in, or reconnect it, on the server's page$/,
			}),
		),
		'NOT_CONNECTED for a moment': refused(
			'to a server whose devices are still being loaded',
			own(503, 'DEVICE_MANAGER_UNAVAILABLE', 'device manager is not available'),
			{ code: 'NOT_CONNECTED', retryable: true, message: 'device manager is not available' },
		),
		NOT_ON_WHATSAPP: [
			refusedSend('to a number that the server looked up', notOnWhatsApp, {
				code: 'NOT_ON_WHATSAPP',
				message: 'Phone [number] is not on whatsapp',
				advice: /^Check the number and its country code\. GOWA says the same when/,
			}),
		],
		QUOTA_EXCEEDED: refused(
			'over a quota of a proxy',
			{ status: 466 },
			{ code: 'QUOTA_EXCEEDED', message: '466' },
		),
		RATE_LIMITED: refused(
			'too often for a proxy',
			{ status: 429, text: 'slow down' },
			{ code: 'RATE_LIMITED', retryable: true, message: 'slow down' },
		),
		REJECTED: [
			refusedSend(
				'from an account that may not begin chats, and does not repeat it',
				own(429, 'WA_REACHOUT_TIMELOCK', 'WhatsApp rejected this send with error 463'),
				{
					message: 'WhatsApp rejected this send with error 463',
					advice: /^WhatsApp does not let this account begin new chats/,
				},
			),
			...[
				'contact_name: cannot be blank; contact_phone: cannot be blank.',
				'phone number must be in international format (should not start with 0)',
				'duration must be one of: 0 (no expiry), 86400 (24h)',
			].flatMap((text) =>
				refused(`and hears ${text}`, own(400, 'VALIDATION_ERROR', text), {
					message: text.replace(/\.$/, ''),
				}),
			),
			...refused('and another JID is invalid', own(400, 'INVALID_JID', 'your JID is invalid'), {
				message: 'your JID is invalid',
			}),
			...[
				'no LID found for 1@s.whatsapp.net from server',
				'failed to get user info for 1@s.whatsapp.net to fill LID cache: no',
				'failed to get LID for PN 1@s.whatsapp.net: no',
				'failed to get group members: no',
				'message recipient must be a user JID with no device part',
				'invalid JID x',
				"can't send message to unknown server c.us",
				'unexpected end of JSON input',
				"invalid character '}' looking for beginning of value",
			].map((text) =>
				refusedSend(`and hears ${text}, before it could leave`, internal(text), {
					message: text.slice(0, 10),
					advice: adviceOn(text),
				}),
			),
			...refused(
				'to a server that is no GOWA',
				{ status: 404, text: 'Cannot POST /send/contact' },
				{
					message: 'Cannot POST /send/contact',
					advice: /^Check that the API URL is that of a GOWA server/,
				},
			),
			...refused(
				'and is sent to https',
				{ status: 308, headers: { location: '/' } },
				{ message: 'HTTP 308' },
			),
			...[405, 413, 415, 431].flatMap((code) =>
				refused(`and gets ${code}`, { status: code }, { message: `HTTP ${code}` }),
			),
		],
		UNAVAILABLE: [
			...[
				'server returned error 479',
				'timed out waiting for message send response',
				'failed to send usync query: context deadline exceeded',
				'failed to get user info for 1@s.whatsapp.net: context deadline exceeded',
				'failed to get group members: info query timed out',
				'websocket disconnected before message send returned response',
				'runtime error: invalid memory address or nil pointer dereference',
				`no LID found for 1 ${'x'.repeat(20_000)} context deadline exceeded`,
				'I said no LID found for 1',
				'',
			].flatMap((text) =>
				refused(`and hears "${text.slice(0, 80)}"`, internal(text), {
					...inDoubt,
					message: text.slice(0, 80).replace(/\d@.*/, ''),
				}),
			),
			...refused(
				'and waits longer than the server',
				own(504, 'GATEWAY_TIMEOUT', 'Request timed out waiting for WhatsApp server response'),
				{ ...inDoubt, message: 'Request timed out waiting' },
			),
			...refused('and gets 503 of a proxy', { status: 503 }, { ...inDoubt, message: 'HTTP 503' }),
			...refused('and gets 502 of a proxy', badGateway, {
				...inDoubt,
				message: 'a web page titled "Bad Gateway"',
			}),
			...[
				'no LID found for 1 from server',
				{ error: 'no LID found for 1 from server' },
				{ code: 500, message: 'no LID found for 1 from server' },
			].flatMap((body) =>
				refused(
					`and gets a 500 that is not the server's own: ${JSON.stringify(body)}`,
					{ status: 500, body },
					{ ...inDoubt, message: 'no LID found for 1' },
				),
			),
		],
		UNEXPECTED_RESPONSE: [
			...(
				[
					[{ status: 200 }, 'the answer is empty'],
					[{ status: 200, body: {} }, '"results" is missing'],
					[{ status: 200, body: { results: null } }, '"results" is not what was expected'],
					[success({}), '"results.message_id" is missing'],
					[success({ message_id: '' }), '"results.message_id" is not what was expected'],
					[{ status: 200, body: { message_id: 'A' } }, '"results" is missing'],
				] as const
			).map(([answer, text]) =>
				refusedSend(`and gets ${JSON.stringify(answer)}`, answer, { ...silent, message: text }),
			),
			...refused(
				'and gets no JSON',
				{ status: 200, text: 'ok' },
				{ ...silent, message: 'the answer is not JSON' },
			),
			refusedLookUp(
				'and gets somebody else’s JSON',
				{ status: 200, body: { id: 5 } },
				{
					...silent,
					message: '"results" is missing',
				},
			),
			info(
				'takes nothing but a yes or no for the check',
				extra('registration'),
				[check('true')],
				[],
				failedLookUp({
					...{ code: 'UNEXPECTED_RESPONSE', httpStatus: 200 },
					message: '"results.is_on_whatsapp" is not what was expected',
				}),
			),
		],
		'credential: addresses and names': [
			send(
				'keeps a path before the method',
				{},
				{},
				{},
				{
					credential: { apiUrl: '{server}/gowa/base//' },
					exchanges: [
						{
							sent: { method: 'POST', path: '/gowa/base/send/contact', headers, body: usual },
							answered: accepted,
						},
					],
				},
			),
			...[
				['my shop/ü?#%&a=b+1', 'my%20shop%2F%C3%BC%3F%23%25%26a%3Db%2B1'],
				['628123456789:12@s.whatsapp.net', '628123456789:12@s.whatsapp.net'],
			].map(([instance = '', written = '']) =>
				info(
					`writes the device ${instance} so that a header carries it`,
					{ simplify: false },
					[
						{
							sent: {
								method: 'GET',
								path: `/user/info?phone=${encodeURIComponent(chatId)}`,
								headers: { ...headers, 'x-device-id': written },
							},
							answered: data(),
						},
					],
					[data().body as IDataObject],
					{ raw: true, credential: { instance } },
				),
			),
		],
		'secrets echoed': [
			[token, /^GOWA did not accept the request \(HTTP 400\): no access for \[redacted\]$/],
			[`Basic ${basic}`, /no access for Basic \[redacted\]=*$/],
			[basic.replace(/=+$/, ''), /no access for \[redacted\]$/],
			[password, /no access for \[redacted\]$/],
			[user, /no access for \[redacted\]$/],
			[encodeURIComponent(token), /no access for \[redacted\]$/],
			[Buffer.from(`x ${token}`).toString('base64'), /no access for \[redacted\]=*$/],
		].flatMap(([said, message]) =>
			refused(
				`and gets ${String(said)} back`,
				own(400, 'VALIDATION_ERROR', `no access for ${String(said)}`),
				{ message: message },
			),
		),
		hints: [send('has nothing to say about one card', {}, {}, {}, { hints: [] })],
	},
};
