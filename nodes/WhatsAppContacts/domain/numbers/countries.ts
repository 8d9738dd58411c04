/**
 * What the phone library knows of countries and their numbers. It is loaded with its full metadata:
 * the smaller sets call almost any digits of the right length valid (79001234567 as a Brazilian
 * number). Digits are asked about as they are: the library tidies what it reads, we do not.
 */
import {
	type CountryCode,
	getCountries,
	getCountryCallingCode,
	parsePhoneNumberFromString,
} from 'libphonenumber-js/max';
import { Metadata } from 'libphonenumber-js/core';
import metadata from 'libphonenumber-js/max/metadata';

/** The countries that national numbers can be read for: ISO 3166 alpha-2, in upper case. */
export const countries: readonly CountryCode[] = getCountries();

const known: ReadonlySet<unknown> = new Set(countries);

/** Whether national numbers can be read for this code. */
export function isCountry(code: unknown): code is CountryCode {
	return known.has(code);
}

/** Satellite, freephone and other codes of no country, which the library does not list. */
const ofNoCountry = ['800', '808', '870', '878', '881', '882', '883', '888', '979'];

const callingCodes: ReadonlySet<string> = new Set([
	...countries.map((country) => getCountryCallingCode(country)),
	...ofNoCountry,
]);

/** The calling code that international digits begin with; without one they can be nobody's. */
export function callingCodeOf(digits: string): string | undefined {
	return [1, 2, 3]
		.map((length) => digits.slice(0, length))
		.find((begin) => callingCodes.has(begin));
}

/** Whether international digits are a valid number just as they are. */
export function isValid(digits: string): boolean {
	const number = parsePhoneNumberFromString(`+${digits}`);
	return number?.number === `+${digits}` && number.isValid();
}

/** How long national numbers can be; codes of no country are plans of their own. */
function lengthsOf(plan: string): readonly number[] {
	const plans = new Metadata(metadata);
	plans.selectNumberingPlan(plan as CountryCode);
	return plans.numberingPlan?.possibleLengths() ?? [];
}

const lengthsOfCodes = new Map<string, ReadonlySet<number>>();

/** Whether any number of a calling code is as long as this one, which begins with that code. */
export function hasPossibleLength(digits: string, code: string): boolean {
	let lengths = lengthsOfCodes.get(code);
	if (lengths === undefined) {
		const plans = countries.filter((country) => getCountryCallingCode(country) === code);
		lengths = new Set((plans.length > 0 ? plans : [code]).flatMap(lengthsOf));
		lengthsOfCodes.set(code, lengths);
	}
	return lengths.has(planned(digits).length - code.length);
}

/** WhatsApp knows Mexico's mobiles by the 1 that the numbering plan has given up. */
function planned(digits: string): string {
	return digits.replace(/^521(?=\d{10}$)/, '52');
}

/**
 * International digits without a zero that is dialled at home only (+49 0611 …). Italy and Ivory
 * Coast keep theirs: it goes where the number is invalid with it and valid without it.
 */
export function withoutTrunkZero(digits: string): string {
	const code = callingCodeOf(digits);
	if (code === undefined || digits[code.length] !== '0') return digits;
	const shorter = code + digits.slice(code.length + 1);
	return !isValid(digits) && isValid(shorter) ? shorter : digits;
}

/** International digits of what is a valid number when dialled in this country, if it is one. */
export function nationalReading(digits: string, country: CountryCode): string | undefined {
	const reading = parsePhoneNumberFromString(digits, country);
	// Not `.country`: countries that share a calling code also share how numbers are dialled.
	return reading?.isValid() && reading.countryCallingCode === getCountryCallingCode(country)
		? reading.number.slice(1)
		: undefined;
}

/**
 * Whether digits are an international number of this country: its code, and a length it has that can
 * be dialled from abroad (Canada's seven digits of 310 cannot).
 */
export function isOfCountry(digits: string, country: CountryCode): boolean {
	const code = getCountryCallingCode(country);
	return (
		callingCodeOf(digits) === code &&
		lengthsOf(country).includes(planned(digits).length - code.length) &&
		parsePhoneNumberFromString(`+${planned(digits)}`)?.isPossible() === true
	);
}
