/** The text of a file of cards, whatever program wrote it: Unicode first, for it proves itself. */
import { decoded } from '../decoded';
import type { Reading } from '../reading';
import { type DetectEncoding, legacyText } from './legacyText';

/** A file of a phone's whole address book, with pictures in it, is smaller. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024;

/** Reads a file's bytes as text. */
export function fileText(bytes: Uint8Array, detect: DetectEncoding): Reading<string> {
	const text =
		wideText(bytes) ??
		decoded(bytes, 'utf-8') ??
		decoded(withoutTears(bytes), 'utf-8') ??
		mostlyUnicode(bytes) ??
		legacyText(bytes, detect);
	if (text !== undefined) return { value: text };
	return {
		problem: 'is written in an encoding that cannot be told. Choose a file that was saved as UTF-8',
	};
}

/** UTF-16, with its mark, or by the zeros beside the ASCII that every vCard is made of. */
function wideText(bytes: Uint8Array): string | undefined {
	const mark = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0);
	if (mark === 0xfffe) return decoded(bytes, 'utf-16le');
	if (mark === 0xfeff) return decoded(bytes, 'utf-16be');
	const start = bytes.subarray(0, 2000);
	const zeros = [...start.keys()].filter((at) => start[at] === 0);
	if (zeros.length * 5 < start.length) return undefined;
	const odd = zeros.filter((at) => at % 2 === 1).length;
	const even = zeros.length - odd;
	return decoded(bytes, odd > even ? 'utf-16le' : 'utf-16be');
}

/** Programs that fold by bytes tear letters apart; the fold between the parts goes. */
function withoutTears(bytes: Uint8Array): Uint8Array {
	const whole = new Uint8Array(bytes.length);
	let length = 0;
	for (let at = 0; at < bytes.length; at += 1) {
		const fold = (bytes[at - 1] ?? 0) >= 0x80 ? foldAt(bytes, at) : 0;
		const next = bytes[at + fold] ?? 0;
		if (fold > 0 && next >= 0x80 && next <= 0xbf) at += fold;
		whole[length] = bytes[at] ?? 0;
		length += 1;
	}
	return whole.subarray(0, length);
}

const [LF, CR, BLANK, TAB] = [0x0a, 0x0d, 0x20, 0x09];

/** The length of a line's end and the blank behind it; 0 where there is none. */
function foldAt(bytes: Uint8Array, at: number): number {
	const end = bytes[at] === CR && bytes[at + 1] === LF ? 2 : bytes[at] === LF ? 1 : 0;
	const blank = bytes[at + end];
	return end > 0 && (blank === BLANK || blank === TAB) ? end + 1 : 0;
}

/** One broken letter makes no other encoding of a file; its card says that it is not readable. */
function mostlyUnicode(bytes: Uint8Array): string | undefined {
	const text = new TextDecoder('utf-8').decode(bytes);
	const letters = text.match(/[^\x00-\x7f\ufffd]/g)?.length ?? 0;
	const broken = text.match(/\ufffd/g)?.length ?? 0;
	return letters >= 4 * broken ? text : undefined;
}
