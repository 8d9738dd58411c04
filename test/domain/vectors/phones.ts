/** The interface's table of phone numbers, row by row. */

/** What is typed, and the digits it means or the words its problem holds. */
export type PhoneVector = {
	readonly typed: unknown;
	readonly country?: string;
} & (
	| { readonly digits: string; readonly styled?: string; readonly suspicious?: true }
	| { readonly problem: RegExp }
);

type Row =
	| 'a JSON number'
	| 'signs that only make it readable'
	| 'any letter, or nothing left'
	| 'starts with + or 00'
	| 'otherwise, with a default country'
	| 'otherwise'
	| 'finally 7 to 15 digits'
	| 'silent in the table';

export const phones = {
	'a JSON number': [
		{ typed: 79001234567, digits: '79001234567' },
		{ typed: 9001234567, country: 'RU', digits: '79001234567' },
		{ typed: 111111111111, digits: '111111111111', suspicious: true },
		{ typed: -79001234567, problem: /no whole number/ },
		{ typed: 7900123456.7, problem: /no whole number/ },
		{ typed: 1e21, problem: /too long to be kept exactly. Write it as text/ },
		{ typed: Number.NaN, problem: /no whole number/ },
		{ typed: Number.POSITIVE_INFINITY, problem: /no whole number/ },
		{ typed: 79001234567n, digits: '79001234567' },
	],
	'signs that only make it readable': [
		{ typed: ' +7 (900) 123-45.67 ', digits: '79001234567', styled: '+7 (900) 123-45.67' },
		{ typed: '+49 89/1234567', digits: '49891234567', styled: '+49 89/1234567' },
		{ typed: '7 900\u00a0123\u202f45\u200967', digits: '79001234567' },
		{
			typed: '\u202a+7\u200e900\u200b1234567\u202c\ufeff',
			digits: '79001234567',
			styled: '+79001234567',
		},
		{ typed: 'tel:+1-201-555-0123', digits: '12015550123', styled: '+1-201-555-0123' },
		{ typed: 'TEL:12015550123', digits: '12015550123' },
		{ typed: '+44 (0)20 7946 0958', digits: '442079460958', styled: '+44 (0)20 7946 0958' },
		{ typed: '+44 ( 0 ) 20 7946 0958', digits: '442079460958', styled: '+44 ( 0 ) 20 7946 0958' },
		{ typed: '0044 (0)20 7946 0958', digits: '442079460958' },
		{ typed: '+7 900\r\n1234567', digits: '79001234567', styled: '+7 900 1234567' },
	],
	'any letter, or nothing left': [
		{ typed: '', problem: /is empty\. Write a phone number, e\.g\. \+/ },
		{ typed: '   ', problem: /is empty/ },
		{ typed: null, problem: /is empty/ },
		{ typed: undefined, problem: /is empty/ },
		{ typed: '\u200e\ufeff', problem: /is empty/ },
		{ typed: '( ) - .', problem: /holds no digits/ },
		{ typed: '+', problem: /holds no digits/ },
		{ typed: 'tel:', problem: /holds no digits/ },
		{ typed: '0800 FLOWERS', problem: /"0800 FLOWERS" holds letters/ },
		{ typed: '79001234567 доб. 12', problem: /holds letters/ },
		{ typed: 'https://wa.me/79001234567', problem: /holds letters/ },
	],
	'starts with + or 00': [
		{ typed: '+79001234567', digits: '79001234567', styled: '+79001234567' },
		{ typed: '+79001234567', country: 'BR', digits: '79001234567', styled: '+79001234567' },
		{ typed: '0079001234567', digits: '79001234567' },
		{ typed: '00 55 11 98765-4321', country: 'RU', digits: '5511987654321' },
		{ typed: '+999 1234567', digits: '9991234567', styled: '+999 1234567' },
		{
			typed: '+1 198 765 4321',
			digits: '11987654321',
			styled: '+1 198 765 4321',
			suspicious: true,
		},
		{
			typed: '+52 1 55 1234 5678',
			country: 'MX',
			digits: '5215512345678',
			styled: '+52 1 55 1234 5678',
		},
	],
	'otherwise, with a default country': [
		{ typed: '8 900 123-45-67', country: 'RU', digits: '79001234567' },
		{ typed: '900 123-45-67', country: 'RU', digits: '79001234567' },
		{ typed: '(11) 98765-4321', country: 'BR', digits: '5511987654321' },
		{ typed: '(11) 3456-7890', country: 'BR', digits: '551134567890' },
		{ typed: '(55) 99999-1234', country: 'BR', digits: '5555999991234' },
		{ typed: '0 15 11 98765-4321', country: 'BR', digits: '5511987654321' },
		{ typed: '5511987654321', country: 'BR', digits: '5511987654321' },
		{ typed: '79001234567', country: 'BR', digits: '79001234567' },
		{ typed: '554498398733', country: 'BR', digits: '554498398733' },
		{ typed: '5215512345678', country: 'MX', digits: '5215512345678' },
		{ typed: '020 7946 0958', country: 'GB', digits: '442079460958' },
		{ typed: '07797 712345', country: 'GB', digits: '447797712345' },
		{ typed: '(212) 555-0123', country: 'CA', digits: '12125550123' },
		{ typed: '06 12 34 56 78', country: 'fr', digits: '33612345678' },
		{ typed: '111111111111', country: 'US', digits: '111111111111', suspicious: true },
		{ typed: '9991234567890', country: 'US', digits: '9991234567890' },
		{ typed: '012345', country: 'BR', problem: /has 6 digits/ },
		{
			typed: '0000123456',
			country: 'BR',
			problem: /begins with 0\. Write it with the country code/,
		},
	],
	otherwise: [
		{ typed: '5511987654321', digits: '5511987654321' },
		{ typed: '111111111111', digits: '111111111111', suspicious: true },
		{ typed: '11001234567', digits: '11001234567', suspicious: true },
		{ typed: '554498398733', digits: '554498398733' },
		{ typed: '12015550123', digits: '12015550123' },
		{ typed: '870773111632', digits: '870773111632' },
		{
			typed: '0612345678',
			problem: /begins with 0\. Write it with the country code, .*or set Default Country/,
		},
		{ typed: '999123456', problem: /no country code\. Write it .*or set Default Country/ },
		{ typed: '2101234567', problem: /no country code/ },
		{ typed: '0612345678', country: '', problem: /begins with 0/ },
		{ typed: '0612345678', country: 'XX', problem: /begins with 0/ },
	],
	'finally 7 to 15 digits': [
		{ typed: '1234567', digits: '1234567', suspicious: true },
		{ typed: '123456', problem: /has 6 digits, a phone number has 7 to 15/ },
		{ typed: '+1', problem: /has 1 digit, / },
		{ typed: '491234567890123', digits: '491234567890123' },
		{ typed: '+4912345678901234', problem: /has 16 digits/ },
		{ typed: '+120363043968066561', problem: /has 18 digits/ },
		{ typed: '00', problem: /has 0 digits/ },
		// No country code begins with 0, and an integer would lose the zero.
		{ typed: '+0 612 345 678', problem: /begins with 0/ },
	],
	'silent in the table': [
		{
			typed: '\uff0b\uff17\uff19\uff10\uff10\uff11\uff12\uff13\uff14\uff15\uff16\uff17',
			digits: '79001234567',
			styled: '+79001234567',
		},
		{
			typed: '\u0669\u0667\u0661\u0665\u0660\u0661\u0662\u0663\u0664\u0665\u0666\u0667',
			digits: '971501234567',
		},
		{ typed: '+7\u2011900\u20131234567', digits: '79001234567', styled: '+7-900-1234567' },
		{ typed: '(+44) 20 7946 0958', digits: '442079460958', styled: '(+44) 20 7946 0958' },
		{ typed: '*100#', problem: /holds "\*"/ },
		{ typed: '++79001234567', problem: /holds "\+"/ },
		{ typed: '7900123\u00004567', problem: /Write digits only/ },
		{ typed: '+79001234567, +79001234568', problem: /more than one number\. Write one/ },
		{ typed: '79001234567;79001234568', problem: /more than one number/ },
		{ typed: '1234567\n7654321', problem: /more than one number/ },
		{ typed: '79001234567 79001234568', problem: /more than one number/ },
		{ typed: '+79001234567 / +79001234568', problem: /more than one number/ },
		{ typed: true, problem: /neither text nor a number/ },
		{ typed: {}, problem: /neither text nor a number/ },
		{ typed: ['79001234567'], problem: /neither text nor a number/ },
		{ typed: `${'9'.repeat(500)}x`, problem: /^"9{59}…" holds letters/ },
	],
} as const satisfies Readonly<Record<Row, readonly PhoneVector[]>>;
