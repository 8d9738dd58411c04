/** The drawings as they have to be: a picture, and the same as Mermaid inside the page. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type House, readHouse } from './imports';
import { svgOf } from './svg';

const PAGE = 'docs/architecture.md';
const BLOCK = /(<!-- drawing: begin -->\n)[\s\S]*?(<!-- drawing: end -->)/;

/** Every file that holds a drawing, with its whole text. */
export function drawings(root: string): Array<{ readonly file: string; readonly text: string }> {
	const house = readHouse(root);
	const at = path.join(root, PAGE);
	const page = existsSync(at) ? readFileSync(at, 'utf8') : '';
	const block = `$1\n\`\`\`mermaid\n${mermaidOf(house)}\n\`\`\`\n\n$2`;
	return [
		{ file: 'docs/architecture.svg', text: svgOf(house) },
		{ file: PAGE, text: page.replace(BLOCK, block) },
	];
}

/** The text beside the picture, for readers and tools that see no pictures. */
export function mermaidOf({ rooms, arrows }: House): string {
	const label = (name: string, parts: readonly string[]) =>
		parts.length > 0 ? `${name}<br>${parts.join(' · ')}` : name;
	return [
		'flowchart TD',
		...rooms.map(({ name, parts }) => `  ${idOf(name)}["${label(name, parts)}"]`),
		...arrows.map(
			({ from, to, isType }) => `  ${idOf(from)} ${isType ? '-.->' : '-->'} ${idOf(to)}`,
		),
	].join('\n');
}

const idOf = (name: string) => name.replace(/\W/g, '_');
