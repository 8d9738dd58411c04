/**
 * No text freezes n8n's one thread: four times the input is four times the work. Counted, because
 * Jest cannot stop what runs in one turn, and a time says more of the machine than of the code.
 *
 * @jest-environment node
 */
import { readJsonCards, readVCardCards } from '../../nodes/WhatsAppContacts/domain/cards/readCards';
import { fileText } from '../../nodes/WhatsAppContacts/domain/files/fileText';
import { readChatId } from '../../nodes/WhatsAppContacts/domain/numbers/chatId';
import { createRedact } from '../../nodes/WhatsAppContacts/domain/secrets/redaction';
import { providers } from '../../nodes/WhatsAppContacts/providers';
import { workOf } from './work';

const nameless = 'BEGIN:VCARD\nVERSION:3.0\nTEL:+5511987654321\n';
const head = `${nameless}FN:Ana\n`;
const quotedNote = `${head}NOTE;ENCODING=QUOTED-PRINTABLE:`;
const list = (n: number, make: (at: number) => string, between = '\n') =>
	Array.from({ length: n }, (_, at) => make(at)).join(between);

/** A text of each kind whose length grows with n. */
const vCards: Readonly<Record<string, (n: number) => string>> = {
	blanks: (n) => head + ' '.repeat(n),
	'line ends': (n) => head + '\r'.repeat(n),
	'lines that are no property': (n) => head + '/\n'.repeat(n),
	'names that are none': (n) => head + 'a/b:\n'.repeat(n),
	parameters: (n) => `${head}TEL${';TYPE=x'.repeat(n)}:+5511987654321`,
	quotes: (n) => `${head}TEL${';"'.repeat(n)}:+5511987654321`,
	backslashes: (n) => `${head}N:${'\\'.repeat(n)}`,
	semicolons: (n) => `${head}ORG:${';'.repeat(n)}`,
	commas: (n) => `${head}N:${','.repeat(n)}`,
	'equal titles': (n) => `${nameless}FN:${'Dr. '.repeat(n)}\nN:Silva;Ana;;${'Dr.;'.repeat(n)}`,
	'titles of their own': (n) =>
		`${nameless}FN:${'a '.repeat(n)}\nN:;;;${list(n, (at) => `t${at}`, ';')}`,
	'a title of words': (n) => `${nameless}FN:${'a '.repeat(n)}\nN:;;;${'a '.repeat(n)}`,
	'names again and again': (n) => `${head}N:${'x'.repeat(n)}\n${'N:Silva;Ana\n'.repeat(n)}`,
	'soft breaks': (n) => quotedNote + '=\n'.repeat(n),
	'soft breaks and folds': (n) => quotedNote + '=\n =D0=90'.repeat(n),
	'encoded bytes': (n) => quotedNote + '=41'.repeat(n),
	'equals signs': (n) => quotedNote + '='.repeat(n),
	'equals signs in a name': (n) => `${nameless}FN;QUOTED-PRINTABLE:${'='.repeat(n)}`,
	folds: (n) => `${head}NOTE:${'\n x'.repeat(n)}`,
	'a folded head': (n) => `${head}NOTE${'\n ;x'.repeat(n)}`,
	dots: (n) => head + 'a.'.repeat(n),
	properties: (n) => head + list(n, (at) => `A${at}:x`),
	'phones, all the same': (n) => head + 'TEL:+5511987654321\n'.repeat(n),
	phones: (n) => head + list(n, (at) => `TEL:+55119${10_000_000 + at}`),
	labels: (n) => head + list(n, (at) => `i${at}.TEL:4004\ni${at}.X-ABLabel:Fax`),
	notes: (n) => head + list(n, (at) => `NOTE:${at}`),
	cards: (n) => list(n, (at) => `BEGIN:VCARD\nFN:Ana ${at}\nTEL:+5511987654321`),
	'cards without a number': (n) => head + 'BEGIN:VCARD\nFN:Ana\n'.repeat(n),
	'cards that are alike': (n) => head.repeat(n),
	agents: (n) => `${head}${'AGENT:\nBEGIN:VCARD\n'.repeat(n)}`,
	'copied line ends': (n) => 'BEGIN:VCARD\\n'.repeat(n),
	'a number': (n) => `${head}TEL:${'+0 '.repeat(n)}`,
	'base 64': (n) => `${head}NOTE;ENCODING=b:${'QUJD'.repeat(n)}`,
};

const card = { phone: '+5511987654321', name: 'Ana' };
const jsonCards: Readonly<Record<string, (n: number) => unknown>> = {
	cards: (n) => Array.from({ length: n }, (_, at) => ({ ...card, company: `A${at}` })),
	'cards that are alike': (n) => Array.from({ length: n }, () => card),
	'cards without a name': (n) => [
		card,
		...Array.from({ length: n }, () => ({ phone: card.phone })),
	],
	'unknown keys': (n) => ({
		...card,
		...Object.fromEntries(Array.from({ length: n }, (_, at) => [`k${at}`, at])),
	}),
	'unknown keys and no name': (n) =>
		Object.fromEntries(Array.from({ length: n }, (_, at) => [`k${at}`, at])),
	phones: (n) => ({
		...card,
		phones: Array.from({ length: n }, (_, at) => `+55119${10_000_000 + at}`),
	}),
	'a long name': (n) => ({ ...card, name: 'a\n'.repeat(n) }),
	'a long key': (n) => ({ ...card, ['a_'.repeat(n)]: 1 }),
	'an open string': (n) => `["${'x'.repeat(n)}`,
	'open brackets': (n) => '['.repeat(n),
	'escapes, then a fault': (n) => `["${'\\n'.repeat(n)}", ]`,
	'lines, then a fault': (n) => `[${'\n'.repeat(n)}?`,
	'strings, then a fault': (n) => `[${'"",'.repeat(n)}?`,
	blanks: (n) => `\ufeff${' '.repeat(n)}`,
};

const chatIds: Readonly<Record<string, (n: number) => unknown>> = {
	digits: (n) => '5'.repeat(n),
	'numbers in a list': (n) => '+5511987654321, '.repeat(n),
	blanks: (n) => ' '.repeat(n),
	'invisible marks': (n) => '\u200b'.repeat(n),
	'plus signs': (n) => '+'.repeat(n),
	zeros: (n) => '0'.repeat(n),
	'zeros in brackets': (n) => `+49${'(0)'.repeat(n)}`,
	dashes: (n) => '1-'.repeat(n),
	'at signs': (n) => '@'.repeat(n),
	'a suffix': (n) => `5511987654321@${'c'.repeat(n)}`,
	'a link': (n) => `https://wa.me/${'1'.repeat(n)}`,
	schemes: (n) => 'tel:'.repeat(n),
	'foreign digits': (n) => '\u0665'.repeat(n),
};

/** Bytes of files that are not Unicode, as one letter each. */
const files: Readonly<Record<string, (n: number) => string>> = {
	'Russian names': (n) => `${head}NOTE:${'\xcf\xb8\xf2\xf0 '.repeat(n)}`,
	'one long word': (n) => `${head}NOTE:${'\xe0'.repeat(n)}`,
	noise: (n) => `${head}NOTE:${'\x81\xa4\xff'.repeat(n)}`,
	'lines with a charset': (n) => head + 'NOTE;CHARSET=none:\xe0\n'.repeat(n),
	'torn letters': (n) => `${head}NOTE:${'\xd0\r\n \x90'.repeat(n)}`,
	'broken letters': (n) => `${head}NOTE:${'\xd0\x90\xff'.repeat(n)}`,
	apostrophes: (n) => `${head}NOTE:${'\x92'.repeat(n)}`,
	'marks in a word': (n) => `${head}NOTE:${'\x93\xe0'.repeat(n)}`,
	zeros: (n) => '\0'.repeat(n),
	'zeros beside letters': (n) => 'B\0'.repeat(n),
};
const readFile = (given: unknown) =>
	fileText(Buffer.from(String(given), 'latin1'), () => 'windows-1251');

/** A secret, and a text that is made to look like it. */
const secrets: Readonly<Record<string, (n: number) => readonly [string, string]>> = {
	'backslashes, ten in the secret': (n) => [`${'\\'.repeat(10)}x`, '\\'.repeat(n)],
	'backslashes, many in the secret': (n) => ['\\'.repeat(300), '\\'.repeat(n)],
	'letters of a long secret': (n) => ['kq'.repeat(n), 'x'],
	'beginnings of the secret': (n) => ['aaaaaaaaab', 'a'.repeat(n)],
	'beginnings of a long secret': (n) => [`${'ab'.repeat(400)}c`, 'ab'.repeat(n)],
	'digits, of digits only': (n) => ['4938271605837', '4938271605'.repeat(n)],
	'percent signs': (n) => ['a%b/c-0001', '%2525'.repeat(n)],
	'signs in base 64': (n) => ['secret-0001', 'c2VjcmV0LTAw'.repeat(n)],
	escapes: (n) => ['secret-0001', '\\u0073&#115;'.repeat(n)],
	secrets: (n) => ['secret-0001', 'secret-0001 '.repeat(n)],
};
const redacted = (given: unknown) => {
	const [secret, text] = given as readonly [string, string];
	return createRedact([secret])(text);
};

/** Cards whose twins Evolution API would refuse. */
const twins: Readonly<Record<string, (n: number) => unknown>> = {
	'cards without twins': (n) =>
		Array.from({ length: n }, (_, at) => ({
			fullName: `Ana ${at}`,
			phones: [{ digits: `55119${10_000_000 + at}`, styled: null }],
		})),
};
const twinsIn = (given: unknown) =>
	providers.evolutionApi.sendContact.problem?.({
		chatId: { kind: 'person', digits: '79001234567' },
		cards: given as never,
		omittedFields: [],
	});

describe.each([
	['vCards', vCards, readVCardCards],
	['JSON cards', jsonCards, readJsonCards],
	['chat ids', chatIds, readChatId],
	['files', files, readFile],
	['secrets', secrets, redacted],
	['twins', twins, twinsIn],
] as ReadonlyArray<
	readonly [
		string,
		Readonly<Record<string, (n: number) => unknown>>,
		(given: unknown, country?: string, skip?: boolean) => unknown,
	]
>)('%s', (_name, kinds, read) => {
	it.each(Object.entries(kinds))('four times as many %s are four times the work', (_kind, make) => {
		const stepsOf = (n: number) => {
			const given = make(n);
			return workOf(() => read(given, 'BR', true)).steps;
		};
		stepsOf(10);
		const [one, four] = [stepsOf(300), stepsOf(1200)];
		expect(four / one).toBeLessThan(5);
	});
});

it('a secret and a text that grow together cost a row of bits for each character', () => {
	const stepsOf = (n: number) => {
		const both = '\\'.repeat(n);
		return workOf(() => redacted([both, both])).steps;
	};
	stepsOf(10);
	const [one, four] = [stepsOf(300), stepsOf(1200)];
	// Sixteen times would be a step for each pair of their characters; a row holds many.
	expect(four / one).toBeLessThan(12);
});

it('a long quoted-printable text is decoded in one piece', () => {
	for (const sign of ['=', '=\n', '=41', '=\n x', 'x']) {
		const { byteArrays } = workOf(() => readVCardCards(quotedNote + sign.repeat(10_000)));
		// A megabyte in an array for each of its signs is hundreds of megabytes.
		expect(byteArrays).toBeLessThanOrEqual(4);
	}
});

it('the count sees growth with the square', () => {
	const square = (n: number) =>
		workOf(() => {
			for (let at = 0; at < n; at += 1) 'a'.repeat(n).includes('b');
		}).steps;
	expect(square(400) / square(100)).toBeGreaterThan(15);
});

it('a broken text of many megabytes is refused by its fault', () => {
	expect(readJsonCards(`["${'x'.repeat(16_000_000)}`)).toMatchObject({
		problem: expect.stringMatching(/^is no valid JSON at line 1, column 2 /),
	});
});
