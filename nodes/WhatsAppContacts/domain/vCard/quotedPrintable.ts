/**
 * Quoted-printable, as vCard 2.1 uses it. Its soft break is `=` at a line's end; some exporters
 * fold as well and begin the next line with a blank that is no part of the text. Whether that
 * blank is meant can only be told from the bytes around it.
 */
import { decoded } from '../decoded';

/** The bytes of a value, in the order in which their readings are likely. */
export function quotedPrintableReadings(value: string, charset: string): Uint8Array[] {
	const text = value.replace(/=$/, '');
	if (!text.includes('=\n')) return [bytesOf(text)];
	const folded = bytesOf(text.replace(/=\n[ \t]?/g, ''));
	const plain = bytesOf(text.replaceAll('=\n', ''));
	return blanksAreFolds(text, charset) ? [folded, plain] : [plain, folded];
}

/** Whether each blank behind a soft break is of the folding. */
function blanksAreFolds(text: string, charset: string): boolean {
	const parts = text.split('=\n');
	const [, ...continued] = parts;
	const lines = continued.filter((line) => line !== '');
	if (!lines.every((line) => /^[ \t]/.test(line))) return false;
	// Whoever encodes blanks, or begins a line with two, means none of those that fold.
	if (/=20/.test(text) || lines.some((line) => /^(?:\t| [ \t])/.test(line))) return true;
	const isWordEnd = (index: number) => {
		const end = decodedPart(parts[index], charset) ?? '';
		const start = decodedPart(parts[index + 1], charset) ?? '';
		if (/[A-Z]$/.test(end)) return /^\s[A-Z]/.test(start);
		return /\p{Ll}$/u.test(end) && /^\s\p{Lu}/u.test(start);
	};
	if (continued.every((line, index) => line === '' || isWordEnd(index))) return false;
	// One blank behind one break, in a text that writes its blanks, is one of them.
	const writesBlanks = text.replace(/=\n[ \t]/g, '').includes(' ');
	return lines.length > 1 || !writesBlanks;
}

/** `undefined` for a letter whose bytes the break tears apart. */
const decodedPart = (part = '', charset: string) => decoded(bytesOf(part), charset);

/** What is not encoded stands for itself. In place, for a text of any length. */
function bytesOf(text: string): Uint8Array {
	const bytes = new TextEncoder().encode(text);
	let length = 0;
	for (let index = 0; index < bytes.length; index += 1) {
		const byte = bytes[index] ?? 0;
		const high = byte === EQUALS ? hexDigit(bytes[index + 1]) : -1;
		const low = high < 0 ? -1 : hexDigit(bytes[index + 2]);
		if (low >= 0) index += 2;
		bytes[length] = low < 0 ? byte : high * 16 + low;
		length += 1;
	}
	return bytes.subarray(0, length);
}

const EQUALS = 0x3d;

/** -1 where a byte is no hexadecimal digit. */
function hexDigit(byte = 0): number {
	if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
	const letter = byte | 0x20;
	return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}
