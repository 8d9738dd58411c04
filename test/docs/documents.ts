/** The documents that people read, as blocks, and what every one of them must keep. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { loadLabels, gatewayLabels, n8nLabels } from './labels';
import { anchorOf, type Block, blocksOf, boldIn, linksIn } from './markdown';

const folder = path.resolve(__dirname, '../../docs');

/** One document, with its place as seen from `docs`. */
export interface Document {
	readonly file: string;
	readonly blocks: readonly Block[];
}

/** A document as it stands on the disk. */
export const readDocument = (file: string): Document => ({
	file,
	blocks: blocksOf(readFileSync(path.join(folder, file), 'utf8')),
});

/** Blocks from each heading to the next. */
export function sectionsOf(blocks: readonly Block[]): Block[][] {
	const sections: Block[][] = [];
	for (const block of blocks) {
		if (block.kind === 'heading') sections.push([block]);
		else sections.at(-1)?.push(block);
	}
	return sections;
}

/** What a table is looked up by. */
export function firstColumn(rows: readonly string[][]): string[] {
	return rows.map(([cell = '']) => cell);
}

/** The rows below the header of the first table that has this text alone in a first cell. */
export function tableWith(blocks: readonly Block[], cell: string): readonly string[][] {
	return blocks.find(({ rows }) => firstColumn(rows).includes(cell))?.rows.slice(1) ?? [];
}

/** Every cell of every block: of a paragraph there is one. */
export const cellsIn = (blocks: readonly Block[]) => blocks.flatMap(({ rows }) => rows.flat());

const anchorsOf = (file: string) =>
	readDocument(file)
		.blocks.filter(({ kind }) => kind === 'heading')
		.map(({ text }) => anchorOf(text));

/** Headings that a link could mean two of. */
export function doubledAnchors({ file }: Document): string[] {
	const anchors = anchorsOf(file);
	return anchors.filter((anchor, at) => anchors.indexOf(anchor) !== at);
}

/** Links to places in this project. */
export const innerLinks = ({ blocks }: Document) =>
	cellsIn(blocks)
		.flatMap(linksIn)
		.filter((link) => !/^https?:/.test(link));

/** Links to files or headings that do not exist. */
export function brokenLinks(document: Document): string[] {
	return innerLinks(document).filter((link) => {
		const [target = '', anchor] = link.split('#');
		const file = target ? path.join(path.dirname(document.file), target) : document.file;
		if (!existsSync(path.join(folder, file))) return true;
		return anchor !== undefined && !anchorsOf(file).includes(anchor);
	});
}

/** What stands in bold and is on no screen. */
export async function unknownLabels({ blocks }: Document): Promise<string[]> {
	const { all } = await loadLabels();
	const bold = new Set(cellsIn(blocks).flatMap(boldIn));
	return [...bold].filter(
		(label) => !all.has(label) && !n8nLabels.has(label) && !gatewayLabels.has(label),
	);
}
