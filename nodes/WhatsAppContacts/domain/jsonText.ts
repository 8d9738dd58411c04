/**
 * JSON text, and where it breaks. JavaScript's own messages name a position only sometimes, and
 * differently in every version of Node.js.
 */
import type { Reading } from './reading';
import { quoted } from './typed';

/** Parses JSON text; a problem names the line and column, and leaves the advice to the caller. */
export function parseJsonText(text: string): Reading<unknown> {
	try {
		const value: unknown = JSON.parse(text);
		return { value: shortened.test(text) ? JSON.parse(withShortenedAsText(text)) : value };
	} catch {
		return { problem: faultOf(text) };
	}
}

const shortened = /\d[eE][+-]?\d/;

/**
 * JSON with numbers such as 5.52198765E+12 as text: a spreadsheet has cut their digits, and as
 * numbers they would look as good as others.
 */
function withShortenedAsText(json: string): string {
	return json.replace(/"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g, (found) =>
		found.startsWith('"') || !/e/i.test(found) ? found : `"${found}"`,
	);
}

function faultOf(text: string): string {
	if (text.trim().startsWith('[object ')) {
		return 'is an object that an expression put into text (use the expression alone, without text)';
	}
	const position = positionOfFault(text);
	const before = text.slice(0, position);
	const line = before.split('\n').length;
	const column = position - before.lastIndexOf('\n');
	const place = `line ${line}, column ${column} (position ${position})`;
	if (position >= text.length) return `is no valid JSON: it ends too early, at ${place}`;
	return `is no valid JSON at ${place}, near ${quoted(text.slice(position, position + 20))}`;
}

/** A bracket or sign, or a scalar that is no string. */
const token = /([{}[\],:])|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const escape = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;

/** By hand: over a string of megabytes the stack of a pattern overflows. */
function endOfString(text: string, start: number): number | undefined {
	for (let index = start + 1; index < text.length; index += 1) {
		const code = text.charCodeAt(index);
		if (code === 0x22) return index + 1;
		if (code < 0x20) return undefined;
		if (code !== 0x5c) continue;
		escape.lastIndex = index;
		const [whole] = escape.exec(text) ?? [];
		if (whole === undefined) return undefined;
		index += whole.length - 1;
	}
	return undefined;
}

const endOf = (position: number, token?: string) =>
	token === undefined ? undefined : position + token.length;

type Expected = 'value' | 'valueOrEnd' | 'key' | 'keyOrEnd' | 'colon' | 'next' | 'nothing';

/** Index of the first token that cannot stand where it stands. */
function positionOfFault(text: string): number {
	const open: string[] = [];
	let expected: Expected = 'value';
	let position = 0;
	for (;;) {
		while (' \t\r\n'.includes(text[position] ?? '-')) position += 1;
		const isString = text[position] === '"';
		token.lastIndex = position;
		const [whole, sign] = isString ? [] : (token.exec(text) ?? []);
		const end = isString ? endOfString(text, position) : endOf(position, whole);
		if (end === undefined) return position;
		const ends = sign === '}' || sign === ']';
		const mayEnd = expected === 'valueOrEnd' || expected === 'keyOrEnd' || expected === 'next';
		if (ends && mayEnd && open.at(-1) === (sign === '}' ? '{' : '[')) {
			open.pop();
			expected = open.length > 0 ? 'next' : 'nothing';
		} else if (expected === 'value' || expected === 'valueOrEnd') {
			if (sign === '{' || sign === '[') {
				open.push(sign);
				expected = sign === '{' ? 'keyOrEnd' : 'valueOrEnd';
			} else if (sign === undefined) {
				expected = open.length > 0 ? 'next' : 'nothing';
			} else return position;
		} else if ((expected === 'key' || expected === 'keyOrEnd') && isString) {
			expected = 'colon';
		} else if (expected === 'colon' && sign === ':') {
			expected = 'value';
		} else if (expected === 'next' && sign === ',') {
			expected = open.at(-1) === '{' ? 'key' : 'value';
		} else return position;
		position = end;
	}
}
