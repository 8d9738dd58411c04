/**
 * Replaces a credential's secrets in everything that came from outside. Gateways echo tokens in
 * paths, texts and HTML; what is stored with an execution is read by more people than may read
 * credentials.
 */

/** What stands in a secret's place. */
export const REDACTED = '[redacted]';

/** Replaces the secrets in text, however they are escaped. */
export type Redact = (text: string) => string;

/** Below this length a secret is replaced only as a whole word, or it would garble ids. */
const SHORT_SECRET = 8;

const utf8 = new TextEncoder();

/** One character in every spelling a server or a log may give it. */
function spellings(character: string): string {
	// With the `u` flag a needless escape, such as that of a dash, is an error.
	const literal = character.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
	const percent = [...utf8.encode(character)]
		.map((byte) => `%(?:25){0,3}${byte.toString(16).padStart(2, '0')}`)
		.join('');
	const escaped = Array.from({ length: character.length }, (_, unit) =>
		character.charCodeAt(unit).toString(16).padStart(4, '0'),
	)
		.map((hex) => `\\\\{1,4}u${hex}`)
		.join('');
	const point = character.codePointAt(0) ?? 0;
	const entity = `&#(?:0{0,4}${point}|x0{0,4}${point.toString(16)});`;
	const named: Readonly<Record<string, string>> = {
		'&': '&amp;',
		'<': '&lt;',
		'>': '&gt;',
		'"': '&quot;',
		"'": '&apos;',
	};
	const forms = [literal, percent, escaped, entity];
	if (named[character]) forms.push(named[character]);
	if (character === ' ') forms.push('\\+');
	// JSON and shells escape with a backslash, and a log may escape twice. Bounded, or a run of
	// backslashes would cost its length squared.
	return `\\\\{0,4}(?:${forms.join('|')})`;
}

/**
 * The base64 of any text that holds the secret: six bits a character, so what stands before it
 * shifts it by 0, 1 or 2 bytes. The characters that it shares with its neighbours are left out.
 */
function base64Forms(secret: string): string[] {
	const bytes = Buffer.from(secret);
	return [0, 1, 2].map((shift) =>
		Buffer.concat([Buffer.alloc(shift), bytes])
			.toString('base64')
			.slice(Math.ceil((shift * 8) / 6), Math.floor(((shift + bytes.length) * 8) / 6))
			.replace(/[+/]/g, (sign) => (sign === '+' ? '(?:[+-]|%2B)' : '(?:\\\\{0,4}/|_|%2F)')),
	);
}

function pattern(secret: string): string {
	const body = [...secret].map(spellings).join('');
	if (secret.length < SHORT_SECRET) return `(?<![\\p{L}\\p{N}])${body}(?![\\p{L}\\p{N}])`;
	const written = new Set([secret, encodeURIComponent(secret)]);
	return [body, ...[...written].flatMap(base64Forms)].join('|');
}

/** A replacer for these secrets; empty ones are ignored, longer ones are replaced first. */
export function createRedact(secrets: readonly string[]): Redact {
	const known = [...new Set(secrets.map((secret) => secret.toWellFormed()))]
		.filter((secret) => secret.trim() !== '')
		.sort((a, b) => b.length - a.length);
	if (known.length === 0) return (text) => text;
	const all = new RegExp(known.map(pattern).join('|'), 'giu');
	return (text) => text.replace(all, REDACTED);
}

/** Deeper than any answer that means something; deeper ones would exhaust the stack. */
const MAX_DEPTH = 64;

/**
 * The same for every string and key in parsed JSON, whose escapes the text alone would hide.
 * Keys named `__proto__` and levels that nobody reads are left out.
 */
export function redactDeep(value: unknown, redact: Redact, depth = 0): unknown {
	if (typeof value === 'string') return redact(value);
	if (typeof value !== 'object' || value === null) return value;
	if (depth === MAX_DEPTH) return null;
	if (Array.isArray(value)) return value.map((element) => redactDeep(element, redact, depth + 1));
	return Object.fromEntries(
		Object.entries(value)
			.filter(([key]) => key !== '__proto__')
			.map(([key, inner]) => [redact(key), redactDeep(inner, redact, depth + 1)]),
	);
}
