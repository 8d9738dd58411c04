/** The text of a vCard's value: transfer encodings, character sets and escapes. */
import { decoded } from '../decoded';
import type { Reading } from '../reading';
import { oneLine, quoted } from '../typed';
import { quotedPrintableReadings } from './quotedPrintable';
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
	const charset = paramValues(property, 'CHARSET')[0] || 'utf-8';
	const readings = readingsOf(property, charset);
	// What stands here was no longer readable when the file became text.
	if (readings === undefined && !property.value.includes('\ufffd')) {
		return { value: property.value.replaceAll('=\n', '') };
	}
	for (const bytes of readings ?? []) {
		const value = decoded(bytes, charset);
		if (value !== undefined) return { value };
	}
	// Guessing the character set would send a garbled name.
	return {
		problem:
			`${property.name} is not readable as ${quoted(charset)} text. ` +
			'Export the vCard in UTF-8, e.g. as version 3.0',
	};
}

/** What a transfer encoding hides, or nothing if the value has none. */
function readingsOf(property: VCardProperty, charset: string): Uint8Array[] | undefined {
	const encodings = paramValues(property, 'ENCODING');
	// Version 2.1 also writes the encoding's name alone.
	const bare = [...encodings, ...paramValues(property, 'TYPE')];
	if (bare.includes('quoted-printable')) return quotedPrintableReadings(property.value, charset);
	const isBase64 = bare.includes('base64') || encodings.includes('b');
	return isBase64 ? [Buffer.from(property.value, 'base64')] : undefined;
}

/**
 * The text without escapes. Google and Apple escape more signs than they should (`\"`, `\:`);
 * version 2.1 has no `\n`, which there may be part of a path.
 */
export function unescapeText(text: string, version: string): string {
	const isOld = version === '2.1';
	return text.replace(/\\(r\\n|[\s\S])/g, (whole, char: string) => {
		if (/^(?:[nN]|r\\n)$/.test(char)) return isOld ? whole : '\n';
		const isEscaped = isOld ? ',;:\\'.includes(char) : /^[!-/:-@[-`{-~]$/.test(char);
		return isEscaped ? char : whole;
	});
}

/** The components of `N` or `ORG`, split at semicolons that are not escaped. */
export function components(text: string, version: string): string[] {
	return splitAt(text, ';').map((part) => oneLine(unescapeText(part, version)));
}

/** Components that may be lists, joined by blanks: `Ana,Maria` are two first names. */
export function listComponents(text: string, version: string): string[] {
	if (version === '2.1') return components(text, version);
	return splitAt(text, ';').map((part) =>
		oneLine(
			splitAt(part, ',')
				.map((each) => oneLine(unescapeText(each, version)))
				.filter((each) => each !== '')
				.join(' '),
		),
	);
}

function splitAt(text: string, sign: string): string[] {
	const parts: string[] = [];
	let start = 0;
	for (let index = 0; index < text.length; index += 1) {
		if (text[index] === '\\') index += 1;
		else if (text[index] === sign) {
			parts.push(text.slice(start, index));
			start = index + 1;
		}
	}
	return [...parts, text.slice(start)];
}
