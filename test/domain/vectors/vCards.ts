/** The interface's rules for vCards, row by row, with files as programs really write them. */
import { bare, type CardsVector } from './cards';

const vCard = (...lines: string[]) =>
	['BEGIN:VCARD', 'VERSION:3.0', ...lines, 'END:VCARD'].join('\r\n');
const old = (...lines: string[]) =>
	['BEGIN:VCARD', 'VERSION:2.1', ...lines, 'END:VCARD'].join('\r\n');

const tel = 'TEL:+5511987654321';
const phones = [{ digits: '5511987654321', styled: '+5511987654321' }];
const ana = { fullName: 'Ana', phones };

type Row =
	| 'of WhatsApp'
	| 'of Google, Apple, Android, Outlook'
	| 'FN and N'
	| 'TEL, preferred or waid first'
	| 'waid'
	| 'ORG, EMAIL, URL, NOTE'
	| 'left out'
	| 'folding and line ends'
	| 'groups and parameters'
	| 'quoted-printable and character sets'
	| 'escapes'
	| 'many, unfinished, nested'
	| 'one bad card'
	| 'no vCard';

export const vCards = {
	'of WhatsApp': [
		{
			given:
				'BEGIN:VCARD\nVERSION:3.0\nN:Андреевич;Виктор;;;\nFN:Виктор Андреевич\nORG:Image\nTITLE:\n' +
				'item1.TEL;waid=79001234569:+7 900 123-45-69\nitem1.X-ABLabel:Мобильный\nEND:VCARD',
			cards: [
				{
					fullName: 'Виктор Андреевич',
					firstName: 'Виктор',
					lastName: 'Андреевич',
					company: 'Image',
					phones: [{ digits: '79001234569', styled: '+7 900 123-45-69' }],
				},
			],
		},
		{
			given:
				'BEGIN:VCARD\nVERSION:3.0\nN:;nome;;;\nFN:nome\n' +
				'TEL;type=CELL;type=VOICE;waid=5544999999999:+55 44 9999-9999\nEND:VCARD',
			cards: [
				{
					fullName: 'nome',
					firstName: 'nome',
					phones: [{ digits: '554499999999', styled: '+55 44 9999-9999' }],
					whatsAppId: '5544999999999',
				},
			],
		},
		{
			given:
				'BEGIN:VCARD\nVERSION:3.0\nN:Guilherme Gomes\nFN:Guilherme Gomes\nORG:AtendAI;\nEMAIL:a@b.example\n' +
				'URL:b.example\nitem1.TEL;waid=553198296801@s.whatsapp.net:+55 31 9829-6801\n' +
				'item1.X-ABLabel:Celular\nEND:VCARD',
			cards: [
				{
					fullName: 'Guilherme Gomes',
					lastName: 'Guilherme Gomes',
					company: 'AtendAI',
					email: 'a@b.example',
					url: 'b.example',
					phones: [{ digits: '553198296801', styled: '+55 31 9829-6801' }],
				},
			],
		},
	],
	'of Google, Apple, Android, Outlook': [
		{
			given:
				'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana Maria Silva\r\nN:Silva;Ana;Maria;;\r\n' +
				'EMAIL;TYPE=INTERNET;TYPE=HOME:ana@b.example\r\nTEL;TYPE=CELL:+55 11 98765-4321\r\n' +
				'ADR;TYPE=HOME:;;Rua A\\, 1;São Paulo;;;Brazil\r\nitem1.ORG:Acme Ltda.\r\n' +
				'item1.X-ABLabel:\r\nBDAY:19900101\r\nPHOTO:https://lh3.example/photo.jpg\r\n' +
				'CATEGORIES:myContacts\r\nEND:VCARD\r\n',
			cards: [
				{
					fullName: 'Ana Maria Silva',
					firstName: 'Ana',
					middleName: 'Maria',
					lastName: 'Silva',
					company: 'Acme Ltda.',
					email: 'ana@b.example',
					phones: [{ digits: '5511987654321', styled: '+55 11 98765-4321' }],
				},
			],
			omitted: ['vCard.ADR', 'vCard.BDAY', 'vCard.CATEGORIES', 'vCard.PHOTO'],
		},
		{
			given:
				'BEGIN:VCARD\r\nVERSION:3.0\r\nPRODID:-//Apple Inc.//iPhone OS 17.0//EN\r\n' +
				'N:Silva;Ana;;;\r\nFN:Ana Silva\r\nORG:Acme;\r\nitem1.EMAIL;type=INTERNET;type=pref:ana@b.example\r\n' +
				'item1.X-ABLabel:_$!<Work>!$_\r\nTEL;type=HOME;type=VOICE:+55 11 3456-7890\r\n' +
				'TEL;type=CELL;type=VOICE;type=pref:+55\u00a011\u00a098765\u20114321\r\n' +
				'item2.URL;type=pref:https\\://b.example\r\nitem2.X-ABLabel:_$!<HomePage>!$_\r\n' +
				'REV:2024-01-01T00:00:00Z\r\nUID:1\r\nEND:VCARD\r\n',
			cards: [
				{
					fullName: 'Ana Silva',
					firstName: 'Ana',
					lastName: 'Silva',
					company: 'Acme',
					email: 'ana@b.example',
					url: 'https://b.example',
					phones: [
						{ digits: '5511987654321', styled: '+55\u00a011\u00a098765-4321' },
						{ digits: '551134567890', styled: '+55 11 3456-7890' },
					],
				},
			],
		},
		{
			given:
				'BEGIN:VCARD\r\nVERSION:2.1\r\n' +
				'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=D0=98=D0=B2=D0=B0=D0=BD=D0=BE=D0=B2;=D0=98=D0=B2=D0=B0=\r\n=D0=BD;;;\r\n' +
				'FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=D0=98=D0=B2=D0=B0=D0=BD=20=D0=98=D0=B2=D0=B0=D0=BD=\r\n=D0=BE=D0=B2\r\n' +
				'TEL;CELL;PREF:8-900-123-45-67\r\nTEL;HOME:+74951234567\r\n' +
				'PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQSkZJRgABAQ\r\n AAAQABAAD/2wBDAA==\r\n\r\n' +
				'X-ANDROID-CUSTOM:vnd.android.cursor.item/nickname;x;1;;;;;;;;;;;;;\r\nEND:VCARD\r\n',
			country: 'RU',
			cards: [
				{
					fullName: 'Иван Иванов',
					firstName: 'Иван',
					lastName: 'Иванов',
					phones: [
						{ digits: '79001234567', styled: null },
						{ digits: '74951234567', styled: '+74951234567' },
					],
				},
			],
			omitted: ['vCard.PHOTO'],
		},
		{
			given:
				'BEGIN:VCARD\r\nVERSION:2.1\r\nN;LANGUAGE=de;CHARSET=Windows-1252:Müller;Jörg\r\n' +
				'FN;CHARSET=Windows-1252;ENCODING=QUOTED-PRINTABLE:J=F6rg M=FCller\r\nORG:Acme GmbH;Einkauf\r\n' +
				'TEL;WORK;VOICE:+49 (89) 1234-567\r\nLABEL;WORK;PREF;ENCODING=QUOTED-PRINTABLE:Weg 1=0D=0A=\r\n80331 M=FCnchen\r\n' +
				'X-MS-OL-DEFAULT-POSTAL-ADDRESS:2\r\nEND:VCARD\r\n',
			cards: [
				{
					fullName: 'Jörg Müller',
					firstName: 'Jörg',
					lastName: 'Müller',
					company: 'Acme GmbH',
					phones: [{ digits: '49891234567', styled: '+49 (89) 1234-567' }],
				},
			],
			omitted: ['vCard.LABEL', 'vCard.ORG'],
		},
		{
			given:
				'BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ana Silva\r\nN:Silva;Ana;;Dr.;\r\nGENDER:F\r\nKIND:individual\r\n' +
				'TEL;VALUE=uri;PREF=50;TYPE=home:tel:+55-11-3456-7890\r\n' +
				'TEL;VALUE=uri;PREF=1;TYPE="voice,cell":tel:+55-11-98765-4321;ext=5\r\nEND:VCARD\r\n',
			cards: [
				{
					fullName: 'Ana Silva',
					firstName: 'Ana',
					lastName: 'Silva',
					phones: [
						{ digits: '5511987654321', styled: '+55-11-98765-4321' },
						{ digits: '551134567890', styled: '+55-11-3456-7890' },
					],
				},
			],
			omitted: ['vCard.GENDER', 'vCard.KIND', 'vCard.N', 'vCard.TEL'],
		},
	],
	'FN and N': [
		{ given: vCard('FN:Ana', tel), cards: [ana] },
		{
			given: vCard('N:Silva;Ana;Maria;;', tel),
			cards: [
				{
					fullName: 'Ana Maria Silva',
					firstName: 'Ana',
					middleName: 'Maria',
					lastName: 'Silva',
					phones,
				},
			],
		},
		{
			given: vCard('N:;;;;', 'FN: ', 'ORG:Acme', tel),
			cards: [{ fullName: 'Acme', company: 'Acme', phones }],
		},
		{
			given: vCard('FN:Dr. Ana', 'N:;Ana;;Dr.;', tel),
			cards: [{ fullName: 'Dr. Ana', firstName: 'Ana', phones }],
		},
		{
			given: vCard('N:;Ana;;Dr.;', tel),
			cards: [{ ...ana, firstName: 'Ana' }],
			omitted: ['vCard.N'],
		},
		{
			given: vCard('FN:Ana', 'FN:Anna', 'N:;Ana', 'N:;Anna', tel),
			cards: [{ ...ana, firstName: 'Ana' }],
			omitted: ['vCard.FN', 'vCard.N'],
		},
		{
			given: vCard('FN:Ana', 'FN:Ana', 'N:;Ana', 'N:;Ana;', tel),
			cards: [{ ...ana, firstName: 'Ana' }],
			omitted: ['vCard.N'],
		},
	],
	'TEL, preferred or waid first': [
		{
			given: vCard('FN:Ana', 'TEL:79001234567', 'TEL;TYPE=PREF:5511987654321'),
			cards: [{ fullName: 'Ana', phones: bare('5511987654321', '79001234567') }],
		},
		{
			given: vCard('FN:Ana', 'TEL:79001234567', 'TEL;PREF=1:5511987654321'),
			cards: [{ fullName: 'Ana', phones: bare('5511987654321', '79001234567') }],
		},
		{
			given: vCard('FN:Ana', 'TEL:79001234567', 'TEL;PREF:5511987654321'),
			cards: [{ fullName: 'Ana', phones: bare('5511987654321', '79001234567') }],
		},
		{
			given: vCard(
				'FN:Ana',
				'TEL:79001234567',
				'TEL;PREF=9:12015550123',
				'TEL;PREF=2:5511987654321',
			),
			cards: [{ fullName: 'Ana', phones: bare('5511987654321', '12015550123', '79001234567') }],
		},
		{
			given: vCard('FN:Ana', 'TEL;TYPE=pref:12015550123', 'TEL;waid=5511987654321:+5511987654321'),
			cards: [{ fullName: 'Ana', phones: [...phones, ...bare('12015550123')] }],
		},
		{ given: vCard('FN:Ana', tel, 'TEL;TYPE=HOME:+55 11 98765-4321', 'TEL:'), cards: [ana] },
	],
	waid: [
		{
			given: vCard('FN:Ana', 'TEL;waid=5511987654321:98765-4321'),
			cards: [{ fullName: 'Ana', phones: bare('5511987654321') }],
		},
		{
			given: vCard('FN:Ana', 'TEL;WAID=5511987654321:011 98765-4321'),
			country: 'BR',
			cards: [{ fullName: 'Ana', phones: bare('5511987654321') }],
		},
		{
			given: vCard('FN:Ana', 'TEL;waid=5511987654321:'),
			cards: [{ fullName: 'Ana', phones: bare('5511987654321') }],
		},
		{
			given: vCard('FN:Ana', 'TEL;waid=79001234567:+5511987654321'),
			cards: [{ ...ana, whatsAppId: '79001234567' }],
		},
		{
			given: vCard('FN:Ana', 'TEL;waid=79001234567:00 55 11 98765-4321'),
			cards: [{ fullName: 'Ana', phones: bare('5511987654321'), whatsAppId: '79001234567' }],
		},
		{ given: vCard('FN:Ana', 'TEL;waid=:+5511987654321'), cards: [ana] },
		{ given: vCard('FN:Ana', 'TEL;waid=x:+5511987654321'), cards: [ana], omitted: ['vCard.TEL'] },
	],
	'ORG, EMAIL, URL, NOTE': [
		{
			given: vCard(
				'FN:Ana',
				'ORG:Acme',
				'EMAIL:a@b.example',
				'URL:b.example',
				'NOTE:One\\nTwo',
				tel,
			),
			cards: [
				{
					...ana,
					company: 'Acme',
					email: 'a@b.example',
					url: 'b.example',
					businessDescription: 'One Two',
				},
			],
		},
		{
			given: vCard(
				'FN:Ana',
				'EMAIL:a@b.example',
				'EMAIL;TYPE=pref:c@d.example',
				'URL:b.example',
				'URL:d.example',
				'NOTE:',
				'NOTE:One',
				tel,
			),
			cards: [{ ...ana, email: 'c@d.example', url: 'b.example', businessDescription: 'One' }],
			omitted: ['vCard.EMAIL', 'vCard.URL'],
		},
		{
			given: vCard('FN:Ana', 'ORG:Acme\\; Co;Sales;', tel),
			cards: [{ ...ana, company: 'Acme; Co' }],
			omitted: ['vCard.ORG'],
		},
	],
	'left out': [
		{
			given: vCard(
				'FN:Ana',
				'PRODID:x',
				'UID:x',
				'REV:x',
				'X-ABLabel:x',
				'x-wa-biz-name:x',
				'TITLE:',
				'item1.photo;ENCODING=b:QUJD',
				'constructor:x',
				'__proto__:x',
				tel,
			),
			cards: [ana],
			omitted: ['vCard.CONSTRUCTOR', 'vCard.PHOTO', 'vCard.__PROTO__'],
		},
	],
	'folding and line ends': [
		{ given: vCard('FN:A', ' n', '\ta', 'TEL', ' :+55119', ' 87654321'), cards: [ana] },
		{ given: vCard('FN:Ana', tel).replace(/\r/g, ''), cards: [ana] },
		{ given: vCard('FN:Ana', tel).replace(/\n/g, ''), cards: [ana] },
		{ given: vCard('FN:Ana', tel).replace(/\r\n/g, '\r\r\n'), cards: [ana] },
		{ given: `\ufeff${vCard('FN:Ana', tel)}`, cards: [ana] },
		{ given: vCard('FN:Ana', tel).replace(/^/gm, '\t\t'), cards: [ana] },
		{ given: vCard('FN:Ana', tel).replace(/\r\n/g, '\\n'), cards: [ana] },
		{
			given: vCard('FN:Ana', 'NOTE:One', 'and two', tel),
			cards: [{ ...ana, businessDescription: 'One and two' }],
		},
		{
			given: vCard('FN:Ana', 'NOTE:One', ' END:VCARD', ' BEGIN:VCARD', tel),
			cards: [{ ...ana, businessDescription: 'OneEND:VCARDBEGIN:VCARD' }],
		},
	],
	'groups and parameters': [
		{
			given: vCard('a.b.FN;LANGUAGE=pt:Ana', 'item1.tel;type="cell;:x",voice:+5511987654321'),
			cards: [ana],
		},
		{ given: vCard('FN;X="a:Ana', tel), cards: [ana] },
		{ given: vCard('FN:Ana', `TEL;${'TYPE=CELL;'.repeat(500)}PREF:+5511987654321`), cards: [ana] },
	],
	'quoted-printable and character sets': [
		{ given: old('FN;QUOTED-PRINTABLE:An=61', tel), cards: [ana] },
		{
			given: old('FN;ENCODING=QUOTED-PRINTABLE;CHARSET=windows-1251:=C0=ED=E0', tel),
			cards: [{ ...ana, fullName: 'Ана' }],
		},
		{
			given: old('FN;ENCODING=QUOTED-PRINTABLE;CHARSET=ISO-8859-1:Jos=E9', tel),
			cards: [{ ...ana, fullName: 'José' }],
		},
		{
			given: old('FN;ENCODING=QUOTED-PRINTABLE;CHARSET=Shift_JIS:=83A', tel),
			cards: [{ ...ana, fullName: 'ア' }],
		},
		{ given: old('FN;ENCODING=QUOTED-PRINTABLE:Ana=', '', tel), cards: [ana] },
		{
			given: old('FN;ENCODING=QUOTED-PRINTABLE:=ZZ José =3D', tel),
			cards: [{ ...ana, fullName: '=ZZ José =' }],
		},
		{
			given: old('FN:Ana', 'NOTE;ENCODING=QUOTED-PRINTABLE:One=0D=0A=', 'TEL:two', tel),
			cards: [{ ...ana, businessDescription: 'One TEL:two' }],
		},
		{ given: vCard('FN;ENCODING=b:QW5h', tel), cards: [ana] },
		{
			given: old('FN;ENCODING=QUOTED-PRINTABLE:Jos=E9', tel),
			field: 'vCard',
			problem: /^card 1: FN is not readable as "utf-8" text\. Export the vCard in UTF-8/,
		},
		{
			given: old('FN;ENCODING=QUOTED-PRINTABLE;CHARSET=X-NONE:Ana', tel),
			field: 'vCard',
			problem: /not readable as "x-none" text/,
		},
	],
	escapes: [
		{
			given: vCard('FN:A\\, B\\; C\\\\ D\\: E\\n F\\N G\\h', tel),
			cards: [{ ...ana, fullName: 'A, B; C\\ D: E F G\\h' }],
		},
		{
			given: vCard('N:Sil\\;va;A\\,na;;;', tel),
			cards: [{ fullName: 'A,na Sil;va', firstName: 'A,na', lastName: 'Sil;va', phones }],
		},
		{
			given: old('FN:Ana', 'NOTE:C:\\new\\; x', tel),
			cards: [{ ...ana, businessDescription: 'C:\\new; x' }],
		},
	],
	'many, unfinished, nested': [
		{
			given: `${vCard('FN:Ana', tel)}\r\n\r\n\ufeff${vCard('FN:Bea', tel)}`,
			cards: [ana, { ...ana, fullName: 'Bea' }],
		},
		{ given: `BEGIN:VCARD\nFN:Ana\n${tel}`, cards: [ana] },
		{
			given: `BEGIN:VCARD\nFN:Ana\n${tel}\nBEGIN:VCARD\nFN:Bea\n${tel}\n`,
			cards: [ana, { ...ana, fullName: 'Bea' }],
		},
		{ given: `begin:vcard \nversion:3.0\nfn:Ana\ntel:+5511987654321\nend:vcard`, cards: [ana] },
		{ given: `Dear all,\nTEL:+1\n${vCard('FN:Ana', tel)}\nFN:Bea\nBye`, cards: [ana] },
		{
			given: old(
				'FN:Ana',
				'AGENT:',
				'BEGIN:VCARD',
				'FN:Bea',
				'TEL:+79001234567',
				'AGENT:',
				'BEGIN:VCARD',
				'END:VCARD',
				'END:VCARD',
				tel,
			),
			cards: [ana],
			omitted: ['vCard.AGENT'],
		},
		{
			given: old('FN:Ana', 'AGENT:BEGIN:VCARD', 'FN:Bea', 'END:VCARD', tel),
			cards: [ana],
			omitted: ['vCard.AGENT'],
		},
		{
			given: vCard('FN:Ana', 'AGENT:BEGIN:VCARD\\nFN:Bea\\nEND:VCARD\\n', tel),
			cards: [ana],
			omitted: ['vCard.AGENT'],
		},
		{
			given: `BEGIN:VCARD\nFN:Ana\n${tel}\nAGENT;VALUE=uri:CID:x\nBEGIN:VCARD\nFN:Bea\n${tel}\n`,
			cards: [ana, { ...ana, fullName: 'Bea' }],
			omitted: ['vCard.AGENT'],
		},
	],
	'one bad card': [
		{
			given: [vCard('FN:Bea', tel), vCard('FN:Eva', tel), vCard('FN:Ana Silva')].join('\n'),
			field: 'vCard',
			problem: /^card 3 \(Ana Silva\) has no phone number\. Add a line with one, e\.g\. TEL:\+/,
		},
		{
			given: vCard('N:Silva;Ana;;;'),
			field: 'vCard',
			problem: /^card 1 \(Ana Silva\) has no phone number/,
		},
		{ given: vCard('ORG:Acme'), field: 'vCard', problem: /^card 1 \(Acme\) has no phone number/ },
		{ given: vCard('NOTE:x'), field: 'vCard', problem: /^card 1 has no phone number/ },
		{
			given: vCard(tel),
			field: 'vCard',
			problem: /^card 1 has no name\. Add a line with one, e\.g\. FN:Ana Silva$/,
		},
		{
			given: vCard('FN:Ana', tel, 'TEL:0611'),
			field: 'vCard',
			problem: /^card 1 \(Ana\): "0611" begins with 0\. Write/,
		},
		{
			given: vCard('FN:Ana', 'TEL:+5511987654321;+79001234567'),
			field: 'vCard',
			problem: /more than one number/,
		},
		{
			given: `${vCard('FN:Ana', tel)}\n${vCard('FN:Ana', tel)}`,
			field: 'vCard',
			problem: /^cards 1 and 2 \(Ana\) are identical/,
		},
		{ given: 'BEGIN:VCARD', field: 'vCard', problem: /^card 1 has no phone number/ },
	],
	'no vCard': [
		...['', ' \n', null, undefined].map(
			(given) =>
				({ given, field: 'vCard', problem: /^is empty\. Write a vCard from BEGIN:VCARD/ }) as const,
		),
		{
			given: 'FN:Ana\nTEL:+5511987654321',
			field: 'vCard',
			problem: /^"FN:Ana TEL:\+5511987654321" holds no vCard\. Write/,
		},
		{ given: 'END:VCARD', field: 'vCard', problem: /holds no vCard/ },
		{ given: '\u0000\u0001\ufffd', field: 'vCard', problem: /holds no vCard/ },
		{ given: 5, field: 'vCard', problem: /^is no text\. Write/ },
		{ given: { data: 'x' }, field: 'vCard', problem: /^is no text/ },
	],
} as const satisfies Readonly<Record<Row, readonly CardsVector[]>>;
