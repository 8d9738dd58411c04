/**
 * From a number's text to international digits. The library only expands national numbers and drops
 * trunk zeros; it never refuses or rewrites what else is international, because gateways know
 * numbers that it does not.
 */
import type { CountryCode } from 'libphonenumber-js/max';
import {
	callingCodeOf,
	isOfCountry,
	isValid,
	nationalReading,
	withoutTrunkZero,
} from './countries';
import type { Reading } from '../reading';
import { examplePhone, isBlank, quoted } from '../typed';

/** Ends the advice where Default Country is read at all. */
export const orSetDefaultCountry = ', or set Default Country if it is a national number';
const orWithCountryCode = `Write it with the country code, e.g. ${examplePhone}${orSetDefaultCountry}`;

/** Why digits are no phone number of anybody, if so. */
export function refusalOfDigits(digits: string, typed: string): string | undefined {
	// Also after `+` or `00`: no country code begins with 0, and an integer would lose it.
	const begins = digits.startsWith('0')
		? `${quoted(typed)} begins with 0. ${orWithCountryCode}`
		: undefined;
	return refusalOfLength(digits, typed) ?? begins;
}

function refusalOfLength(digits: string, typed: string): string | undefined {
	if (digits.length >= 7 && digits.length <= 15) return undefined;
	const count = `${digits.length} ${digits.length === 1 ? 'digit' : 'digits'}`;
	return `${quoted(typed)} has ${count}, a phone number has 7 to 15. Write e.g. ${examplePhone}`;
}

const international = /^(?:\+|00)/;

/** Whether a text says by itself that its number is international. */
export function isInternational(text: string): boolean {
	return international.test(bareNumber(text));
}

/** Without the signs that only make a number easier to read. */
export function bareNumber(text: string): string {
	return text.replace(/[\s().\-/]/g, '');
}

/** The zero in +44 (0)20 … is dialled at home only. */
export function withoutZeroInBrackets(text: string): string {
	return text.replace(/\(\s*0\s*\)/, '');
}

/** Reads the digits of a text; messages quote what was typed. */
export function readDigits(
	text: string,
	typed: string,
	country: CountryCode | undefined,
): Reading<string> {
	if (isBlank(typed)) {
		return { problem: `is empty. Write a phone number, e.g. ${examplePhone}` };
	}
	const bare = bareNumber(text);
	if (/\p{L}/u.test(bare)) {
		return { problem: `${quoted(typed)} holds letters. Write digits only, e.g. ${examplePhone}` };
	}
	if (bare === '' || bare === '+') {
		return { problem: `${quoted(typed)} holds no digits. Write e.g. ${examplePhone}` };
	}
	const strange = /\D/u.exec(bare.slice(bare.startsWith('+') ? 1 : 0))?.[0];
	if (strange !== undefined) {
		return {
			problem: `${quoted(typed)} holds ${quoted(strange)}. Write digits only, e.g. ${examplePhone}`,
		};
	}
	if (international.test(bare)) {
		const whole = bare.replace(international, '');
		const shorter = bareNumber(withoutZeroInBrackets(text)).replace(international, '');
		// People also write +39 (0)6 …, although Italy dials its zero from everywhere.
		const keepsZero = isValid(whole) && !isValid(shorter);
		return { value: withoutTrunkZero(keepsZero ? whole : shorter) };
	}
	if (country !== undefined) return readAtHome(bare, text, typed, country);
	if (bare.startsWith('0') || callingCodeOf(bare) === undefined) {
		const why = bare.startsWith('0') ? 'begins with 0' : 'begins with no country code';
		return { problem: `${quoted(typed)} ${why}. ${orWithCountryCode}` };
	}
	return { value: bare };
}

/** A number that does not say whether it is national: a guess must not reach a stranger. */
function readAtHome(
	digits: string,
	text: string,
	typed: string,
	country: CountryCode,
): Reading<string> {
	const national = nationalReading(digits, country);
	if (national !== undefined) return { value: national };
	// In (47) 9829-6801, 47 is an area code of Brazil, and not Norway.
	const mayBeForeign = !text.startsWith('(');
	if (isOfCountry(digits, country) || (mayBeForeign && isValid(digits))) return { value: digits };
	return {
		problem:
			refusalOfLength(digits, typed) ??
			`${quoted(typed)} is no phone number of Default Country (${country}) and no international one. ` +
				`Write it with + and the country code, e.g. ${examplePhone}`,
	};
}
