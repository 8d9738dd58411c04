/** The interface's rules for cards from the node's fields and from JSON, row by row. */
import type { ContactCard } from '../../../nodes/WhatsAppContacts/domain/cards/contactCard';

/** What is given, and the cards it means or the field and words of its problem. */
export type CardsVector = { readonly given: unknown; readonly country?: string } & (
	| {
			readonly cards: readonly ContactCard[];
			readonly omitted?: readonly string[];
			readonly suspicious?: readonly string[];
	  }
	| { readonly field: string; readonly problem: RegExp }
);

/** The digits of a phone that was not typed with `+`. */
export const bare = (...digits: string[]) => digits.map((one) => ({ digits: one, styled: null }));

const phone = '5511987654321';
const ana: ContactCard = { fullName: 'Ana', firstName: 'Ana', phones: bare(phone) };

type FieldRow = 'keys' | 'nothing given' | 'names' | 'no cards' | 'shape' | 'twins';

export const fieldCards = {
	keys: [
		{
			given: {
				contact: [
					{
						phone: '+55 11 98765-4321',
						firstName: ' Artem ',
						middleName: 'Petrovich',
						lastName: 'Evpatoriysky',
						company: 'Bicycle',
						email: 'a@b.example',
						url: 'https://b.example',
						businessDescription: 'Wheels',
						whatsAppId: '79001234568@c.us',
					},
				],
			},
			cards: [
				{
					fullName: 'Artem Petrovich Evpatoriysky',
					firstName: 'Artem',
					middleName: 'Petrovich',
					lastName: 'Evpatoriysky',
					company: 'Bicycle',
					phones: [{ digits: phone, styled: '+55 11 98765-4321' }],
					email: 'a@b.example',
					url: 'https://b.example',
					businessDescription: 'Wheels',
					whatsAppId: '79001234568',
				},
			],
		},
		{
			given: { contact: [{ phone: 11987654321, company: 99 }] },
			country: 'BR',
			cards: [{ fullName: '99', company: '99', phones: bare(phone) }],
		},
		{
			given: { contact: [{ phone: '11987654321', firstName: 'Ana' }] },
			cards: [{ ...ana, phones: bare('11987654321') }],
			suspicious: ['11987654321'],
		},
	],
	'nothing given': [
		{
			given: {
				contact: [
					{ phone, firstName: 'Ana', lastName: '', company: ' ', email: null, url: '\u200b' },
				],
			},
			cards: [ana],
		},
		{
			given: { contact: [{ phone: '', firstName: 'Ana' }] },
			field: 'contacts[0].phone',
			problem: /^is empty\. Write e\.g\. \+/,
		},
		{ given: { contact: [{}] }, field: 'contacts[0].phone', problem: /^is empty/ },
	],
	names: [
		{
			given: { contact: [{ phone, lastName: 'Silva' }] },
			cards: [{ fullName: 'Silva', lastName: 'Silva', phones: bare(phone) }],
		},
		{
			given: { contact: [{ phone, email: 'a@b.example' }] },
			field: 'contacts[0]',
			problem: /^has no name\. Write/,
		},
	],
	'no cards': [
		{ given: {}, field: 'contacts', problem: /^holds no contact card/ },
		{ given: { contact: [] }, field: 'contacts', problem: /^holds no contact card/ },
		{ given: '', field: 'contacts', problem: /^holds no contact card/ },
		{ given: null, field: 'contacts', problem: /^holds no contact card/ },
	],
	shape: [
		{ given: [], field: 'contacts', problem: /^is no list of contacts/ },
		{ given: 'x', field: 'contacts', problem: /^is no list of contacts/ },
		{ given: { contact: { phone } }, field: 'contacts', problem: /^is no list of contacts/ },
		{ given: { contact: ['x'] }, field: 'contacts', problem: /^is no list of contacts/ },
		{ given: { contactValues: [] }, field: 'contacts', problem: /^is no list of contacts/ },
		{
			given: { contact: [{ phone, firstName: 'Ana', fax: '1' }] },
			field: 'contacts[0].fax',
			problem: /^is no field/,
		},
		{
			given: { contact: [{ phone, firstName: {} }] },
			field: 'contacts[0].firstName',
			problem: /^must be text/,
		},
	],
	twins: [
		{
			given: {
				contact: [
					{ phone, firstName: 'Ana' },
					{ phone: '+55 11 98765-4321', firstName: 'Ana' },
				],
			},
			field: 'contacts',
			problem: /^cards 1 and 2 \(Ana\) are identical\. Remove one/,
		},
	],
} as const satisfies Readonly<Record<FieldRow, readonly CardsVector[]>>;

type JsonRow =
	| 'text or data, one or many'
	| 'broken text'
	| 'full name'
	| 'aliases'
	| 'a key and its alias'
	| 'phones'
	| 'chat ids as phones'
	| 'whatsAppId'
	| 'unknown keys'
	| 'wrong types'
	| 'line breaks'
	| 'twins';

export const jsonCards = {
	'text or data, one or many': [
		{ given: { phone, firstName: 'Ana' }, cards: [ana] },
		{ given: [{ phone, firstName: 'Ana' }], cards: [ana] },
		{ given: `{"phone":${phone},"firstName":"Ana"}`, cards: [ana] },
		{ given: `\ufeff [{"phone":"${phone}","firstName":"Ana"}]\n`, cards: [ana] },
		{
			given: [
				{ phone, firstName: 'Ana' },
				{ phone: '79001234567', firstName: 'Ana' },
			],
			cards: [ana, { ...ana, phones: bare('79001234567') }],
		},
		...['', ' ', '[]', 'null', [], null, undefined].map(
			(given) =>
				({ given, field: 'contactsJson', problem: /^holds no contact card\. Write/ }) as const,
		),
		...['5', '"Ana"', 'true', 7, false].map(
			(given) =>
				({ given, field: 'contactsJson', problem: /^is no contact card\. Write/ }) as const,
		),
		{
			given: [{ phone, firstName: 'Ana' }, null],
			field: 'contacts[1]',
			problem: /^is no contact card/,
		},
		{
			given: [[{ phone, firstName: 'Ana' }]],
			field: 'contacts[0]',
			problem: /^is no contact card/,
		},
	],
	'broken text': [
		{
			given: '[{"phone": 1},]',
			field: 'contactsJson',
			problem: /line 1, column 15 \(position 14\), near "\]"\. Write/,
		},
		{
			given: '[\n\t{phone: 1}]',
			field: 'contactsJson',
			problem: /line 2, column 3 \(position 4\), near "phone: 1}\]"/,
		},
		{ given: "[{'phone': 1}]", field: 'contactsJson', problem: /line 1, column 3 / },
		{ given: '[{"phone": 0123}]', field: 'contactsJson', problem: /column 13 .*near "123}\]"/ },
		{ given: '[{"phone": +7900}]', field: 'contactsJson', problem: /column 12 .*near "\+7900}\]"/ },
		{
			given: '[{"phone": "7900"',
			field: 'contactsJson',
			problem: /ends too early, at line 1, column 18 /,
		},
		{ given: '[{"phone": "7900}]', field: 'contactsJson', problem: /column 12 / },
		{ given: '[] []', field: 'contactsJson', problem: /column 4 .*near "\[\]"/ },
		{ given: '[}', field: 'contactsJson', problem: /column 2 / },
		{ given: '{"a" 1}', field: 'contactsJson', problem: /column 6 / },
		{ given: '[1 2]', field: 'contactsJson', problem: /column 4 / },
		{ given: 'Ana', field: 'contactsJson', problem: /column 1 .*near "Ana"/ },
		{ given: '[object Object]', field: 'contactsJson', problem: /an expression put into text/ },
	],
	'full name': [
		{
			given: { phone, fullName: 'Dr. Ana' },
			cards: [{ fullName: 'Dr. Ana', phones: bare(phone) }],
		},
		{
			given: { phone, fullName: 'Dr. Ana', firstName: 'Ana' },
			cards: [{ ...ana, fullName: 'Dr. Ana' }],
		},
		{
			given: { phone, company: 'Acme' },
			cards: [{ fullName: 'Acme', company: 'Acme', phones: bare(phone) }],
		},
		{
			given: { phone, fullName: ' ', email: 'a@b.example' },
			field: 'contacts[0]',
			problem: /^has no name/,
		},
	],
	aliases: [
		...['phoneNumber', 'phoneContact', 'contactPhone', 'number'].map(
			(alias) => ({ given: { [alias]: phone, firstName: 'Ana' }, cards: [ana] }) as const,
		),
		{
			given: {
				number: phone,
				contactName: 'Ana',
				organization: 'Acme',
				wuid: '79001234567',
				contactBusinessDescription: 'Wheels',
			},
			cards: [
				{
					fullName: 'Ana',
					company: 'Acme',
					businessDescription: 'Wheels',
					whatsAppId: '79001234567',
					phones: bare(phone),
				},
			],
		},
		{
			given: { phoneNumber: phone, fullName: 'Ana', whatsappId: '79001234567', vcard: null },
			cards: [{ fullName: 'Ana', whatsAppId: '79001234567', phones: bare(phone) }],
		},
		{
			given: [{ number: '0611', firstName: 'Ana' }],
			field: 'contacts[0].number',
			problem: /begins with 0/,
		},
	],
	'a key and its alias': [
		{
			given: { phone, phoneNumber: ` ${phone} `, number: Number(phone), firstName: 'Ana' },
			cards: [ana],
		},
		{ given: { phone, phoneNumber: '', number: null, firstName: 'Ana' }, cards: [ana] },
		{ given: { phone: '', number: phone, firstName: 'Ana' }, cards: [ana] },
		{
			given: [{ phone, number: '79001234567', firstName: 'Ana' }],
			field: 'contacts[0].number',
			problem: /^says something else than phone, another name/,
		},
		{
			given: [{ phoneContact: phone, contactPhone: '79001234567', firstName: 'Ana' }],
			field: 'contacts[0].contactPhone',
			problem: /^says something else than phoneContact/,
		},
		{
			given: [{ phone, company: 'A', organization: 'B' }],
			field: 'contacts[0].organization',
			problem: /company/,
		},
	],
	phones: [
		{
			given: { phones: [phone, 79001234567], firstName: 'Ana' },
			cards: [{ ...ana, phones: bare(phone, '79001234567') }],
		},
		{
			given: { phone, phones: ['79001234567', phone], firstName: 'Ana' },
			cards: [{ ...ana, phones: bare(phone, '79001234567') }],
		},
		{ given: { phones: ['', null, ` ${phone} `], firstName: 'Ana' }, cards: [ana] },
		{ given: { phone, phones: [], firstName: 'Ana' }, cards: [ana] },
		{ given: [{ phones: [], firstName: 'Ana' }], field: 'contacts[0].phone', problem: /^is empty/ },
		{
			given: [{ phones: [phone, '123'], firstName: 'Ana' }],
			field: 'contacts[0].phones[1]',
			problem: /has 3 digits/,
		},
		{
			given: [{ phones: [phone, true], firstName: 'Ana' }],
			field: 'contacts[0].phones[1]',
			problem: /^must be text or a whole number/,
		},
		{
			given: [{ phones: phone, firstName: 'Ana' }],
			field: 'contacts[0].phones',
			problem: /^must be a list/,
		},
	],
	'chat ids as phones': [
		{ given: { phone: `${phone}@c.us`, firstName: 'Ana' }, cards: [ana] },
		{ given: { phone: `${phone}:3@s.whatsapp.net`, firstName: 'Ana' }, cards: [ana] },
		{
			given: { phone: '11001234567@c.us', firstName: 'Ana' },
			cards: [{ ...ana, phones: bare('11001234567') }],
		},
		{
			given: { phone: '120363043968066561@g.us', firstName: 'Ana' },
			field: 'contacts[0].phone',
			problem: /is a group\. Write a phone number/,
		},
		{
			given: { phone: '120363043968066561-group', firstName: 'Ana' },
			field: 'contacts[0].phone',
			problem: /is a group/,
		},
		{
			given: { phone: '11001234567-1581234048', firstName: 'Ana' },
			field: 'contacts[0].phone',
			problem: /has 21 digits/,
		},
		{
			given: { phone: '120363043968066561', firstName: 'Ana' },
			field: 'contacts[0].phone',
			problem: /has 18 digits/,
		},
		{
			given: { phone: '123456789012345@lid', firstName: 'Ana' },
			field: 'contacts[0].phone',
			problem: /is a privacy id/,
		},
		{
			given: { phone: '12345@c.us', firstName: 'Ana' },
			field: 'contacts[0].phone',
			problem: /has 5 digits/,
		},
		{
			given: { phone: 'x@newsletter', firstName: 'Ana' },
			field: 'contacts[0].phone',
			problem: /channel/,
		},
	],
	whatsAppId: [
		...[
			'79001234567',
			79001234567,
			'+7 (900) 123-45-67',
			'79001234567@c.us',
			'79001234567@s.whatsapp.net',
		].map(
			(whatsAppId) =>
				({
					given: { phone, firstName: 'Ana', whatsAppId },
					cards: [{ ...ana, whatsAppId: '79001234567' }],
				}) as const,
		),
		{ given: { phone, firstName: 'Ana', whatsAppId: `+${phone}` }, cards: [ana] },
		{ given: { phone, firstName: 'Ana', whatsAppId: '' }, cards: [ana] },
		{
			given: { phone, firstName: 'Ana', whatsAppId: '123456' },
			field: 'contacts[0].whatsAppId',
			problem: /has 6 digits/,
		},
		{
			given: { phone, firstName: 'Ana', whatsAppId: 'ana' },
			field: 'contacts[0].whatsAppId',
			problem: /is no WhatsApp id/,
		},
		{
			given: { phone, firstName: 'Ana', wuid: '123456789012345@lid' },
			field: 'contacts[0].wuid',
			problem: /privacy id/,
		},
	],
	'unknown keys': [
		{
			given: `[{"phone":"${phone}","firstName":"Ana","title":"Dr.","birthday":null,"__proto__":{"company":"x"},"constructor":"y","prototype":1}]`,
			cards: [ana],
			omitted: ['__proto__', 'constructor', 'prototype', 'title'],
		},
		{
			given: [
				{ phone, firstName: 'Ana', b: 1, a: 1 },
				{ phone, firstName: 'Bea', a: 2 },
			],
			cards: [ana, { ...ana, fullName: 'Bea', firstName: 'Bea' }],
			omitted: ['a', 'b'],
		},
		{ given: [{ phone, firstName: 'Ana', Phone: '1' }], cards: [ana], omitted: ['Phone'] },
	],
	'wrong types': [
		{
			given: [
				{ phone, firstName: 'Ana' },
				{ phone: true, firstName: 'Bea' },
			],
			field: 'contacts[1].phone',
			problem: /^must be text or a whole number\. Write e\.g\. "\+/,
		},
		{
			given: { phone: {}, firstName: 'Ana' },
			field: 'contacts[0].phone',
			problem: /^must be text or/,
		},
		{
			given: { phone: [phone], firstName: 'Ana' },
			field: 'contacts[0].phone',
			problem: /^must be text or/,
		},
		{
			given: { phone: 1.5, firstName: 'Ana' },
			field: 'contacts[0].phone',
			problem: /no whole number/,
		},
		{
			given: { phone: 120363043968066561, firstName: 'Ana' },
			field: 'contacts[0].phone',
			problem: /Write it as text/,
		},
		...[
			'fullName',
			'firstName',
			'middleName',
			'lastName',
			'company',
			'email',
			'url',
			'businessDescription',
			'organization',
			'contactName',
		].map(
			(key) =>
				({
					given: { phone, [key]: 5 },
					field: `contacts[0].${key}`,
					problem: /^must be text\. Write it in quotes/,
				}) as const,
		),
		{
			given: { phone, firstName: 'Ana', whatsAppId: [] },
			field: 'contacts[0].whatsAppId',
			problem: /^must be text or/,
		},
	],
	'line breaks': [
		{
			given: {
				phone: `+55\r\n11 98765-4321`,
				firstName: 'Ana\r\nTEL:+1',
				company: 'A;\u2028B \u0085 C\u0000D',
				url: '\tx\n',
			},
			cards: [
				{
					fullName: 'Ana TEL:+1',
					firstName: 'Ana TEL:+1',
					company: 'A; B C D',
					url: 'x',
					phones: [{ digits: phone, styled: '+55 11 98765-4321' }],
				},
			],
		},
		{
			given: { phone, firstName: 'Ana \ud83d' },
			cards: [{ ...ana, firstName: 'Ana \ufffd', fullName: 'Ana \ufffd' }],
		},
	],
	twins: [
		{
			given: [
				{ phone, firstName: 'Ana' },
				{ phone, fullName: 'Bea' },
				{ number: `${phone}@c.us`, firstName: 'Ana ' },
			],
			field: 'contactsJson',
			problem: /^cards 1 and 3 \(Ana\) are identical\. Remove one of them, e\.g\. card 3$/,
		},
		{
			given: [
				{ phone, firstName: 'Ana' },
				{ phone, fullName: 'Ana' },
			],
			cards: [ana, { fullName: 'Ana', phones: bare(phone) }],
		},
	],
} as const satisfies Readonly<Record<JsonRow, readonly CardsVector[]>>;
