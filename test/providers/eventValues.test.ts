/** Values of webhook events, which anybody can send, and the messages that WhatsApp itself writes. */
import {
	idOf,
	isGroupId,
	nameOf,
	senderOf,
	sharedCards,
	timeOfMilliseconds,
	timeOfSeconds,
} from '../../nodes/WhatsAppContacts/providers/eventValues';
import { cardsInMessage } from '../../nodes/WhatsAppContacts/providers/whatsAppMessage';

it.each<[unknown, string | null]>([
	['3EB0', '3EB0'],
	[' 3E\nB0 ', '3E B0'],
	[1101000001, '1101000001'],
	[2 ** 53, null],
	[1.5, null],
	['', null],
	[' \u200b', null],
	['a'.repeat(300), 'a'.repeat(300)],
	['a'.repeat(301), null],
	[null, null],
	[{}, null],
	[true, null],
])('%j is the id %j', (value, id) => {
	expect(idOf(value)).toBe(id);
});

it.each<[readonly unknown[], string | null]>([
	[['Ana'], 'Ana'],
	[[undefined, 5, ' ', 'Ana', 'Bia'], 'Ana'],
	[['A\nna'], 'A na'],
	[['a'.repeat(400)], `${'a'.repeat(300)}…`],
	[[], null],
])('of %j the name is %j', (values, name) => {
	expect(nameOf(...values)).toBe(name);
});

it('a sender has the first number and the first privacy id of several', () => {
	const ids = [null, '1@lid', '5511987654321@c.us', '2@lid', '5511987654322@c.us'];
	expect(senderOf(ids, ' ', 'Ana')).toEqual({ phone: '5511987654321', lid: '1@lid', name: 'Ana' });
	expect(senderOf([5])).toEqual({ phone: null, lid: null, name: null });
});

it.each<[string | null, boolean]>([
	['120363043968066561@g.us', true],
	['120363043968066561@G.US', true],
	['120363043968066561-group', true],
	['5511999999999-1623281429', true],
	['12345-12345', true],
	['1234-12345', false],
	['12345-1234', false],
	['x12345-12345', false],
	['12345-12345x', false],
	['5511987654321@c.us', false],
	['a@g.us.example', false],
	['a@gxus', false],
	['a-group-b', false],
	[null, false],
])('%j is a group: %j', (chatId, is) => {
	expect(isGroupId(chatId)).toBe(is);
});

it.each<[unknown, string | null]>([
	[1717780437, '2024-06-07T17:13:57.000Z'],
	['1717780437', '2024-06-07T17:13:57.000Z'],
	[{ low: 1717780437, high: 0, unsigned: true }, '2024-06-07T17:13:57.000Z'],
	[{ low: -1, high: 0 }, '2106-02-07T06:28:15.000Z'],
	[{ low: 0, high: 1 }, '2106-02-07T06:28:16.000Z'],
	[{ low: 1717780437 }, null],
	[{ high: 1 }, null],
	[{ low: '1', high: 0 }, null],
	[{ low: 1, high: '0' }, null],
])('the seconds %j of an event are %j', (value, time) => {
	expect(timeOfSeconds(value)).toBe(time);
});

it.each<[unknown, string | null]>([
	[1717780437500, '2024-06-07T17:13:57.500Z'],
	['1717780437500', '2024-06-07T17:13:57.500Z'],
	['1'.repeat(16), null],
	['x1717780437500', null],
	['1717780437500x', null],
	['', null],
	[null, null],
])('the milliseconds %j of an event are %j', (value, time) => {
	expect(timeOfMilliseconds(value)).toBe(time);
});

it('cards are one or a list, under the key that the gateway has', () => {
	expect(sharedCards({ displayName: 'Ana', vcard: 'V' }, 'vcard')).toEqual([
		{ displayName: 'Ana', vCard: 'V' },
	]);
	const phones = Array.from({ length: 301 }, (_, index) => index);
	expect(sharedCards([{ vCard: 'V', phones }, { phones: 'no' }, 5], 'vCard')).toEqual([
		{ displayName: null, vCard: 'V', phones: phones.slice(0, 300) },
		{ displayName: null, vCard: undefined },
		{ displayName: null, vCard: undefined },
	]);
});

describe('a message', () => {
	const contactMessage = { displayName: 'Ana', vcard: 'V' };
	const ana = [{ displayName: 'Ana', vCard: 'V' }];

	it.each([
		[{ contactMessage }, ana],
		[{ contactsArrayMessage: { contacts: [contactMessage, contactMessage] } }, [...ana, ...ana]],
		[{ contactMessage: null, contactsArrayMessage: { contacts: [contactMessage] } }, ana],
		[{ ephemeralMessage: { message: { contactMessage } } }, ana],
		[{ viewOnceMessage: { message: { contactMessage } } }, ana],
		[{ viewOnceMessageV2: { message: { contactMessage } } }, ana],
		[{ viewOnceMessageV2Extension: { message: { contactMessage } } }, ana],
		[{ deviceSentMessage: { message: { contactMessage } } }, ana],
		[{ ephemeralMessage: null, deviceSentMessage: { message: { contactMessage } } }, ana],
		[{ contextInfo: { quotedMessage: { contactMessage } } }, undefined],
		[{ conversation: 'Hello' }, undefined],
		[null, undefined],
	])('%j has its cards', (message, cards) => {
		expect(cardsInMessage(message)).toEqual(cards);
	});

	it('is looked into for seven wrappers, and no deeper', () => {
		const wrapped = (times: number): object =>
			times === 0 ? { contactMessage } : { ephemeralMessage: { message: wrapped(times - 1) } };
		expect(cardsInMessage(wrapped(7))).toEqual(ana);
		expect(cardsInMessage(wrapped(8))).toBeUndefined();
	});
});
