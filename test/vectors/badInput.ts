/** What must be refused before any request, with the field that the message begins with. */
import type { INodeParameters } from 'n8n-workflow';
import { providerKits } from '../gateways';

export interface BadInput {
	readonly that: string;
	/** All of them where left out. */
	readonly providers?: readonly string[];
	/** `sendContact` where left out. */
	readonly operation?: 'sendContact' | 'getContactInfo';
	/** Over a send of a valid card to a valid number, or a look-up of one. */
	readonly parameters?: INodeParameters;
	/** Over a valid credential. */
	readonly credential?: Readonly<Record<string, unknown>>;
	readonly field: string;
}

const evolution = ['evolutionApi'] as const;
const plugz = ['plugzApi'] as const;
const green = ['greenApi'] as const;

const quoting = providerKits
	.filter(({ form }) => !form.lacks?.includes('Quoted Message ID'))
	.map(({ provider }) => provider);

/** An expression that gives this very value, as n8n hands it over unchecked. */
const value = (given: unknown) =>
	`={{ ${given === undefined ? 'undefined' : JSON.stringify(given)} }}`;
/** Cards in the fields; by expressions, or n8n itself would miss what is required. */
const contactsOf = (...cards: ReadonlyArray<Readonly<Record<string, string>>>) => ({
	contacts: {
		contact: cards.map((card) =>
			Object.fromEntries(
				Object.entries({ phone: '', ...card }).map(([key, text]) => [key, value(text)]),
			),
		),
	},
});
const json = (cards: unknown) => ({
	specifyContacts: 'json',
	contactsJson: typeof cards === 'string' ? cards : JSON.stringify(cards),
});
const vCard = (...lines: string[]) => ({ specifyContacts: 'vCard', vCard: lines.join('\n') });
const ana = { phone: '+5511987654321', firstName: 'Ana' };

const chatIds: readonly BadInput[] = [
	['is empty', ''],
	['is blank', ' \u200e'],
	['is null', null],
	['is undefined', undefined],
	['is true', true],
	['is a list', ['79001234567']],
	['is an object', { id: '79001234567' }],
	['is a decimal', 790012.5],
	['is negative', -79001234567],
	['is too large a number', 120363043968066561],
	['is a decimal in text', '5521987650011.5'],
	['is a number that a spreadsheet shortened', '5.52198765E+12'],
	['is a decimal with a comma', '5521987650011,0'],
	['is a decimal of a group id', '120363043968066561.0'],
	['is a link of a code', 'https://wa.me/message/ABCDEFGHIJKLM1'],
	['is a QR link', 'https://wa.me/qr/ABCDEFGHIJKLM1'],
	['is a link of two numbers', 'https://wa.me/79001234567,79001234568'],
	['is an invitation to a group', 'https://chat.whatsapp.com/ABCDEFGHIJKLM1'],
	['has letters', 'Ana'],
	['is national without a country', '0612345678'],
	['begins with no calling code', '+0612345678'],
	['has 6 digits', '+123456'],
	['has 16 digits', '1234567890123456'],
	['has 17 digits', '12345678901234567'],
	['is a channel', '120363043968066561@newsletter'],
	['is a broadcast list', '1@broadcast'],
	['has another suffix', '79001234567@example.com'],
	['is two recipients', '79001234567,79001234568'],
	['is two chat ids', '79001234567@c.us 79001234568@c.us'],
].flatMap(([that, given]) =>
	(['sendContact', 'getContactInfo'] as const).map((operation) => ({
		that: `the recipient ${String(that)}`,
		operation,
		parameters: { chatId: value(given) },
		field: 'chatId',
	})),
);

/** Numbers that are neither of Default Country nor international: a guess would reach a stranger. */
const guesses: readonly BadInput[] = [
	['(21) 9876-0011', 'BR'],
	['(31) 9829-6801', 'BR'],
	['(47) 9829-6801', 'BR'],
	['3333-4444', 'BR'],
	['5551234', 'US'],
	['1234567890', 'US'],
	['21987650011.5', 'BR'],
].flatMap(([number = '', defaultCountry = '']) => {
	const options = { defaultCountry };
	const that = `${number}, with ${defaultCountry} as default country`;
	const card = { ...ana, phone: number };
	return [
		{ that: `the recipient ${that}`, parameters: { chatId: number, options }, field: 'chatId' },
		{
			that: `a look-up of ${that}`,
			operation: 'getContactInfo',
			parameters: { chatId: number, options },
			field: 'chatId',
		},
		{
			that: `a card with ${that}`,
			parameters: { ...contactsOf(card), options },
			field: 'contacts[0].phone',
		},
		{
			that: `a JSON card with ${that}`,
			parameters: { ...json([card]), options },
			field: 'contacts[0].phone',
		},
		{
			that: `a vCard with ${that}`,
			parameters: { ...vCard('BEGIN:VCARD', 'FN:Ana', `TEL:${number}`, 'END:VCARD'), options },
			field: 'vCard',
		},
	] satisfies BadInput[];
});

const groups: readonly BadInput[] = [
	'120363043968066561@g.us',
	'120363043968066561-group',
	'11001234567-1581234048@g.us',
	'11001234567-1581234048',
].map((chatId) => ({
	that: `the group ${chatId} is looked up`,
	operation: 'getContactInfo',
	parameters: { chatId },
	field: 'chatId',
}));

const cards: readonly BadInput[] = [
	{ that: 'no cards', parameters: contactsOf(), field: 'contacts' },
	{
		that: 'a card without a name',
		parameters: contactsOf({ phone: ana.phone }),
		field: 'contacts[0]',
	},
	{
		that: 'a card without a phone',
		parameters: contactsOf({ firstName: 'Ana' }),
		field: 'contacts[0].phone',
	},
	{ that: 'a card of nothing', parameters: contactsOf({}), field: 'contacts[0].phone' },
	{
		that: 'a bad phone in the second card',
		parameters: contactsOf(ana, { ...ana, phone: 'x' }),
		field: 'contacts[1].phone',
	},
	{
		that: 'a group as a card’s phone',
		parameters: contactsOf({ ...ana, phone: '120363043968066561@g.us' }),
		field: 'contacts[0].phone',
	},
	{
		that: 'a privacy id as a card’s phone',
		parameters: contactsOf({ ...ana, phone: '1@lid' }),
		field: 'contacts[0].phone',
	},
	{ that: 'two identical cards', parameters: contactsOf(ana, ana), field: 'contacts' },
	{
		that: 'a bad WhatsApp id',
		providers: evolution,
		parameters: contactsOf({ ...ana, whatsAppId: 'x' }),
		field: 'contacts[0].whatsAppId',
	},
	{
		that: 'a decimal as WhatsApp id',
		providers: evolution,
		parameters: contactsOf({ ...ana, whatsAppId: '5511987654321.5' }),
		field: 'contacts[0].whatsAppId',
	},
	...['5511987654321.5', 'https://wa.me/qr/ABCDEFGHIJKLM1'].flatMap((phone): BadInput[] => [
		{
			that: `${phone} as a card’s phone`,
			parameters: contactsOf({ ...ana, phone }),
			field: 'contacts[0].phone',
		},
		{
			that: `${phone} in a vCard`,
			parameters: vCard('BEGIN:VCARD', 'FN:Ana', `TEL:${phone}`, 'END:VCARD'),
			field: 'vCard',
		},
	]),
	...['5521987650011.5', '5.52198765E+12', '-5521987650011', '55219876500110000000'].map(
		(phone): BadInput => ({
			that: `the JSON number ${phone} as a card’s phone`,
			parameters: json(`[{ "firstName": "Ana", "phone": ${phone} }]`),
			field: 'contacts[0].phone',
		}),
	),
	{
		that: 'an unknown source of cards',
		parameters: { specifyContacts: value('constructor') },
		field: 'specifyContacts',
	},
	{ that: 'an empty JSON list', parameters: json([]), field: 'contactsJson' },
	{ that: 'empty JSON', parameters: json(''), field: 'contactsJson' },
	{ that: 'broken JSON', parameters: json('[{"phone": }]'), field: 'contactsJson' },
	{ that: 'JSON of a number', parameters: json('5'), field: 'contactsJson' },
	{ that: 'a null in a JSON list', parameters: json('[null]'), field: 'contacts[0]' },
	{
		that: 'a wrong type in JSON',
		parameters: json([ana, { ...ana, phone: {} }]),
		field: 'contacts[1].phone',
	},
	{
		that: 'a number as a name in JSON',
		parameters: json([{ ...ana, firstName: 5 }]),
		field: 'contacts[0].firstName',
	},
	{
		that: 'phones that are no list',
		parameters: json([{ ...ana, phones: '1' }]),
		field: 'contacts[0].phones',
	},
	{
		that: 'a key and its alias at odds',
		parameters: json([{ ...ana, number: '+5511900000000' }]),
		field: 'contacts[0].number',
	},
	{
		that: 'a JSON card without a name',
		parameters: json([{ phone: ana.phone }]),
		field: 'contacts[0]',
	},
	{ that: 'two identical JSON cards', parameters: json([ana, ana]), field: 'contactsJson' },
	...['yes', 1, {}].map((given) => ({
		that: `the option skipInvalidCards as ${JSON.stringify(given)}`,
		parameters: { ...json([ana]), options: { skipInvalidCards: value(given) } },
		field: 'options.skipInvalidCards',
	})),
	{ that: 'an empty vCard text', parameters: vCard(''), field: 'vCard' },
	{ that: 'a text that is no vCard', parameters: vCard('Ana'), field: 'vCard' },
	{
		that: 'a vCard without a phone',
		parameters: vCard('BEGIN:VCARD', 'VERSION:3.0', 'FN:Ana Silva', 'END:VCARD'),
		field: 'vCard',
	},
	{
		that: 'a vCard without a name',
		parameters: vCard('BEGIN:VCARD', 'VERSION:3.0', 'TEL:+5511987654321', 'END:VCARD'),
		field: 'vCard',
	},
	{
		that: 'a vCard with a bad phone',
		parameters: vCard('BEGIN:VCARD', 'FN:Ana', 'TEL:x', 'END:VCARD'),
		field: 'vCard',
	},
	{
		that: 'a body over 100 kB',
		providers: green,
		parameters: contactsOf({ ...ana, company: 'ä'.repeat(52_000) }),
		field: 'contacts[0]',
	},
];

/** Values that an option never takes; each alone. */
const options: ReadonlyArray<readonly [string, readonly unknown[], Partial<BadInput>?]> = [
	['concurrency', [0, 65, 1.5, -1, '8', true, {}, [], 'x']],
	['timeout', [99, 600_001, '30000', true, {}, []]],
	['maxRetries', [-1, 11, 1.5, '3', false, {}]],
	['defaultCountry', ['XX', 'BRA', 55, {}, 'constructor']],
	['quotedMessageId', [5, true, {}, ['a']], { providers: quoting }],
	['pauseSeconds', [-1, 3601, '2', true, {}]],
	['onUnknownDelivery', ['retry', 5, true, 'constructor']],
	['delaySeconds', [0, 16, 1.5, '3', true], { providers: plugz }],
	['delaySeconds', [-0.1, 60.1, '3', true], { providers: evolution }],
	['presence', ['typing', 5, true], { providers: evolution }],
	['extraDetails', ['registration', {}], { operation: 'getContactInfo' }],
];

const badOptions: readonly BadInput[] = options.flatMap(([name, values, more]) =>
	values.map((given) => ({
		that: `the option ${name} as ${JSON.stringify(given)}`,
		parameters: { options: { [name]: value(given) } },
		field: `options.${name}`,
		...more,
	})),
);

const credentials: readonly BadInput[] = [
	[
		'apiUrl',
		[
			'',
			'api.example.com',
			'ftp://a.example',
			'https://a.example?x',
			'https://a.example#x',
			'https://u:p@a.example',
			5,
			null,
		],
	],
	['instance', ['', ' ', '.', '..', null]],
	['token', ['a\nb', 'a\u0000b', 'k'.repeat(4000)]],
].flatMap(([name, values]) =>
	(values as unknown[]).map((given) => ({
		that: `the credential’s ${String(name)} as ${JSON.stringify(given).slice(0, 60)}`,
		credential: { [String(name)]: given },
		field: `credential.${String(name)}`,
	})),
);

export const badInput: readonly BadInput[] = [
	...chatIds,
	...guesses,
	...groups,
	...cards,
	...badOptions,
	...credentials,
	...['', ' ', null].map((token) => ({
		that: `the credential’s token as ${JSON.stringify(token)}`,
		providers: providerKits
			.filter(({ tokenIn }) => tokenIn !== 'basic')
			.map(({ provider }) => provider),
		credential: { token },
		field: 'credential.token',
	})),
	...[['avatar'], [5], ['registration', 'constructor']].map((details): BadInput => ({
		that: `extra details ${JSON.stringify(details)}`,
		operation: 'getContactInfo',
		parameters: { options: { extraDetails: value(details) } },
		field: `options.extraDetails[${details.length - 1}]`,
	})),
	...['data', '', null, 5, 'constructor'].map((given): BadInput => ({
		that: `the file of an item without one, in ${JSON.stringify(given)}`,
		parameters: { specifyContacts: 'file', binaryPropertyName: value(given) },
		field: 'binaryPropertyName',
	})),
	{ that: 'simplify as text', parameters: { simplify: value('yes') }, field: 'simplify' },
	{ that: 'a failing expression', parameters: { chatId: '={{ $json.a.b.c }}' }, field: 'chatId' },
	{
		that: 'a client token with a line break',
		providers: plugz,
		credential: { clientToken: 'a\r\nb' },
		field: 'credential.clientToken',
	},
	{
		that: 'a client token that no header carries',
		providers: plugz,
		credential: { clientToken: 'ключ' },
		field: 'credential.clientToken',
	},
	{
		that: 'a server version of no server',
		providers: evolution,
		credential: { serverVersion: 'v3' },
		field: 'credential.serverVersion',
	},
	{
		that: 'ignoreSslIssues as text',
		providers: evolution,
		credential: { ignoreSslIssues: 'no' },
		field: 'credential.ignoreSslIssues',
	},
];
