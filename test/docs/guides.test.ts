/** The guides say the same in every language, and what they say of the node is so. */
import { failureTable } from '../../nodes/WhatsAppContacts/domain/failure';
import { type Provider, providers } from '../../nodes/WhatsAppContacts/providers';
import {
	brokenLinks,
	cellsIn,
	doubledAnchors,
	innerLinks,
	readDocument,
	sectionsOf,
	unknownLabels,
} from './documents';
import { loadLabels } from './labels';
import { type Block, boldIn, codeIn, linksIn, numbersIn, proseOf } from './markdown';

const english = readDocument('guide.md');
const translations = ['guide.pt-BR.md', 'guide.ru.md'].map(readDocument);
const guides = [english, ...translations];

const gateways = Object.values(providers).map(({ displayName }: Provider) => displayName);

/** A guide without its title, and without the line that names the other languages. */
const body = (blocks: readonly Block[]) =>
	blocks.filter(({ text }) => !/\]\(guide[^#)]*\.md\)/.test(text)).slice(1);

/** `table 5 rows: 3,3,3,3,3` and the like, so that a difference names itself. */
function shapeOf({ kind, detail, rows }: Block): string {
	const size =
		kind === 'table' ? `${rows.length} rows: ${rows.map((row) => row.length).join()}` : '';
	return [kind, detail, size].filter(Boolean).join(' ');
}

/** Each cell of each block, with where it stands in the English guide. */
function cellsOf(blocks: readonly Block[]): string[] {
	return body(blocks).flatMap(({ rows }) => rows.flat());
}

const places = body(english.blocks).flatMap(({ line, rows }) =>
	rows.flatMap((row, at) => row.map((_, column) => `line ${line} + ${at}, cell ${column + 1}`)),
);

/** What each cell names, without order and repeats: languages differ in both. */
const named = (blocks: readonly Block[], namesIn: (text: string) => string[]) =>
	cellsOf(blocks).map(
		(cell, at) => `${places[at]}: ${[...new Set(namesIn(cell))].sort().join(' | ')}`,
	);

describe.each(translations)('$file', ({ blocks }) => {
	it('has the headings, paragraphs, lists and tables of the English guide, in order', () => {
		expect(body(blocks).map(shapeOf)).toEqual(body(english.blocks).map(shapeOf));
	});

	it('has its code blocks to the letter', () => {
		const code = (all: readonly Block[]) => all.filter(({ kind }) => kind === 'code');
		expect(code(blocks).map(({ text }) => text)).toEqual(
			code(english.blocks).map(({ text }) => text),
		);
	});

	it('names the same codes, keys and addresses in each cell and paragraph', () => {
		expect(named(blocks, codeIn)).toEqual(named(english.blocks, codeIn));
	});

	it('names the same labels in each cell and paragraph', () => {
		expect(named(blocks, boldIn)).toEqual(named(english.blocks, boldIn));
	});

	it('says the same numbers in each cell and paragraph', () => {
		expect(named(blocks, numbersIn)).toEqual(named(english.blocks, numbersIn));
	});

	it('keeps first columns that are no words of a language', () => {
		const isName = (cell: string) => !/\p{L}/u.test(proseOf(cell)) || gateways.includes(cell);
		const first = (all: readonly Block[]) =>
			body(all).flatMap(({ kind, rows }) =>
				kind === 'table' ? rows.map(([cell = '']) => cell) : [],
			);
		const theirs = first(blocks);
		const kept = first(english.blocks).map((cell, at) => (isName(cell) ? cell : theirs[at]));
		expect(theirs).toEqual(kept);
	});

	it('leaves no sentence of the English guide untranslated', () => {
		const withoutNames = (text: string) =>
			gateways.reduce((rest, name) => rest.replaceAll(name, ' '), proseOf(text));
		const words = (text: string) => withoutNames(text).match(/\p{L}+/gu)?.length ?? 0;
		const theirs = new Set(cellsOf(blocks));
		const same = cellsOf(english.blocks).filter((cell) => words(cell) > 3 && theirs.has(cell));
		expect(same).toEqual([]);
	});
});

describe.each(guides)('$file', (guide) => {
	const { file, blocks } = guide;

	it('has headings of which no two have the same anchor', () => {
		expect(doubledAnchors(guide)).toEqual([]);
	});

	it('links to files and headings that exist', () => {
		expect(innerLinks(guide).length).toBeGreaterThan(10);
		expect(brokenLinks(guide)).toEqual([]);
	});

	it('links to the guides in the other languages, to the README and to the reference', () => {
		const others = guides.map((other) => other.file).filter((other) => other !== file);
		const targets = cellsIn(blocks)
			.flatMap(linksIn)
			.map((link) => link.split('#')[0]);
		expect(targets).toEqual(expect.arrayContaining([...others, '../README.md', 'reference.md']));
	});

	it('calls in bold only what is a name on the screen', async () => {
		expect(await unknownLabels(guide)).toEqual([]);
	});

	it.each(Object.values(providers))(
		'walks to the credential of $displayName',
		async ({ credentialName }: Provider) => {
			const { credentials } = await loadLabels();
			const label = credentials.find(({ name }) => name === credentialName)?.displayName ?? '';
			const walk = sectionsOf(blocks).find((section) =>
				section.some(({ kind, text }) => kind === 'item' && boldIn(text).includes(label)),
			);
			const numbered = walk?.filter(({ kind, detail }) => kind === 'item' && detail !== '-') ?? [];
			expect(numbered.length).toBeGreaterThan(2);
			// What everybody has to fill in; what may be left as it is stands in the reference.
			const fields = cellsIn(walk ?? []).flatMap(boldIn);
			expect(fields).toEqual(expect.arrayContaining(['API URL', 'Instance', 'Token']));
		},
	);

	it('explains every error code once, and no other', () => {
		const codes = Object.values(failureTable).map(({ code }) => code);
		const explained = blocks
			.filter(({ kind }) => kind === 'item')
			.flatMap(({ text }) => /^`([A-Z_]+)`: /.exec(text)?.[1] ?? []);
		expect(explained.sort()).toEqual([...new Set(codes)].sort());
	});
});
