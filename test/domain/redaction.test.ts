/** No spelling of a secret gets past the redaction, whatever its characters, and nothing else is lost. */
import fc from 'fast-check';
import {
	createRedact,
	REDACTED,
	redactDeep,
} from '../../nodes/WhatsAppContacts/domain/secrets/redaction';
import { anyText } from '../anyText';

const marks: Readonly<Record<string, string>> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' };
const inHtml = (text: string) => text.replace(/[&<>"]/g, (mark) => `&${marks[mark]};`);
const escaped = (text: string, as: (code: number) => string) =>
	[...text].map((char) => as(char.codePointAt(0) ?? 0)).join('');
const units = (text: string, as: (unit: string) => string) =>
	text.replace(/[^]/g, (unit) => as(unit.charCodeAt(0).toString(16).padStart(4, '0')));

const spelled = (secret: string): Record<string, string> => ({
	raw: secret,
	'percent-encoded': encodeURIComponent(secret),
	'percent-encoded twice': encodeURIComponent(encodeURIComponent(secret)),
	'percent-encoded, lower case': encodeURIComponent(secret).toLowerCase(),
	'in JSON': JSON.stringify(secret).slice(1, -1),
	'in JSON in JSON': JSON.stringify(JSON.stringify(secret)).slice(3, -3),
	'in upper case': secret.toUpperCase(),
	'in HTML': inHtml(secret),
	'in HTML in HTML': inHtml(inHtml(secret)),
	'in decimal entities': escaped(secret, (code) => `&#${code};`),
	'in hexadecimal entities': escaped(secret, (code) => `&#X${code.toString(16)};`),
	'in entities in HTML': inHtml(escaped(secret, (code) => `&#x${code.toString(16)};`)),
	'in units': units(secret, (unit) => `\\u${unit}`),
	'in units, in upper case': units(secret, (unit) => `\\U${unit.toUpperCase()}`),
});

describe.each([
	'd75b3a66374942c5b3c019c698abc2067e151558acbd412345',
	'B6D711FC-DE4D-4FD5-9365-44120E713976',
	'a-b_c.d~e',
	'sk-(live)+[test]*{1}^$|?',
	'slash/back\\quote"&<>',
	'тайный-ключ-0001',
	'🔑-🗝️-abcdefg',
	'a b+c%20d',
])('the secret %s', (secret) => {
	const redact = createRedact([secret]);

	it.each(Object.entries(spelled(secret)))('is replaced %s', (_how, text) => {
		expect(redact(text)).toBe(REDACTED);
		expect(redact(`https://h.example/x/${text}/y?z=${text}#`)).toBe(
			`https://h.example/x/${REDACTED}/y?z=${REDACTED}#`,
		);
	});

	it('is replaced in keys and values of any depth', () => {
		const body = { a: [{ [`k ${secret}`]: `v ${secret}` }], n: 5, t: true, u: null };
		expect(redactDeep(body, redact)).toEqual({
			a: [{ [`k ${REDACTED}`]: `v ${REDACTED}` }],
			n: 5,
			t: true,
			u: null,
		});
	});
});

it.each([
	['%2:', '*'],
	['%2@', ')'],
	['%2g', '0'],
	['%2`', ')'],
	['\\u004g', 'P'],
	['&#x2g;', '0'],
	['&xx;lt;', '&<'],
	['%80', '\0'],
	['%80', '\x80'],
	['%82%AC', '\xac'],
	['%C3xA9', 'é'],
	['%C3%29', '\xe9'],
	['%C3%C0', '\xc0'],
	['%C3%7F', '\xff'],
	['%4!', '1'],
	['%252525252F', '/'],
	['%252525C3%25252525A9', 'é'],
	['\\x0041', 'A'],
	['&gt;', '<'],
	['&abcd', '&'],
	['xlt;', '<'],
	['&amp;amp;amp;amp;lt;', '<'],
])('takes %s for no escape of %s', (text, sign) => {
	const said = text.repeat(9);
	expect(createRedact([sign.repeat(9)])(said)).toBe(said);
});

it.each([
	['%C0%AF', '/'],
	['%c3%A9', 'é'],
	['%E2%82%AC', '€'],
	['%F0%9F%94%91', '🔑'],
	['%2525F0%259F%2594%91', '🔑'],
	['%2525252F', '/'],
	['%252525C3%252525A9', 'é'],
	['%25252525', '%'],
	['&amp;amp;amp;lt;', '<'],
	['&quot;', '"'],
	['&QUOT;', '"'],
	['&#00000039;', "'"],
	['&apos;', "'"],
	['+', ' '],
])('takes %s for %s', (text, sign) => {
	const redact = createRedact([`ab${sign}cd${sign}ef`]);
	expect(redact(`<ab${text}cd${text}ef>`)).toBe(`<${REDACTED}>`);
});

it.each([
	// As a JSON number it loses its last digits, then all but the first ones.
	['12345678901234567890', '{"id":12345678901234567000}', `{"id":${REDACTED}}`],
	['12345678901234567890', '1.2345678901234567E19', REDACTED],
	['1234567890123456789012', 'is 1.2345678901234568e+21.', `is ${REDACTED}.`],
	['1234567890123456', '1234567890129999', REDACTED],
	['123456789012345', '123456789012999', '123456789012999'],
	['123456789012' + '0'.repeat(400), 'id 1234567890125', `id ${REDACTED}`],
	// Zeros at its edges, a sign and a dot are no part of a number's digits.
	['0012345678', '12345678 of 2', `${REDACTED} of 2`],
	['0012345678', '9912345678', REDACTED],
	['0001234567', '991234567', '991234567'],
	['0001234567', '1234567', REDACTED],
	['12345678', '123.45678', REDACTED],
	['12345678', '12.345.678', REDACTED],
	['1234567', '123.4567', '123.4567'],
	['-1234.5', '1234.50', REDACTED],
	['1234.5678', '12345678', '12345678'],
	['123', '123.0 1230 51230', `${REDACTED} 1230 51230`],
	['a12345678', '12345678', '12345678'],
	['a1234567890123456', '1234567890129999', '1234567890129999'],
	['1234567890123456a', '1234567890129999', '1234567890129999'],
	['00000000', '1000001', '1000001'],
	['12345678a', '12345678', '12345678'],
	['tokens-0001', '0001', '0001'],
	['1e400', '1e999', '1e999'],
	// A number beside others is told from them.
	['7654321', '1 7654321.0 2', `1 ${REDACTED} 2`],
])('knows %s as a number in %s', (secret, text, left) => {
	expect(createRedact(['other-secret', secret])(text)).toBe(left);
});

it.each([
	['secr…', `${REDACTED}…`],
	['sec…', 'sec…'],
	['a secret-000… b', `a ${REDACTED}… b`],
	['a secret-0002… b', 'a secret-0002… b'],
	['secret%2D00…secret-0001', `${REDACTED}…${REDACTED}`],
	['secret%2…', `${REDACTED}…`],
	['secret%252…', `${REDACTED}…`],
	['secret\\u00…', `${REDACTED}…`],
	['secret&#4…', `${REDACTED}…`],
	['secret%…', `${REDACTED}…`],
	['secret% …', 'secret% …'],
	['secret%zz and more…', 'secret%zz and more…'],
	['secret+2…', 'secret+2…'],
	['s…', 's…'],
	['…secret-0001', `…${REDACTED}`],
])('replaces what a cut left of a secret: %s', (text, left) => {
	expect(createRedact(['secret-0001'])(text)).toBe(left);
});

it('finds a secret in any case of its letters, and no other letters', () => {
	const redact = createRedact(['λόγος-0001', 'straße-0001', 'ſecret-0001', 'ab cd ef gh']);
	for (const text of ['ΛΌΓΟΣ-0001', 'λόγοσ-0001', 'STRAßE-0001', 'Secret-0001', 'AB+CD+EF+GH']) {
		expect(redact(text)).toBe(REDACTED);
	}
	for (const text of ['straSe-0001', 'STRASSE-0001', 'abxcdxefxgh', 'ab-cd-ef-gh']) {
		expect(redact(text)).toBe(text);
	}
	// What stands before or follows is none of it, like it as it may be.
	expect(createRedact(['secret-0001'])('\\secret-0001')).toBe(`\\${REDACTED}`);
	expect(createRedact(['secret-0001'])('secret-0001-0001')).toBe(`${REDACTED}-0001`);
});

describe('a secret in base64', () => {
	const base64 = (text: string) => Buffer.from(text).toString('base64').replaceAll('=', '');
	const url = (text: string) => Buffer.from(text).toString('base64url');
	const secret = '???>>>~~~-001';
	const redact = createRedact([secret]);

	it.each(['', 'u', 'us', 'use', 'user:'])(
		'is replaced behind %j, with all of its run',
		(before) => {
			for (const said of [secret, encodeURIComponent(secret), `${secret}: and more`]) {
				for (const run of [base64(before + said), url(before + said)]) {
					expect(redact(`Basic ${run}==`)).toBe(`Basic ${REDACTED}==`);
					expect(redact(`{"a":"${run}"}`)).toBe(`{"a":"${REDACTED}"}`);
				}
			}
		},
	);

	it.each([
		['in a URL', encodeURIComponent(base64(secret))],
		[
			'in a URL, in small letters',
			encodeURIComponent(base64(secret)).replace(/%../g, (at) => at.toLowerCase()),
		],
		['in JSON', base64(secret).replaceAll('/', '\\/')],
	])('is replaced %s', (_where, run) => {
		expect(run).not.toBe(base64(secret));
		expect(redact(`x=${run}&y`)).toBe(`x=${REDACTED}&y`);
	});

	it('takes what touches it for a part of its run, as far as it can be', () => {
		for (const sign of '09azAZ+/-_') expect(redact(sign + base64(secret))).toBe(REDACTED);
		for (const sign of '`{@[:;.,*') {
			expect(redact(sign + base64(secret) + sign)).toBe(sign + REDACTED + sign);
		}
		expect(redact(`${base64(secret)}%2E`)).toBe(`${REDACTED}%2E`);
	});

	it('is not looked for where it is short, or it would be found in anything', () => {
		expect(createRedact(['secret7'])(base64('secret7'))).toBe(base64('secret7'));
		expect(createRedact(['abc'])('abcd')).toBe('abcd');
		expect(createRedact(['secret-8'])(base64('secret-8'))).toBe(REDACTED);
		expect(redact(base64('another-0001'))).toBe(base64('another-0001'));
	});
});

it.each([
	['a2%aa\\52aa', 'a2%aa\\52aa'],
	['5\\\\%5%25', '5%5C\\%255%2525'],
	['\\ %25%%%', '\\ %252525%%%2525'],
])('finds %s where a place may mean several of its signs: %s', (secret, text) => {
	expect(createRedact([secret])(`<${text}>`)).toBe(`<${REDACTED}>`);
});

it('finds a secret of many letters, escaped and cut anywhere in it', () => {
	const secret = 'a/b/c/d/e/f/g/h/i/j/k/l/m/n/o/p/q/r/s/t/u/v/w/x/y/z/0/1/2/3/4/5/6/7/8/9';
	const redact = createRedact([secret]);
	for (const text of [secret, secret.replaceAll('/', '\\/'), secret.replaceAll('/', '%2F')]) {
		expect(redact(`<${text}>`)).toBe(`<${REDACTED}>`);
	}
	for (let length = 1; length < secret.length; length += 1) {
		const cut = `${secret.slice(0, length)}…`;
		expect(redact(cut)).toBe(length < 4 ? cut : `${REDACTED}…`);
	}
});

it('says what stood there', () => {
	expect(createRedact(['7654321', '1234567'])('is 7654321.0')).toBe('is [redacted]');
});

it('finds a secret also where the blanks around and in it are fewer', () => {
	const redact = createRedact(['  my \t secret\n 1 ']);
	for (const text of ['  my \t secret\n 1 ', 'my \t secret\n 1', 'my secret 1']) {
		expect(redact(`"${text}"`)).toBe(`"${REDACTED}"`);
	}
	expect(redact('mysecret1')).toBe('mysecret1');
});

it('replaces numbers in parsed JSON, and leaves keys that are its own', () => {
	const redact = createRedact(['12345678', 'name']);
	expect(redactDeep([12345678, 7, { name: 'name' }], redact)).toEqual([
		REDACTED,
		7,
		{ [REDACTED]: REDACTED },
	]);
	expect(redactDeep({ name: { name: 'name' } }, redact, true)).toEqual({
		name: { name: REDACTED },
	});
	const nested = (levels: number): unknown => (levels === 0 ? 'x' : [nested(levels - 1)]);
	expect(redactDeep(nested(64), redact)).toEqual(nested(64));
	expect(JSON.stringify(redactDeep(nested(65), redact))).toMatch(/^\[{64}null\]{64}$/);
});

it('finds a secret that the redaction of another text has met in part', () => {
	const redact = createRedact(['abcdefgh-0001', 'xyz-xyz-0002']);
	for (const text of ['abcdefgh-000', 'bcdefgh-0001', 'abcdefg', 'h-0001', 'yz-xyz-0002']) {
		expect(redact(text)).toBe(text);
	}
});

it('replaces a short secret as a word only, or ids would be garbled', () => {
	const redact = createRedact(['abc', '123']);
	expect(redact('abc /abc/ "123" abcd 51234 éabc abcé')).toBe(
		`${REDACTED} /${REDACTED}/ "${REDACTED}" abcd 51234 éabc abcé`,
	);
	expect(createRedact(['secret7'])('secret7 secret78 1secret7')).toBe(
		`${REDACTED} secret78 1secret7`,
	);
	expect(createRedact(['secret-8'])('secret-89 1secret-8')).toBe(`${REDACTED}9 1${REDACTED}`);
});

it('replaces the longer of two secrets first', () => {
	const redact = createRedact(['token-0001', 'token-0001-more']);
	expect(redact('token-0001-more token-0001')).toBe(`${REDACTED} ${REDACTED}`);
});

it('leaves text as it is without a secret', () => {
	for (const secrets of [[], [''], [' '], ['something-else']]) {
		expect(createRedact(secrets)('(- -) 0 secret here')).toBe('(- -) 0 secret here');
	}
});

it('never throws and never leaves a secret, whatever its characters', () => {
	const text = fc.oneof(
		anyText({ maxLength: 12 }),
		fc.string({ unit: fc.constantFrom(...Array.from('-/\\"%&+ $^[](){}*?|.a1')), maxLength: 12 }),
	);
	// Credentials refuse control characters, and the mark itself is no secret.
	const secrets = text.filter(
		(secret) => /[^\][redact\s]/i.test(secret) && !/[\p{Cc}\u2028\u2029]/u.test(secret),
	);
	fc.assert(
		fc.property(secrets, fc.constantFrom(' ', '/', '"', ': '), (secret, mark) => {
			const redact = createRedact([secret]);
			const whole = secret.toWellFormed();
			for (const form of [whole, encodeURIComponent(whole), JSON.stringify(whole).slice(1, -1)]) {
				const left = redact(`x${mark}${form}${mark}y`);
				expect(left).toContain(REDACTED);
				expect(left.split(REDACTED)).not.toContain(form);
			}
			expect(JSON.stringify(redactDeep([{ secret: whole }], redact))).toContain(REDACTED);
		}),
		{ numRuns: 1000 },
	);
});

it('reads any JSON, and leaves no way to a prototype', () => {
	const redact = createRedact(['secret-0001']);
	fc.assert(
		fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
			const plain = JSON.parse(JSON.stringify(value)) as unknown;
			const isOwn = !JSON.stringify(plain).includes('__proto__');
			if (isOwn) expect(redactDeep(plain, redact)).toEqual(plain);
		}),
	);
	const parsed = JSON.parse('{"__proto__": {"admin": true}, "a": 1}') as unknown;
	expect(Object.keys(redactDeep(parsed, redact) as object)).toEqual(['a']);
	const deep = JSON.parse(`${'['.repeat(5000)}${']'.repeat(5000)}`) as unknown;
	expect(redactDeep(deep, redact)).toBeDefined();
});
