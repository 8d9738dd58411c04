/** The grammar of a vCard's line: `group.NAME;PARAMETER=…:value`. */
import { splitLines } from './lines';

/** A line of a vCard. */
export interface VCardProperty {
	/** Upper case, without the group: `TEL` of `item1.TEL`. */
	readonly name: string;
	/** Upper case; properties of one group belong together, as a number and its label. */
	readonly group: string;
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

/** A vCard's properties, and the names of what stands in it without being one. */
export interface VCardLines {
	readonly properties: readonly VCardProperty[];
	/** `FOO/BAR` of `FOO/BAR:x`; `NOTE` where lines of a note were cut from it. */
	readonly strayNames: readonly string[];
}

/** The properties of each vCard in a text; none where there is no `BEGIN:VCARD`. */
export function splitVCards(text: string): VCardLines[] {
	return splitLines(text).map((lines) => {
		const properties: VCardProperty[] = [];
		const strayNames: string[] = [];
		let inNote = false;
		for (const line of lines) {
			const property = parseProperty(line);
			if (property !== undefined && !(inNote && isProse(line, property))) {
				properties.push(property);
				inNote = property.name === 'NOTE' && !isProse(line, property);
				continue;
			}
			// Never glued to the value above it: nobody can tell a note's line from any other.
			const [, name] = /^([^\s:;"]{1,40})[:;]/.exec(line) ?? [];
			if (inNote) strayNames.push('NOTE');
			else if (name !== undefined) strayNames.push(name.toUpperCase());
		}
		return { properties, strayNames };
	});
}

/** Programs that forget to fold a note: `Tel: +55…` in it is the hand of a person. */
function isProse(line: string, { name, value }: VCardProperty): boolean {
	return value.startsWith(' ') || !/^[\w.-]*/.exec(line)?.[0].endsWith(name);
}

function parseProperty(line: string): VCardProperty | undefined {
	if (!/^[\w.-]+[;:]/.test(line)) return undefined;
	const parts = splitHead(line, true) ?? splitHead(line, false);
	if (parts === undefined) return undefined;
	const [name = '', ...params] = parts.head;
	const dot = name.lastIndexOf('.');
	return {
		name: name.slice(dot + 1).toUpperCase(),
		group: name.slice(0, Math.max(dot, 0)).toUpperCase(),
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
