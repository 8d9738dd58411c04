/** GREEN-API at the wire, row by row (green-api.com, "SendContact", "GetContactInfo", "Errors"). */
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
import { greenApiChecks } from './greenApi.checks';

const token = 'd75b3a66374942c5b3c019c698abc2067e151558acbd412345';
const path = (method: string) => `/waInstance{instance}/${method}/{token}`;
const post = (method: string, body: unknown, answered: Answered): Exchange => ({
	sent: { method: 'POST', path: path(method), body },
	answered,
});

const accepted: Answered = { status: 200, body: { idMessage: '3EB0C767D097B7C7C030' } };
const to = '79001234567@c.us';
const ana = { phone: '+55 11 98765-4321', firstName: 'Ana' };
const anaOnTheWire = { phoneContact: 5511987654321, firstName: 'Ana' };
const anaOut = { fullName: 'Ana', phone: '5511987654321' };

/** The card of the documentation. */
const artem = {
	phone: '79001234568',
	firstName: 'Артем',
	middleName: 'Петрович',
	lastName: 'Евпаторийский',
	company: 'Велосипед',
};
const artemOnTheWire = {
	phoneContact: 79001234568,
	firstName: 'Артем',
	middleName: 'Петрович',
	lastName: 'Евпаторийский',
	company: 'Велосипед',
};
const artemOut = { fullName: 'Артем Петрович Евпаторийский', phone: '79001234568' };
const quotedMessageId = '361B0E63F2FDF95903B6A9C9A102F34B';

const fields = (...contact: INodeParameters[]): INodeParameters => ({
	contacts: { contact },
});
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
		exchanges: [post('sendContact', { chatId: to, contact: anaOnTheWire, ...body }, accepted)],
		items: [
			sentItem({
				status: 'queued',
				messageId: '3EB0C767D097B7C7C030',
				chatId: to,
				contacts: [anaOut],
				...item,
			}),
		],
		...more,
	};
}

/** A card to a person, with one contact that differs. */
const card = (
	that: string,
	parameters: INodeParameters,
	contact: IDataObject,
	item: IDataObject,
	more: Partial<Vector> = {},
) => send(that, parameters, { contact }, item, more);

const { failure, invalid, refused, refusedLookUp, refusedSend } = refusalsOf({
	chatId: to,
	contacts: [anaOut],
	parameters: fields(ana),
	send: (answered) => post('sendContact', { chatId: to, contact: anaOnTheWire }, answered),
	lookUp: (answered) => post('getContactInfo', { chatId: to }, answered),
});

/** GREEN-API's usual form of a 400; `path` holds the token in clear. */
const badRequest = (message: string): Answered => ({
	status: 400,
	body: {
		statusCode: 400,
		timestamp: '2023-09-13T22:29:37.459Z',
		path: `/waInstance1101848922/sendContact/${token}`,
		message,
	},
});

const nginx = (status: number, title: string): Answered => ({
	status,
	text: `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>`,
	headers: { 'content-type': 'text/html' },
});

const products = [
	{
		id: '42079728159',
		imageUrls: { requested: 'https://a.example/r.jpg', original: 'https://a.example/o.jpg' },
		reviewStatus: { whatsapp: 'APPROVED' },
		availability: 'in stock',
		name: 'Tyres',
		description: 'Four of them',
		price: null,
		isHidden: false,
	},
	{
		id: '42079728160',
		imageUrls: { requested: 'https://b.example/r.jpg', original: 'https://b.example/o.jpg' },
		reviewStatus: { whatsapp: 'APPROVED' },
		availability: 'in stock',
		name: 'Oil',
		price: '4990000',
		isHidden: true,
	},
];

const dealer = {
	avatar: 'https://pps.whatsapp.net/v/t61.24694-24/dealer.jpg',
	name: 'Dealer',
	contactName: 'Dealer',
	email: '24service@tt.tt',
	category: 'Automotive Dealership',
	description: 'Cars',
	products,
	chatId: '71234567890@c.us',
	lastSeen: null,
	isArchive: false,
	isDisappearing: false,
	isMute: false,
	messageExpiration: 0,
	muteExpiration: null,
	isBusiness: true,
};

const dealerOut = infoItem({
	chatId: '71234567890@c.us',
	phone: '71234567890',
	name: 'Dealer',
	contactName: 'Dealer',
	avatarUrl: 'https://pps.whatsapp.net/v/t61.24694-24/dealer.jpg',
	isBusiness: true,
	email: '24service@tt.tt',
	category: 'Automotive Dealership',
	description: 'Cars',
	products: [
		{
			id: '42079728159',
			name: 'Tyres',
			description: 'Four of them',
			price: null,
			availability: 'in stock',
			isHidden: false,
			reviewStatus: 'APPROVED',
			imageUrl: 'https://a.example/o.jpg',
			thumbnailUrl: 'https://a.example/r.jpg',
		},
		{
			id: '42079728160',
			name: 'Oil',
			description: null,
			price: '4990000',
			availability: 'in stock',
			isHidden: true,
			reviewStatus: 'APPROVED',
			imageUrl: 'https://b.example/o.jpg',
			thumbnailUrl: 'https://b.example/r.jpg',
		},
	],
	isArchived: false,
	isMuted: false,
	isDisappearing: false,
	messageExpiration: 0,
});

/** A look-up of the dealer, with what differs. */
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
		parameters: { chatId: '71234567890', ...parameters },
		exchanges,
		items,
		...more,
	};
}

const asked = { chatId: '71234567890@c.us' };
const mainRequest = (body: unknown) => post('getContactInfo', asked, { status: 200, body });
const registration: INodeParameters = { options: { extraDetails: ['registration'] } };
const check = (body: unknown, status = 200) =>
	post('checkWhatsapp', { phoneNumber: 71234567890 }, { status, body });

/** The documentation's body to one of its chats, with and without a quote. */
const documented = (chatId: string): Vector[] =>
	[undefined, quotedMessageId].map((quote) =>
		send(
			`sends the documented card to ${chatId}${quote ? ' as a reply' : ''}`,
			{
				chatId,
				...fields(artem),
				options: { quotedMessageId: quote ?? '' },
			},
			{ chatId, contact: artemOnTheWire, ...(quote && { quotedMessageId: quote }) },
			{ chatId, contacts: [artemOut] },
		),
	);

export const greenApi: ProviderVectors = {
	provider: 'greenApi',
	credential: { instance: '7105', token },
	rows: {
		...greenApiChecks,
		'chat: a phone number': [
			send('reads a styled number', { chatId: '+7 (900) 123-45-67' }, {}),
			send('reads a JSON number', { chatId: '={{ 79001234567 }}' }, {}),
			...spellingsOf('79001234567').map((chatId) => send(`reads ${chatId}`, { chatId }, {})),
			...trunkZeros.map(([chatId, digits]) =>
				send(
					`reads ${chatId}`,
					{ chatId },
					{ chatId: `${digits}@c.us` },
					{ chatId: `${digits}@c.us` },
				),
			),
			send(
				'sends to a number that is nobody’s, as the documentation does',
				{ chatId: '111111111111' },
				{ chatId: '111111111111@c.us' },
				{ chatId: '111111111111@c.us' },
			),
		],
		"chat: a person's chat id": [
			send('takes @c.us as it is', { chatId: to }, {}),
			send('turns @s.whatsapp.net into @c.us', { chatId: '79001234567@s.whatsapp.net' }, {}),
			send('forgets the device', { chatId: '79001234567:12@s.whatsapp.net' }, {}),
			send(
				'never judges the digits of a chat id',
				{ chatId: '12345@c.us' },
				{ chatId: '12345@c.us' },
				{ chatId: '12345@c.us' },
			),
		],
		'chat: a privacy id': [
			send(
				'takes it as it is',
				{ chatId: '110012345682345@lid' },
				{ chatId: '110012345682345@lid' },
				{ chatId: '110012345682345@lid' },
			),
		],
		'chat: an old group': [
			...['11001234567-1581234048@g.us', '11001234567-1581234048'].map((chatId) =>
				send(
					`writes ${chatId} with @g.us`,
					{ chatId },
					{ chatId: '11001234567-1581234048@g.us' },
					{ chatId: '11001234567-1581234048@g.us' },
				),
			),
		],
		'chat: a new group': [
			...['120363043968066561@g.us', '120363043968066561-group', '120363043968066561'].map(
				(chatId) =>
					send(
						`writes ${chatId} with @g.us`,
						{ chatId },
						{ chatId: '120363043968066561@g.us' },
						{ chatId: '120363043968066561@g.us' },
					),
			),
		],
		'chat: neither': [
			invalid(
				'refuses 16 bare digits',
				'sendContact',
				{ chatId: '1100123456823456', ...fields(ana) },
				/^chatId: "1100123456823456" has 16 digits/,
			),
			invalid(
				'refuses a channel',
				'sendContact',
				{ chatId: '120363043968066561@newsletter', ...fields(ana) },
				/^chatId: .* is a channel/,
			),
			invalid(
				'refuses two recipients in one text',
				'sendContact',
				{ chatId: '79001234567, 79001234568', ...fields(ana) },
				/^chatId: .* more than one recipient/,
			),
		],
		'card: documented bodies': [
			...documented('11001234567@c.us'),
			...documented('11001234567-1581234048@g.us'),
			...documented('120363043968066561@g.us'),
			send(
				'sends the documented card in English',
				{
					chatId: '11001234567@c.us',
					...fields({
						phone: '79001234568',
						firstName: 'Artem',
						middleName: 'Petrovich',
						lastName: 'Evpatoriysky',
						company: 'Bicycle',
					}),
				},
				{
					chatId: '11001234567@c.us',
					contact: {
						phoneContact: 79001234568,
						firstName: 'Artem',
						middleName: 'Petrovich',
						lastName: 'Evpatoriysky',
						company: 'Bicycle',
					},
				},
				{
					chatId: '11001234567@c.us',
					contacts: [{ fullName: 'Artem Petrovich Evpatoriysky', phone: '79001234568' }],
				},
			),
			card('reads the documented contact itself as JSON', json(artemOnTheWire), artemOnTheWire, {
				contacts: [artemOut],
			}),
			card(
				'sends the card of the number 111111111111',
				fields({ phone: '111111111111', firstName: 'Ana' }),
				{ phoneContact: 111111111111, firstName: 'Ana' },
				{ contacts: [{ fullName: 'Ana', phone: '111111111111' }] },
			),
		],
		'card: a name in parts': [
			card(
				'leaves out the parts that are not given',
				fields({ phone: '5511987654321', firstName: ' ', middleName: '', lastName: 'Silva' }),
				{ phoneContact: 5511987654321, lastName: 'Silva' },
				{ contacts: [{ fullName: 'Silva', phone: '5511987654321' }] },
			),
			...(
				[
					['Ana Silva', { firstName: 'Ana', lastName: 'Silva' }],
					['Ana  Silva', { firstName: 'Ana ', lastName: 'Silva' }],
					['Ana\u00a0Silva', { firstName: 'Ana', lastName: 'Silva' }],
					['Jose\u0301 Silva', { firstName: 'José', lastName: 'Silva' }],
					['Ana Maria Silva', { firstName: 'Ana Maria', lastName: 'Silva' }],
				] as const
			).map(([fullName, parts]) =>
				card(
					`sends the parts where they make the full name ${JSON.stringify(fullName)}`,
					json({ phone: 5511987654321, fullName, ...parts }),
					{ phoneContact: 5511987654321, ...parts, firstName: parts.firstName.trim() },
					{ contacts: [{ fullName, phone: '5511987654321' }] },
				),
			),
			...(
				[
					['Mãe', { firstName: 'Maria', lastName: 'Silva' }],
					['Dr. Ana', { firstName: 'Ana', lastName: 'Silva' }],
					['Silva, Ana', { firstName: 'Ana', lastName: 'Silva' }],
					['Silva Ana', { firstName: 'Ana', lastName: 'Silva' }],
					['ANA SILVA', { firstName: 'Ana', lastName: 'Silva' }],
					['Ana Silva', { firstName: 'Ana', middleName: 'Maria', lastName: 'Silva' }],
					['Ana Maria Silva', { firstName: 'Ana', lastName: 'Silva' }],
					['Ana Silva', { lastName: 'Silva' }],
					['Padaria', { firstName: 'Ana', company: 'Padaria' }],
				] as const
			).map(([fullName, { ...parts }]) =>
				card(
					`sends the full name ${fullName} whole where ${JSON.stringify(parts)} do not make it`,
					json({ phone: 5511987654321, fullName, ...parts }),
					{
						phoneContact: 5511987654321,
						firstName: fullName,
						...('company' in parts && { company: parts.company }),
					},
					{ contacts: [{ fullName, phone: '5511987654321' }] },
				),
			),
		],
		'card: only a full name': [
			card(
				'sends it whole as the first name',
				json({ phone: '5511987654321', fullName: 'Ana Maria Silva' }),
				{ phoneContact: 5511987654321, firstName: 'Ana Maria Silva' },
				{ contacts: [{ fullName: 'Ana Maria Silva', phone: '5511987654321' }] },
			),
			card(
				'sends it beside the company',
				json({ phone: '5511987654321', fullName: 'Ana Silva', company: 'Padaria' }),
				{ phoneContact: 5511987654321, firstName: 'Ana Silva', company: 'Padaria' },
				{ contacts: [{ fullName: 'Ana Silva', phone: '5511987654321' }] },
			),
		],
		'card: only a company': [
			card(
				'sends the company without a first name',
				fields({ phone: '5511987654321', company: 'Padaria Central' }),
				{ phoneContact: 5511987654321, company: 'Padaria Central' },
				{ contacts: [{ fullName: 'Padaria Central', phone: '5511987654321' }] },
			),
			card(
				'sends a full name that is the company’s as the first name too',
				json({ phone: '5511987654321', fullName: 'Padaria', company: 'Padaria' }),
				{ phoneContact: 5511987654321, firstName: 'Padaria', company: 'Padaria' },
				{ contacts: [{ fullName: 'Padaria', phone: '5511987654321' }] },
			),
			card(
				'sends it as the part that a phone book made of it',
				json({
					phone: '5511987654321',
					fullName: 'Padaria',
					lastName: 'Padaria',
					company: 'Padaria',
				}),
				{ phoneContact: 5511987654321, lastName: 'Padaria', company: 'Padaria' },
				{ contacts: [{ fullName: 'Padaria', phone: '5511987654321' }] },
			),
		],
		'card: every field': [
			...[...spellingsOf('5511987654321'), '+55 (011) 98765-4321'].map((phone) =>
				send(`reads ${phone} on a card`, fields({ ...ana, phone }), {}),
			),
			card('sends phone, names and company', fields(artem), artemOnTheWire, {
				contacts: [artemOut],
			}),
			card(
				'sends a 15-digit phone as an exact integer',
				fields({ phone: '+491100123456823', firstName: 'Ana' }),
				{ phoneContact: 491100123456823, firstName: 'Ana' },
				{ contacts: [{ fullName: 'Ana', phone: '491100123456823' }] },
			),
			card(
				'sends a 7-digit phone',
				fields({ phone: '+2901234', firstName: 'Ana' }),
				{ phoneContact: 2901234, firstName: 'Ana' },
				{ contacts: [{ fullName: 'Ana', phone: '2901234' }] },
			),
		],
		'card: what it cannot carry': [
			card(
				'leaves out and names fields of other gateways given as JSON',
				json({
					...ana,
					email: 'a@b.example',
					url: 'https://b.example',
					businessDescription: 'Bread',
					nickname: 'A',
				}),
				anaOnTheWire,
				{
					contacts: [anaOut],
					omittedFields: ['businessDescription', 'email', 'nickname', 'url'],
				},
				{
					hints: [
						/^Left out.*: businessDescription \(1\), email \(1\), nickname \(1\), url \(1\)/,
						/queue/,
					],
				},
			),
			card(
				'never sees the fields that the editor does not show for it',
				fields({
					...ana,
					email: 'a@b.example',
					url: 'https://b.example',
					businessDescription: 'B',
				}),
				anaOnTheWire,
				{ contacts: [anaOut] },
			),
		],
		'card: whatsAppId': [
			card('leaves it out and names it', json({ ...ana, wuid: '5511900000001' }), anaOnTheWire, {
				omittedFields: ['whatsAppId'],
			}),
		],
		'card: several phones': [
			card(
				'sends the first and names the rest',
				json({ firstName: 'Ana', phones: ['+5511987654321', '+5511987654322'] }),
				anaOnTheWire,
				{ omittedFields: ['phones'] },
			),
		],
		'card: many in one item': [
			{
				that: 'sends a message per card, in order',
				operation: 'sendContact',
				parameters: { chatId: to, ...fields(ana, artem) },
				exchanges: [
					post('sendContact', { chatId: to, contact: anaOnTheWire }, accepted),
					post(
						'sendContact',
						{ chatId: to, contact: artemOnTheWire },
						{
							status: 200,
							body: { idMessage: 'SECOND' },
						},
					),
				],
				items: [
					sentItem({
						status: 'queued',
						messageId: '3EB0C767D097B7C7C030',
						chatId: to,
						contacts: [anaOut],
					}),
					sentItem({ status: 'queued', messageId: 'SECOND', chatId: to, contacts: [artemOut] }),
				],
				hints: [/^2 cards in GREEN-API's queue/],
			},
			{
				that: 'leaves cards out that cannot be sent, and says so with the first message only',
				operation: 'sendContact',
				parameters: {
					chatId: to,
					specifyContacts: 'json',
					contactsJson: JSON.stringify([{ name: 'Bea' }, ana, { phone: '0611' }, artem]),
					options: { skipInvalidCards: true },
				},
				exchanges: [
					post('sendContact', { chatId: to, contact: anaOnTheWire }, accepted),
					post('sendContact', { chatId: to, contact: artemOnTheWire }, accepted),
				],
				items: [
					sentItem({
						status: 'queued',
						messageId: '3EB0C767D097B7C7C030',
						chatId: to,
						contacts: [anaOut],
						skippedCards: [
							{ card: 1, name: 'Bea', reason: 'has no phone number' },
							{ card: 3, name: null, reason: 'phone "0611" begins with 0' },
						],
					}),
					sentItem({
						status: 'queued',
						messageId: '3EB0C767D097B7C7C030',
						chatId: to,
						contacts: [artemOut],
					}),
				],
				hints: [/^2 cards left out that cannot be sent\. The field skippedCards/, /queue/],
			},
			{
				that: 'goes on after a card that is refused',
				operation: 'sendContact',
				parameters: { chatId: to, ...fields(ana, artem) },
				exchanges: [
					post(
						'sendContact',
						{ chatId: to, contact: anaOnTheWire },
						badRequest('bad request data'),
					),
					post('sendContact', { chatId: to, contact: artemOnTheWire }, accepted),
				],
				items: [
					sentItem({
						status: 'queued',
						messageId: '3EB0C767D097B7C7C030',
						chatId: to,
						contacts: [artemOut],
					}),
				],
				failed: [failure({ message: 'bad request data', httpStatus: 400 })],
			},
		],
		'card: many, and the gateway does not know how': { notHere: 'it takes one card a message' },
		'card: from a vCard': [
			card(
				'sends the full name with its title, organisation and the preferred number',
				{
					specifyContacts: 'vCard',
					vCard: [
						'BEGIN:VCARD',
						'VERSION:3.0',
						'N:Silva;Ana;Maria;Dr.;',
						'FN:Dr. Ana Silva',
						'ORG:Padaria;Sales',
						'TEL;type=CELL;type=PREF:+55 11 98765-4321',
						'PHOTO;ENCODING=b:AAAA',
						'END:VCARD',
					].join('\r\n'),
				},
				{
					phoneContact: 5511987654321,
					firstName: 'Dr. Ana Silva',
					company: 'Padaria',
				},
				{
					contacts: [{ fullName: 'Dr. Ana Silva', phone: '5511987654321' }],
					omittedFields: ['vCard.ORG', 'vCard.PHOTO'],
				},
			),
			...(
				[
					['FN:Mãe', 'N:Silva;Maria;;;', 'Mãe', { firstName: 'Mãe' }],
					[
						'FN:Maria Silva',
						'N:Silva;Maria;;;',
						'Maria Silva',
						{ firstName: 'Maria', lastName: 'Silva' },
					],
					['FN:Silva\\, Maria', 'N:Silva;Maria;;;', 'Silva, Maria', { firstName: 'Silva, Maria' }],
					[
						'FN:Maria Silva Jr.',
						'N:Silva;Maria;;;Jr.',
						'Maria Silva Jr.',
						{ firstName: 'Maria Silva Jr.' },
					],
					['FN:Padaria', 'N:;;;;', 'Padaria', { firstName: 'Padaria' }],
				] as const
			).map(([fn, n, fullName, names]) =>
				card(
					`sends what ${fn} says beside ${n}`,
					{
						specifyContacts: 'vCard',
						vCard: ['BEGIN:VCARD', 'VERSION:3.0', n, fn, 'TEL:+55 11 98765-4321', 'END:VCARD'].join(
							'\r\n',
						),
					},
					{ phoneContact: 5511987654321, ...names },
					{ contacts: [{ fullName, phone: '5511987654321' }] },
				),
			),
		],
		'option: quotedMessageId': [
			send(
				'sends it and says in a hint that the card may not arrive',
				{ options: { quotedMessageId: ` ${quotedMessageId}\n` } },
				{ quotedMessageId },
				{},
				{ hints: [/queue/, /^1 card sent as a reply/] },
			),
			...['', '  ', '={{ null }}', '={{ undefined }}'].map((blank) =>
				send(
					`sends no key for ${JSON.stringify(blank)}`,
					{ options: { quotedMessageId: blank } },
					{},
					{},
					{ hints: [/queue/] },
				),
			),
		],
		'option: delaySeconds': [
			send(
				'has no such option, and forgets what a workflow says',
				{ options: { delaySeconds: 5 } },
				{},
			),
		],
		'option: presence': [send('has no such option', { options: { presence: 'composing' } }, {})],
		'option: defaultCountry': [
			send(
				'reads decimals in national form',
				{
					chatId: '9001234567.0',
					...json([{ phone: '9001234568.00', firstName: 'Ana' }]),
					options: { defaultCountry: 'RU' },
				},
				{ contact: { phoneContact: 79001234568, firstName: 'Ana' } },
				{ contacts: [{ fullName: 'Ana', phone: '79001234568' }] },
			),
			send(
				'leaves numbers of other countries as they are',
				{
					...fields({ phone: '5511987654321', firstName: 'Ana' }),
					options: { defaultCountry: 'RU' },
				},
				{},
			),
			send(
				'reads recipient and card in national form',
				{
					chatId: '8 900 123-45-67',
					...fields({ phone: '8 (900) 123-45-68', firstName: 'Ana' }),
					options: { defaultCountry: 'RU' },
				},
				{ contact: { phoneContact: 79001234568, firstName: 'Ana' } },
				{ contacts: [{ fullName: 'Ana', phone: '79001234568' }] },
			),
		],
		'sent: documented answers': [send('gives the message id', {}, {})],
		'sent: raw': [
			send(
				'gives the answer as it is',
				{ simplify: false },
				{},
				{},
				{
					items: [{ idMessage: '3EB0C767D097B7C7C030' }],
					raw: true,
				},
			),
			send(
				'keeps keys that it does not know',
				{ simplify: false },
				{},
				{},
				{
					exchanges: [
						post(
							'sendContact',
							{ chatId: to, contact: anaOnTheWire },
							{
								status: 200,
								body: { idMessage: 'A1', more: { path: `/x/${token}`, list: [1, null] } },
							},
						),
					],
					items: [{ idMessage: 'A1', more: { path: '/x/[redacted]', list: [1, null] } }],
					raw: true,
				},
			),
		],
		'info: documented answers': [
			info('gives every key of a business', {}, [mainRequest(dealer)], [dealerOut]),
			...spellingsOf('71234567890').map((chatId) =>
				info(`reads ${chatId}`, { chatId }, [mainRequest(dealer)], [dealerOut]),
			),
		],
		'info: missing, null and empty keys': [
			info(
				'gives null for empty strings, and an empty list for no products',
				{},
				[
					mainRequest({
						...dealer,
						avatar: '',
						name: '',
						contactName: '',
						email: '',
						category: '',
						description: '',
						products: [],
						lastSeen: '',
						muteExpiration: '',
						isBusiness: false,
					}),
				],
				[
					infoItem({
						chatId: '71234567890@c.us',
						phone: '71234567890',
						isBusiness: false,
						products: [],
						isArchived: false,
						isMuted: false,
						isDisappearing: false,
						messageExpiration: 0,
					}),
				],
			),
			info(
				'takes an answer with nothing but the chat id',
				{},
				[mainRequest({ chatId: '71234567890@c.us' })],
				[infoItem({ chatId: '71234567890@c.us', phone: '71234567890', products: [] })],
			),
			info(
				'takes products as null, and a product as a single object',
				{},
				[mainRequest({ chatId: '71234567890@c.us', products: { id: 'p1', name: '' } })],
				[
					infoItem({
						chatId: '71234567890@c.us',
						phone: '71234567890',
						products: [
							{
								id: 'p1',
								name: null,
								description: null,
								price: null,
								availability: null,
								isHidden: null,
								reviewStatus: null,
								imageUrl: null,
								thumbnailUrl: null,
							},
						],
					}),
				],
			),
			info(
				'passes times unchanged',
				{},
				[
					mainRequest({
						...dealer,
						products: null,
						lastSeen: '2024-01-02T03:04:05Z',
						muteExpiration: 1704164645,
						isMute: true,
						messageExpiration: 86400,
					}),
				],
				[
					{
						...dealerOut,
						products: [],
						lastSeen: '2024-01-02T03:04:05Z',
						muteExpiration: 1704164645,
						isMuted: true,
						messageExpiration: 86400,
					},
				],
			),
		],
		'info: a privacy id': [
			info(
				'invents no phone for it',
				{ chatId: '110012345682345@lid' },
				[
					post(
						'getContactInfo',
						{ chatId: '110012345682345@lid' },
						{
							status: 200,
							body: { chatId: '110012345682345@lid', name: 'Ana' },
						},
					),
				],
				[
					infoItem({
						chatId: '110012345682345@lid',
						lid: '110012345682345@lid',
						name: 'Ana',
						products: [],
					}),
				],
			),
			info(
				'keeps the asked phone where the answer names a privacy id',
				{},
				[mainRequest({ chatId: '110012345682345@lid', name: 'Ana' })],
				[
					infoItem({
						chatId: '71234567890@c.us',
						phone: '71234567890',
						lid: '110012345682345@lid',
						name: 'Ana',
						products: [],
					}),
				],
			),
			info(
				'asks for its registration by chat id',
				{ chatId: '110012345682345@lid', ...registration },
				[
					post(
						'checkWhatsapp',
						{ chatId: '110012345682345@lid' },
						{
							status: 200,
							body: { existsWhatsapp: false, chatId: '' },
						},
					),
				],
				[infoItem({ chatId: '110012345682345@lid', lid: null, exists: false })],
			),
		],
		'info: nobody there': [
			info(
				'says nothing about existence unless asked',
				{},
				[mainRequest({ ...dealer, products: [] })],
				[{ ...dealerOut, products: [] }],
			),
		],
		'info: registration yes': [
			info(
				'asks checkWhatsapp first, then for the contact',
				registration,
				[check({ existsWhatsapp: true }), mainRequest(dealer)],
				[{ ...dealerOut, exists: true }],
			),
			info(
				'takes the privacy id of newer releases',
				registration,
				[
					check({
						existsWhatsapp: true,
						chatId: '110012345682345@lid',
						username: '',
						phoneNumber: '71234567890@c.us',
						fromCache: false,
					}),
					mainRequest(dealer),
				],
				[{ ...dealerOut, exists: true, lid: '110012345682345@lid' }],
			),
		],
		'info: registration no': [
			info(
				'asks nothing else',
				registration,
				[check({ existsWhatsapp: false, chatId: '' })],
				[infoItem({ chatId: '71234567890@c.us', phone: '71234567890', exists: false })],
			),
		],
		'info: business profile': [
			info(
				'asks nothing more, the main answer has it',
				{ options: { extraDetails: ['businessProfile'] } },
				[mainRequest(dealer)],
				[dealerOut],
			),
		],
		'info: both extra details': [
			info(
				'asks two requests',
				{ options: { extraDetails: ['businessProfile', 'registration'] } },
				[check({ existsWhatsapp: true }), mainRequest(dealer)],
				[{ ...dealerOut, exists: true }],
			),
		],
		'info: an extra request fails': [
			info(
				'fails the item',
				registration,
				[
					check(
						{
							invokeStatus: {
								method: 'checkwhatsapp',
								used: 100,
								total: 100,
								status: 'QUOTE_EXCEEDED',
								description: 'Monthly quota has been exceeded.',
							},
						},
						466,
					),
				],
				[],
				{
					failed: [
						failure({
							message: 'Monthly quota has been exceeded',
							code: 'QUOTA_EXCEEDED',
							httpStatus: 466,
							chatId: '71234567890@c.us',
							contacts: [],
						}),
					],
				},
			),
			info('fails the item when the check promises nothing', registration, [check({})], [], {
				failed: [
					failure({
						message: '"existsWhatsapp"',
						code: 'UNEXPECTED_RESPONSE',
						httpStatus: 200,
						chatId: '71234567890@c.us',
						contacts: [],
					}),
				],
			}),
		],
		'info: a stranger is never answered': [
			info('refuses a list', {}, [mainRequest([dealer])], [], {
				failed: [
					failure({
						message: 'the answer is not what was expected',
						code: 'UNEXPECTED_RESPONSE',
						httpStatus: 200,
						chatId: '71234567890@c.us',
						contacts: [],
					}),
				],
			}),
		],
		'info: raw': [
			info('gives the answer as it is', { simplify: false }, [mainRequest(dealer)], [dealer], {
				raw: true,
			}),
			info(
				'asks for no extra details',
				{ simplify: false, ...registration },
				[mainRequest(dealer)],
				[dealer],
				{ raw: true },
			),
		],
		'info: a group': [
			invalid(
				'refuses an old group',
				'getContactInfo',
				{ chatId: '11001234567-1581234048@g.us' },
				/^chatId: is a group/,
			),
			invalid(
				'refuses a new group',
				'getContactInfo',
				{ chatId: '120363043968066561' },
				/^chatId: is a group/,
			),
		],
		UNAUTHORIZED: [
			...refused(
				'with a wrong token, empty body',
				{ status: 401 },
				{
					code: 'UNAUTHORIZED',
					message: 'HTTP 401',
					advice: /^Check apiUrl, idInstance and apiTokenInstance in the credential/,
				},
			),
			...refused(
				'with a wrong token, JSON',
				{ status: 401, body: { message: 'Unauthorized' } },
				{
					code: 'UNAUTHORIZED',
					message: 'Unauthorized',
				},
			),
			...refused('with a wrong instance', nginx(403, '403 Forbidden'), {
				code: 'UNAUTHORIZED',
				message: '403 Forbidden',
			}),
			...refused('to a deleted instance', badRequest('Instance is deleted'), {
				code: 'UNAUTHORIZED',
				message: 'Instance is deleted',
				advice: /^Check apiUrl, idInstance and apiTokenInstance in the credential/,
			}),
		],
		NOT_CONNECTED: [
			...refused('without a phone', badRequest('instance is starting or not authorized'), {
				code: 'NOT_CONNECTED',
				message: 'instance is starting or not authorized',
			}),
			...refused('without a phone, old text', badRequest('instance account not authorized'), {
				code: 'NOT_CONNECTED',
				message: 'instance account not authorized',
			}),
			...refused(
				'with an expired account',
				badRequest('Instance account is expired. Renew your instance from personal area'),
				{
					code: 'NOT_CONNECTED',
					message: 'Instance account is expired',
					advice: /^Renew the instance in the GREEN-API console$/,
				},
			),
			...refused(
				'and is told so inside a 200',
				{ status: 200, body: { status: false, reason: 'instance is starting or not authorized' } },
				{ code: 'NOT_CONNECTED', message: 'instance is starting or not authorized' },
			),
		],
		'NOT_CONNECTED for a moment': [
			...refused('while it starts', badRequest('instance in starting process try later'), {
				code: 'NOT_CONNECTED',
				retryable: true,
				message: 'instance in starting process try later',
			}),
			...refused(
				'while it starts, and is told so inside a 200',
				{
					status: 200,
					body: { status: false, reason: 'instance in starting process try later' },
				},
				{
					code: 'NOT_CONNECTED',
					retryable: true,
					message: 'instance in starting process try later',
				},
			),
		],
		NOT_ON_WHATSAPP: { notHere: 'it accepts cards for any number into its queue' },
		QUOTA_EXCEEDED: [
			...refused(
				'over the monthly quota',
				{
					status: 466,
					body: {
						invokeStatus: {
							method: 'sendContact',
							used: 100,
							total: 100,
							status: 'QUOTE_EXCEEDED',
							description: 'Monthly quota has been exceeded.',
						},
					},
				},
				{ code: 'QUOTA_EXCEEDED', message: /Monthly quota has been exceeded$/ },
			),
			...refused(
				'over the number of chats, and hides other people’s numbers',
				{
					status: 466,
					body: {
						invokeStatus: { method: 'sendmessage', used: 67, total: 0, status: 'QUOTE_ALLOWED' },
						correspondentsStatus: {
							method: 'correspondents',
							used: 3,
							total: 3,
							status: 'CORRESPONDENTS_QUOTE_EXCEEDED',
							description: 'You can only send to these numbers: 79001112233@c.us 79001112244@c.us',
						},
					},
				},
				{ code: 'QUOTA_EXCEEDED', message: /these numbers: \[number\] \[number\]$/ },
			),
			...refused(
				'over the look-ups',
				{ status: 469, text: 'User get contact info limit reached' },
				{
					code: 'QUOTA_EXCEEDED',
					message: 'User get contact info limit reached',
				},
			),
		],
		RATE_LIMITED: [
			...refused(
				'too often',
				{ status: 429, body: { message: 'Too Many Requests' } },
				{
					code: 'RATE_LIMITED',
					retryable: true,
					message: 'Too Many Requests',
				},
			),
			...refused(
				'too often, empty body',
				{ status: 429 },
				{
					code: 'RATE_LIMITED',
					retryable: true,
					message: 'HTTP 429',
				},
			),
		],
		REJECTED: [
			...[
				'Validation failed',
				"Validation failed. Details: 'value' must have at least 1 key",
				"Validation failed. Details: 'contact.phoneContact' must be a number",
				"Validation failed. Details: 'contact.phoneContact' must be a safe number",
				"Validation failed. Details: 'chatId' is required",
				'bad request data',
				'Bad Request Validation failed',
				'Unexpected token _ in JSON at position 5',
				'custom webhook url is set',
				'bad phone number, valid 11 or 12 digits',
				'check phone number timeout limit exceeded',
				'parameter idinstance not an integer',
				'parameter apitokeninstance not define',
			].map((text) => refusedSend(`and hears "${text}"`, badRequest(text), { message: text })),
			...refused(
				'a text that is no JSON',
				{ status: 400, text: 'bad request data' },
				{
					message: 'bad request data',
				},
			),
			...refused(
				'a bare JSON string',
				{ status: 400, body: 'bad request data' },
				{
					message: 'bad request data',
				},
			),
			...refused(
				'a message with a description',
				{ status: 400, body: { message: 'Validation failed', description: 'chatId is wrong' } },
				{ message: 'Validation failed; chatId is wrong' },
			),
			...refused('to a wrong host', nginx(404, '404 Not Found'), {
				message: '404 Not Found',
				advice: /^Check that API URL in the credential is the apiUrl that/,
			}),
			refusedSend(
				'too much',
				{ status: 500, body: { statusCode: 500, message: 'request entity too large' } },
				{ message: 'request entity too large' },
			),
			refusedLookUp(
				'a wrong type',
				{ status: 500, text: 'interface conversion: interface {} is bool, not string' },
				{ message: 'interface conversion' },
			),
			refusedLookUp(
				'a group that it took for a person',
				badRequest(
					'Validation failed. Details: The method GetContactInfo does not support group chats, to work with groups, use the GetGroupData method',
				),
				{ message: 'does not support group chats' },
			),
			...refused(
				'and is sent elsewhere',
				{ status: 302, headers: { location: '/other' } },
				{
					message: 'HTTP 302',
					advice: /^Check that API URL in the credential is the apiUrl that/,
				},
			),
			...[405, 413, 415].flatMap((status) =>
				refused(
					`and gets ${status}`,
					{ status },
					{
						message: `HTTP ${status}`,
						advice: status === 405 ? /^Check that API URL/ : /^(?!Check that API URL)/,
					},
				),
			),
		],
		UNAVAILABLE: [
			...[499, 500, 502, 503, 504, 520].flatMap((status) =>
				refused(`and gets ${status}`, nginx(status, `${status} sorry`), {
					code: 'UNAVAILABLE',
					delivery: 'unknown',
					message: `${status} sorry`,
				}),
			),
			...refused(
				'and hears of an error inside',
				{ status: 500, body: { message: 'File from url exceeded max upload size' } },
				{ code: 'UNAVAILABLE', delivery: 'unknown', message: 'exceeded max upload size' },
			),
		],
		UNEXPECTED_RESPONSE: [
			...(
				[
					[{ status: 200 }, 'the answer is empty'],
					[{ status: 204 }, 'the answer is empty'],
					[{ status: 200, text: 'ok' }, 'the answer is not JSON'],
					[nginx(200, 'Welcome'), 'the answer is not JSON'],
					[{ status: 200, text: '{"idMessage":' }, 'the answer is not JSON'],
					[{ status: 200, text: 'null' }, 'not what was expected'],
					[{ status: 200, body: [] }, 'not what was expected'],
				] as const
			).flatMap(([answered, message]) =>
				refused(`and gets ${JSON.stringify(answered).slice(0, 40)}`, answered, {
					code: 'UNEXPECTED_RESPONSE',
					delivery: 'unknown',
					message,
					advice: /^(?!Check that API URL in)/,
				}),
			),
			...(
				[
					[{}, '"idMessage" is missing'],
					[{ idMessage: '' }, '"idMessage" is not what was expected'],
					[{ idMessage: null }, '"idMessage" is not what was expected'],
					[{ idMessage: 5 }, '"idMessage" is not what was expected'],
				] as const
			).map(([body, message]) =>
				refusedSend(
					`and gets ${JSON.stringify(body)}`,
					{ status: 200, body },
					{
						code: 'UNEXPECTED_RESPONSE',
						delivery: 'unknown',
						message,
					},
				),
			),
			refusedLookUp(
				'and hears of no chat',
				{ status: 200, body: { name: 'Ana' } },
				{
					code: 'UNEXPECTED_RESPONSE',
					message: '"chatId" is missing',
				},
			),
		],
		'credential: addresses and names': [
			send(
				'takes any number of slashes off the address',
				{},
				{},
				{},
				{
					credential: { apiUrl: '{server}///' },
				},
			),
			send(
				'keeps a path before the instance',
				{},
				{},
				{},
				{
					credential: { apiUrl: '{server}/v3/' },
					exchanges: [
						{
							sent: {
								method: 'POST',
								path: `/v3${path('sendContact')}`,
								body: { chatId: to, contact: anaOnTheWire },
							},
							answered: accepted,
						},
					],
				},
			),
			send(
				'encodes an odd instance and token',
				{},
				{},
				{},
				{
					credential: { instance: '71 05/ü?#', token: 'a b/c?d#e%f' },
				},
			),
		],
		'secrets echoed': [
			...refused(
				'and gets its token back in every spelling',
				{
					status: 400,
					body: { message: `${token} ${token.toUpperCase()} ${token.replace('d', '%64')}` },
				},
				{ message: /\[redacted\] \[redacted\] \[redacted\]$/ },
			),
			...refused(
				'and gets its token back in HTML',
				{ status: 404, text: `<html><title>no ${token}</title></html>` },
				{ message: /no \[redacted\]/ },
			),
		],
		hints: [
			send(
				'says that the card is in a queue',
				{},
				{},
				{},
				{
					hints: [/^1 card in GREEN-API's queue.*every 0\.5 s.*at most 24 hours/],
				},
			),
			send(
				'names a +1 number that is none, as recipient and on the card',
				{
					chatId: '11001234567',
					...fields({ phone: '11001234568', firstName: 'Ana' }),
				},
				{
					chatId: '11001234567@c.us',
					contact: { phoneContact: 11001234568, firstName: 'Ana' },
				},
				{
					chatId: '11001234567@c.us',
					contacts: [{ fullName: 'Ana', phone: '11001234568' }],
				},
				{
					hints: [/queue/, /^No valid number of the country code \+1: 11001234567, 11001234568\./],
				},
			),
			send(
				'names a number of a length that its country has not, as recipient and on the card',
				{
					chatId: '55219876500110',
					...fields({ phone: '+44 0 7700 900123', firstName: 'Ana' }),
				},
				{
					chatId: '55219876500110@c.us',
					contact: { phoneContact: 4407700900123, firstName: 'Ana' },
				},
				{
					chatId: '55219876500110@c.us',
					contacts: [{ fullName: 'Ana', phone: '4407700900123' }],
				},
				{
					hints: [
						/queue/,
						/^Too long or too short for a number of its country: 55219876500110, 4407700900123\./,
					],
				},
			),
			refusedSendInDoubt(),
		],
	},
};

function refusedSendInDoubt(): Vector {
	return {
		...refusedSend(
			'and says in a hint what is in doubt',
			{ status: 502 },
			{
				code: 'UNAVAILABLE',
				delivery: 'unknown',
				message: 'HTTP 502',
			},
		),
		hints: [/^1 in doubt\. In doubt: item 0\. Look into these chats/],
	};
}
