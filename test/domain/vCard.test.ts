import fc from 'fast-check';
import { readVCardCards } from '../../nodes/WhatsAppContacts/domain/cards/readCards';
import { isProblem } from '../../nodes/WhatsAppContacts/domain/reading';
import { describeCards } from './cardsVectors';
import { problemForm } from './form';
import { vCards } from './vectors/vCards';

describeCards('vCards', vCards, readVCardCards);

/** One line of visible text, as a card holds it. */
const line = fc
	.string({ unit: fc.constantFrom(...'aÀяא漢😀 ,;:\\"=nN.') })
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
		fc.string({ unit: 'binary' }),
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

describe('a megabyte of junk is read in no time', () => {
	const head = 'BEGIN:VCARD\nFN:Ana\n';
	it.each([
		['blanks', `${head}${' '.repeat(1_000_000)}`],
		['line ends', `${head}${'\r'.repeat(1_000_000)}`],
		['parameters', `${head}TEL${';TYPE=x'.repeat(150_000)}:+5511987654321`],
		['quotes', `${head}TEL${';"'.repeat(500_000)}:+5511987654321`],
		['backslashes', `${head}N:${'\\'.repeat(1_000_000)}`],
		['semicolons', `${head}ORG:${';'.repeat(1_000_000)}`],
		['soft breaks', `${head}NOTE;ENCODING=QUOTED-PRINTABLE:${'=\n'.repeat(500_000)}`],
		['encoded bytes', `${head}NOTE;ENCODING=QUOTED-PRINTABLE:${'=41'.repeat(350_000)}`],
		['equals signs', `${head}NOTE;ENCODING=QUOTED-PRINTABLE:${'='.repeat(1_000_000)}`],
		['folds', `${head}NOTE:${'\n x'.repeat(350_000)}`],
		['a name', `${head}${'a.'.repeat(500_000)}`],
		['properties', `${head}${Array.from({ length: 90_000 }, (_, n) => `A${n}:x`).join('\n')}`],
		[
			'phones',
			`${head}${Array.from({ length: 20_000 }, (_, n) => `TEL:+55119${10_000_000 + n}`).join('\n')}`,
		],
		['cards', 'BEGIN:VCARD\n'.repeat(90_000)],
		['agents', `${head}${'AGENT:\nBEGIN:VCARD\n'.repeat(50_000)}`],
		['copied line ends', 'BEGIN:VCARD\\n'.repeat(90_000)],
		['a number', `${head}TEL:${'+0 '.repeat(350_000)}`],
	])(
		'%s',
		(_name, text) => {
			readVCardCards(text);
		},
		3000,
	);
});
