/** The guides say the same in every language, and what they say of the node is so. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { aliases, cardKeys } from '../../nodes/WhatsAppContacts/domain/cards/cardSchema';
import { readChatId } from '../../nodes/WhatsAppContacts/domain/numbers/chatId';
import { describeFailure } from '../../nodes/WhatsAppContacts/domain/explain';
import { failureTable, type Happening } from '../../nodes/WhatsAppContacts/domain/failure';
import { type Provider, providers } from '../../nodes/WhatsAppContacts/providers';
import { kitOf } from '../gateways';
import { gatewayLabels, loadLabels, n8nLabels } from './labels';
import {
	anchorOf,
	type Block,
	blocksOf,
	boldIn,
	codeIn,
	linksIn,
	numbersIn,
	proseOf,
} from './markdown';

const folder = path.resolve(__dirname, '../../docs');
const read = (file: string) => readFileSync(path.join(folder, file), 'utf8');

const english = { file: 'guide.md', blocks: blocksOf(read('guide.md')) };
const translations = ['guide.pt-BR.md', 'guide.ru.md'].map((file) => ({
	file,
	blocks: blocksOf(read(file)),
}));
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

describe.each(guides)('$file', ({ file, blocks }) => {
	const anchorsOf = (target: string) =>
		blocksOf(read(target))
			.filter(({ kind }) => kind === 'heading')
			.map(({ text }) => anchorOf(text));

	it('has headings of which no two have the same anchor', () => {
		const anchors = anchorsOf(file);
		expect(new Set(anchors).size).toBe(anchors.length);
	});

	it('links to files and headings that exist', () => {
		const links = blocks.flatMap(({ text, rows }) =>
			linksIn(rows.length > 0 ? rows.flat().join(' ') : text),
		);
		const inner = links.filter((link) => !/^https?:/.test(link));
		const broken = inner.filter((link) => {
			const [target = '', anchor] = link.split('#');
			if (!existsSync(path.join(folder, target || file))) return true;
			return anchor !== undefined && !anchorsOf(target || file).includes(anchor);
		});
		expect(inner.length).toBeGreaterThan(10);
		expect(broken).toEqual([]);
	});

	it('links to the guides in the other languages and to the README', () => {
		const others = guides.map((guide) => guide.file).filter((other) => other !== file);
		expect(blocks.flatMap(({ text }) => linksIn(text))).toEqual(
			expect.arrayContaining([...others, '../README.md']),
		);
	});

	it('calls in bold only what is a name on the screen', async () => {
		const labels = await loadLabels();
		const bold = new Set(cellsOf(blocks).flatMap(boldIn));
		const unknown = [...bold].filter(
			(label) => !labels.all.has(label) && !n8nLabels.has(label) && !gatewayLabels.has(label),
		);
		expect(unknown).toEqual([]);
	});

	it('names every field of the node and of its credentials', async () => {
		const labels = await loadLabels();
		const bold = new Set(cellsOf(blocks).flatMap(boldIn));
		expect(labels.fields.filter((label) => !bold.has(label))).toEqual([]);
	});

	it.each(Object.values(providers))(
		'tells how to get the credential of $displayName, step by step',
		async ({ credentialName }: Provider) => {
			const { credentials } = await loadLabels();
			const credential = credentials.find(({ name }) => name === credentialName);
			const steps = sectionsOf(partOf(2)).find((section) =>
				section.some(
					({ kind, text }) =>
						kind === 'item' && boldIn(text).includes(credential?.displayName ?? ''),
				),
			);
			const numbered = steps?.filter(({ kind, detail }) => kind === 'item' && detail !== '-') ?? [];
			expect(numbered.length).toBeGreaterThan(2);
			const table = steps?.find(({ kind }) => kind === 'table');
			const explained = firstColumn(table?.rows.slice(1) ?? []).flatMap(boldIn);
			expect(explained).toEqual(credential?.fields);
		},
	);

	it('names every credential where it is chosen in the HTTP Request node', async () => {
		const { credentials } = await loadLabels();
		const bold = new Set(partOf(4).flatMap(({ text }) => boldIn(text)));
		expect(
			credentials.map(({ displayName }) => displayName).filter((name) => !bold.has(name)),
		).toEqual([]);
	});

	it('names every gateway in each part that speaks of gateways', () => {
		const parts = [1, 2, 3, 4, 5, 6, 7];
		const silent = parts.flatMap((part) => {
			const said = partOf(part)
				.flatMap(({ text, rows }) => [text, ...rows.flat()])
				.join('\n');
			// PlugzAPI and Z-API may stand apart.
			const names = gateways.flatMap((gateway) => gateway.split(' / '));
			return names.filter((name) => !said.includes(name)).map((name) => `${part}: ${name}`);
		});
		expect(silent).toEqual([]);
	});

	it('has every gateway in each table that has a row or a column for gateways', () => {
		const tables = blocks.filter(({ kind }) => kind === 'table');
		const sides = tables.flatMap(({ line, rows }) => [
			{ side: `row of the table in line ${line}`, names: firstColumn(rows) },
			{ side: `column of the table in line ${line}`, names: rows[0] ?? [] },
		]);
		const compared = sides.filter(({ names }) => gateways.some((name) => names.includes(name)));
		const missing = compared.flatMap(({ side, names }) =>
			gateways.filter((name) => !names.includes(name)).map((name) => `no ${side}: ${name}`),
		);
		// States, ids of groups and of messages, long lists, doubt; cards, look-ups, details, errors.
		expect(compared).toHaveLength(5 + 4);
		expect(missing).toEqual([]);
	});

	it('explains every error code once, and no other', () => {
		const codes = new Set(Object.values(failureTable).map(({ code }) => code));
		expect(firstColumn(tableWith('INVALID_INPUT')).flatMap(codeIn)).toEqual(
			expect.arrayContaining([...codes]),
		);
		expect(firstColumn(tableWith('INVALID_INPUT'))).toHaveLength(codes.size);
	});

	/** The blocks of the part with this number. */
	function partOf(part: number): readonly Block[] {
		const isStart = ({ kind, text }: Block, number: number) =>
			kind === 'heading' && text.startsWith(`${number}. `);
		const from = blocks.findIndex((block) => isStart(block, part));
		const to = blocks.findIndex((block) => isStart(block, part + 1));
		return blocks.slice(from, to);
	}

	function tableWith(code: string): readonly string[][] {
		const table = blocks.find(({ rows }) => rows.some(([cell]) => cell === `\`${code}\``));
		return table?.rows.slice(1) ?? [];
	}
});

/** Blocks from each heading to the next. */
function sectionsOf(blocks: readonly Block[]): Block[][] {
	const sections: Block[][] = [];
	for (const block of blocks) {
		if (block.kind === 'heading') sections.push([block]);
		else sections.at(-1)?.push(block);
	}
	return sections;
}

function firstColumn(rows: readonly string[][]): string[] {
	return rows.map(([cell = '']) => cell);
}

describe('The tables of the English guide', () => {
	const tableAfter = (heading: string): readonly string[][] => {
		const at = english.blocks.findIndex(
			(block) => block.kind === 'heading' && block.text === heading,
		);
		return (
			english.blocks
				.slice(at)
				.find(({ kind }) => kind === 'table')
				?.rows.slice(1) ?? []
		);
	};

	it('say how phone numbers are read', () => {
		const countries: Readonly<Record<string, string>> = { Brazil: 'BR', Russia: 'RU' };
		const rows = tableAfter('How phone numbers are read');
		expect(rows.length).toBeGreaterThan(10);
		const read = rows.map(([typed = '', country = '']) => {
			const reading = readChatId(codeIn(typed)[0], countries[country]);
			if ('problem' in reading) return 'refused';
			const { chatId, suspicious } = reading.value;
			if (chatId.kind !== 'person') return chatId.kind;
			return `${chatId.digits}${suspicious ? ', warned' : ''}`;
		});
		const said = rows.map(([, , how = '']) => {
			if (how.startsWith('refused')) return 'refused';
			if (how === 'a person by privacy id') return 'lid';
			if (how === 'an old group') return 'oldGroup';
			if (how.endsWith(' group')) return 'newGroup';
			return `${codeIn(how).join()}${how.endsWith('with a warning') ? ', warned' : ''}`;
		});
		expect(said).toEqual(read);
	});

	it('say which keys of a card are understood, and by which other names', () => {
		const rows = tableAfter('From JSON');
		const said = rows.flatMap(([key = '', others = '']) =>
			codeIn(others).map((other) => `${other} is ${codeIn(key).join()}`),
		);
		expect(firstColumn(rows).flatMap(codeIn).sort()).toEqual([...cardKeys].sort());
		expect(said.sort()).toEqual([...aliases].map(([other, key]) => `${other} is ${key}`).sort());
	});

	it('quote sentences that the node says', () => {
		const at = english.blocks.findIndex(({ text }) => text.startsWith('Messages that do not come'));
		const rows = english.blocks[at + 1]?.rows.slice(1) ?? [];
		const sentences = Object.keys(failureTable)
			.map(
				(happening) => describeFailure({ gateway: '', happening: happening as Happening }).message,
			)
			.join('\n');
		expect(rows.length).toBeGreaterThan(3);
		for (const quoted of firstColumn(rows).flatMap(codeIn)) expect(sentences).toContain(quoted);
	});

	it('say what the test of a credential answers to each state', () => {
		const values: Readonly<Record<string, unknown>> = { true: true, false: false, null: null };
		const rows = tableAfter('What the test of the credential says');
		expect(rows.length).toBeGreaterThan(10);
		const good = rows.filter(([, , shown = '']) => codeIn(shown).length === 0);
		expect(firstColumn(good).sort()).toEqual([...gateways].sort());
		for (const [gateway = '', state = '', shown = ''] of rows) {
			const provider = Object.values(providers).find(
				({ displayName }: Provider) => displayName === gateway,
			);
			const name = codeIn(state).join();
			const id = Object.entries(providers).find(([, each]) => each === provider)?.[0] ?? '';
			const answered = kitOf(id).stateAnswer(name in values ? values[name] : name);
			const problem = provider?.connection.problem({
				status: 200,
				body: answered,
				text: JSON.stringify(answered),
				headers: {},
				oversized: false,
			});
			const [said] = codeIn(shown);
			if (said === undefined) expect({ gateway, state, problem }).toEqual({ gateway, state });
			else expect(`${state} ${problem}`).toContain(said);
		}
	});
});
