/** @jest-environment node */
/** Names come from strangers: whatever they are, a row stays one visible line, and never code. */
import fc from 'fast-check';
import { readChatId } from '../../nodes/WhatsAppContacts/domain/numbers/chatId';
import { rowsOf } from '../../nodes/WhatsAppContacts/lists/rows';
import { workOf } from '../domain/work';

const labelsOf = (...names: string[]) =>
	rowsOf(names.map((name, index) => ({ id: `551198765432${index}@c.us`, name }))).map(
		({ label }) => label,
	);

describe('rows', () => {
	it.each([
		['={{ 1 }}', '"={{ 1 }}"'],
		[' ={{ 1 }}', '"={{ 1 }}"'],
		['\u200b={{ 1 }}', '"={{ 1 }}"'],
		['\u202e\u2066 = 1', '"= 1"'],
		['\0=x', '"=x"'],
		['\ud800=x', '"=x"'],
		['\n\r\n=x', '"=x"'],
		['==', '"=="'],
		['a\nb\u2028c', 'a b c'],
		['\u202eAna\u202c', 'Ana'],
	])('show the name %j as %j', (name, shown) => {
		expect(labelsOf(name)).toEqual([`${shown} (+5511987654320)`]);
	});

	it('begin as no expression, and are one visible line of bounded length', () => {
		const piece = fc.constantFrom(
			'=',
			'{{',
			'}}',
			' ',
			'\u200b',
			'\n',
			'\ud800',
			'a',
			'\u202e',
			'"',
			'é',
		);
		const name = fc.oneof(
			fc.array(piece).map((all) => all.join('')),
			fc.string({ unit: 'grapheme' }),
		);
		const id = fc.constantFrom(
			'5511987654321@c.us',
			'1@lid',
			'120363043968066561@g.us',
			'1-2@g.us',
		);
		fc.assert(
			fc.property(fc.array(fc.record({ id, name })), (listed) => {
				for (const { label, value } of rowsOf(listed)) {
					expect(label).toMatch(/^[^=\s\p{C}][^\p{C}]*$/u);
					expect(label.length).toBeLessThan(200);
					expect(readChatId(value)).toHaveProperty('value.chatId.kind');
				}
			}),
		);
	});

	it.each([
		...['status@broadcast', '120363144038483540@newsletter', '0@c.us', '', 'x', '={{ 1 }}@c.us'],
		...['5511987654321@c.us,5511987654322@c.us', '../../x@g.us', 'me@c.us'],
	])('are not made of the id %j', (id) => {
		expect(rowsOf([{ id, name: 'Ana' }])).toEqual([]);
	});

	it.each([
		...[null, '', ' ', '\u200b', '5511987654321', '+5511987654321', '5511987654321@c.us'],
		'5511987654321@s.whatsapp.net',
	])('are not made of a person called %j', (name) => {
		expect(rowsOf([{ id: '5511987654321@c.us', name }])).toEqual([]);
	});

	it.each([
		...[null, '', 'Group 120363043968066561', '120363043968066561@g.us'],
		'120363043968066561-group',
	])('show a group called %j by its id, below the others', (name) => {
		const group = '120363043968066561@g.us';
		const listed = [
			{ id: group, name },
			{ id: '1203630439680665612@g.us', name: 'Zebras' },
		];
		expect(rowsOf(listed).map(({ label }) => label)).toEqual(['Zebras (group)', `Group ${group}`]);
	});

	it('hold each chat once, in whatever spelling it came', () => {
		const spellings = ['5511987654321', '5511987654321@c.us', '5511987654321:12@s.whatsapp.net'];
		expect(rowsOf(spellings.map((id) => ({ id, name: 'Ana' })))).toHaveLength(1);
	});

	it('are cut before they hold a process up', () => {
		const many = (count: number) =>
			Array.from({ length: count }, (_, index) => ({
				id: `${1_000_000_000 + index}@c.us`,
				name: `Å${index}`.repeat(50),
			}));
		const stepsOf = (count: number) => {
			const listed = many(count);
			return workOf(() => rowsOf(listed)).steps;
		};
		expect(rowsOf(many(60_000))).toHaveLength(20_000);
		expect(stepsOf(60_000) / stepsOf(20_000)).toBeLessThan(1.1);
		// Sorting takes a little more than four times as much.
		expect(stepsOf(8000) / stepsOf(2000)).toBeLessThan(6);
	});
});
