/** Phone numbers as people type them. */
import { callingCodeOf, hasPossibleLength, isCountry, isValid } from './countries';
import {
	bareNumber,
	isInternational,
	readDigits,
	refusalOfDigits,
	withoutZeroInBrackets,
} from './digits';
import { isProblem, type Reading } from '../reading';
import { examplePhone, holdsSeveral, oneLine, quoted } from '../typed';
import { decimalProblem, readWritten } from './written';

export { countries, isCountry } from './countries';

/** A phone number that was read. */
export interface Phone {
	/** International, 7–15 digits. */
	readonly digits: string;
	/**
	 * As typed when typed with `+` (trimmed, line breaks out), else `null`; also where the digits are
	 * not those that were typed, but for the zero of +44 (0)20 ….
	 */
	readonly styled: string | null;
	/** No valid +1 number, or of no length that its calling code has: hardly anybody's. */
	readonly suspicious: boolean;
}

/** Reads a phone number; `country` (ISO alpha-2) is where national numbers are at home. */
export function readPhone(value: unknown, country?: string): Reading<Phone> {
	const written = readWritten(value);
	if (isProblem(written)) return written;
	const { typed, text } = written.value;
	if (holdsSeveral(text)) {
		return {
			problem: `${quoted(typed)} is more than one number. Write one, e.g. ${examplePhone}`,
		};
	}
	const home = country?.trim().toUpperCase();
	const reading = readDigits(text, typed, isCountry(home) ? home : undefined);
	if (isProblem(reading)) return reading;
	const digits = reading.value;
	const refusal = refusalOfDigits(digits, typed);
	if (refusal !== undefined) return { problem: refusal };
	if (/^[^.]*\.\d\d$/.test(text) && !isValid(digits)) return decimalProblem(typed);
	const spellings = [bareNumber(text), bareNumber(withoutZeroInBrackets(text))];
	const code = callingCodeOf(digits);
	return {
		value: {
			digits,
			styled: spellings.includes(`+${digits}`) ? oneLine(text) : null,
			suspicious:
				code === '1' ? !isValid(digits) : code !== undefined && !hasPossibleLength(digits, code),
		},
	};
}

/** Whether a number says by itself that it is international. */
export function isWrittenInternationally(text: string): boolean {
	const written = readWritten(text);
	return !isProblem(written) && isInternational(written.value.text);
}
