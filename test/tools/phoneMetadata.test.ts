import fc from 'fast-check';
import type { MetadataJson } from 'libphonenumber-js/core';
import { getCountries, Metadata, parsePhoneNumberFromString } from 'libphonenumber-js/core';
import examples from 'libphonenumber-js/mobile/examples';
import full from 'libphonenumber-js/max/metadata';
import { withoutFormats } from '../../tools/build/phoneMetadata';

const reduced = withoutFormats(full as unknown as Parameters<typeof withoutFormats>[0]);

type Country = keyof typeof examples;
const countries = getCountries(full);

/** All that the node takes from a reading. */
function reading(text: string, country: Country | undefined, metadata: unknown) {
	const number = parsePhoneNumberFromString(
		text,
		{ ...(country && { defaultCountry: country }) },
		metadata as MetadataJson,
	);
	return number && [number.number, number.countryCallingCode, number.isValid()];
}

/** How long the numbers of a country are, or of a code of none. */
function lengths(plan: string, metadata: unknown) {
	const plans = new Metadata(metadata as MetadataJson);
	plans.selectNumberingPlan(plan as Country);
	return plans.numberingPlan?.possibleLengths();
}

describe("the phone library's data without formats", () => {
	it('is smaller by a fifth', () => {
		const size = (data: unknown) => JSON.stringify(data).length;
		expect(size(reduced)).toBeLessThan(0.8 * size(full));
	});

	it('reads every country’s example as the whole data does', () => {
		expect(countries.length).toBeGreaterThan(200);
		for (const country of countries) {
			const national = examples[country];
			const known = reading(national, country, full);
			expect(known).toBeDefined();
			expect(reading(national, country, reduced)).toEqual(known);
			const international = String(known?.[0]);
			expect(reading(international, undefined, reduced)).toEqual(
				reading(international, undefined, full),
			);
		}
	});

	it('knows the same lengths of numbers', () => {
		for (const plan of [...countries, '800', '870', '888']) {
			expect(lengths(plan, reduced)).toContainEqual(expect.any(Number));
			expect(lengths(plan, reduced)).toEqual(lengths(plan, full));
		}
	});

	it('reads any digits as the whole data does', () => {
		const digits = fc.stringMatching(/^\+?[0-9]{4,16}$/);
		const home = fc.option(fc.constantFrom(...countries), { nil: undefined });
		fc.assert(
			fc.property(digits, home, (text, country) => {
				expect(reading(text, country, reduced)).toEqual(reading(text, country, full));
			}),
			{ numRuns: 3000 },
		);
	});

	it('stops the build where the data is laid out in another way', () => {
		expect(() => withoutFormats({ version: 5, countries: {} })).toThrow('version 5');
	});
});
