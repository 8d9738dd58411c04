import fc from 'fast-check';
import {
	type CountryCode,
	getCountryCallingCode,
	isPossiblePhoneNumber,
	isValidPhoneNumber,
	parsePhoneNumberFromString,
} from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/mobile/examples';
import {
	callingCodeOf,
	hasPossibleLength,
} from '../../nodes/WhatsAppContacts/domain/numbers/countries';
import { countries, isCountry, readPhone } from '../../nodes/WhatsAppContacts/domain/numbers/phone';
import { isProblem } from '../../nodes/WhatsAppContacts/domain/reading';
import { anyText } from '../anyText';
import { problemForm, show } from './form';
import { phones, type PhoneVector } from './vectors/phones';

describe.each(Object.entries(phones))('a phone number: %s', (_row, vectors) => {
	it.each(
		(vectors as readonly PhoneVector[]).map((vector) => [
			show(vector.typed, vector.country),
			vector,
		]),
	)('%s', (_name, vector) => {
		const reading = readPhone(vector.typed, vector.country);
		if ('problem' in vector) {
			expect(reading).toEqual({ problem: expect.stringMatching(vector.problem) });
			expect(reading).toEqual({ problem: expect.stringMatching(problemForm) });
		} else {
			const { digits, styled = null, suspicious = false } = vector;
			expect(reading).toEqual({ value: { digits, styled, suspicious } });
		}
	});
});

describe('any value as a phone number', () => {
	const country = fc.option(fc.constantFrom(...countries, 'XX', ''), { nil: undefined });
	const signs = fc.string({
		unit: fc.constantFrom(...Array.from('0123456789+ ()-./@,;\n\u200e\uff11')),
	});

	it('is read or refused in a sentence, never thrown at', () => {
		fc.assert(
			fc.property(fc.oneof(fc.anything(), signs, anyText()), country, (value, home) => {
				const reading = readPhone(value, home);
				if (isProblem(reading)) expect(reading.problem).toMatch(problemForm);
				else expect(reading.value.digits).toMatch(/^[1-9]\d{6,14}$/);
			}),
			{ numRuns: 500 },
		);
	});

	it('keeps the digits of what is typed with +, but for a trunk zero', () => {
		fc.assert(
			fc.property(fc.stringMatching(/^[1-9]\d{6,14}$/), country, (typed, home) => {
				const reading = readPhone(`+${typed}`, home);
				const digits = isProblem(reading) ? '' : reading.value.digits;
				if (digits === typed) return;
				expect(isValidPhoneNumber(`+${digits}`)).toBe(true);
				const withZero = [1, 2, 3].map((at) => `${digits.slice(0, at)}0${digits.slice(at)}`);
				expect(withZero).toContain(typed);
			}),
			{ numRuns: 200 },
		);
	});

	it('is read in no time when it is long', () => {
		for (const junk of ['+', ' ', '(0)', '0', '\u200e', '@', '\n1', "'", '1.', '%', '.0']) {
			const long = junk.repeat(300_000);
			for (const text of [long, `wa.me/${long}x`, `wa.me/?${long}`, `tel:${long}`, `1${long}x.0`])
				readPhone(text, 'BR');
		}
	}, 3000);
});

describe('a number without + in a default country', () => {
	const home = fc.constantFrom(...countries);
	const away = fc.constantFrom(...(Object.keys(examples) as CountryCode[]));
	/** Digits of a real number that lacks some, has others, or has one more or less. */
	const digits = fc.oneof(
		fc.stringMatching(/^[1-9]\d{5,13}$/),
		fc
			.tuple(away, fc.boolean(), fc.nat(20), fc.constantFrom('', '0', '7', '98'))
			.map(([country, international, at, added]) => {
				const example = examples[country];
				const code = international ? getCountryCallingCode(country) : '';
				const whole = code + example;
				return whole.slice(0, at) + added + whole.slice(at + 1);
			}),
		fc
			.tuple(away, fc.boolean())
			.map(([country, international]) =>
				international ? getCountryCallingCode(country) + examples[country] : examples[country],
			),
	);
	const styles = fc.constantFrom(
		(number: string) => number,
		(number: string) => `${number.slice(0, 2)} ${number.slice(2, 4)}-${number.slice(4)}`,
		(number: string) => `(${number.slice(0, 2)}) ${number.slice(2)}`,
		(number: string) => (number.length < 7 ? number : `${number}.0`),
		(number: string) => `whatsapp:${number}`,
	);

	it('is a valid one of that country, an international one as it is, or refused', () => {
		fc.assert(
			fc.property(digits, home, styles, (number, country, style) => {
				const reading = readPhone(style(number), country);
				if (isProblem(reading) || number.startsWith('00')) return;
				const { digits: read } = reading.value;
				const code = getCountryCallingCode(country);
				const national = parsePhoneNumberFromString(number, country);
				const isNational =
					national?.isValid() &&
					national.countryCallingCode === code &&
					national.number === `+${read}`;
				const isOwn = number.startsWith(code) && isPossiblePhoneNumber(`+${number}`);
				const isMexican = /^521\d{10}$/.test(number) && country === 'MX';
				const isForeign = isValidPhoneNumber(`+${number}`);
				const may = isNational || (read === number && (isOwn || isMexican || isForeign));
				expect([number, country, read, may]).toEqual([number, country, read, true]);
			}),
			{ numRuns: 5000 },
		);
	});

	it('is read at home in every country, with and without its calling code and trunk zero', () => {
		const keepers: string[] = [];
		for (const country of Object.keys(examples) as CountryCode[]) {
			const code = getCountryCallingCode(country);
			const national = examples[country];
			const expected = { value: { digits: code + national } };
			expect([country, readPhone(national, country)]).toMatchObject([country, expected]);
			const decimal = readPhone(`${national}.0`, country);
			// With fewer digits before the dot it may be anything.
			if (national.length < 7) expect(decimal).toHaveProperty('problem');
			else expect([country, decimal]).toMatchObject([country, expected]);
			expect([country, readPhone(`+${code} ${national}`)]).toMatchObject([country, expected]);
			expect([country, readPhone(`+${code} (0)${national}`)]).toMatchObject([country, expected]);
			// Where the zero may be the number's own, it stays.
			const withZero = `${code}0${national}`;
			const isItsOwn = parsePhoneNumberFromString(`+${withZero}`)?.number === `+${withZero}`;
			const dialled =
				isItsOwn && isValidPhoneNumber(`+${withZero}`) ? { value: { digits: withZero } } : expected;
			expect([country, readPhone(`+${code} 0${national}`)]).toMatchObject([country, dialled]);
			if (dialled !== expected) keepers.push(country);
		}
		expect(keepers.length).toBeLessThan(10);
	});
});

describe('countries', () => {
	it('have calling codes, and so do satellites, free numbers and others of no country', () => {
		const codes = ['800', '808', '870', '878', '881', '882', '883', '888', '979'];
		for (const code of [...codes, '1', '7', '55', '598', '290']) {
			expect(callingCodeOf(`${code}1234567`)).toBe(code);
		}
		for (const none of ['', '0', '999', '210', '89']) expect(callingCodeOf(none)).toBeUndefined();
	});

	it.each([
		['5521987650011', '55', true],
		['551234567', '55', false],
		['525512345678', '52', true],
		['5215512345678', '52', true],
		['52155123456789', '52', false],
		['881612345678', '881', true],
		['88161234567', '881', false],
		['16502530000', '1', true],
		['1650253000', '1', false],
	])('have %s among their numbers of +%s as far as its length goes: %s', (digits, code, is) => {
		expect(hasPossibleLength(digits, code)).toBe(is);
	});

	it('are ISO codes of two capital letters that English has names for', () => {
		const names = new Intl.DisplayNames(['en'], { type: 'region' });
		for (const code of countries) {
			expect(code).toMatch(/^[A-Z]{2}$/);
			expect(names.of(code)).not.toBe(code);
			expect(isCountry(code)).toBe(true);
		}
		expect(countries.length).toBeGreaterThan(240);
	});

	it.each(['', 'br', 'XX', '001', '__proto__', 'constructor', null, undefined, 7])(
		'have no %p among them',
		(code) => expect(isCountry(code)).toBe(false),
	);
});
