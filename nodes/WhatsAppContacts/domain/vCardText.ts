/** The text of a vCard's value: transfer encodings, character sets and escapes. */
import type { Reading } from './reading';
import { quoted } from './typed';
import type { VCardProperty } from './vCardSyntax';

/** Values of a parameter in lower case, one by one; a bare parameter counts as a `TYPE`. */
export function paramValues(property: VCardProperty, name: string): string[] {
	return property.params
		.filter((param) => param.name === name || (name === 'TYPE' && param.name === ''))
		.flatMap((param) => param.value.toLowerCase().split(','))
		.map((value) => value.trim());
}

/** The value without transfer encoding, still with its escapes. */
export function decodeValue(property: VCardProperty): Reading<string> {
	const encodings = [...paramValues(property, 'ENCODING'), ...paramValues(property, 'TYPE')];
	const bytes = encodings.includes('quoted-printable')
		? quotedPrintableBytes(property.value)
		: encodings.includes('base64') || encodings[0] === 'b'
			? Buffer.from(property.value, 'base64')
			: undefined;
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
	const parts = text.match(/(?:[^\\;]|\\[\s\S]|\\$)+|;/g) ?? [];
	const texts = [''];
	for (const part of parts) {
		if (part === ';') texts.push('');
		else texts[texts.length - 1] = unescapeText(part, version);
	}
	return texts;
}
