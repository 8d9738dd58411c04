/** The grammar of a vCard's line: `group.NAME;PARAMETER=…:value`. */
import { splitLines } from './lines';

/** A line of a vCard. */
export interface VCardProperty {
	/** Upper case, without the group: `TEL` of `item1.TEL`. */
	readonly name: string;
	readonly params: readonly VCardParam[];
	/** Still encoded. */
	readonly value: string;
}

/** A parameter; a bare one of version 2.1 (`TEL;CELL:`) has the name `''`. */
export interface VCardParam {
	/** Upper case. */
	readonly name: string;
	readonly value: string;
}

/** The properties of each vCard in a text; none where there is no `BEGIN:VCARD`. */
export function splitVCards(text: string): VCardProperty[][] {
	return splitLines(text).map((lines) => {
		const texts: string[][] = [];
		for (const line of lines) {
			const last = texts.at(-1);
			if (last === undefined || /^[\w.-]+[;:]/.test(line)) texts.push([line]);
			// Programs that forget to fold the lines of a note.
			else last.push('\n', line);
		}
		return texts.map((parts) => parseProperty(parts.join('')));
	});
}

function parseProperty(line: string): VCardProperty {
	const parts = splitHead(line, true) ?? splitHead(line, false) ?? { head: [line], value: '' };
	const [name = '', ...params] = parts.head;
	const ownName = name.slice(name.lastIndexOf('.') + 1);
	return {
		name: ownName.trim().toUpperCase(),
		params: params.map(parseParam),
		value: parts.value,
	};
}

function parseParam(text: string): VCardParam {
	const equals = text.indexOf('=');
	const value = text.slice(equals + 1).replaceAll('"', '');
	return { name: text.slice(0, Math.max(equals, 0)).trim().toUpperCase(), value: value.trim() };
}

/** Splits `NAME;PARAM=…;…` from the value; a quote that never ends is taken for no quote. */
function splitHead(line: string, quotes: boolean): { head: string[]; value: string } | undefined {
	const head: string[] = [];
	let start = 0;
	let quoted = false;
	for (let index = 0; index < line.length; index += 1) {
		const char = line[index];
		if (char === '"' && quotes) quoted = !quoted;
		else if ((char === ';' || char === ':') && !quoted) {
			head.push(line.slice(start, index));
			start = index + 1;
			if (char === ':') return { head, value: line.slice(start) };
		}
	}
	return undefined;
}
