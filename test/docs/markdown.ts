/** Reads as much of Markdown as the guides use: what their structure is and what they name. */

/** One heading, paragraph, list item, table or code block, with the text as written. */
export interface Block {
	readonly kind: 'heading' | 'paragraph' | 'item' | 'table' | 'code';
	/** For people: the line it begins on. */
	readonly line: number;
	readonly text: string;
	/** Of a heading its level, of a code block its language, of an item its mark. */
	readonly detail: string;
	/** Of a table, its header first; else one row of one cell, none of a code block. */
	readonly rows: readonly string[][];
}

const cellsOf = (line: string) =>
	line
		.replace(/^\||\|\s*$/g, '')
		.split('|')
		.map((cell) => cell.trim());

/** The blocks of a text, in order. */
export function blocksOf(markdown: string): Block[] {
	const lines = markdown.split('\n');
	const blocks: Block[] = [];
	for (let at = 0; at < lines.length;) {
		const start = at;
		const first = lines[at] ?? '';
		const take = (more: (line: string) => boolean) => {
			while (at < lines.length && more(lines[at] ?? '')) at++;
			return lines.slice(start, at);
		};
		const add = (kind: Block['kind'], detail: string, text: string, rows: string[][]) =>
			blocks.push({ kind, detail, text, rows, line: start + 1 });
		const heading = /^(#+) (.*)$/.exec(first);
		const item = /^\s*(-|\d+\.) (.*)$/.exec(first);
		if (first.trim() === '') at++;
		else if (first.startsWith('```')) {
			at++;
			take((line) => line !== '```');
			add('code', first.slice(3), lines.slice(start + 1, at++).join('\n'), []);
		} else if (first.startsWith('|')) {
			const [head = '', , ...rows] = take((line) => line.startsWith('|'));
			add('table', '', '', [head, ...rows].map(cellsOf));
		} else if (heading) {
			at++;
			const [, marks = '', text = ''] = heading;
			add('heading', String(marks.length), text, [[text]]);
		} else if (item) {
			at++;
			const [, mark = '', text = ''] = item;
			add('item', mark, text, [[text]]);
		} else {
			const text = take((line) => line !== '' && !/^[#|]|^```/.test(line)).join('\n');
			add('paragraph', '', text, [[text]]);
		}
	}
	return blocks;
}

const all = (text: string, pattern: RegExp) =>
	[...text.matchAll(pattern)].map((hit) => hit[1] ?? '');

/** What stands between backticks. */
export const codeIn = (text: string) => all(text, /`([^`]+)`/g);

/** What stands between double asterisks: by the guides' convention, names on the screen. */
export const boldIn = (text: string) => all(text.replace(/`[^`]+`/g, ''), /\*\*(.+?)\*\*/g);

/** Text without code, labels and the targets of links. */
export const proseOf = (text: string) =>
	text.replace(/`[^`]+`|\*\*.+?\*\*|\]\([^)]*\)/g, ' ').trim();

/** The numbers of the prose, whatever the decimal sign. */
export const numbersIn = (text: string) =>
	all(proseOf(text).replace(/(\d),(\d)/g, '$1.$2'), /(\d+(?:\.\d+)*)/g);

/** Where links point. */
export const linksIn = (text: string) => all(text, /\]\(([^)\s]+)\)/g);

/** The anchor that GitHub gives a heading. */
export const anchorOf = (heading: string) =>
	heading
		.toLowerCase()
		.replace(/[^\p{L}\p{N}\p{M}_\- ]/gu, '')
		.replaceAll(' ', '-');
