/** OpenWA at the wire, row by row (docs/providers/openwa.md). */
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
import { openWaChecks } from './openWa.checks';

const token = 'owa_k1_00000000111111112222222233333333';
const headers = { 'x-api-key': token };
const below = '/api/sessions/{instance}';
const sendContact = (body: IDataObject, answered: Answered): Exchange => ({
	sent: { method: 'POST', path: `${below}/messages/send-contact`, headers, body },
	answered,
});
const get = (path: string, answered: Answered): Exchange => ({
	sent: { method: 'GET', path: `${below}/contacts/${path}`, headers },
	answered,
});

const to = '5511987654321';
const chatId = `${to}@c.us`;
const ana = { phone: '+55 11 90000-0001', firstName: 'Ana' };
const anaOnTheWire = { contactName: 'Ana', contactNumber: '+55 11 90000-0001' };
const anaOut = { fullName: 'Ana', phone: '5511900000001' };
const bruno = { phone: '+5544777777777', firstName: 'Bruno' };
const brunoOnTheWire = { contactName: 'Bruno', contactNumber: '+5544777777777' };
const brunoOut = { fullName: 'Bruno', phone: '5544777777777' };

const messageId = `true_${chatId}_3EB0ABCD`;
const accepted: Answered = { status: 201, body: { messageId, timestamp: 1719312000 } };
const sent = (item: IDataObject = {}) =>
	sentItem({
		status: 'sent',
		messageId,
		timestamp: '2024-06-25T10:40:00.000Z',
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
	return {
		that,
		operation: 'sendContact',
		parameters: { chatId: to, ...fields(ana), ...parameters },
		exchanges: [sendContact({ chatId, ...anaOnTheWire, ...body }, accepted)],
		items: [sent(item)],
		...more,
	};
}

/** The same send with another answer. */
const answered = (that: string, answer: Answered, item: IDataObject) =>
	send(
		that,
		{},
		{},
		{},
		{ exchanges: [sendContact({ chatId, ...anaOnTheWire }, answer)], items: [sent(item)] },
	);

const nest = (statusCode: number, message: unknown, error?: string, code?: string): Answered => ({
	status: statusCode,
	body: { statusCode, message, ...(error && { error }), ...(code && { code }) },
});
const notActive = nest(400, "Session 'x' is not active. Start the session first.", 'Bad Request');
const unresolved = nest(
	400,
	`WhatsApp could not resolve the recipient ${chatId}. Either the number is not on WhatsApp, or this session has no existing chat with it — message it once from the phone, then retry.`,
	'Bad Request',
);
const inDoubt = { code: 'UNAVAILABLE', delivery: 'unknown' } as const;
const silent = { code: 'UNEXPECTED_RESPONSE', delivery: 'unknown' } as const;

const contact = {
	id: chatId,
	name: 'Contact Name',
	pushName: 'Pushname',
	number: to,
	isMyContact: true,
	isBlocked: false,
};
const picture = { url: 'https://example.com/profile.jpg' };
const contactOut = infoItem({
	chatId,
	phone: to,
	name: 'Pushname',
	contactName: 'Contact Name',
	avatarUrl: 'https://example.com/profile.jpg',
});
const lid = '123456789012345@lid';

const ok = (body: unknown): Answered => ({ status: 200, body });
const main = (answer: Answered, id = chatId) => get(encodeURIComponent(id), answer);
const pictureOf = (answer: Answered = ok(picture), id = chatId) =>
	get(`${encodeURIComponent(id)}/profile-picture`, answer);
const phoneOf = (answer: Answered) => get(`${encodeURIComponent(lid)}/phone`, answer);
const check = (answer: Answered) => get(`check/${to}`, answer);
const exists = ok({ number: to, exists: true, whatsappId: chatId });
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
	send: (answer) => sendContact({ chatId, ...anaOnTheWire }, answer),
	lookUp: (answer) => main(answer),
});
const failedLookUp = (over: Parameters<typeof failure>[0]) => ({
	failed: [failure({ contacts: [], chatId, ...over })],
});
/** What became of an extra request. */
const lostExtras: ReadonlyArray<readonly [string, Answered]> = [
	['a 503', nest(503, 'The picture could not be found out')],
	['a refusal of its key', nest(403, 'Insufficient permissions')],
	['a session that stopped meanwhile', nest(400, 'Session is not started')],
	['a 429', { status: 429 }],
	['a page of a proxy', { status: 502, text: '<html><title>Bad</title></html>' }],
	['a web page', { status: 200, text: '<html>' }],
];

export const openWa: ProviderVectors = {
	provider: 'openWa',
	credential: { instance: '3f2b8c1e-5d47-4a90-9c6e-7b1d0a2f4e68', token },
	rows: {
		...openWaChecks,
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
			send('takes it as it is', { chatId: lid }, { chatId: lid }, { chatId: lid }),
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
			send(
				'sends the documented body',
				json({ contactName: 'Ana Silva', contactNumber: undefined, number: '+55 21 98765-4321' }),
				{ contactName: 'Ana Silva', contactNumber: '+55 21 98765-4321' },
				{ contacts: [{ fullName: 'Ana Silva', phone: '5521987654321' }] },
			),
		],
		'card: a name in parts': [
			send(
				'joins the parts: there is no N',
				fields({ ...ana, firstName: 'Ana ', middleName: 'Maria', lastName: ' Silva' }),
				{ contactName: 'Ana Maria Silva' },
				{ contacts: [{ ...anaOut, fullName: 'Ana Maria Silva' }] },
			),
		],
		'card: only a full name': [
			send(
				'sends it',
				json({ fullName: 'Mãe', lastName: 'Silva', phone: ana.phone }),
				{ contactName: 'Mãe' },
				{ contacts: [{ ...anaOut, fullName: 'Mãe' }] },
			),
		],
		'card: only a company': [
			send(
				'is the name',
				json({ phone: ana.phone, company: 'Padaria' }),
				{ contactName: 'Padaria' },
				{ contacts: [{ ...anaOut, fullName: 'Padaria' }], omittedFields: ['company'] },
			),
		],
		'card: every field': [
			...[...spellingsOf('5511900000001'), '+55 (011) 90000-0001', '5511900000001'].map((phone) =>
				send(`reads ${phone} on a card`, fields({ ...ana, phone }), {
					contactNumber: '+5511900000001',
				}),
			),
			send(
				'writes a number as typed only where the server takes its length',
				fields({ ...ana, phone: '+55 - 11 - 90000 - 0001 -------' }),
				{ contactNumber: '+5511900000001' },
			),
			send(
				'lets nothing in a card end a line, or be read as an escape',
				json({ fullName: 'Ana;Silva,\nTEL:1 C:\\new\u2028x', phone: ana.phone }),
				{ contactName: 'Ana;Silva, TEL:1 C:/new x' },
				{ contacts: [{ ...anaOut, fullName: 'Ana;Silva, TEL:1 C:\\new x' }] },
			),
			send(
				'sends a name of the greatest length',
				fields({ ...ana, firstName: 'a'.repeat(255) }),
				{ contactName: 'a'.repeat(255) },
				{ contacts: [{ ...anaOut, fullName: 'a'.repeat(255) }] },
			),
			invalid(
				'refuses a longer one, whichever card has it',
				'sendContact',
				fields(ana, { ...ana, firstName: 'a'.repeat(256) }),
				/^contacts\[1\]: has a name of more than the 255 characters .*Shorten it/,
			),
		],
		'card: what it cannot carry': [
			send(
				'leaves out and names fields of other gateways given as JSON',
				json({
					...ana,
					company: 'Padaria',
					email: 'a@b.example',
					url: 'https://b.example',
					businessDescription: 'Bread',
					nickname: 'A',
				}),
				{},
				{ omittedFields: ['businessDescription', 'company', 'email', 'nickname', 'url'] },
				{ hints: [/^Left out.*: businessDescription \(1\), company \(1\), email \(1\)/] },
			),
			send(
				'never sees the fields that the editor does not show for it',
				fields({ ...ana, company: 'Padaria', email: 'a@b.example', whatsAppId: '5511900000009' }),
				{},
			),
		],
		'card: whatsAppId': [
			send(
				"leaves it out and names it: the server takes the number's own digits",
				json({ ...ana, whatsAppId: '5511900000009' }),
				{},
				{ omittedFields: ['whatsAppId'] },
			),
		],
		'card: several phones': [
			send(
				'sends the first and names the rest',
				json({ firstName: 'Ana', phones: [ana.phone, '+5511987654322'] }),
				{},
				{ omittedFields: ['phones'] },
			),
		],
		'card: many in one item': [
			{
				that: 'sends a message per card, in order',
				operation: 'sendContact',
				parameters: { chatId: to, ...fields(ana, bruno) },
				exchanges: [
					sendContact({ chatId, ...anaOnTheWire }, accepted),
					sendContact({ chatId, ...brunoOnTheWire }, { status: 201, body: { messageId: '3EB0' } }),
				],
				items: [sent(), sent({ messageId: '3EB0', timestamp: null, contacts: [brunoOut] })],
				hints: [],
			},
			{
				that: 'answers for each of them, also where the first is refused',
				operation: 'sendContact',
				parameters: { chatId: to, ...fields(ana, bruno) },
				exchanges: [
					sendContact({ chatId, ...anaOnTheWire }, notActive),
					sendContact({ chatId, ...brunoOnTheWire }, accepted),
				],
				items: [sent({ contacts: [brunoOut] })],
				failed: [
					failure({ code: 'NOT_CONNECTED', httpStatus: 400, message: "Session 'x' is not active" }),
				],
			},
		],
		'card: many, and the gateway does not know how': { notHere: 'every card is a message' },
		'card: from a vCard': [
			send(
				'sends what it can of the card',
				{
					specifyContacts: 'vCard',
					vCard:
						'BEGIN:VCARD\nVERSION:3.0\nN:Андреевич;Виктор;;;\nFN:Виктор Андреевич\nORG:Image\nEMAIL:v@b.example\nitem1.TEL;waid=79001234569:+7 900 123-45-69\nEND:VCARD',
				},
				{ contactName: 'Виктор Андреевич', contactNumber: '+7 900 123-45-69' },
				{
					contacts: [{ fullName: 'Виктор Андреевич', phone: '79001234569' }],
					omittedFields: ['company', 'email'],
				},
			),
		],
		'option: quotedMessageId': [
			...['false_5511987654321@c.us_3EB0', '3EB0C767D097B7C7C030'].map((id) =>
				send(
					`sends ${id}`,
					{ options: { quotedMessageId: id } },
					{ quotedMessageId: id },
					{},
					{ hints: [] },
				),
			),
			send('sends no key for a blank', { options: { quotedMessageId: ' ' } }, {}),
		],
		'option: delaySeconds': { notHere: 'no delay is documented' },
		'option: presence': { notHere: 'cards have no typing pause' },
		'option: defaultCountry': [
			send(
				'reads national numbers, and never removes the ninth digit',
				{
					chatId: '(11) 98765-4321',
					...fields({ phone: '(11) 90000-0001', firstName: 'Ana' }),
					options: { defaultCountry: 'BR' },
				},
				{ contactNumber: '+5511900000001' },
			),
			send(
				'leaves numbers of other countries as they are',
				{ chatId: '79001234567', options: { defaultCountry: 'BR' } },
				{ chatId: '79001234567@c.us' },
				{ chatId: '79001234567@c.us' },
			),
		],
		'sent: documented answers': [
			answered(
				"takes Baileys'",
				{ status: 201, body: { messageId: '3EB0ABCD', timestamp: 1719312000 } },
				{ messageId: '3EB0ABCD' },
			),
			answered(
				'takes an id that the engine could not read back',
				{ status: 201, body: { messageId: '', timestamp: 1719312000 } },
				{ messageId: null },
			),
			...[undefined, null, 'soon', -1].map((timestamp) =>
				answered(
					`relies on nothing but the id, with the time ${timestamp}`,
					{ status: 201, body: { messageId, timestamp } },
					{ timestamp: null },
				),
			),
			answered(
				'takes an answer that was kept for a repeat',
				{ ...accepted, headers: { 'Idempotent-Replayed': 'true' } },
				{},
			),
		],
		'sent: raw': [
			send(
				'gives the answer as it is',
				{ simplify: false },
				{},
				{},
				{ items: [{ messageId, timestamp: 1719312000 }], raw: true },
			),
		],
		'info: documented answers': [
			info('adds the picture', {}, [main(ok(contact)), pictureOf()], [contactOut]),
			info(
				'asks for no picture that Baileys has named',
				{},
				[main(ok({ ...contact, profilePicUrl: picture.url }))],
				[contactOut],
			),
			...spellingsOf(to).map((spelt) =>
				info(`reads ${spelt}`, { chatId: spelt }, [main(ok(contact)), pictureOf()], [contactOut]),
			),
		],
		'info: missing, null and empty keys': [
			info(
				'takes absent ones',
				{},
				[main(ok({ id: chatId, number: to })), pictureOf(ok({ url: null }))],
				[infoItem({ chatId, phone: to })],
			),
			info(
				'takes nulls and empty texts',
				{},
				[
					main(ok({ id: chatId, name: '', pushName: null, profilePicUrl: '' })),
					pictureOf(ok({ url: '' })),
				],
				[infoItem({ chatId, phone: to })],
			),
		],
		'info: a privacy id': [
			info(
				'asks for its phone, and never takes its digits for one',
				{ chatId: lid, ...extra('registration') },
				[
					main(ok({ ...contact, id: lid, number: '123456789012345' }), lid),
					phoneOf(ok({ contactId: lid, phone: to })),
					pictureOf(ok(picture), lid),
				],
				[{ ...contactOut, chatId: lid, lid }],
			),
			...[null, undefined, '', 'unknown'].map((phone) =>
				info(
					`knows no phone where the answer is ${phone}`,
					{ chatId: lid },
					[
						main(ok({ ...contact, id: lid, profilePicUrl: picture.url }), lid),
						phoneOf(ok({ contactId: lid, phone })),
					],
					[{ ...contactOut, chatId: lid, lid, phone: null }],
					{ hints: [] },
				),
			),
			info(
				'asks no more where the contact names its number',
				{ chatId: lid },
				[main(ok(contact), lid), pictureOf(ok(picture), lid)],
				[{ ...contactOut, chatId: lid, lid }],
			),
		],
		'info: nobody there': [
			info(
				'gives an item of nulls and the picture for somebody whom Baileys has not stored',
				{},
				[main(nest(404, `Contact ${chatId} not found`, 'Not Found')), pictureOf()],
				[infoItem({ chatId, phone: to, avatarUrl: picture.url })],
				{ hints: [] },
			),
		],
		'info: registration yes': [
			info(
				'asks check first',
				extra('registration'),
				[check(exists), main(ok(contact)), pictureOf()],
				[{ ...contactOut, exists: true }],
			),
			info(
				'goes on with the number that WhatsApp knows',
				extra('registration'),
				[
					check(ok({ number: to, exists: true, whatsappId: '551187654321@c.us' })),
					main(ok({ ...contact, id: '551187654321@c.us' }), '551187654321@c.us'),
					pictureOf(ok(picture), '551187654321@c.us'),
				],
				[{ ...contactOut, phone: '551187654321', exists: true }],
			),
			info(
				'takes a privacy id for an answer',
				extra('registration'),
				[check(ok({ number: to, exists: true, whatsappId: lid })), main(ok(contact)), pictureOf()],
				[{ ...contactOut, exists: true, lid }],
			),
		],
		'info: registration no': [
			...[null, undefined].map((whatsappId) =>
				info(
					`asks nothing more (whatsappId ${whatsappId})`,
					extra('registration', 'businessProfile'),
					[check(ok({ number: to, exists: false, whatsappId }))],
					[infoItem({ chatId, phone: to, exists: false })],
				),
			),
		],
		'info: business profile': [
			info(
				'asks nothing more: there is no such method',
				extra('businessProfile'),
				[main(ok(contact)), pictureOf()],
				[contactOut],
			),
		],
		'info: both extra details': [
			info(
				'asks three requests',
				extra('businessProfile', 'registration'),
				[check(exists), main(ok(contact)), pictureOf()],
				[{ ...contactOut, exists: true }],
			),
		],
		'info: an extra request fails': [
			info(
				'believes no "no" that may be a trouble of the engine',
				extra('registration'),
				[check(unresolved)],
				[],
				failedLookUp({
					code: 'UNAVAILABLE',
					message: 'could not resolve the recipient',
					httpStatus: 400,
				}),
			),
			info(
				'fails the item where the number is none',
				extra('registration'),
				[check(nest(400, `'${to}' is not a valid international-format phone number.`))],
				[],
				failedLookUp({ message: 'is not a valid international-format', httpStatus: 400 }),
			),
			info(
				'fails the item where WhatsApp does not answer the check',
				extra('registration'),
				[check(nest(503, 'WhatsApp did not answer'))],
				[],
				failedLookUp({ code: 'UNAVAILABLE', message: 'did not answer', httpStatus: 503 }),
			),
			...lostExtras.flatMap(([what, answer]) => [
				info(
					`says that the picture is missing after ${what}, and gives all else`,
					{},
					[main(ok(contact)), pictureOf(answer)],
					[{ ...contactOut, avatarUrl: null }],
					{ hints: [/picture of 1 contact: avatarUrl is empty there/] },
				),
				info(
					`says that the phone is missing after ${what}, and gives all else`,
					{ chatId: lid },
					[main(ok({ ...contact, id: lid }), lid), phoneOf(answer), pictureOf(ok(picture), lid)],
					[{ ...contactOut, chatId: lid, lid, phone: null }],
					{ hints: [/phone number of 1 privacy ID: phone is empty there/] },
				),
			]),
			info(
				'says that both are missing',
				{ chatId: lid },
				[
					main(ok({ ...contact, id: lid }), lid),
					phoneOf({ status: 503 }),
					pictureOf({ status: 503 }, lid),
				],
				[{ ...contactOut, chatId: lid, lid, phone: null, avatarUrl: null }],
				{ hints: [/the phone number of/, /the picture of/] },
			),
			info(
				'fails the item when the contact fails',
				{},
				[main(nest(503, 'The page is gone'))],
				[],
				failedLookUp({ code: 'UNAVAILABLE', message: 'The page is gone', httpStatus: 503 }),
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
				'gives the contact as it is, and asks nothing beside it',
				{ simplify: false },
				[main(ok(contact))],
				[contact],
				{ raw: true },
			),
			info(
				'gives an empty item of nobody',
				{ simplify: false },
				[main(nest(404, `Contact ${chatId} not found`))],
				[{}],
				{ raw: true },
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
			...refused('with a wrong key', nest(401, 'Invalid API key', 'Unauthorized'), {
				code: 'UNAUTHORIZED',
				message: 'Invalid API key',
				advice: /^Check API URL and token.* an API key that is valid on the server's dashboard$/,
			}),
			...[
				'Insufficient permissions. Required: operator',
				'API key not authorized for this chat',
				'API key is restricted to selected chats',
			].flatMap((text) =>
				refused(`and hears: ${text}`, nest(403, text, 'Forbidden'), {
					code: 'UNAUTHORIZED',
					message: text,
					advice: /^Check the session's id.* on the server's dashboard .*the role operator/,
				}),
			),
			...refused('to an unknown session', nest(404, "Session with id 'x' not found"), {
				code: 'UNAUTHORIZED',
				message: "Session with id 'x' not found",
				advice: /^Check Instance in the credential: it is the session's id, a UUID/,
			}),
		],
		NOT_CONNECTED: [
			refusedSend('to a session that is not started', notActive, {
				code: 'NOT_CONNECTED',
				message: 'is not active',
				advice: /^Start the session on the server's dashboard\. Check Instance in the credential/,
			}),
			refusedLookUp('by a session that is not started', nest(400, 'Session is not started'), {
				code: 'NOT_CONNECTED',
				message: 'is not started',
			}),
		],
		'NOT_CONNECTED for a moment': { notHere: 'its 409 may come after an engine tried' },
		NOT_ON_WHATSAPP: { notHere: 'its words mean strangers and numbers without WhatsApp alike' },
		QUOTA_EXCEEDED: refused(
			'over a quota',
			{ status: 466 },
			{ code: 'QUOTA_EXCEEDED', message: '466' },
		),
		RATE_LIMITED: [
			...refused('too often', nest(429, 'ThrottlerException: Too Many Requests'), {
				code: 'RATE_LIMITED',
				retryable: true,
				message: 'ThrottlerException',
			}),
			refusedSend(
				"against the owner's pacing",
				{
					status: 429,
					body: { statusCode: 429, code: 'SEND_PACING_LIMITED', retryAfterSeconds: 3600 },
				},
				{ code: 'RATE_LIMITED', retryable: true, message: '429' },
			),
		],
		REJECTED: [
			...refused(
				'and hears what is wrong',
				nest(400, ['contactName should not be empty', 'property x should not exist']),
				{ message: 'contactName should not be empty; property x should not exist' },
			),
			...refused('to a server for production', nest(400, 'Bad Request'), {
				message: 'Bad Request',
			}),
			refusedSend('to a number that WhatsApp does not find', unresolved, {
				message: 'could not resolve the recipient [number]',
				advice: /^Check the number and its country code\. If it is on WhatsApp, write to it once/,
			}),
			refusedSend('by an older server to such a number', nest(500, 'No LID for user'), {
				message: 'No LID for user',
				advice: /^Check the number and its country code\. If it is on WhatsApp, write to it once/,
			}),
			refusedSend('past a plugin', nest(400, 'Message sending blocked by plugin'), {
				message: 'blocked by plugin',
			}),
			refusedSend('as a reply to nothing', nest(404, 'Quoted message 3EB0 not found'), {
				message: 'Quoted message 3EB0 not found',
				advice: /^Write Quoted Message ID as the message event shows it/,
			}),
			refusedSend(
				'to a kind of chat that the engine cannot',
				nest(501, 'Operation not supported by the active engine: sendContactMessage'),
				{
					message: 'not supported by the active engine',
					advice: /^Send to a person or a group, or use the other engine/,
				},
			),
			refusedSend(
				'with a key of another request',
				nest(422, 'reused', 'Unprocessable Entity', 'IDEMPOTENCY_KEY_REUSED'),
				{ message: 'reused' },
			),
			...refused('to a wrong route', nest(404, 'Cannot POST /api/sessions', 'Not Found'), {
				message: 'Cannot POST /api/sessions',
				advice: /^Check that the API URL is that of an OpenWA server/,
			}),
			...refused(
				'to a server that is no OpenWA',
				{ status: 404, text: '<html><body><pre>Cannot POST /x</pre></body></html>' },
				{
					message: 'a web page titled "Cannot POST /x"',
					advice: /^Check that the API URL is that of an OpenWA server/,
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
			...refused('to an engine that is not ready, or tried', nest(409, 'not ready'), {
				...inDoubt,
				message: 'not ready',
				advice: /session may not be ready: look on the server's dashboard/,
			}),
			...[
				nest(500, 'the engine returned no message for this send', 'Internal Server Error'),
				{
					status: 500,
					body: { code: 'ENGINE_PAGE_ERROR', message: 'x', pageError: { name: 'r', message: 't' } },
				},
				nest(503, 'The recipient could not be looked up'),
				{ status: 501 },
			].flatMap((answer) =>
				refused(`and gets ${JSON.stringify(answer)}`, answer, { ...inDoubt, message: 'HTTP 50' }),
			),
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
					[{ status: 201, body: {} }, '"messageId" is missing'],
					[{ status: 201, body: { messageId: 7 } }, '"messageId" is not what was expected'],
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
			refusedLookUp('and gets somebody else’s JSON', ok({}), { ...silent, message: '"id" is' }),
		],
		'credential: addresses and names': [
			send(
				'keeps a path before the method',
				{},
				{},
				{},
				{
					credential: { apiUrl: '{server}/openwa/base//' },
					exchanges: [
						{
							sent: {
								method: 'POST',
								path: `/openwa/base${below}/messages/send-contact`,
								headers,
								body: { chatId, ...anaOnTheWire },
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
			send(
				'takes switches that are blank for off, and sends no key then',
				{},
				{},
				{},
				{ credential: { idempotencyKeys: null, ignoreSslIssues: '' } },
			),
		],
		'secrets echoed': refused('and gets its key back', nest(401, `no ${token}`), {
			code: 'UNAUTHORIZED',
			message: /no \[redacted\]/,
		}),
		hints: [send('has nothing to say about one card', {}, {}, {}, { hints: [] })],
	},
};
