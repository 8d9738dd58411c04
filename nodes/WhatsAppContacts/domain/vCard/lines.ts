/**
 * The lines of vCards 2.1, 3.0 and 4.0, one or many, as programs really write them: with a byte
 * order mark, any line end, folded or with quoted-printable's soft breaks, without END.
 * Every step goes over the text once, whatever the text is.
 */

/** The lines of each vCard in a text, unfolded; none where there is no `BEGIN:VCARD`. */
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
			indent = /^[ \t]*/.exec(raw)?.[0] ?? '';
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
	readonly quotedPrintable: boolean;
}

function addLine(lines: LogicalLine[], raw: string): void {
	const last = lines.at(-1);
	const end = last?.chunks.at(-1);
	if (last?.quotedPrintable && end?.endsWith('=')) {
		last.chunks[last.chunks.length - 1] = end.slice(0, -1);
		last.chunks.push(raw);
	} else if (last !== undefined && isFolded(raw)) {
		last.chunks.push(raw.slice(1));
	} else if (raw.trim() !== '') {
		const [head = ''] = raw.split(':', 1);
		lines.push({ chunks: [raw], quotedPrintable: /[;=]QUOTED-PRINTABLE/i.test(head) });
	}
}

/** A vCard copied out of JSON has `\n` in two characters instead of its line breaks. */
function unescapedLineBreaks(text: string): string {
	const copied = !/[\r\n]/.test(text.trim()) && /BEGIN:VCARD(?:\\r)?\\n/i.test(text);
	return copied ? text.replace(/(?:\\r)?\\n/g, '\n') : text;
}
