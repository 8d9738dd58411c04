/** Bytes as text in a named encoding, or nothing: a wrong letter would be a wrong name. */

/**
 * What Windows-1252 has from 0x80 on. Node.js 20 to 23 read its bytes as if they were Latin-1,
 * which has control characters there: `D’Ávila` would lose its apostrophe.
 */
const WINDOWS_SIGNS = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** The text, if every byte means a letter in this encoding, and the encoding is known. */
export function decoded(bytes: Uint8Array, encoding: string): string | undefined {
	try {
		const decoder = new TextDecoder(encoding, { fatal: true });
		const text = decoder.decode(bytes);
		if (decoder.encoding !== 'windows-1252') return text;
		return text.replace(/[\x80-\x9f]/g, (sign) => WINDOWS_SIGNS.charAt(sign.charCodeAt(0) - 0x80));
	} catch {
		return undefined;
	}
}
