/** Whole cards as phones, mail programs and customer lists export them, oddities and all. */
import { bare, type CardsVector } from './cards';

const crlf = (...lines: string[]) => `${lines.join('\r\n')}\r\n`;
const styled = (digits: string, text: string) => ({ digits, styled: text });

export const exporters = {
	'an iPhone, with a photo, labels and a fax first': [
		{
			given: crlf(
				...['BEGIN:VCARD', 'VERSION:3.0', 'PRODID:-//Apple Inc.//iPhone OS 18.1//EN'],
				...[
					'N:Moreira;Lia;;Dra.;',
					'FN:Dra. Lia Moreira',
					'NICKNAME:Li',
					'ORG:Clínica Boa Vista;Recepção',
				],
				...['TITLE:Dentista', 'item1.TEL:+55 31 3456-7800', 'item1.X-ABLabel:_$!<WorkFAX>!$_'],
				...['TEL;type=WORK;type=VOICE:+55 31 3456-7801', 'item2.TEL;type=pref:+55 31 3456-7802'],
				...[
					'item2.X-ABLabel:Consultório',
					'TEL;type=IPHONE;type=CELL;type=VOICE:+55 (31) 99829-6801',
				],
				...[
					'item3.EMAIL;type=INTERNET;type=pref:lia@clinica.example',
					'item3.X-ABLabel:_$!<Work>!$_',
				],
				...[
					'item4.ADR;type=HOME;type=pref:;;Rua A\\, 10;Belo Horizonte;MG;;Brasil',
					'item4.X-ABADR:br',
				],
				...['NOTE:Só de manhã\\, até as 11h\\nFala "oi"', 'BDAY:1980-05-01'],
				...[
					'PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRgABAQAASABIAAD/4QBMRXhpZgAATU0AKgAA',
					' AAgAAYdpAAQAAAABAAAAGgAAAAAAA6ABAAMAAAABAAEAAKACAAQAAAABAAAAoKADAAQAAAABAAAA',
				],
				...['X-SOCIALPROFILE;type=twitter;x-user=lia:https://twitter.example/lia', 'END:VCARD'],
			),
			cards: [
				{
					fullName: 'Dra. Lia Moreira',
					firstName: 'Lia',
					lastName: 'Moreira',
					company: 'Clínica Boa Vista',
					email: 'lia@clinica.example',
					businessDescription: 'Só de manhã, até as 11h Fala "oi"',
					phones: [
						styled('5531998296801', '+55 (31) 99829-6801'),
						styled('553134567802', '+55 31 3456-7802'),
						styled('553134567801', '+55 31 3456-7801'),
					],
				},
			],
			omitted: [
				'vCard.ADR',
				'vCard.BDAY',
				'vCard.NICKNAME',
				'vCard.ORG',
				'vCard.PHOTO',
				'vCard.TEL',
				'vCard.TITLE',
			],
		},
	],
	'Android 2.1, quoted-printable, the photo folded, the end of its lines LF': [
		{
			given: [
				...['BEGIN:VCARD', 'VERSION:2.1'],
				'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=D0=9F=D0=B5=D1=82=D1=80=D0=BE=D0=B2=D0=B0;=D0=90=D0=BD=D0=BD=D0=B0;;;',
				'FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=D0=90=D0=BD=D0=BD=D0=B0=20=D0=9F=D0=B5=D1=82=D1=80=',
				'=D0=BE=D0=B2=D0=B0',
				...[
					'TEL;HOME:+74951234567',
					'TEL;CELL:89001234567',
					'TEL;X-CUSTOM(CHARSET=UTF-8,ENCODING=QUOTED-PRINTABLE,=D0=A0):4004',
				],
				'NOTE;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=D0=90=0D=0A=D0=91',
				...[
					'PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQSkZJRgABAQAAAQABAAD/2wBD',
					' AAEBAQEBAQEBAQEBAQ==',
					'',
					'',
				],
				...['X-ANDROID-CUSTOM:vnd.android.cursor.item/nickname;A;1;;;;;;;;;;;;;', 'END:VCARD', ''],
			].join('\n'),
			country: 'RU',
			cards: [
				{
					fullName: 'Анна Петрова',
					firstName: 'Анна',
					lastName: 'Петрова',
					businessDescription: 'А Б',
					phones: [...bare('79001234567'), styled('74951234567', '+74951234567')],
				},
			],
			omitted: ['vCard.PHOTO', 'vCard.TEL'],
		},
	],
	'Outlook 2.1, with a trunk zero, a fax and an address in quoted-printable': [
		{
			given: crlf(
				...[
					'BEGIN:VCARD',
					'VERSION:2.1',
					'N;LANGUAGE=de:Schmidt;Jana',
					'FN:Jana Schmidt',
					'ORG:Beispiel GmbH;Einkauf',
				],
				...[
					'TEL;WORK;VOICE:+49 (0611) 123456-11',
					'TEL;CELL;VOICE:+49 (151) 23456789',
					'TEL;WORK;FAX:+49 (611) 123456-99',
				],
				...[
					'ADR;WORK;PREF;ENCODING=QUOTED-PRINTABLE:;;Weg 1=0D=0A=',
					'Hinterhaus;Wiesbaden;;65183;Deutschland',
				],
				...[
					'LABEL;WORK;PREF;ENCODING=QUOTED-PRINTABLE:Weg 1=0D=0A=',
					'Hinterhaus=0D=0A=',
					'65183 Wiesbaden',
				],
				...[
					'X-MS-OL-DEFAULT-POSTAL-ADDRESS:2',
					'X-MS-OL-DESIGN;CHARSET=utf-8:<card><fld name="x"/></card>',
				],
				...['EMAIL;PREF;INTERNET:jana@beispiel.example', 'REV:20240101T000000Z', 'END:VCARD'],
			),
			cards: [
				{
					fullName: 'Jana Schmidt',
					firstName: 'Jana',
					lastName: 'Schmidt',
					company: 'Beispiel GmbH',
					email: 'jana@beispiel.example',
					phones: [styled('4915123456789', '+49 (151) 23456789'), ...bare('4961112345611')],
				},
			],
			omitted: ['vCard.ADR', 'vCard.LABEL', 'vCard.ORG', 'vCard.TEL'],
		},
	],
	'Google, with escaped quotes, a label in capitals and a number of its own kind': [
		{
			given: crlf(
				...['BEGIN:VCARD', 'VERSION:3.0', 'FN:João \\"Jota\\" Lima', 'N:Lima;João;\\"Jota\\";;'],
				...[
					'item1.TEL:+55 11 3456-7890',
					'item1.X-ABLabel:grupo da família',
					'item2.TEL:+55 11 98765-4321',
					'item2.X-ABLabel:WhatsApp',
				],
				...[
					'item3.URL:http\\://www.google.com/profiles/1',
					'item3.X-ABLabel:PROFILE',
					'item4.ORG:Lima\\, Lima & Cia',
					'item4.X-ABLabel:',
				],
				...[
					'NOTE:Uma nota que é longa demais para uma linha só\\, e por isso o Google a d',
					' obra',
					'CATEGORIES:myContacts',
					'END:VCARD',
				],
			),
			cards: [
				{
					fullName: 'João "Jota" Lima',
					firstName: 'João',
					middleName: '"Jota"',
					lastName: 'Lima',
					company: 'Lima, Lima & Cia',
					url: 'http://www.google.com/profiles/1',
					businessDescription:
						'Uma nota que é longa demais para uma linha só, e por isso o Google a dobra',
					phones: [
						styled('5511987654321', '+55 11 98765-4321'),
						styled('551134567890', '+55 11 3456-7890'),
					],
				},
			],
			omitted: ['vCard.CATEGORIES'],
		},
	],
	'Nokia 2.1, the end of its lines CR, folded both ways': [
		{
			given: [
				...['BEGIN:VCARD', 'VERSION:2.1', 'REV:20090101T000000Z', 'UID:abc-1'],
				...['N;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:=D0=9C=D0=B8=', ' =D1=88=D0=B0;;;;'],
				...['TEL;PREF;CELL;VOICE:+79001234567', 'TEL;PAGER:+79001234560', 'TEL;VIDEO:+79001234561'],
				...['X-CLASS:private', 'END:VCARD', ''],
			].join('\r'),
			cards: [
				{
					fullName: 'Миша',
					lastName: 'Миша',
					phones: [styled('79001234567', '+79001234567'), styled('79001234561', '+79001234561')],
				},
			],
			omitted: ['vCard.TEL'],
		},
	],
	'a business forwarded in WhatsApp': [
		{
			given: [
				...['BEGIN:VCARD', 'VERSION:3.0', 'N:;Padaria Central;;;', 'FN:Padaria Central'],
				...[
					'TEL;type=CELL;type=VOICE;waid=5511987654321:+55 11 98765-4321',
					'X-WA-BIZ-DESCRIPTION:Pães\\, bolos e café',
				],
				...['X-WA-BIZ-NAME:Padaria Central', 'END:VCARD'],
			].join('\n'),
			cards: [
				{
					fullName: 'Padaria Central',
					firstName: 'Padaria Central',
					company: 'Padaria Central',
					businessDescription: 'Pães, bolos e café',
					phones: [styled('5511987654321', '+55 11 98765-4321')],
				},
			],
		},
	],
	'Mac Contacts, a company, of mixed line ends': [
		{
			given:
				'BEGIN:VCARD\nVERSION:3.0\rPRODID:-//Apple Inc.//macOS 14.4//EN\r\nN:;;;;\nFN:Acme\\, Inc.\rORG:Acme\\, Inc.;\r\n' +
				'TEL;type=MAIN:+1 201-555-0123\nitem1.TEL;type=pref:+1 (201) 555-0199\r\nitem1.X-ABLabel:_$!<HomeFAX>!$_\n' +
				'item2.URL;type=pref:https\\://acme.example\nitem2.X-ABLabel:_$!<HomePage>!$_\nX-ABShowAs:COMPANY\nX-ABUID:1\\:ABPerson\nEND:VCARD\n',
			cards: [
				{
					fullName: 'Acme, Inc.',
					// A given name that is also the company's.
					firstName: 'Acme, Inc.',
					company: 'Acme, Inc.',
					url: 'https://acme.example',
					phones: [styled('12015550123', '+1 201-555-0123')],
				},
			],
			omitted: ['vCard.TEL'],
		},
	],
	'vCard 4.0 of a server, with addresses for numbers': [
		{
			given: crlf(
				...[
					'BEGIN:VCARD',
					'VERSION:4.0',
					'KIND:individual',
					'FN;PREF=1:Ana Souza',
					'FN;PREF=2:Aninha',
					'N:Souza,Silva;Ana,Maria;;;',
				],
				...[
					'TEL;TYPE=work;VALUE=uri:sip:ana@example.com',
					'TEL;VALUE=uri;TYPE="fax,work";PREF=1:tel:+55-11-3456-7800',
				],
				...[
					'TEL;VALUE=uri;TYPE="cell,voice":tel:+55-11-98765-4321',
					'EMAIL;PREF=2:b@b.example',
					'EMAIL;PREF=1:a@b.example',
					'LANG:pt',
					'END:VCARD',
				],
			),
			cards: [
				{
					fullName: 'Ana Souza',
					firstName: 'Ana Maria',
					lastName: 'Souza Silva',
					email: 'a@b.example',
					phones: [styled('5511987654321', '+55-11-98765-4321')],
				},
			],
			omitted: ['vCard.EMAIL', 'vCard.FN', 'vCard.KIND', 'vCard.LANG', 'vCard.TEL'],
		},
	],
	'a customer list that knows little of vCards': [
		{
			given: crlf(
				...[
					'BEGIN:VCARD',
					'VERSION:3.0',
					'# exported 2024-01-01',
					'FN:Bruno Dias',
					'CUSTOM/FIELD 1:x',
					'TEL;TYPE=Mobile:5511987654321',
				],
				...[
					'Código do cliente: 42',
					'NOTE:Cliente antigo',
					'paga em dia',
					'Tel: +55 11 91111-1111',
					'END:VCARD',
				],
			),
			cards: [
				{
					fullName: 'Bruno Dias',
					businessDescription: 'Cliente antigo',
					phones: bare('5511987654321'),
				},
			],
			omitted: ['vCard.NOTE'],
		},
	],
} as const satisfies Readonly<Record<string, readonly CardsVector[]>>;
