import fc from 'fast-check';
import { countries, isCountry, readPhone } from '../../nodes/WhatsAppContacts/domain/numbers/phone';
import { isProblem } from '../../nodes/WhatsAppContacts/domain/reading';
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
	const signs = fc.string({ unit: fc.constantFrom(...'0123456789+ ()-./@,;\n\u200e\uff11') });

	it('is read or refused in a sentence, never thrown at', () => {
		fc.assert(
			fc.property(
				fc.oneof(fc.anything(), signs, fc.string({ unit: 'binary' })),
				country,
				(value, home) => {
					const reading = readPhone(value, home);
					if (isProblem(reading)) expect(reading.problem).toMatch(problemForm);
					else expect(reading.value.digits).toMatch(/^[1-9]\d{6,14}$/);
				},
			),
			{ numRuns: 500 },
		);
	});

	it('keeps the digits of what is typed with +', () => {
		fc.assert(
			fc.property(fc.stringMatching(/^[1-9]\d{6,14}$/), country, (digits, home) => {
				expect(readPhone(`+${digits}`, home)).toMatchObject({ value: { digits } });
			}),
			{ numRuns: 200 },
		);
	});

	it('is read in no time when it is long', () => {
		for (const junk of ['+', ' ', '(0)', '0', '\u200e', '@', '\n1']) {
			readPhone(junk.repeat(300_000), 'BR');
		}
	}, 3000);
});

describe('countries', () => {
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
