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
	| 'lines that are no property'
	| 'values that end in a soft break'
	| 'notes whose lines are not folded'
	| 'mobiles before landlines, machines last'
	| 'numbers that are none'
	| 'texts that cannot be decoded'
	| 'of a business'
	| 'folded both ways'
	| 'skipped'
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
		{
			given: vCard('FN:Ana', 'N:;;;;', 'N:;Ana;Maria', 'N:;Ana;Maria', tel),
			cards: [{ ...ana, firstName: 'Ana', middleName: 'Maria' }],
		},
		{
			given: vCard('FN:Ana', 'N:;Ana;Maria', 'N:;AnaMaria;', tel),
			cards: [{ ...ana, firstName: 'Ana', middleName: 'Maria' }],
			omitted: ['vCard.N'],
		},
		{
			given: vCard('FN:\\n', 'N:;Ana', tel),
			cards: [{ ...ana, firstName: 'Ana' }],
		},
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
	'lines that are no property': [
		...[
			'# exported by X',
			'X-SOCIAL/PROFILE;TYPE=x:y',
			'X-WhatsApp Name:y',
			'X-ИМЯ:y',
			'just words',
			'TEL',
			'FN',
			'=',
			'\u00a0Souza',
			'x'.repeat(100),
		].flatMap((line) => [
			{ given: vCard('FN:Ana', line, tel), cards: [ana] },
			{ given: vCard('FN:Ana', tel, line), cards: [ana] },
			{ given: vCard(line, 'FN:Ana', tel), cards: [ana] },
			{
				given: vCard('N:Silva;Ana;;;', line, 'ORG:Acme', line, tel, line),
				cards: [
					{ fullName: 'Ana Silva', firstName: 'Ana', lastName: 'Silva', company: 'Acme', phones },
				],
			},
		]),
		{ given: vCard('FN:Ana', tel, 'TEL;CELL'), cards: [ana], omitted: ['vCard.TEL'] },
		// A fold belongs to the line above it, whatever that is.
		{
			given: vCard('FN:Ana', 'FOO/BAR:x', ' Souza', tel),
			cards: [ana],
			omitted: ['vCard.FOO/BAR'],
		},
		{ given: vCard('FN:Ana', 'ИМЯ:Бела', '\tX', tel), cards: [ana], omitted: ['vCard.ИМЯ'] },
		// The group makes no property of it either.
		{ given: vCard('FN:Ana', 'a/b.FN:Bea', tel), cards: [ana], omitted: ['vCard.A/B.FN'] },
		{
			given: vCard('FN:Ana', 'T\u00c9L:+1', 'FN :Bea', tel),
			cards: [ana],
			omitted: ['vCard.T\u00c9L'],
		},
		{
			given: vCard('FN:Ana', 'PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQ', 'SkZJRgABAQ/+==', '', tel),
			cards: [ana],
			omitted: ['vCard.PHOTO'],
		},
		// A value that ends in a soft break, where a property follows.
		{ given: old('FN;ENCODING=QUOTED-PRINTABLE:Ana=', tel), cards: [ana] },
		{
			given: old(
				'N;QUOTED-PRINTABLE:Silva;Ana=',
				'FN;QUOTED-PRINTABLE:Ana=',
				'item1.TEL;CELL:+5511987654321',
			),
			cards: [{ ...ana, firstName: 'Ana', lastName: 'Silva' }],
		},
		{
			given: old('FN:Ana', 'TEL;ENCODING=QUOTED-PRINTABLE:+5511987654321=', 'EMAIL:a@b.example'),
			cards: [{ ...ana, email: 'a@b.example' }],
		},
	],
	'values that end in a soft break': [
		{
			given: old(
				'FN:Ana',
				'item1.TEL;ENCODING=QUOTED-PRINTABLE:+5511987654321=',
				'item1.EMAIL;INTERNET:a@b.example',
			),
			cards: [{ ...ana, email: 'a@b.example' }],
		},
		{
			given: old('FN:Ana', 'TEL;QUOTED-PRINTABLE:+5511987654321=', 'X-FOO;x:y'),
			cards: [ana],
		},
		// What may be longer goes on, whatever the next line looks like.
		{ given: old('FN:Ana', tel, 'X-TEL;QUOTED-PRINTABLE:x=', 'TEL:+79001234567'), cards: [ana] },
		{
			given: old('FN;QUOTED-PRINTABLE:Ana=', ', TEL:1', tel),
			cards: [{ ...ana, fullName: 'Ana, TEL:1' }],
		},
		{
			given: old('FN;QUOTED-PRINTABLE:Ana=', 'TELL:1', tel),
			cards: [{ ...ana, fullName: 'AnaTELL:1' }],
		},
	],
	'notes whose lines are not folded': [
		{
			given: vCard('FN:Ana', 'NOTE:One', 'item1.TEL:+5511987654321'),
			cards: [{ ...ana, businessDescription: 'One' }],
		},
		{
			given: vCard('NOTE:One', '\u00a0', 'FN:Ana', tel),
			cards: [{ ...ana, businessDescription: 'One' }],
		},
		...[
			'two',
			'Name: Bea',
			'Tel: +7 900 123-45-67',
			'TEL: +7 900 123-45-67',
			'tel:+79001234567',
			'fn:Bea',
		]
			.map(
				(line) =>
					({
						given: vCard('NOTE:One', line, 'FN:Ana', tel),
						cards: [{ ...ana, businessDescription: 'One' }],
						omitted: ['vCard.NOTE'],
					}) as const,
			)
			.filter(({ given }) => !given.includes('Name:')),
		{
			given: vCard('FN:Ana', tel, 'NOTE:One', '', 'two', 'Email: x@y.example', 'Url: x.example'),
			cards: [{ ...ana, businessDescription: 'One' }],
			omitted: ['vCard.NOTE'],
		},
		// Written by hand, with a blank behind every colon; or in small letters throughout.
		{
			given: vCard('FN: Ana', 'NOTE: One', 'TEL: +5511987654321'),
			cards: [{ ...ana, businessDescription: 'One' }],
		},
		{
			given: 'begin:vcard\nfn:Ana\nnote:One\ntel:+5511987654321\nend:vcard',
			cards: [{ ...ana, businessDescription: 'One' }],
		},
	],
	'mobiles before landlines, machines last': [
		...[
			...['PCS', 'Celular', 'cellulare', 'Móvil', 'movil', 'Handy', 'мобильный', 'Сотовый'],
			...['Whats-App', 'my whatsapp', '_$!<Mobile>!$_', '"voice, cell"', 'voice,cell'],
		].map(
			(type) =>
				({
					given: vCard('FN:Ana', 'TEL;PREF:551133334444', `TEL;TYPE=${type}:5511987654321`),
					cards: [{ fullName: 'Ana', phones: bare('5511987654321', '551133334444') }],
				}) as const,
		),
		...[
			'TYPE=excell',
			'TYPE=cellar',
			'TYPE=handyman',
			'ALTID=cell',
			'ALTID=fax',
			'TYPE=modems',
		].map(
			(param) =>
				({
					given: vCard('FN:Ana', `TEL;${param}:5511987654321`, 'TEL;PREF:551133334444'),
					cards: [{ fullName: 'Ana', phones: bare('551133334444', '5511987654321') }],
				}) as const,
		),
		...['modem', 'my BBS', 'пейджер', 'telecopieur', '传真', '傳真', 'ファックス', '팩스'].map(
			(type) =>
				({
					given: vCard('FN:Ana', `TEL;X-A= ${type} :551133334444`, tel),
					cards: [ana],
					omitted: ['vCard.TEL'],
				}) as const,
		),
		{
			given: vCard('FN:Ana', 'TEL; TYPE = cell :5511987654321', 'TEL;PREF:551133334444'),
			cards: [{ fullName: 'Ana', phones: bare('5511987654321', '551133334444') }],
		},
		{
			given: vCard('FN:Ana', 'TEL;TYPE=fax;waid=5511987654321:5511987654321', 'TEL:551133334444'),
			cards: [{ fullName: 'Ana', phones: bare('5511987654321', '551133334444') }],
		},
		// A label without a group is nobody's.
		{
			given: vCard('FN:Ana', 'X-ABLabel:Fax', tel, 'TEL:551133334444'),
			cards: [{ fullName: 'Ana', phones: [...phones, ...bare('551133334444')] }],
		},
		...[
			'TEL;CELL:5511987654321',
			'TEL;TYPE=cell:5511987654321',
			'TEL;TYPE="voice,cell":5511987654321',
			'TEL;TYPE=IPHONE;TYPE=VOICE:5511987654321',
			'TEL;TYPE=WhatsApp:5511987654321',
			'TEL;X-WhatsApp:5511987654321',
			'TEL;X-LABEL=WhatsApp Business:5511987654321',
			'item2.TEL:5511987654321\r\nitem2.X-ABLabel:WhatsApp',
			'item2.X-ABLabel:Meu Whats app\r\nitem2.TEL:5511987654321',
			'item2.TEL:5511987654321\r\nItem2.X-ABLABEL:_$!<Mobile>!$_',
			'TEL;waid=5511987654321:5511987654321',
		].map(
			(line) =>
				({
					given: vCard('FN:Ana', 'TEL;HOME:551134567890', 'TEL;PREF;WORK:551133334444', line),
					cards: [
						{ fullName: 'Ana', phones: bare('5511987654321', '551133334444', '551134567890') },
					],
				}) as const,
		),
		{
			given: vCard(
				'FN:Ana',
				'TEL;CELL:5511911111111',
				'TEL;CELL;PREF:5511922222222',
				'TEL;waid=5511933333333:5511933333333',
			),
			cards: [{ fullName: 'Ana', phones: bare('5511933333333', '5511922222222', '5511911111111') }],
		},
		...[
			'TEL;FAX:+551130000000',
			'TEL;WORK;FAX;PREF:+551130000000',
			'TEL;TYPE=work,fax:+551130000000',
			'TEL;TYPE=fax;TYPE=cell:+551130000000',
			'TEL;PAGER:+551130000000',
			'TEL;X-WorkFax:+551130000000',
			'item1.TEL:+551130000000\r\nitem1.X-ABLabel:_$!<HomeFAX>!$_',
			'item1.TEL:+551130000000\r\nitem1.X-ABLabel:Факс',
			'item1.TEL:+551130000000\r\nitem1.X-ABLabel:Télécopie',
		].flatMap((fax) => [
			{ given: vCard('FN:Ana', fax, tel), cards: [ana], omitted: ['vCard.TEL'] },
			{ given: vCard('FN:Ana', tel, fax), cards: [ana], omitted: ['vCard.TEL'] },
			{
				given: vCard('FN:Ana', fax),
				cards: [{ fullName: 'Ana', phones: [{ digits: '551130000000', styled: '+551130000000' }] }],
			},
			// A fax is not the number of somebody whose own cannot be read.
			{
				given: vCard('FN:Ana', fax, 'TEL;CELL:011 98765-4321'),
				field: 'vCard',
				problem: /^card 1 \(Ana\): "011 98765-4321" begins with 0/,
			} as const,
		]),
	],
	'numbers that are none': [
		...['Office 011 98765-4321', '011 98765-4321 office', '0119876543219876', '011987'].map(
			(none) =>
				({
					given: vCard('FN:Ana', `TEL;CELL:${none}`, tel),
					cards: [ana],
					omitted: ['vCard.TEL'],
				}) as const,
		),
		...['0119876', '011987654321987', '(011) 98765.4321/0'].map(
			(lacking) =>
				({
					given: vCard('FN:Ana', `TEL;CELL:${lacking}`, tel),
					field: 'vCard',
					problem: /begins with 0/,
				}) as const,
		),
		{
			given: vCard('FN:Ana', 'TEL:11987654321'),
			cards: [{ fullName: 'Ana', phones: bare('11987654321') }],
			suspicious: ['11987654321'],
		},
		...['4004', '*144#', 'sip:ana@b.example', 'ask at the door', '+55', '0611'].flatMap((none) => [
			{ given: vCard('FN:Ana', tel, `TEL:${none}`), cards: [ana], omitted: ['vCard.TEL'] },
			{ given: vCard('FN:Ana', `TEL;CELL:${none}`, tel), cards: [ana], omitted: ['vCard.TEL'] },
			{
				given: vCard('FN:Ana', `TEL:${none}`),
				field: 'vCard',
				problem: /^card 1 \(Ana\): /,
			} as const,
		]),
		{ given: vCard('FN:Ana', tel, 'TEL:011 98765-4321'), cards: [ana], omitted: ['vCard.TEL'] },
		{
			given: vCard('FN:Ana', 'TEL;CELL:011 98765-4321', 'TEL;HOME:+551134567890'),
			field: 'vCard',
			problem: /^card 1 \(Ana\): "011 98765-4321" begins with 0\. .*Default Country/,
		},
		{
			given: vCard('FN:Ana', 'TEL;waid=5511987654321:call me'),
			cards: [{ fullName: 'Ana', phones: bare('5511987654321') }],
		},
		{
			given: vCard('FN:Ana', 'TEL;waid=5511987654321:+55 x'),
			cards: [{ fullName: 'Ana', phones: bare('5511987654321') }],
		},
	],
	'texts that cannot be decoded': [
		{
			given: old('N;ENCODING=QUOTED-PRINTABLE:Jos=E9', 'N:;Ana', tel),
			cards: [{ ...ana, firstName: 'Ana' }],
			omitted: ['vCard.N'],
		},
		...['NOTE', 'ORG', 'EMAIL', 'URL', 'N', 'TEL', 'FN'].map(
			(name) =>
				({
					given: old('FN:Ana', `${name};ENCODING=QUOTED-PRINTABLE:Jos=E9`, tel),
					cards: [ana],
					omitted: [`vCard.${name}`],
				}) as const,
		),
		{ given: vCard('FN:Ana', 'NOTE:Jos\ufffd', tel), cards: [ana], omitted: ['vCard.NOTE'] },
		{ given: vCard('FN:Jos\ufffd', tel), field: 'vCard', problem: /^card 1: FN is not readable/ },
		{
			given: old('FN;ENCODING=QUOTED-PRINTABLE:Jos=E9', 'N:Silva;Ana', tel),
			field: 'vCard',
			problem: /^card 1 \(Ana Silva\): FN is not readable/,
		},
		{
			given: old('N;ENCODING=QUOTED-PRINTABLE:Jos=E9', 'ORG:Acme', tel),
			field: 'vCard',
			problem: /^card 1 \(Acme\): N is not readable/,
		},
		{
			given: old('ORG;ENCODING=QUOTED-PRINTABLE:Jos=E9', tel),
			field: 'vCard',
			problem: /^card 1: ORG is not readable/,
		},
		{
			given: old('FN:Ana', 'TEL;ENCODING=QUOTED-PRINTABLE:=E9'),
			field: 'vCard',
			problem: /^card 1 \(Ana\): TEL is not readable/,
		},
		{
			given: old('FN:Ana', 'TEL;waid=5511987654321;ENCODING=QUOTED-PRINTABLE:=E9'),
			cards: [{ fullName: 'Ana', phones: bare('5511987654321') }],
		},
	],
	'of a business': [
		{
			given: vCard(
				'FN:Ana',
				'X-WA-BIZ-NAME:Acme\\, Inc.',
				'X-WA-BIZ-DESCRIPTION:Wheels',
				'X-WA-BIZ-AUTOMATED-TYPE:x',
				tel,
			),
			cards: [{ ...ana, company: 'Acme, Inc.', businessDescription: 'Wheels' }],
		},
		{
			given: vCard('item1.TEL:+5511987654321', 'X-WA-BIZ-NAME:Acme'),
			cards: [{ fullName: 'Acme', company: 'Acme', phones }],
		},
		{
			given: vCard(
				'X-WA-BIZ-DESCRIPTION:Wheels',
				'FN:Ana',
				'X-WA-BIZ-NAME:Acme',
				'ORG:Other',
				'NOTE:Wheels',
				tel,
			),
			cards: [{ ...ana, company: 'Other', businessDescription: 'Wheels' }],
			omitted: ['vCard.X-WA-BIZ-NAME'],
		},
		{ given: vCard('FN:Ana', 'X-WA-BIZ-NAME:', 'X-WA-BIZ-DESCRIPTION: ', tel), cards: [ana] },
	],
	'folded both ways': [
		...(
			[
				['=D0=9C=D0=B8=', ' =D1=88=D0=B0', 'Миша'],
				['=D0=9C=D0=B8=', '\t=D1=88=D0=B0', 'Миша'],
				['=D0=9C=D0=B8=D1=', ' =88=D0=B0', 'Миша'],
				['=D0=9C=D0=B8=D1=', '=88=D0=B0', 'Миша'],
				['=D0=90=D0=BD=D0=B0=20=D0=9C=', ' =D0=B8=D1=88=D0=B0', 'Ана Миша'],
				['=D0=90=D0=BD=D0=B0=20=', ' =D0=9C=D0=B8', 'Ана Ми'],
				['=D0=90=D0=BD=D0=B0=', ' =20=D0=9C=D0=B8', 'Ана Ми'],
				['=D0=90=D0=BD=D0=B0=', '  =D0=9C=D0=B8', 'Ана Ми'],
				['=D0=90=D0=BD=D0=B0=', ' =D0=9C=D0=B8', 'Ана Ми'],
				['Ana=', ' Silva', 'Ana Silva'],
				['Ana=', '  Silva', 'Ana Silva'],
				['Ana =', 'Silva', 'Ana Silva'],
				['ANA=', ' SILVA', 'ANA SILVA'],
				['Jos=C3=A9 da=', ' silva', 'José da silva'],
				['Jos=C3=', ' =A9 da Silva', 'José da Silva'],
				['Jo=C3=A3o Sil=   ', 'va', 'João Silva'],
				['Ana=3D=', ' x', 'Ana=x'],
				['Ana=', ' =C3=89va', 'Ana Éva'],
				['Sala1=', ' Bloco', 'Sala1Bloco'],
				['=D0=9C=\r\n=', ' =D0=B8=D1=88=D0=B0', 'Миша'],
				['Ana =\r\nda Silva=', ' Souza', 'Ana da Silva Souza'],
				['Ana=\r\n Silva=', '', 'Ana Silva'],
				['Ana=\r\n Ma=', ' ria', 'AnaMaria'],
				['Ana Ma=\r\n ria S=', ' ilva', 'Ana Maria Silva'],
			] as const
		).map(
			([first, second, fullName]) =>
				({
					given: old(`FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:${first}`, second, tel),
					cards: [{ ...ana, fullName }],
				}) as const,
		),
		{
			given: old('FN;ENCODING=QUOTED-PRINTABLE:=D0=9C=', ' =D0=B8=', ' =D1=88=', ' =D0=B0', tel),
			cards: [{ ...ana, fullName: 'Миша' }],
		},
		{
			given: old('FN;ENCODING=QUOTED-PRINTABLE:Ana=', ' Maria=', ' Silva', tel),
			cards: [{ ...ana, fullName: 'Ana Maria Silva' }],
		},
		{
			given: old('FN;ENCODING=QUOTED-', ' PRINTABLE:An=', ' =61', tel),
			cards: [ana],
		},
		{
			given: old('FN;CHARSET=windows-1251;ENCODING=QUOTED-PRINTABLE:=CC=E8=', ' =F8=E0', tel),
			cards: [{ ...ana, fullName: 'Миша' }],
		},
	],
	skipped: [
		{
			given: [
				vCard('FN:Bea'),
				vCard('FN:Ana', tel),
				vCard(tel),
				vCard('FN:Eva', 'TEL:0611'),
				vCard('FN:Ana', tel),
			].join('\n'),
			skip: true,
			cards: [ana],
			skipped: [
				{ card: 1, name: 'Bea', reason: 'has no phone number' },
				{ card: 3, name: null, reason: 'has no name' },
				{ card: 4, name: 'Eva', reason: '"0611" begins with 0' },
				{ card: 5, name: 'Ana', reason: 'is identical to card 2' },
			],
		},
		{
			given: [
				vCard('FN:Ana', tel),
				...Array.from({ length: 23 }, (_, n) => vCard(`FN:Bea ${n}`)),
			].join('\n'),
			skip: true,
			cards: [ana],
			skipped: [
				...Array.from({ length: 20 }, (_, n) => ({
					card: n + 2,
					name: `Bea ${n}`,
					reason: 'has no phone number',
				})),
				{ card: null, name: null, reason: 'and 3 more' },
			],
			skippedCount: 23,
		},
		{
			given: [vCard('FN:Bea', 'PHOTO:x'), vCard('FN:Eva')].join('\n'),
			skip: true,
			field: 'vCard',
			problem:
				/^card 1 \(Bea\) has no phone number\. Add a line with one, e\.g\. TEL:\+5511987654321$/,
		},
		{
			given: [vCard('FN:Bea'), vCard('FN:Ana', tel)].join('\n'),
			field: 'vCard',
			problem:
				/^card 1 \(Bea\) has no phone number\. .*\. Skip Invalid Cards in the options would send the others$/,
		},
		{ given: vCard('FN:Ana', tel), skip: true, cards: [ana] },
		{ given: 'x', skip: true, field: 'vCard', problem: /holds no vCard/ },
	],
	'TEL, preferred or waid first': [
		{
			given: vCard(
				...['FN:Ana', 'TEL:551100000005', 'TEL;PREF=100:551100000004'],
				...['TEL;PREF=12:551100000003', 'TEL;PREF=1000:551100000001', 'TEL;PREF=2100:551100000002'],
			),
			cards: [{ fullName: 'Ana', phones: bare(...[1, 2, 3, 4, 5].map((n) => `55110000000${n}`)) }],
		},
		{
			given: vCard('FN: Ana', 'TEL: tel:+5511987654321;ext=5'),
			cards: [ana],
			omitted: ['vCard.TEL'],
		},
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
		{
			given: vCard('FN:Ana', 'TEL;waid=79001234567.0:5511987654321.0'),
			cards: [{ fullName: 'Ana', phones: bare('79001234567') }],
		},
		{
			given: vCard('FN:Ana', 'TEL;waid=79001234567:https://wa.me/+5511987654321'),
			cards: [{ ...ana, whatsAppId: '79001234567' }],
		},
		...[
			'5511987654321.0',
			"'5511987654321",
			'whatsapp:5511987654321',
			'https://wa.me/5511987654321',
			'+55 (011) 98765-4321',
		].map((phone) => ({
			given: vCard('FN:Ana', `TEL:${phone}`),
			cards: [{ fullName: 'Ana', phones: bare('5511987654321') }],
		})),
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
			given: vCard('FN:Ana', 'BEGIN:VEVENT', 'ROLE: ', 'END:VEVENT', tel),
			cards: [ana],
		},
		{
			given: vCard(
				'FN:Ana',
				'PRODID:x',
				'UID:x',
				'REV:x',
				'X-ABLabel:x',
				'X-WA-BIZ-AUTOMATED-TYPE:x',
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
		{ given: vCard('FN:A', '', ' na', tel), cards: [ana] },
		{ given: vCard('FN:Ana', tel).replace(/\r/g, ''), cards: [ana] },
		{ given: vCard('FN:Ana', tel).replace(/\n/g, ''), cards: [ana] },
		{ given: vCard('FN:Ana', tel).replace(/\r\n/g, '\r\r\n'), cards: [ana] },
		{ given: `\ufeff${vCard('FN:Ana', tel)}`, cards: [ana] },
		{ given: vCard('FN:Ana', tel).replace(/^/gm, '\t\t'), cards: [ana] },
		{ given: vCard('FN:Ana', tel).replace(/\r\n/g, '\\n'), cards: [ana] },
		// Copied out of JSON, and a note that only says so.
		{
			given: `${JSON.stringify(vCard('FN:A "B" \\\\ C', tel)).slice(1, -1)}\n`,
			cards: [{ ...ana, fullName: 'A "B" \\ C' }],
		},
		{
			given: vCard('FN:Ana', 'NOTE:BEGIN:VCARD\\nx', tel),
			cards: [{ ...ana, businessDescription: 'BEGIN:VCARD x' }],
		},
		{
			given: vCard('FN:Ana', 'NOTE:One', 'and two', tel),
			cards: [{ ...ana, businessDescription: 'One' }],
			omitted: ['vCard.NOTE'],
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
		{ given: old('FN;X-A=QUOTED-PRINTABLE:An=', 'a', tel), cards: [ana] },
		{ given: old('FN;QUOTED-PRINTABLE:=4@=4/', tel), cards: [{ ...ana, fullName: '=4@=4/' }] },
		{ given: old('FN;BASE64:QW5h', tel), cards: [ana] },
		{ given: old('FN;TYPE=BASE64:QW5h', tel), cards: [ana] },
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
			given: ['BEGIN:VCARD', 'FN:Ana', 'VERSION: 2.1 ', 'NOTE:C:\\new', 'N:Lima,Sá;Ana', tel].join(
				'\n',
			),
			cards: [{ ...ana, firstName: 'Ana', lastName: 'Lima,Sá', businessDescription: 'C:\\new' }],
		},
		{
			given: vCard('FN:A\\, B\\; C\\\\ D\\: E\\n F\\N G\\h', tel),
			cards: [{ ...ana, fullName: 'A, B; C\\ D: E F G\\h' }],
		},
		{
			given: vCard('N:Sil\\;va;A\\,na;;;', tel),
			cards: [{ fullName: 'A,na Sil;va', firstName: 'A,na', lastName: 'Sil;va', phones }],
		},
		{
			given: vCard('N:Silva,Souza;Ana, Maria;Beatriz,,Clara;Dr.,Prof.;', tel),
			cards: [
				{
					fullName: 'Ana Maria Beatriz Clara Silva Souza',
					firstName: 'Ana Maria',
					middleName: 'Beatriz Clara',
					lastName: 'Silva Souza',
					phones,
				},
			],
			omitted: ['vCard.N'],
		},
		{
			given: vCard('FN:Prof. Dr. Ana', 'N:;Ana;;Dr.,Prof.;', tel),
			cards: [{ fullName: 'Prof. Dr. Ana', firstName: 'Ana', phones }],
		},
		{
			given: vCard('FN:Ana \\"Bia\\" \\(x\\) \\- \\=', tel),
			cards: [{ ...ana, fullName: 'Ana "Bia" (x) - =' }],
		},
		{
			given: vCard('FN:Ana', 'URL:https\\://b.example', 'NOTE:a\\r\\nb', tel),
			cards: [{ ...ana, url: 'https://b.example', businessDescription: 'a b' }],
		},
		{ given: vCard('FN:Ana', 'ORG:Acme, Inc.', tel), cards: [{ ...ana, company: 'Acme, Inc.' }] },
		{
			given: vCard('FN:Ana', 'NOTE:One\\nTwo\\, three', tel)
				.replace(/\\/g, '\\\\')
				.replace(/\r\n/g, '\\r\\n'),
			cards: [{ ...ana, businessDescription: 'One Two, three' }],
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
		...['AGENT:', 'agent:\r\n', 'item1.AGENT:', 'AGENT;TYPE=x;y:', 'my-1.AGENT;VALUE=x:'].map(
			(agent) =>
				({
					given: old('FN:Ana', agent, 'BEGIN:VCARD', 'FN:Bea', 'END:VCARD', tel),
					cards: [ana],
					omitted: ['vCard.AGENT'],
				}) as const,
		),
		...['NOTE:AGENT:', 'X-AGENT:', 'AGENT:x'].map(
			(line) =>
				({
					given: old('FN:Ana', tel, line, 'BEGIN:VCARD', 'FN:Bea', tel),
					cards: [
						line.startsWith('NOTE') ? { ...ana, businessDescription: 'AGENT:' } : ana,
						{ ...ana, fullName: 'Bea' },
					],
					omitted: line === 'AGENT:x' ? ['vCard.AGENT'] : [],
				}) as const,
		),
		{
			given: old('FN:Ana', tel, 'AGENT:', 'BEGIN:VCARD', 'BEGIN:VCARD', 'FN:Bea', tel),
			cards: [ana, { ...ana, fullName: 'Bea' }],
			omitted: ['vCard.AGENT'],
		},
		{
			given: `${vCard('FN:Ana', tel)}\n${vCard('FN:Bea', tel).replace(/^/gm, '  ')}`,
			cards: [ana, { ...ana, fullName: 'Bea' }],
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
			given: vCard('FN:Ana', 'TEL:0611'),
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
