import fc from 'fast-check';
import { readVCardCards } from '../../nodes/WhatsAppContacts/domain/cards/readCards';
import { isProblem } from '../../nodes/WhatsAppContacts/domain/reading';
import { anyText } from '../anyText';
import { describeCards } from './cardsVectors';
import { problemForm } from './form';
import { exporters } from './vectors/exporters';
import { vCards } from './vectors/vCards';

describeCards('vCards', vCards, readVCardCards);
describeCards('vCards as exported by', exporters, readVCardCards);

/** One line of visible text, as a card holds it. */
const line = fc
	.string({ unit: fc.constantFrom(...Array.from('aÀяא漢😀 ,;:\\"=nN.')) })
	.map((text) => text.trim())
	.filter((text) => text !== '');
const escaped = (text: string) => text.replace(/[\\;,]/g, '\\$&');

it('gives back what was written into a vCard 3.0, folded anywhere', () => {
	const card = fc.record({ fullName: line, firstName: line, lastName: line, company: line });
	fc.assert(
		fc.property(card, fc.integer({ min: 2, max: 80 }), (texts, width) => {
			const lines = [
				`FN:${escaped(texts.fullName)}`,
				`N:${escaped(texts.lastName)};${escaped(texts.firstName)};;;`,
				`ORG:${escaped(texts.company)}`,
				'TEL;waid=5511987654321:+5511987654321',
			].map((text) =>
				[...text].map((char, n) => (n > 0 && n % width === 0 ? `\r\n ${char}` : char)).join(''),
			);
			const text = ['BEGIN:VCARD', 'VERSION:3.0', ...lines, 'END:VCARD'].join('\r\n');
			expect(readVCardCards(text)).toEqual({
				value: {
					cards: [{ ...texts, phones: [{ digits: '5511987654321', styled: '+5511987654321' }] }],
					omittedFields: [],
					skippedCards: [],
					skippedCount: 0,
					suspiciousPhones: [],
				},
			});
		}),
		{ numRuns: 300 },
	);
});

it('gives back what was written in quoted-printable, with soft breaks anywhere', () => {
	fc.assert(
		fc.property(line, fc.integer({ min: 3, max: 76 }), (name, width) => {
			const bytes = [...Buffer.from(name)].map(
				(byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`,
			);
			const soft = bytes
				.map((byte, n) => (n > 0 && n % width === 0 ? `=\n${byte}` : byte))
				.join('');
			const text = `BEGIN:VCARD\nVERSION:2.1\nFN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:${soft}\nTEL:+5511987654321\nEND:VCARD`;
			// In version 2.1 a backslash still escapes some signs.
			const fullName = name.replace(/\\([,;:\\])/g, '$1');
			expect(readVCardCards(text)).toMatchObject({ value: { cards: [{ fullName }] } });
		}),
		{ numRuns: 200 },
	);
});

it('reads or refuses any text in a sentence, never throws', () => {
	const part = fc.constantFrom(
		'BEGIN:VCARD',
		'END:VCARD',
		'FN',
		'TEL',
		'N',
		'AGENT',
		':',
		';',
		'=',
		'\n',
		' ',
		'ENCODING=QUOTED-PRINTABLE',
		'CHARSET=x',
		'+5511987654321',
		'"',
		'\\',
		',',
		'waid=1',
		'Ana',
		'=FF',
	);
	const text = fc.oneof(
		fc.array(part, { maxLength: 60 }).map((parts) => parts.join('')),
		anyText(),
		fc.anything(),
	);
	fc.assert(
		fc.property(text, (value) => {
			const reading = readVCardCards(typeof value === 'string' ? `BEGIN:VCARD\n${value}` : value);
			if (isProblem(reading)) expect(reading.problem).toMatch(problemForm);
		}),
		{ numRuns: 1000 },
	);
});
