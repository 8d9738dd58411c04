/** The interface's rules for cards from the node's fields and from JSON, row by row. */
import type { SkippedCard } from '../../../nodes/WhatsAppContacts/domain/cards/cardList';
import type { ContactCard } from '../../../nodes/WhatsAppContacts/domain/cards/contactCard';

/** What is given, and the cards it means or the field and words of its problem. */
export type CardsVector = {
	readonly given: unknown;
	readonly country?: string;
	/** With the option Skip Invalid Cards. */
	readonly skip?: boolean;
} & (
	| {
			readonly cards: readonly ContactCard[];
			readonly omitted?: readonly string[];
			readonly skipped?: readonly SkippedCard[];
			/** Where not all of them are named. */
			readonly skippedCount?: number;
			readonly suspicious?: readonly string[];
	  }
	| { readonly field: string; readonly problem: RegExp }
);

/** The digits of a phone that was not typed with `+`. */
export const bare = (...digits: string[]) => digits.map((one) => ({ digits: one, styled: null }));

const phone = '5511987654321';
const ana: ContactCard = { fullName: 'Ana', firstName: 'Ana', phones: bare(phone) };

type FieldRow =
	'keys' | 'nothing given' | 'names' | 'no cards' | 'one bad card' | 'shape' | 'twins';

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
			problem: /^has no name\. Write a first, middle or last name, e\.g\. Ana as First Name$/,
		},
	],
	'no cards': [
		{ given: {}, field: 'contacts', problem: /^holds no contact card\. Add one with Add Contact/ },
		{
			given: { contact: [] },
			field: 'contacts',
			problem: /^holds no contact card\. Add one with Add Contact/,
		},
		{ given: '', field: 'contacts', problem: /^holds no contact card/ },
		{ given: null, field: 'contacts', problem: /^holds no contact card/ },
	],
	'one bad card': [
		// There is no option that would leave it out.
		{
			given: {
				contact: [
					{ phone: '0611', firstName: 'Bea' },
					{ phone, firstName: 'Ana' },
				],
			},
			field: 'contacts[0].phone',
			problem: /^(?!.*Skip)"0611" begins with 0/,
		},
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
	| 'keys in any case'
	| 'phones by kind'
	| 'wrapped in contacts'
	| 'skipped'
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
				({
					given,
					field: 'contactsJson',
					problem:
						/^holds no contact card\. Write at least one, e\.g\. \{"firstName": "Ana", "phone": "\+5511987654321"\}$/,
				}) as const,
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
		{
			given: '[{"phone": 5511987654321.0, "firstName": "1e5"}]',
			cards: [{ ...ana, fullName: '1e5', firstName: '1e5' }],
		},
		// As a number it would look complete, and a spreadsheet has cut its digits.
		{
			given: '[{"firstName": "A \\" 1e5", "phone": 5.52198765E+12}]',
			field: 'contacts[0].phone',
			problem: /is a decimal number/,
		},
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
		...[true, [phone], { a: 1 }].map((other) => ({
			given: [{ phone, number: other, firstName: 'Ana' }],
			field: 'contacts[0].number',
			problem: /^says something else than phone/,
		})),
		{
			given: [{ phone: [phone], number: phone, firstName: 'Ana' }],
			field: 'contacts[0].number',
			problem: /^says something else than phone/,
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
			'79001234567.0',
			"'79001234567",
			'whatsapp:+79001234567',
			'https://wa.me/79001234567',
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
			given: { phone, firstName: 'Ana', whatsAppId: '79001234567.5' },
			field: 'contacts[0].whatsAppId',
			problem: /is a decimal number/,
		},
		{
			given: { phone, firstName: 'Ana', whatsAppId: '(21) 98765-0011' },
			field: 'contacts[0].whatsAppId',
			problem: /begins with no country code\. Write it with the country code, e\.g\. \+\d+$/,
		},
		...['ana', `id ${phone}`, `${phone} ana`].map((whatsAppId) => ({
			given: { phone, firstName: 'Ana', whatsAppId },
			field: 'contacts[0].whatsAppId',
			problem: /is no WhatsApp id/,
		})),
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
		{
			given: {
				phone,
				firstName: 'Ana',
				...Object.fromEntries(Array.from({ length: 25 }, (_, n) => [`k${10 + n}`, n])),
			},
			cards: [ana],
			omitted: [...Array.from({ length: 20 }, (_, n) => `k${10 + n}`), '… and 5 more'],
		},
		{
			given: {
				phone,
				firstName: 'Ana',
				...Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`k${10 + n}`, n])),
			},
			cards: [ana],
			omitted: Array.from({ length: 20 }, (_, n) => `k${10 + n}`),
		},
		{ given: { phone, firstName: 'Ana', ' ': 1 }, cards: [ana], omitted: ['(blank)'] },
		{
			given: { ['x'.repeat(58)]: 1, ['y'.repeat(58)]: 1, ['z'.repeat(59)]: 1 },
			field: 'contacts[0].phone',
			problem: /^is empty, and the keys x{58}, y{58} and 1 more were not understood/,
		},
		{
			given: { ['x'.repeat(58)]: 1, ['y'.repeat(58)]: 1, ['z'.repeat(58)]: 1 },
			field: 'contacts[0].phone',
			problem: /^is empty, and the keys x{58}, y{58}, z{58} were not understood/,
		},
		{
			given: { vorname: 'Ana', handy: phone },
			field: 'contacts[0].phone',
			problem: /^is empty, and the keys vorname, handy were not understood\. Write/,
		},
		{
			given: { vorname: 'Ana', phone },
			field: 'contacts[0]',
			problem: /^has no name, and the key vorname was not understood\. Write/,
		},
		{
			given: Object.fromEntries(Array.from({ length: 500 }, (_, n) => [`key${n}`, n])),
			field: 'contacts[0].phone',
			problem:
				/^is empty, and the keys key0, key1, .{60,130} and 48\d more were not understood\. Write/,
		},
	],
	'keys in any case': [
		...[
			{ PHONE: phone, FIRSTNAME: 'Ana' },
			{ Phone: phone, FirstName: 'Ana' },
			{ phone, firstname: 'Ana' },
			{ 'phone-number': phone, first_name: 'Ana' },
			{ 'Phone Number': phone, 'First Name': 'Ana' },
			{ PhoneNumber: Number(phone), firstName: 'Ana' },
			{ phone, Phone: `${phone} `, firstName: 'Ana' },
		].map((given) => ({ given, cards: [ana] }) as const),
		{ given: { Name: 'Ana', Tel: phone }, cards: [{ fullName: 'Ana', phones: bare(phone) }] },
		{
			given: { name: 'Ana', whatsappid: '79001234567', phone },
			cards: [{ fullName: 'Ana', whatsAppId: '79001234567', phones: bare(phone) }],
		},
		{
			given: [{ phone, firstName: 'Ana', Phone: '1' }],
			field: 'contacts[0].Phone',
			problem: /^says something else than phone, another name/,
		},
		{
			given: [{ name: 'Ana', fullName: 'Bea', phone }],
			field: 'contacts[0].fullName',
			problem: /^says something else than name/,
		},
		{
			given: [{ Phone: true, name: 'Ana' }],
			field: 'contacts[0].Phone',
			problem: /^must be text or/,
		},
	],
	'phones by kind': [
		...['whatsapp', 'WhatsApp', 'mobile', 'cell', 'tel', 'TEL'].map(
			(key) => ({ given: { [key]: phone, firstName: 'Ana' }, cards: [ana] }) as const,
		),
		{
			given: {
				phones: ['551100000006'],
				phone: '551100000005',
				tel: '551100000004',
				cell: '551100000003',
				mobile: '551100000002',
				whatsapp: '551100000001',
				firstName: 'Ana',
			},
			cards: [{ ...ana, phones: bare(...[1, 2, 3, 4, 5, 6].map((n) => `55110000000${n}`)) }],
		},
		{ given: { whatsapp: phone, phone, tel: '', mobile: null, firstName: 'Ana' }, cards: [ana] },
		{
			given: [{ phone, mobile: '123', firstName: 'Ana' }],
			field: 'contacts[0].mobile',
			problem: /has 3 digits/,
		},
	],
	'wrapped in contacts': [
		{ given: { contacts: [{ phone, firstName: 'Ana' }] }, cards: [ana] },
		{
			given: `{"Contacts":[{"phone":"${phone}","firstName":"Ana"}],"total":1,"next":null}`,
			cards: [ana],
			omitted: ['total'],
		},
		{ given: { contacts: [] }, field: 'contactsJson', problem: /^holds no contact card/ },
		{ given: { contacts: [5] }, field: 'contacts[0]', problem: /^is no contact card/ },
		{
			given: {
				contacts: [
					{ phone, firstName: 'Ana' },
					{ phone: true, firstName: 'Bea' },
				],
			},
			field: 'contacts[1].phone',
			problem: /^must be text or/,
		},
		{
			given: { contacts: [{ phone, firstName: 'Ana' }], ' ': 1 },
			cards: [ana],
			omitted: ['(blank)'],
		},
		...['mycontacts', 'contactsList'].map((key) => ({
			given: { phone, firstName: 'Ana', [key]: [{ phone: '79001234567', firstName: 'Bea' }] },
			cards: [ana],
			omitted: [key],
		})),
		{ given: { contacts: 'x' }, field: 'contacts[0].phone', problem: /the key contacts/ },
	],
	skipped: [
		{
			given: [
				{ name: 'Bea' },
				{ phone, firstName: 'Ana', x: 1 },
				5,
				{ phone, y: 1 },
				{ firstName: 'Eva', middleName: 'B.', lastName: 'Lima', tel: '0611' },
				{ company: 'Acme', phone: true },
				{ phone, firstName: 'Ana' },
			],
			skip: true,
			cards: [ana],
			omitted: ['x'],
			skipped: [
				{ card: 1, name: 'Bea', reason: 'has no phone number' },
				{ card: 3, name: null, reason: 'is no contact card' },
				{ card: 4, name: null, reason: 'has no name, and the key y was not understood' },
				{ card: 5, name: 'Eva B. Lima', reason: 'tel "0611" begins with 0' },
				{ card: 6, name: 'Acme', reason: 'phone must be text or a whole number' },
				{ card: 7, name: 'Ana', reason: 'is identical to card 2' },
			],
		},
		{
			given: [{ phone, firstName: 'Ana' }, ...Array.from({ length: 20 }, () => 5)],
			skip: true,
			cards: [ana],
			skipped: Array.from({ length: 20 }, (_, n) => ({
				card: n + 2,
				name: null,
				reason: 'is no contact card',
			})),
		},
		{
			given: [{ name: 'Bea' }],
			skip: true,
			field: 'contacts[0].phone',
			problem: /^is empty\. Write e\.g\. \+5511987654321$/,
		},
		{
			given: [{ name: 'Bea' }, { phone, firstName: 'Ana' }],
			field: 'contacts[0].phone',
			problem: /^is empty\. .*\. Skip Invalid Cards in the options would send the others$/,
		},
		{ given: [], skip: true, field: 'contactsJson', problem: /^holds no contact card/ },
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
