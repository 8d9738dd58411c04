/** What strangers share becomes cards that can go on, card by card, or a sentence that says why not. */
import { readSharedCards, type SharedCard } from '../../nodes/WhatsAppContacts/domain/receivedCard';
import { ana, anaVCard, contactOf, joao, joaoVCard, withoutNumber } from '../vectors/received';

const read = (...cards: SharedCard[]) => [...readSharedCards(cards)];
const shared = (vCard: unknown, displayName: string | null = null, phones?: unknown[]) => ({
	displayName,
	vCard,
	phones,
});
const vCard = (...lines: string[]) =>
	['BEGIN:VCARD', 'VERSION:3.0', ...lines, 'END:VCARD'].join('\n');
const tel = 'TEL:+5511987654321';
const phone = '5511987654321';

it('reads every text that a card has a place for, and names what has none', () => {
	const text = vCard(
		...['FN:Ana B. Silva', 'N:Silva;Ana;B.;;', 'ORG:Acme;Sales', 'EMAIL:a@b.example'],
		...[
			'URL:b.example',
			'NOTE:Wheels',
			'PHOTO:x',
			'BDAY:x',
			'TEL;waid=79001234567:+79001234567',
			tel,
		],
	);
	expect(read(shared(text, 'Ana of Acme'))).toEqual([
		{
			value: {
				contact: {
					fullName: 'Ana B. Silva',
					firstName: 'Ana',
					middleName: 'B.',
					lastName: 'Silva',
					company: 'Acme',
					phone: '79001234567',
					phones: ['79001234567', phone],
					whatsAppId: '79001234567',
					email: 'a@b.example',
					url: 'b.example',
					businessDescription: 'Wheels',
				},
				omittedFields: ['vCard.BDAY', 'vCard.ORG', 'vCard.PHOTO'],
				vCard: text,
			},
		},
	]);
});

it('cuts a text of several cards, so that each carries its own only', () => {
	const [first, second, third] = read(
		shared([anaVCard, joaoVCard].join('\r\n').replaceAll('\n', '\r\n'), 'Ana and João'),
		shared(joaoVCard),
	);
	expect(first).toEqual({ value: { ...ana, omittedFields: [] } });
	expect([second, third]).toEqual([{ value: joao }, { value: joao }]);
});

it('counts the cards of a message through its texts', () => {
	const problems = read(
		shared([anaVCard, withoutNumber].join('\n')),
		shared(withoutNumber),
		shared(vCard(tel)),
	).map((reading) => ('problem' in reading ? reading.problem : ''));
	expect(problems[0]).toBe('');
	const advice = 'Ask the sender to share the contact again, with a name and a number such as +';
	expect(problems[1]).toMatch(`card 2 (Boletim) has no phone number. ${advice}`);
	expect(problems[2]).toMatch(`card 3 (Boletim) has no phone number. ${advice}`);
	expect(problems[3]).toMatch(`card 4 has no name. ${advice}`);
});

it.each([
	['no name at all', vCard(tel), { fullName: 'Ana of Acme' }],
	['a company only', vCard('ORG:Acme', tel), { fullName: 'Ana of Acme', company: 'Acme' }],
	['a full name', vCard('FN:Eva', tel), { fullName: 'Eva' }],
	['a first name', vCard('N:;Eva', tel), { fullName: 'Eva', firstName: 'Eva' }],
	['a middle name', vCard('N:;;Eva', tel), { fullName: 'Eva', middleName: 'Eva' }],
	['a last name', vCard('N:Eva', tel), { fullName: 'Eva', lastName: 'Eva' }],
])('calls a card with %s as it should be called', (_that, text, texts) => {
	expect(read(shared(text, 'Ana of Acme'))).toEqual([
		{ value: { contact: contactOf({ ...texts, phone }), omittedFields: [], vCard: text } },
	]);
});

it('names a card that has no number by what WhatsApp shows above it', () => {
	expect(read(shared(vCard('NOTE:x'), 'Ana of Acme'), shared(vCard('NOTE:x')))).toEqual([
		{ problem: expect.stringMatching(/^card 1 \(Ana of Acme\) has no phone number\. Ask/) },
		{ problem: expect.stringMatching(/^card 2 has no phone number\. Ask/) },
	]);
});

it.each([
	['of null', null],
	['of nothing', undefined],
	['of blanks', ' \n'],
	['of another type', { a: 1 }],
])('takes the numbers that the gateway read, instead of a vCard %s', (_that, text) => {
	expect(read(shared(text, 'Ana', [null, '+5511987654321', '', 79001234567]))).toEqual([
		{
			value: {
				contact: contactOf({ fullName: 'Ana', phone, phones: [phone, '79001234567'] }),
				omittedFields: [],
				vCard: null,
			},
		},
	]);
});

it.each([
	[
		'a vCard with other numbers',
		shared(anaVCard, 'Eva', ['79001234567']),
		{ value: { ...ana, omittedFields: [] } },
	],
	['no number and no vCard', shared(null, 'Ana', [null, '']), /^card 1 is empty\. Ask the sender/],
	['no list of numbers', shared('', 'Ana'), /^card 1 is empty\. Ask the sender/],
	['a text that is no vCard', shared('Hello'), /^card 1 "Hello" holds no vCard\. Ask the sender/],
	['what is no text', shared(5), /^card 1 is no text\. Ask the sender/],
	[
		'a number that is none',
		shared(null, 'Ana', [phone, '0611']),
		/^card 1 "0611" begins with 0\. Ask/,
	],
	['a number without a name', shared(null, null, [phone]), /^card 1 has no name\. Ask the sender/],
])('reads or refuses %s', (_that, card, expected) => {
	expect(read(card)).toEqual([
		expected instanceof RegExp ? { problem: expect.stringMatching(expected) } : expected,
	]);
});

it('reads no card before it is asked for', () => {
	const untouchable = Object.defineProperty(shared(null), 'vCard', {
		get: () => {
			throw new Error('not asked for');
		},
	});
	expect(readSharedCards([shared(anaVCard), untouchable]).next().value).toHaveProperty('value');
});
