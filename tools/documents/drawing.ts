/** The rooms and who imports whom, drawn from the imports into docs/architecture.md. */
import path from 'node:path';
import { cruise } from '../rooms/cruise';

const root = path.resolve(__dirname, '../..');

/** Below the project. */
export const PAGE = 'docs/architecture.md';

const BLOCK = /(<!-- drawing: begin -->\n)[\s\S]*?(<!-- drawing: end -->)/;

/** As Mermaid, which GitHub shows as a picture. */
export const draw = (): string =>
	cruise(
		root,
		...['--output-type', 'mermaid', '--include-only', '^(nodes|credentials)/'],
		...['--collapse', '^(?:nodes/WhatsAppContacts/[^/]+|credentials)'],
		...['nodes', 'credentials'],
	).trim();

/** The page with this drawing between its two comments. */
export function withDrawing(page: string, drawing: string): string {
	if (!BLOCK.test(page)) throw new Error(`${PAGE} has no <!-- drawing: begin --> and end`);
	const block = ['```mermaid', drawing, '```'].join('\n');
	return page.replace(BLOCK, (_, begin: string, end: string) => `${begin}\n${block}\n\n${end}`);
}
