/** The text of a vCard's value: transfer encodings, character sets and escapes. */
import type { Reading } from '../reading';
import { oneLine, quoted } from '../typed';
import type { VCardProperty } from './syntax';

/** Values of a parameter in lower case, one by one; a bare parameter counts as a `TYPE`. */
export function paramValues(property: VCardProperty, name: string): string[] {
	return property.params
		.filter((param) => param.name === name || (name === 'TYPE' && param.name === ''))
		.flatMap((param) => param.value.toLowerCase().split(','))
		.map((value) => value.trim());
}

/** The value without transfer encoding, still with its escapes. */
export function decodeValue(property: VCardProperty): Reading<string> {
	const bytes = bytesOf(property);
	if (bytes === undefined) return { value: property.value };
	const charset = paramValues(property, 'CHARSET')[0] || 'utf-8';
	try {
		return { value: new TextDecoder(charset, { fatal: true }).decode(bytes) };
	} catch {
		// Guessing the character set would send a garbled name.
		return {
			problem:
				`${property.name} is not readable as ${quoted(charset)} text. ` +
				'Export the vCard in UTF-8, e.g. as version 3.0',
		};
	}
}

/** What a transfer encoding hides, or nothing if the value has none. */
function bytesOf(property: VCardProperty): Uint8Array | undefined {
	const encodings = paramValues(property, 'ENCODING');
	// Version 2.1 also writes the encoding's name alone.
	const bare = [...encodings, ...paramValues(property, 'TYPE')];
	if (bare.includes('quoted-printable')) return quotedPrintableBytes(property.value);
	const isBase64 = bare.includes('base64') || encodings.includes('b');
	return isBase64 ? Buffer.from(property.value, 'base64') : undefined;
}

/** The bytes of quoted-printable text; what is not encoded in it stands for itself. */
function quotedPrintableBytes(text: string): Uint8Array {
	const escaped = /=([\da-f]{2})/giy;
	const plainText = /=?[^=]*/y;
	const chunks: Uint8Array[] = [];
	const encoder = new TextEncoder();
	for (let index = 0; index < text.length;) {
		escaped.lastIndex = plainText.lastIndex = index;
		const hex = escaped.exec(text)?.[1];
		const chunk = hex === undefined ? (plainText.exec(text)?.[0] ?? '') : `=${hex}`;
		chunks.push(hex === undefined ? encoder.encode(chunk) : Uint8Array.of(parseInt(hex, 16)));
		index += chunk.length;
	}
	return Buffer.concat(chunks);
}

/** The text without escapes; version 2.1 has no `\n`. */
export function unescapeText(text: string, version: string): string {
	return text.replace(/\\([\s\S])/g, (whole, char: string) => {
		if (char === 'n' || char === 'N') return version === '2.1' ? whole : '\n';
		return ',;:\\'.includes(char) ? char : whole;
	});
}

/** The components of `N` or `ORG`, split at semicolons that are not escaped. */
export function components(text: string, version: string): string[] {
	const parts: string[] = [];
	let start = 0;
	for (let index = 0; index < text.length; index += 1) {
		if (text[index] === '\\') index += 1;
		else if (text[index] === ';') {
			parts.push(text.slice(start, index));
			start = index + 1;
		}
	}
	return [...parts, text.slice(start)].map((part) => oneLine(unescapeText(part, version)));
}
