/**
 * The lines of vCards 2.1, 3.0 and 4.0, one or many, as programs really write them: with a byte
 * order mark, any line end, folded or with quoted-printable's soft breaks, without END.
 * Every step goes over the text once, whatever the text is.
 */

/**
 * The lines of each vCard in a text, unfolded; none where there is no `BEGIN:VCARD`.
 * A soft break of quoted-printable stays in its line as `=` and `\n`: whether a blank behind it
 * is meant shows only once the bytes are known (`quotedPrintable.ts`).
 */
export function splitLines(text: string): string[][] {
	const cards: LogicalLine[][] = [];
	let lines: LogicalLine[] | undefined;
	let indent = '';
	let nested = 0;
	let mayNest = false;
	for (const raw of unescapedLineBreaks(text).split(/\r\n|\n|\r/)) {
		const mark = raw.trim().toUpperCase();
		const folded = lines !== undefined && isFolded(withoutIndent(raw, indent));
		if (mark === 'BEGIN:VCARD' && !folded) {
			if (mayNest) {
				nested += 1;
				mayNest = false;
				continue;
			}
			// A text that was pasted into a template is indented as a whole, which is no folding.
			indent = raw.replace(/[^ \t][^]*/, '');
			lines = [];
			nested = 0;
			cards.push(lines);
		} else if (mark === 'END:VCARD' && !folded) {
			if (nested > 0) nested -= 1;
			else lines = undefined;
			mayNest = false;
		} else if (lines !== undefined) {
			if (nested === 0) addLine(lines, withoutIndent(raw, indent));
			// Version 2.1 nests a whole card in AGENT; its lines are not this card's.
			if (mark !== '') mayNest = mark.length < 99 && /^(?:[\w-]+\.)?AGENT(?:;[^:]*)?:$/.test(mark);
			if (mark === 'AGENT:BEGIN:VCARD') nested += 1;
		}
	}
	return cards.map((card) => card.map(({ chunks }) => chunks.join('')));
}

function withoutIndent(raw: string, indent: string): string {
	return raw.startsWith(indent) ? raw.slice(indent.length) : raw;
}

function isFolded(line: string): boolean {
	return line.startsWith(' ') || line.startsWith('\t');
}

interface LogicalLine {
	readonly chunks: string[];
	/** Property and parameters, once the line has got as far as its colon. */
	head?: string;
}

/** Each vCard of a text as a text of its own. */
export function splitTexts(text: string): string[] {
	return splitLines(text).map((lines) => ['BEGIN:VCARD', ...lines, 'END:VCARD'].join('\n'));
}

function addLine(lines: LogicalLine[], raw: string): void {
	const last = lines.at(-1);
	if (last !== undefined && endsSoftly(last) && !isCutOff(last, raw)) {
		last.chunks.push(`\n${raw}`);
	} else if (last !== undefined && isFolded(raw)) {
		addChunk(last, raw.slice(1));
	} else if (raw.trim() !== '') {
		const line: LogicalLine = { chunks: [] };
		addChunk(line, raw);
		lines.push(line);
	}
}

function addChunk(line: LogicalLine, chunk: string): void {
	line.chunks.push(chunk);
	if (line.head === undefined && chunk.includes(':')) {
		line.head = line.chunks.join('').split(':', 1)[0];
	}
}

/** Blanks may follow the break: some mail programs fill their lines. */
function endsSoftly({ chunks, head = '' }: LogicalLine): boolean {
	if (!/[;=,]"?QUOTED-PRINTABLE/i.test(head)) return false;
	const end = chunks.at(-1)?.trimEnd() ?? '';
	if (!end.endsWith('=')) return false;
	chunks[chunks.length - 1] = end;
	return true;
}

const shortProperty = /^(?:[\w-]+\.)?(?:EMAIL|FN|N|ORG|TEL);/i;
const nextProperty =
	/^(?:[\w-]+\.)?(?:ADR|BDAY|CATEGORIES|EMAIL|FN|LABEL|N|NICKNAME|NOTE|ORG|PHOTO|REV|ROLE|TEL|TITLE|UID|URL|VERSION|X-[\w-]+)(?:;[^:]*)?:/;

/** A name or number that ends in `=` where nothing more follows: the next property is no part of it. */
function isCutOff({ head = '' }: LogicalLine, raw: string): boolean {
	return shortProperty.test(head) && nextProperty.test(raw);
}

/** A vCard copied out of JSON has `\n` in two characters instead of its line breaks. */
function unescapedLineBreaks(text: string): string {
	const copied = !/[\r\n]/.test(text.trim()) && /BEGIN:VCARD(?:\\r)?\\n/i.test(text);
	if (!copied) return text;
	return text.replace(/\\(?:\\|"|r\\n|n|r)/g, (escape) =>
		escape === '\\\\' || escape === '\\"' ? escape.slice(1) : '\n',
	);
}
