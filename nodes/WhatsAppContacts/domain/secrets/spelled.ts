/**
 * What a text may mean at one place: the character itself, and what it stands for where it begins
 * an escape. Servers and logs escape in many ways and more than once, and mix them in one text.
 */

const HTML_NAMES: ReadonlyArray<readonly [string, number]> = [
	['lt;', 0x3c],
	['gt;', 0x3e],
	['quot;', 0x22],
	['apos;', 0x27],
];

export const BACKSLASH = 0x5c;
/** `…`, which stands where a text was cut. */
export const CUT = 0x2026;

const PERCENT = 0x25;
const AMPERSAND = 0x26;
const PLUS = 0x2b;
const SPACE = 0x20;

/** How often a text may have been escaped over and over. */
const MAX_LEVELS = 4;

/** Takes a code point that may stand at a place, and where the text goes on, at most 40 behind. */
type Visit = (point: number, next: number) => void;

/** Whether a character may be more than itself. */
export function mayEscape(unit: number): boolean {
	return unit === PERCENT || unit === BACKSLASH || unit === AMPERSAND || unit === PLUS;
}

/** Calls `visit` for each meaning of the text at a place. */
export function spelledAt(text: string, at: number, visit: Visit): void {
	const unit = text.charCodeAt(at);
	visit(unit, at + 1);
	if (unit === PERCENT) percentAt(text, at + 1, visit);
	else if (unit === BACKSLASH) unicodeAt(text, at + 1, visit);
	else if (unit === AMPERSAND) entityAt(text, at + 1, visit);
	else if (unit === PLUS) visit(SPACE, at + 1);
}

/** Whether a cut broke the escape that begins here. */
export function isBrokenEscape(text: string, at: number): boolean {
	const unit = text.charCodeAt(at);
	if (unit !== PERCENT && unit !== BACKSLASH && unit !== AMPERSAND) return false;
	const cut = text.slice(at + 1, at + 10).indexOf('…');
	return cut >= 0 && /^[\w%\\&#;]*$/.test(text.slice(at + 1, at + 1 + cut));
}

/** `%2F`, `%252F`, `%D1%82` */
function percentAt(text: string, from: number, visit: Visit): void {
	let at = from;
	for (let level = 0; level < MAX_LEVELS; level++) {
		const byte = hexAt(text, at, 2);
		at += 2;
		if (byte !== PERCENT) {
			if (byte >= 0) bytesAt(text, at, byte, visit);
			return;
		}
		visit(PERCENT, at);
	}
}

/** The rest of a character in UTF-8 whose first byte is known. */
function bytesAt(text: string, from: number, first: number, visit: Visit): void {
	const more = first < 0x80 ? 0 : first < 0xc0 ? -1 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3;
	if (more < 0) return;
	let point = more === 0 ? first : first & (0x3f >> more);
	let at = from;
	for (let byte = 0; byte < more; byte++) {
		if (text.charCodeAt(at) !== PERCENT) return;
		at += 1;
		for (let level = 1; level < MAX_LEVELS && text.startsWith('25', at); level++) at += 2;
		const next = hexAt(text, at, 2);
		if (next < 0x80 || next > 0xbf) return;
		point = (point << 6) | (next & 0x3f);
		at += 2;
	}
	visit(point, at);
}

/** `\u002F` */
function unicodeAt(text: string, at: number, visit: Visit): void {
	const mark = text.charCodeAt(at);
	const unit = mark === 0x75 || mark === 0x55 ? hexAt(text, at + 1, 4) : -1;
	if (unit >= 0) visit(unit, at + 5);
}

/** `&lt;`, `&#60;`, `&#x3c;`, `&amp;lt;` */
function entityAt(text: string, from: number, visit: Visit): void {
	let at = from;
	for (let level = 0; level < MAX_LEVELS && /[lgqa#]/i.test(text.charAt(at)); level++) {
		const start = text.slice(at, at + 12).toLowerCase();
		for (const [name, point] of HTML_NAMES) {
			if (start.startsWith(name)) visit(point, at + name.length);
		}
		const [whole, hex, decimal] = /^#(?:x([\da-f]{1,8})|(\d{1,9}));/.exec(start) ?? [];
		if (whole !== undefined) {
			visit(hex === undefined ? Number(decimal) : parseInt(hex, 16), at + whole.length);
		}
		if (!start.startsWith('amp;')) return;
		at += 4;
		visit(AMPERSAND, at);
	}
}

/** The number that so many hexadecimal digits say, or -1. */
function hexAt(text: string, from: number, digits: number): number {
	let value = 0;
	for (let at = from; at < from + digits; at++) {
		const unit = text.charCodeAt(at);
		const lower = unit | 0x20;
		if (unit >= 0x30 && unit <= 0x39) value = value * 16 + unit - 0x30;
		else if (lower >= 0x61 && lower <= 0x66) value = value * 16 + lower - 0x57;
		else return -1;
	}
	return value;
}
