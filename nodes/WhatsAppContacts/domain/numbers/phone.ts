/**
 * Phone numbers as people type them. The library only expands national numbers; it never
 * refuses or rewrites an international one, because gateways know numbers that it does not.
 */
import {
	type CountryCode,
	getCountryCallingCode,
	parsePhoneNumberFromString,
} from 'libphonenumber-js/max';
import { beginsWithCallingCode, isCountry } from './countries';
import { isProblem, type Reading } from '../reading';
import { examplePhone, holdsSeveral, oneLine, plain, quoted, typedText } from '../typed';

export { countries, isCountry } from './countries';

/** A phone number that was read. */
export interface Phone {
	/** International, 7–15 digits. */
	readonly digits: string;
	/** As typed when typed with `+` (trimmed, line breaks out), else `null`. */
	readonly styled: string | null;
	/** Read as +1… and no valid number there: more likely a number without its country code. */
	readonly suspicious: boolean;
}

const orWithCountryCode =
	`Write it with the country code, e.g. ${examplePhone}, or set Default Country ` +
	'if it is a national number';

/** Reads a phone number; `country` (ISO alpha-2) is where national numbers are at home. */
export function readPhone(value: unknown, country?: string): Reading<Phone> {
	const typed = typedText(value);
	if (isProblem(typed)) return typed;
	if (holdsSeveral(typed.value)) {
		return {
			problem: `${quoted(typed.value)} is more than one number. Write one, e.g. ${examplePhone}`,
		};
	}
	const home = country?.trim().toUpperCase();
	const digits = readDigits(typed.value, isCountry(home) ? home : undefined);
	if (isProblem(digits)) return digits;
	const refusal = refusalOfDigits(digits.value, typed.value);
	if (refusal !== undefined) return { problem: refusal };
	const text = plain(typed.value).replace(/^tel:\s*/i, '');
	return {
		value: {
			digits: digits.value,
			styled: bareNumber(text).startsWith('+') ? oneLine(text) : null,
			suspicious: digits.value.startsWith('1') && !isValid(digits.value),
		},
	};
}

/** Whether a number says by itself that it is international. */
export function isWrittenInternationally(text: string): boolean {
	return /^(?:\+|00)/.test(bareNumber(plain(text)));
}

/** Why digits are no phone number of anybody, if so. */
export function refusalOfDigits(digits: string, typed: string): string | undefined {
	if (digits.length < 7 || digits.length > 15) {
		const count = `${digits.length} ${digits.length === 1 ? 'digit' : 'digits'}`;
		return `${quoted(typed)} has ${count}, a phone number has 7 to 15. Write e.g. ${examplePhone}`;
	}
	// Also after `+` or `00`: no country code begins with 0, and an integer would lose it.
	return digits.startsWith('0')
		? `${quoted(typed)} begins with 0. ${orWithCountryCode}`
		: undefined;
}

/** Without the signs that only make a number easier to read. */
function bareNumber(text: string): string {
	return text.replace(/^tel:/i, '').replace(/[\s().\-/]/g, '');
}

function readDigits(typed: string, country: CountryCode | undefined): Reading<string> {
	const text = plain(typed);
	if (text === '') return { problem: `is empty. Write a phone number, e.g. ${examplePhone}` };
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
	// The zero in +44 (0)20 … is dialled at home only.
	if (/^(?:\+|00)/.test(bare)) {
		return { value: bareNumber(text.replace(/\(\s*0\s*\)/, '')).replace(/^(?:\+|00)/, '') };
	}
	if (country !== undefined) return { value: expand(bare, country) };
	if (bare.startsWith('0') || !beginsWithCallingCode(bare)) {
		const why = bare.startsWith('0') ? 'begins with 0' : 'begins with no country code';
		return { problem: `${quoted(typed)} ${why}. ${orWithCountryCode}` };
	}
	return { value: bare };
}

/** The national reading if it is a valid one, else the digits as they are. */
function expand(digits: string, country: CountryCode): string {
	const national = parsePhoneNumberFromString(digits, country);
	// Not `.country`: countries that share a calling code also share how numbers are dialled.
	if (!national?.isValid() || national.countryCallingCode !== getCountryCallingCode(country))
		return digits;
	// The library also recognises international digits, and may tidy them: that is not our job.
	const international = parsePhoneNumberFromString(`+${digits}`);
	return international?.number === national.number ? digits : national.number.slice(1);
}

function isValid(digits: string): boolean {
	return parsePhoneNumberFromString(`+${digits}`)?.isValid() ?? false;
}
