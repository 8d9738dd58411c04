/**
 * Encodings with one byte for a letter, and what the languages that are written in them look like.
 * Every byte is a letter in several of them; only in the right one do the letters belong together.
 */

/** An encoding, by WHATWG's name, and its languages' letters outside ASCII, in lower case. */
export interface Alphabets {
	readonly encoding: string;
	readonly languages: readonly string[];
	/** Nobody has exported an address book in it for long. */
	readonly isRare?: boolean;
}

const russian = 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя';
const cyrillic = [
	russian,
	'абвгґдеєжзиіїйклмнопрстуфхцчшщьюя',
	'абвгдеёжзійклмнопрстуўфхцчшыьэюя',
	'абвгдђежзијклљмнњопрстћуфхцчџш',
	'абвгдѓежзѕијклљмнњопрстќуфхцчџш',
];
const greek = ['αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ'];
const arabic = [
	'ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيًٌٍَُِّْـ',
	'ءآأؤئابپتثجچحخدذرزژسشصضطظعغفقکكگلمنهوىيی',
];
const western = [
	'áâãàçéêíóôõúü',
	'áéíñóúü',
	'àâæçéèêëîïôœùûüÿ',
	'äöüß',
	'àèéìíîòóùú',
	'áéëïíóöúü',
	'åæøéäö',
	'åäöéü',
	'áðéíóúýþæö',
	'àçèéíïòóúü',
];
const central = [
	'ąćęłńóśźż',
	'áčďéěíňóřšťúůýž',
	'áäčďéíĺľňóôŕšťúýž',
	'áéíóöőúüű',
	'ăâîşţ',
	'čćđšž',
];

/** The likelier of two that read a text alike stands first. */
export const alphabets: readonly Alphabets[] = [
	{ encoding: 'windows-1252', languages: western },
	{ encoding: 'windows-1251', languages: cyrillic },
	{ encoding: 'windows-1250', languages: central },
	{ encoding: 'windows-1254', languages: ['âçğîıöşûüi̇'] },
	{ encoding: 'windows-1253', languages: greek },
	{ encoding: 'windows-1255', languages: ['אבגדהוזחטיךכלםמןנסעףפץצקרשת'] },
	{ encoding: 'windows-1256', languages: arabic },
	{ encoding: 'windows-1257', languages: ['ąčęėįšųūž', 'āčēģīķļņšūž', 'äõöüšž'] },
	{ encoding: 'iso-8859-2', languages: central },
	{ encoding: 'iso-8859-7', languages: greek },
	{ encoding: 'koi8-u', languages: cyrillic, isRare: true },
	{ encoding: 'ibm866', languages: cyrillic, isRare: true },
	{ encoding: 'macintosh', languages: western, isRare: true },
	{ encoding: 'iso-8859-5', languages: cyrillic, isRare: true },
	{ encoding: 'iso-8859-6', languages: arabic, isRare: true },
	{
		encoding: 'windows-874',
		isRare: true,
		languages: [String.fromCharCode(...Array.from({ length: 0x5b }, (_, at) => 0xe01 + at))],
	},
];

/** Two bytes for a sign; almost anything is one there, so the detector has to say so first. */
export const wideEncodings = [
	{ encoding: 'gb18030', common: [0xb0, 0xd7] },
	{ encoding: 'big5', common: [0xa4, 0xc6] },
	{ encoding: 'shift_jis', common: [0x82, 0x97] },
	{ encoding: 'euc-kr', common: [0xb0, 0xc8] },
	{ encoding: 'euc-jp', common: [0xa4, 0xcf] },
] as const;
