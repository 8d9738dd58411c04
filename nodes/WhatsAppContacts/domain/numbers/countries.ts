/**
 * What the phone library knows of countries. It is loaded with its full metadata: the smaller
 * sets call almost any digits of the right length valid (79001234567 as a Brazilian number).
 */
import { type CountryCode, getCountries, getCountryCallingCode } from 'libphonenumber-js/max';

/** The countries that national numbers can be read for: ISO 3166 alpha-2, in upper case. */
export const countries: readonly CountryCode[] = getCountries();

const known: ReadonlySet<string> = new Set(countries);

/** Whether national numbers can be read for this code. */
export function isCountry(code: unknown): code is CountryCode {
	return typeof code === 'string' && known.has(code);
}

/** Satellite, freephone and other codes of no country, which the library does not list. */
const ofNoCountry = ['800', '808', '870', '878', '881', '882', '883', '888', '979'];

const callingCodes: ReadonlySet<string> = new Set([
	...countries.map((country) => getCountryCallingCode(country)),
	...ofNoCountry,
]);

/** Whether international digits can be anybody's: whether they begin with a calling code. */
export function beginsWithCallingCode(digits: string): boolean {
	return [1, 2, 3].some((length) => callingCodes.has(digits.slice(0, length)));
}
