/** The interface's table of chat ids, row by row. */
import type { ChatId } from '../../../nodes/WhatsAppContacts/domain/numbers/chatId';

/** What is typed, and the chat it means or the words its problem holds. */
export type ChatIdVector = { readonly typed: unknown; readonly country?: string } & (
	{ readonly chatId: ChatId; readonly suspicious?: true } | { readonly problem: RegExp }
);

type Row =
	| 'a phone number'
	| 'a person, digits verbatim'
	| 'a privacy id'
	| 'an old group'
	| 'a new group'
	| '16 or 17 bare digits'
	| 'any other suffix'
	| 'two recipients'
	| 'silent in the table';

const person = (digits: string): ChatId => ({ kind: 'person', digits });
const lid = (id: string): ChatId => ({ kind: 'lid', id });
const oldGroup = (id: string): ChatId => ({ kind: 'oldGroup', id });
const newGroup = (id: string): ChatId => ({ kind: 'newGroup', id });

export const chatIds = {
	'a phone number': [
		{ typed: '79001234567', chatId: person('79001234567') },
		{ typed: 79001234567, chatId: person('79001234567') },
		{ typed: '+7 (900) 123-45-67', chatId: person('79001234567') },
		{ typed: '\u202a+79001234567\u202c', chatId: person('79001234567') },
		{ typed: '8 900 123-45-67', country: 'RU', chatId: person('79001234567') },
		{ typed: '11001234567', chatId: person('11001234567'), suspicious: true },
		{ typed: '0079001234567', chatId: person('79001234567') },
		{ typed: '00491234567890123', chatId: person('491234567890123') },
		{ typed: '0612345678', problem: /begins with 0\. Write it with the country code/ },
		{ typed: 'Ana', problem: /holds letters/ },
		{ typed: '5521987650011.0', chatId: person('5521987650011') },
		{ typed: '5521987650011.5', problem: /is a decimal number/ },
		{ typed: '5.52198765E+12', problem: /is a decimal number/ },
		{ typed: '+49 (0611) 123456-11', chatId: person('4961112345611') },
		{ typed: '(31) 9829-6801', country: 'BR', problem: /no phone number of Default Country/ },
		{ typed: 'whatsapp:+5521987650011', chatId: person('5521987650011') },
		{ typed: "'5521987650011", chatId: person('5521987650011') },
		{ typed: 'https://wa.me/5521987650011?text=a@b.example', chatId: person('5521987650011') },
		{ typed: 'https://wa.me/message/ABCDEFGHIJKLM1', problem: /link without a phone number/ },
		{ typed: 'https://chat.whatsapp.com/ABCDEFGHIJKLM1', problem: /link without a phone number/ },
		{ typed: '55219876500110', chatId: person('55219876500110'), suspicious: true },
		{
			typed: '',
			problem:
				/^is empty\. Write a phone number, e\.g\. \+5511987654321, or a group id, e\.g\. 120363043968066561@g\.us$/,
		},
		{ typed: ' \u200e', problem: /^is empty/ },
		{ typed: null, problem: /^is empty/ },
		{ typed: undefined, problem: /^is empty/ },
	],
	'a person, digits verbatim': [
		{ typed: '79001234567@c.us', chatId: person('79001234567') },
		{ typed: '79001234567@s.whatsapp.net', chatId: person('79001234567') },
		{ typed: '79001234567:12@s.whatsapp.net', chatId: person('79001234567') },
		{ typed: ' 79001234567@C.US\u200e\n', chatId: person('79001234567') },
		{ typed: '11001234567@c.us', chatId: person('11001234567') },
		{ typed: '0612345678@c.us', country: 'FR', chatId: person('0612345678') },
		{ typed: '12345@c.us', chatId: person('12345') },
		{ typed: '1234567890123456@c.us', chatId: person('1234567890123456') },
		{ typed: "'79001234567@c.us", chatId: person('79001234567') },
		{ typed: 'whatsapp:79001234567@s.whatsapp.net', chatId: person('79001234567') },
		{ typed: '79001234567.0@c.us', problem: /something else than digits before @c\.us/ },
		{ typed: '+7 900@c.us', problem: /something else than digits before @c\.us/ },
		{ typed: 'ana@s.whatsapp.net', problem: /something else than digits/ },
		{
			typed: '@c.us',
			problem: /something else than digits before @c\.us\. Write e\.g\. 5511987654321@c\.us, or/,
		},
	],
	'a privacy id': [
		{ typed: '123456789012345@lid', chatId: lid('123456789012345') },
		{ typed: '123456789012345:7@LID', chatId: lid('123456789012345') },
		{ typed: 'x@lid', problem: /something else than digits before @lid/ },
	],
	'an old group': [
		{ typed: '11001234567-1581234048@g.us', chatId: oldGroup('11001234567-1581234048') },
		{ typed: '11001234567-1581234048', chatId: oldGroup('11001234567-1581234048') },
		{ typed: '11001234567\u20111581234048', chatId: oldGroup('11001234567-1581234048') },
		{ typed: '123456-1581234048', chatId: oldGroup('123456-1581234048') },
		{ typed: '5511-987654321', chatId: person('5511987654321') },
		{ typed: '4989123-45678901', chatId: person('498912345678901') },
		{ typed: '1-2-3@g.us', problem: /something else than digits/ },
		{ typed: 'sales@g.us', problem: /before @g\.us\. Write the group's id, .* From List$/ },
		{
			typed: 'https://chat.whatsapp.com/Ab1Cd2Ef3',
			problem: /invitation to a group, .*\. Write the group's id, .* From List$/,
		},
		{ typed: '11001234567-1581234048-1', problem: /has 22 digits/ },
	],
	'a new group': [
		{ typed: '120363043968066561@g.us', chatId: newGroup('120363043968066561') },
		{ typed: '120363043968066561-group', chatId: newGroup('120363043968066561') },
		{ typed: '120363043968066561-GROUP', chatId: newGroup('120363043968066561') },
		{ typed: '120363043968066561', chatId: newGroup('120363043968066561') },
		{ typed: ' 120363043968066561\u00a0', chatId: newGroup('120363043968066561') },
		{ typed: '\uff11\uff12\uff10363043968066561', chatId: newGroup('120363043968066561') },
		{ typed: '1203630439680665612', chatId: newGroup('1203630439680665612') },
		{ typed: '120363@g.us', chatId: newGroup('120363') },
		{ typed: "'120363043968066561", chatId: newGroup('120363043968066561') },
		// Too long for a decimal to have kept its digits.
		{ typed: '120363043968066561.0', problem: /is a decimal number/ },
		{ typed: ':1@g.us', problem: /something else than digits before @g\.us/ },
		{
			typed: 120363043968066561,
			problem: /too long to be kept exactly\. Write it as text, in quotes/,
		},
		{ typed: '+120363043968066561', problem: /has 18 digits/ },
		{ typed: '120363 043968 066561', problem: /has 18 digits/ },
		{ typed: '000363043968066561', problem: /digits/ },
		...['x-group', 'x120363-group', '120363043968066561-groups', '120363043968066561x'].map(
			(typed) => ({
				typed,
				problem: /letters/,
			}),
		),
		{ typed: '120363043968066561:1@g.us', problem: /something else than digits before @g\.us/ },
	],
	'16 or 17 bare digits': [
		{ typed: '1234567890123456', problem: /has 16 digits: too many for a phone number/ },
		{ typed: '12345678901234567', problem: /has 17 digits: too many for a phone number/ },
		{ typed: 1234567890123456, problem: /has 16 digits/ },
		{ typed: '1234567890123456x', problem: /letters/ },
	],
	'any other suffix': [
		{ typed: '120363043968066561@newsletter', problem: /channel \(@newsletter\)/ },
		{ typed: 'status@broadcast', problem: /\(@broadcast\)/ },
		{
			typed: '79001234567@example.com',
			problem: /ends in "@example\.com", which is no WhatsApp chat/,
		},
		{ typed: '79001234567@', problem: /ends in "@"/ },
	],
	'two recipients': [
		{
			typed: '79001234567,79001234568',
			problem: /one recipient per item: split the list with the Split Out node/,
		},
		{ typed: '79001234567; 79001234568', problem: /one recipient per item/ },
		{ typed: '79001234567\n79001234568', problem: /one recipient per item/ },
		{ typed: '79001234567 79001234568', problem: /one recipient per item/ },
		{ typed: '+79001234567 +79001234568', problem: /one recipient per item/ },
		{ typed: '79001234567@c.us 79001234568@c.us', problem: /one recipient per item/ },
		{ typed: '79001234567@c.us, 79001234568', problem: /one recipient per item/ },
		{ typed: '120363043968066561@g.us|120363043968066562@g.us', problem: /one recipient per item/ },
	],
	'silent in the table': [
		{ typed: ['79001234567'], problem: /neither text nor a number/ },
		{ typed: { id: '79001234567@c.us' }, problem: /neither text nor a number/ },
		{ typed: false, problem: /neither text nor a number/ },
		{ typed: '[object Object]', problem: /letters/ },
	],
} as const satisfies Readonly<Record<Row, readonly ChatIdVector[]>>;
