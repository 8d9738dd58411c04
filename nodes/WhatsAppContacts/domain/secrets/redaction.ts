/**
 * Replaces a credential's secrets in everything that came from outside. Gateways echo tokens in
 * paths, texts and HTML; what is stored with an execution is read by more people than may read
 * credentials.
 */
import { base64Of } from './base64';
import { numbersOf } from './numbers';
import { type Found, Search } from './search';

/** What stands in a secret's place. */
export const REDACTED = '[redacted]';

/** Replaces the secrets in text, however they are escaped; their beginning too, before a `…`. */
export type Redact = (text: string) => string;

/** Below this length a secret is not looked for in base64, where it would be found in anything. */
const SHORT_SECRET = 8;

/** A replacer for these secrets; empty ones are ignored. Nothing in it can fail on any text. */
export function createRedact(secrets: readonly string[]): Redact {
	const known = [...new Set(secrets.flatMap(formsOf))].filter((secret) => secret.trim() !== '');
	if (known.length === 0) return (text) => text;
	const searches = known.map((secret) => new Search(secret));
	const long = known.filter((secret) => secret.length >= SHORT_SECRET);
	const encoded = [...new Set(long.flatMap((secret) => [secret, encodeURIComponent(secret)]))];
	const numbersIn = numbersOf(known);
	return (text) => {
		const found = searches.flatMap((search) => search.in(text));
		const all = [...found, ...numbersIn(text), ...base64Of(text, encoded)];
		return all.length === 0 ? text : replaced(text, all);
	};
}

/** A secret as it was typed, and as it is shown where blanks at the edges go and runs become one. */
function formsOf(secret: string): string[] {
	const whole = secret.toWellFormed();
	return [whole, whole.trim(), whole.split(/\s/).filter(Boolean).join(' ')];
}

/** What overlaps is replaced once. */
function replaced(text: string, found: readonly Found[]): string {
	const parts: string[] = [];
	let done = 0;
	let end = 0;
	for (const [from, to] of [...found].sort((one, other) => one[0] - other[0])) {
		if (from >= end) parts.push(text.slice(done, from), REDACTED);
		end = Math.max(end, to);
		done = end;
	}
	return parts.join('') + text.slice(done);
}

/** Deeper than any answer that means something; deeper ones would exhaust the stack. */
const MAX_DEPTH = 64;

/**
 * The same for every string and number in parsed JSON, whose escapes the text alone would hide,
 * and for its keys where they are not the node's own. Keys named `__proto__` and levels that
 * nobody reads are left out.
 */
export function redactDeep(value: unknown, redact: Redact, ownKeys = false, depth = 0): unknown {
	if (typeof value === 'string') return redact(value);
	if (typeof value === 'number') return redact(String(value)) === String(value) ? value : REDACTED;
	if (typeof value !== 'object' || value === null) return value;
	if (depth === MAX_DEPTH) return null;
	const inside = (inner: unknown) => redactDeep(inner, redact, ownKeys, depth + 1);
	if (Array.isArray(value)) return value.map(inside);
	return Object.fromEntries(
		Object.entries(value)
			.filter(([key]) => key !== '__proto__')
			.map(([key, inner]) => [ownKeys ? key : redact(key), inside(inner)]),
	);
}
