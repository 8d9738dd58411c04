/** Files of cards as programs of all times wrote them, and the names that are in them. */

export interface FileVector {
	readonly that: string;
	readonly bytes: Uint8Array;
	/** The full names of the cards. */
	readonly names: readonly string[];
}

/** A card as phones of the time of each encoding wrote it: version 2.1, without a charset. */
const card = (name: string, at = 0, head = 'FN') =>
	[
		...['BEGIN:VCARD', 'VERSION:2.1', `${head}:${name}`, `TEL;CELL:+55119876543${at}`],
		...['EMAIL;INTERNET:contact@example.com', 'END:VCARD', ''],
	].join('\r\n');

const cards = (names: readonly string[]) => names.map((name, at) => card(name, at)).join('');

/** Signs that Node.js's decoder of Windows-1252 has wrong in some versions. */
const signs: Readonly<Record<string, number>> = { '’': 0x92, '–': 0x96, Œ: 0x8c, '€': 0x80 };

/** The decoder backwards; `€` and its like by hand. */
export function encoded(text: string, encoding: string): Uint8Array {
	const bytes = new Map<string, number>();
	for (let byte = 255; byte >= 0; byte -= 1) {
		bytes.set(new TextDecoder(encoding).decode(Uint8Array.of(byte)), byte);
	}
	return Uint8Array.from([...text], (sign) => {
		const byte = (encoding === 'windows-1252' ? signs[sign] : undefined) ?? bytes.get(sign);
		if (byte === undefined) throw new Error(`${encoding} has no ${sign}`);
		return byte;
	});
}

const inEncoding = (that: string, encoding: string, ...names: string[]): FileVector => ({
	that: `${that} in ${encoding}`,
	bytes: encoded(cards(names), encoding),
	names,
});

const wide = (text: string, isBig: boolean) => {
	const bytes = Buffer.from(text, 'utf16le');
	return isBig ? bytes.swap16() : bytes;
};

const latin = (text: string) => Buffer.from(text, 'latin1');

const several = ['João Conceição', 'Анна Щукина', '李华', '😀 Emoji'];
const russian = ['Анна Сильва', 'Пётр Ильич', 'Ольга Смирнова', 'ИВАНОВ'];

const unicode: readonly FileVector[] = [
	{ that: 'UTF-8', bytes: Buffer.from(cards(several)), names: several },
	{ that: 'UTF-8 with its mark', bytes: Buffer.from(`\ufeff${cards(several)}`), names: several },
	...[false, true].flatMap((isBig) =>
		['', '\ufeff'].map((mark) => ({
			that: `UTF-16${isBig ? 'BE' : 'LE'} ${mark ? 'with' : 'without'} its mark`,
			bytes: wide(mark + cards(several), isBig),
			names: several,
		})),
	),
	{ that: 'ASCII', bytes: Buffer.from(cards(['Ana Silva'])), names: ['Ana Silva'] },
	{
		that: 'UTF-8 that was folded within a letter',
		bytes: latin(card('\xd0\x90\xd0\xbd\xd0\r\n \xbd\xd0\xb0 \xd0\x9b\xd0\xb8')),
		names: ['Анна Ли'],
	},
];

/** One byte for a letter, and nothing in the file that says which. */
const narrow: readonly FileVector[] = [
	inEncoding('Russian', 'windows-1251', ...russian),
	inEncoding('one Russian', 'windows-1251', 'Пётр Ильич'),
	inEncoding('Ukrainian', 'windows-1251', 'Ганна Їжакевич', 'Євген Петренко', 'ТОВ «Зоря»'),
	inEncoding('one Ukrainian', 'windows-1251', 'Олена Ґудзь'),
	inEncoding('Belarusian', 'windows-1251', 'Янка Купала', 'Аляксей Ўладзіміравіч'),
	inEncoding('Serbian', 'windows-1251', 'Ђорђе Јовановић', 'Његош'),
	inEncoding('Russian', 'koi8-r', ...russian),
	inEncoding('Russian', 'ibm866', ...russian),
	inEncoding('Greek', 'windows-1253', 'Γιώργος Παπαδόπουλος', 'Άννα Ελένη', 'Κώστας Ωραίος'),
	inEncoding('Greek', 'iso-8859-7', 'Γιώργος Παπαδόπουλος', 'Άννα Ελένη', 'Μαρία'),
	inEncoding('Hebrew', 'windows-1255', 'דוד כהן', 'משה לוי', 'שרה אברהם', 'נועה'),
	inEncoding('one Hebrew', 'windows-1255', 'משה לוי'),
	inEncoding('Arabic', 'windows-1256', 'محمد علي', 'فاطمة حسن', 'خالد'),
	inEncoding('Portuguese', 'iso-8859-1', 'João Conceição', 'Márcia Gonçalves', 'Zé'),
	inEncoding('Portuguese', 'windows-1252', 'D’Ávila', 'Padaria São José – Balcão', 'Água'),
	inEncoding('French', 'windows-1252', 'François Lefèvre', 'Hélène Œuvrard', 'Chloé €'),
	inEncoding('German and Portuguese', 'windows-1252', 'João Müller', 'Björn Conceição'),
	inEncoding('Polish', 'windows-1250', 'Łukasz Wiśniewski', 'Małgorzata Żółć', 'Paweł'),
	inEncoding('Polish', 'iso-8859-2', 'Łukasz Wiśniewski', 'Małgorzata Żółć', 'Paweł'),
	inEncoding('Czech', 'windows-1250', 'Jiří Dvořák', 'Šárka Němcová', 'Tomáš Novotný'),
	inEncoding('Hungarian', 'windows-1250', 'Győző Szűcs', 'Erzsébet Kovács'),
	inEncoding('Turkish', 'windows-1254', 'Ayşe Yılmaz', 'İsmail Çağlar', 'Gülşen'),
	inEncoding('Lithuanian', 'windows-1257', 'Jūratė Žukauskaitė', 'Šarūnas'),
	inEncoding('Portuguese', 'macintosh', 'João Conceição', 'François'),
	inEncoding('Thai', 'windows-874', 'สมชาย ใจดี', 'มาลี'),
];

/** Two bytes for a sign; Node.js decodes these and encodes none. */
const twoBytes: readonly FileVector[] = [
	{
		that: 'Japanese in shift_jis',
		bytes: latin(
			cards([
				'\x8eR\x93c\x91\xbe\x98Y',
				'\x8d\xb2\x93\xa1\x89\xd4\x8eq',
				'\x97\xe9\x96\xd8',
				'\x82\xe2\x82\xdc\x82\xbe',
			]),
		),
		names: ['山田太郎', '佐藤花子', '鈴木', 'やまだ'],
	},
	{
		that: 'Chinese in gb18030',
		bytes: latin(cards(['\xcd\xf5\xd0\xa1\xc3\xf7', '\xc0\xee\xbb\xaa', '\xd5\xc5\xce\xb0'])),
		names: ['王小明', '李华', '张伟'],
	},
	{
		that: 'Chinese in big5',
		bytes: latin(cards(['\xa4\xfd\xa4p\xa9\xfa', '\xa7\xf5\xb5\xd8', '\xb1i\xb0\xb6'])),
		names: ['王小明', '李華', '張偉'],
	},
	{
		that: 'Korean in euc-kr',
		bytes: latin(cards(['\xb1\xe8\xc3\xb6\xbc\xf6', '\xc0\xcc\xbf\xb5\xc8\xf1'])),
		names: ['김철수', '이영희'],
	},
];

/** What the file itself says of its encoding. */
const declared: readonly FileVector[] = [
	{
		that: 'quoted-printable with a charset',
		bytes: Buffer.from(
			card('=C0=ED=ED=E0', 0, 'FN;CHARSET=windows-1251;ENCODING=QUOTED-PRINTABLE') +
				card('D=92=C1vila', 1, 'FN;CHARSET=WINDOWS-1252;QUOTED-PRINTABLE') +
				card('=D7=93=D7=95=D7=93', 2, 'FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE'),
		),
		names: ['Анна', 'D’Ávila', 'דוד'],
	},
	{
		that: 'a charset beside plain bytes',
		bytes: encoded(card('бннб', 0, 'FN;CHARSET=KOI8-R') + card('хо', 1), 'koi8-r'),
		names: ['бннб', 'хо'],
	},
	{
		that: 'a charset that nobody knows',
		bytes: encoded(card('João', 0, 'FN;CHARSET=X-NONE') + card('Márcia', 1), 'windows-1252'),
		names: ['João', 'Márcia'],
	},
];

/** Every file must give its cards, in either n8n and however it keeps files. */
export const fileVectors: readonly FileVector[] = [...unicode, ...narrow, ...twoBytes, ...declared];

/** A file of people, for what is not about encodings. */
export const fileOf = (...names: string[]) => Buffer.from(cards(names));

/** Of three cards the second has no number, and the third a letter that is none. */
export const brokenFile = Buffer.concat([
	Buffer.from(cards(['Анна Сильва'])),
	Buffer.from('BEGIN:VCARD\nVERSION:3.0\nFN:Boletim\nEND:VCARD\n'),
	latin('BEGIN:VCARD\nFN:Jo\xe3o\nTEL:+5511987654329\nEND:VCARD\n'),
]);
