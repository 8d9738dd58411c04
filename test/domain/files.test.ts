/** The text of a file of cards, whatever wrote it. n8n's part, the detector, is an answer beside it. */
import { readFileCards } from '../../nodes/WhatsAppContacts/domain/cards/readCards';
import { fileText } from '../../nodes/WhatsAppContacts/domain/files/fileText';
import { isProblem } from '../../nodes/WhatsAppContacts/domain/reading';
import { encoded, fileVectors } from '../vectors/files';

const latin = (text: string) => Buffer.from(text, 'latin1');
const card = (name: string, head = 'FN') =>
	`BEGIN:VCARD\r\nVERSION:2.1\r\n${head}:${name}\r\nTEL:+5511987654321\r\nEND:VCARD\r\n`;

/** The names on the cards of a file, or what is wrong with it. */
function namesIn(bytes: Uint8Array, answer = ''): unknown {
	const text = fileText(bytes, () => answer);
	if (isProblem(text)) return text.problem;
	const cards = readFileCards({ value: { name: 'x', text: text.value } });
	return isProblem(cards) ? cards.problem : cards.value.cards.map(({ fullName }) => fullName);
}

const isWide = /shift_jis|gb18030|big5|euc-kr/;

it.each(fileVectors.map((vector) => [vector.that, vector] as const))(
	'reads %s, of one byte each without the detector',
	(that, { bytes, names }) => {
		const answer = isWide.exec(that)?.[0] ?? '';
		expect(namesIn(bytes, answer)).toEqual(names);
		expect(namesIn(bytes, answer.toUpperCase())).toEqual(names);
	},
);

const loneNames: Readonly<Record<string, readonly string[]>> = {
	'windows-1250': ['Żak', 'Łąk', 'Růžena', 'Jiří', 'Dvořák', 'Ľubošô'],
	'windows-1251': [
		'Щёкин',
		'Їжак',
		'Ґудзь',
		'Ўладзімір',
		'Ђорђе',
		'Ѓорѓи',
		'Ќосев',
		'Анна',
		'анна',
		'Иво',
		'Анна и Пётр',
		'А. П. Чехов',
	],
	'windows-1252': [
		...['Simões', 'Peña', 'Strauß', 'Lucì', 'Noëlö', 'Bjørn', 'Ástþór', 'Pèïro', 'Zoë', 'Ågüé'],
		...['Œuvrard', 'D’Ávila', 'Graçiòl', 'Éí', 'JOÃO', 'Zé à Beira'],
	],
	'windows-1253': ['Άννα', 'Ελένη'],
	'windows-1255': ['כהן'],
	'windows-1256': ['محمد', 'گلپر', 'فاطمة'],
	'windows-1257': ['Žukauskaitė', 'Õnne', 'Šõpr'],
	'windows-874': ['ใจดี'],
	'iso-8859-5': ['Иванов', 'Щука'],
	'iso-8859-6': ['فاطمة'],
	'iso-8859-7': ['Άννα'],
	'koi8-u': ['Иванов'],
	ibm866: ['Анна'],
	macintosh: ['José'],
};

it.each(
	Object.entries(loneNames).flatMap(([encoding, names]) =>
		names.map((name) => [encoding, name] as const),
	),
)('knows the language of a lone name, in %s: %s', (encoding, name) => {
	const bytes = encoded(card(name), encoding);
	expect(namesIn(bytes)).toEqual([name]);
	expect(namesIn(bytes, encoding)).toEqual([name]);
});

it.each([
	['Kędzior', 'windows-1250', 'windows-1250', 'Kêdzior'],
	['Kędzior', 'iso-8859-2', 'iso-8859-2', 'Kêdzior'],
	['Ionuţ', 'windows-1250', 'windows-1250', 'Ionuþ'],
	['Đorđe', 'windows-1250', 'windows-1250', 'Ðorðe'],
	['Győző', 'windows-1250', 'windows-1250', 'Gyõzõ'],
	['Ďurica', 'windows-1250', 'windows-1250', 'Ïurica'],
	['Ağa', 'windows-1254', 'iso-8859-9', 'Aða'],
	['Iğdır', 'windows-1254', 'windows-1254', 'Iðdýr'],
	['Jānis', 'windows-1257', 'windows-1257', 'Jânis'],
	['Ģirts', 'windows-1257', 'windows-1257', 'Ìirts'],
	['Šarūnas', 'windows-1257', 'windows-1257', 'Ğarûnas'],
	['ژاله', 'windows-1256', 'windows-1256', 'ЋЗбе'],
	['ИВАНОВ', 'koi8-u', 'koi8-r', 'йчбопч'],
	['κωυ', 'windows-1253', 'iso-8859-7', 'кщх'],
	['οε', 'iso-8859-7', 'iso-8859-7', 'пе'],
])(
	'believes the detector of %s in %s, where names alone do not say it',
	(name, encoding, answer, otherwise) => {
		const bytes = encoded(card(name), encoding);
		expect(namesIn(bytes, answer)).toEqual([name]);
		expect(namesIn(bytes)).toEqual([otherwise]);
	},
);

it.each([
	['O\x92Brien', 'O’Brien'],
	['Acme \x96 Sales', 'Acme – Sales'],
	['\x93Acme\x94\x85', '“Acme”…'],
	['Ana\xa0Silva', 'Ana\xa0Silva'],
	// Letters of another encoding, if they make a name.
	['Mar\x92a', 'María'],
	['\x91\x92\x93', 'СТУ'],
])('reads signs between ASCII as Windows writes them: %j', (bytes, name) => {
	expect(namesIn(latin(card(bytes)))).toEqual([name]);
});

it.each([
	['Chinese in gb18030', 'big5'],
	['Chinese in gb18030', 'shift_jis'],
	['Chinese in big5', 'gb18030'],
	['Chinese in big5', 'euc-jp'],
	['Japanese in shift_jis', 'euc-kr'],
])('knows %s by its common signs where the detector says %s', (that, answer) => {
	const file = fileVectors.find((vector) => vector.that === that);
	expect(file && namesIn(file.bytes, answer)).toEqual(file?.names);
});

it('shows the detector the names alone, often enough', () => {
	const shown: string[] = [];
	const detect = (bytes: Uint8Array) => {
		shown.push(Buffer.from(bytes).toString('latin1'));
		return '';
	};
	fileText(latin(card('Jo\xe3o Silva') + card('Souza;M\xe1rcia="Z\xe9",\xc1gua', 'N')), detect);
	// As often as the names alone are 200 letters.
	expect(shown).toEqual(['Jo\xe3o\nM\xe1rcia\nZ\xe9\n\xc1gua\n'.repeat(11)]);
	fileText(latin(card('Jo\xe3o '.repeat(20_000))), detect);
	expect(shown[1]?.length).toBeGreaterThan(20_000);
	expect(shown[1]?.length).toBeLessThan(20_010);
	fileText(latin(card('\xe3'.repeat(250))), detect);
	expect(shown[2]?.split('\n').map(({ length }) => length)).toEqual([100, 100, 50, 0]);
});

describe('the text of', () => {
	const head = 'BEGIN:VCARD\n';
	const wide = Buffer.from('BEGIN:VCARD'.padEnd(1000, ' ') + '\u4e01'.repeat(9000), 'utf16le');
	it.each<readonly [string, Buffer, string]>([
		['nothing', latin(''), ''],
		['a picture', latin('\x89PNG\xff'), '\x89PNG\xff'],
		['a card with a zero in it', latin(`${head}\0`), `${head}\0`],
		['UTF-16 whose Latin letters stand at its beginning only', wide, wide.toString('utf16le')],
		[
			'UTF-16 of which a fifth are zeros',
			Buffer.from('ab\u4e01\u4e02\u4e03', 'utf16le'),
			'ab\u4e01\u4e02\u4e03',
		],
		// Only a fold between two parts of one letter is none.
		['a letter torn by a fold', latin(`${head}\xd0\r\n \x90`), `${head}А`],
		['a letter torn by a fold with LF and a tab', latin(`${head}\xd0\n\t\xbf`), `${head}п`],
		['a letter torn twice by its lowest bytes', latin(`${head}\xe4\n \x80\n \x80`), `${head}䀀`],
		[
			'UTF-16 of Chinese with its mark',
			Buffer.from('\ufeff\u4e01\u4e02', 'utf16le'),
			'\u4e01\u4e02',
		],
		[
			'UTF-16BE of Chinese with its mark',
			Buffer.from('\ufeff\u4e01\u4e02', 'utf16le').swap16(),
			'\u4e01\u4e02',
		],
		['a letter torn twice', latin(`${head}\xe4\n \xb8\n \x80`), `${head}一`],
		[
			'a torn letter and whole ones at folds',
			latin(`${head}\xd0\n \x90\n \xd0\x91\n x\n \xd0\x92\n`),
			`${head}А\n Б\n x\n В\n`,
		],
		[
			'four letters and a broken one',
			latin(`${head}${'\xd0\x90'.repeat(4)}\xff`),
			`${head}АААА\ufffd`,
		],
		[
			'a line end that is no fold',
			latin(`${head}${'\xd0\x90'.repeat(9)}\xd0\n\x90`),
			`${head}${'А'.repeat(9)}\ufffd\n\ufffd`,
		],
		[
			'a CR that is no fold',
			latin(`${head}${'\xd0\x90'.repeat(9)}\xd0\r \x90`),
			`${head}${'А'.repeat(9)}\ufffd\r \ufffd`,
		],
	])('%s', (_that, bytes, text) => {
		expect(fileText(bytes, () => '')).toEqual({ value: text });
	});
});

it.each(['\n', '\r ', '\rx ', 'x\n ', ' ', '\nx', '\n\n', '\r\r '])(
	'leaves a letter in two parts that no fold tore: %j',
	(between) => {
		const text = `BEGIN:VCARD\n${'А'.repeat(8)}`;
		const torn = Buffer.concat([Buffer.from(text), latin(`\xd0${between}\x90`)]);
		expect(fileText(torn, () => '')).toEqual({ value: `${text}\ufffd${between}\ufffd` });
		const ascii = Buffer.concat([Buffer.from(text), latin('x\n \x90')]);
		expect(fileText(ascii, () => '')).toEqual({ value: `${text}x\n \ufffd` });
	},
);

it.each([
	['a charset in quotes', card('\xc1\xce\xce\xc1', 'FN;CHARSET="KOI8-R"'), ['анна']],
	['a charset in small letters', card('\xc1\xce\xce\xc1', 'FN;charset=koi8-r'), ['анна']],
	['a charset beside ASCII', card('Ana', 'FN;CHARSET=KOI8-R') + card('Jo\xe3o'), ['Ana', 'João']],
	[
		'UTF-8, which it is not, before another',
		card('\xc1\xce\xce\xc1', 'FN;CHARSET=UTF-8') + card('\xc1\xce\xd1', 'FN;CHARSET=KOI8-R'),
		['анна', 'аня'],
	],
])('a file that names %s', (_that, text, names) => {
	expect(namesIn(latin(text))).toEqual(names);
});

it.each([
	['noise', `BEGIN:VCARD\n${'\x81\x8d\x90\x9d\xff\xfe\xa0'.repeat(99)}`],
	['Unicode of three letters and a broken one', card('\xd0\x90\xd0\xbd\xd0\xb0\xff')],
])('is refused where it is %s', (_that, text) => {
	expect(fileText(latin(text), () => 'x-none')).toEqual({
		problem: 'is written in an encoding that cannot be told. Choose a file that was saved as UTF-8',
	});
});

describe('the cards of a file', () => {
	const field = 'binaryPropertyName';
	const text = `${card('Ana')}BEGIN:VCARD\nFN:Bea\nEND:VCARD`;

	it('are refused with the name of what the user chose', () => {
		expect(readFileCards({ problem: 'is gone. Add it' })).toEqual({
			field,
			problem: 'is gone. Add it',
		});
		expect(readFileCards({ value: { name: '"a.txt"', text: 'Hello' } })).toEqual({
			field,
			problem:
				'the file "a.txt" holds no vCard. Choose a .vcf file, as phones and address books export it',
		});
	});

	it('are skipped only where the user says so', () => {
		const file = { value: { name: 'x', text } };
		expect(readFileCards(file)).toEqual({
			field,
			problem: expect.stringMatching(/^card 2 \(Bea\) has no phone number/),
		});
		expect(readFileCards(file, undefined, true)).toMatchObject({ value: { skippedCount: 1 } });
		const national = { value: { name: 'x', text: text.replace('+5511987654321', '11987654321') } };
		expect(readFileCards(national, 'BR', true)).toMatchObject({
			value: { cards: [{ phones: [{ digits: '5511987654321' }] }] },
		});
	});
});
