/**
 * What people type and paste: text with invisible marks, line breaks and foreign digits in it.
 * Everything that is read from a person goes through here first.
 */
import type { Reading } from './reading';

/** Every example of a phone number in a message: international, so that it never misleads. */
export const examplePhone = '+5511987654321';

/** Marks that copy-and-paste brings along: direction marks, zero-width blanks, soft hyphens. */
const invisible = /[\p{Cf}\uFE0E\uFE0F]/gu;
/** Control characters (CR, LF, U+0085 among them) and Unicode's own line ends. */
const lineBreaks = /[\p{Cc}\u2028\u2029]+/u;

/**
 * One line, trimmed: line breaks and control characters become one blank, so that a text can
 * never add a line to a vCard that a gateway builds without escaping.
 */
export function oneLine(text: string): string {
	const line = text
		.split(lineBreaks)
		.map((part) => part.trim())
		.filter((part) => part !== '')
		.join(' ');
	// Half a surrogate pair, e.g. of a name cut in two, is no text that JSON parsers agree on.
	return line.toWellFormed();
}

/** Whether there is anything to see in a text. */
export function isBlank(text: string): boolean {
	return !/[^\s\p{Cf}\uFE0E\uFE0F]/u.test(text);
}

/** Whether a value says anything: `null` and blanks mean "not given" in every optional place. */
export function isGiven(value: unknown): boolean {
	return value !== null && value !== undefined && !(typeof value === 'string' && isBlank(value));
}

/**
 * The ASCII form of what is read as a number or an id: invisible marks out; full-width
 * characters, Arabic and Persian digits and typographic dashes as their plain equals.
 */
export function plain(text: string): string {
	return text
		.replace(invisible, '')
		.replace(/[\uFF01-\uFF5E]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
		.replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (char) => String(char.charCodeAt(0) & 0xf))
		.replace(/[\u2010-\u2015\u2212\uFE58\uFE63]/g, '-')
		.trim();
}

/** Whether a text holds more than one number or id, as lists pasted from a sheet do. */
export function holdsSeveral(text: string): boolean {
	const signs = plain(text);
	if ((signs.match(/@/g)?.length ?? 0) > 1 || (signs.match(/\+\s?\d/g)?.length ?? 0) > 1)
		return true;
	const digitsOf = (part: string) => part.replace(/\D/g, '').length;
	const listed = signs.split(/[,;|\r\n]/).filter((part) => digitsOf(part) > 4);
	if (listed.length > 1) return true;
	// Blanks and slashes also group the digits of one number, as long as it can be one.
	const grouped = signs.split(/[\s/]/).filter((part) => digitsOf(part) > 6);
	return grouped.length > 1 && digitsOf(signs) > 15;
}

/** Typed text as a message may show it: visible, on one line, at most 60 characters. */
export function shortened(text: string): string {
	const line = [...oneLine(text.slice(0, 1000)).replace(/[\p{C}\uFFFD]/gu, '')];
	return line.length > 60 ? `${line.slice(0, 59).join('')}…` : line.join('');
}

/** The same in quotes. */
export function quoted(text: string): string {
	return `"${shortened(text)}"`;
}

/**
 * The text of a number or id. JSON numbers are read digit by digit, which is only possible
 * while JavaScript holds them exactly.
 */
export function typedText(value: unknown): Reading<string> {
	if (value === null || value === undefined) return { value: '' };
	if (typeof value === 'string') return { value };
	if (typeof value === 'bigint' && value >= 0n) return { value: String(value) };
	if (typeof value !== 'number') {
		return { problem: `is neither text nor a number. Write e.g. ${examplePhone}` };
	}
	if (Number.isSafeInteger(value) && value >= 0) return { value: String(value) };
	if (Number.isInteger(value) && value > 0) {
		return {
			problem:
				`the number ${value} is too long to be kept exactly. ` +
				'Write it as text, in quotes, e.g. "120363043968066561"',
		};
	}
	return { problem: `${value} is no whole number. Write digits only, e.g. ${examplePhone}` };
}
