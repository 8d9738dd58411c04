/** What is looked up is in the reference, all of it, and is so. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { aliases, cardKeys } from '../../nodes/WhatsAppContacts/domain/cards/cardSchema';
import { describeFailure } from '../../nodes/WhatsAppContacts/domain/explain';
import { failureTable, type Happening } from '../../nodes/WhatsAppContacts/domain/failure';
import { readChatId } from '../../nodes/WhatsAppContacts/domain/numbers/chatId';
import { type Provider, providers } from '../../nodes/WhatsAppContacts/providers';
import { kitOf } from '../gateways';
import {
	brokenLinks,
	cellsIn,
	doubledAnchors,
	firstColumn,
	innerLinks,
	readDocument,
	sectionsOf,
	tableWith,
	unknownLabels,
} from './documents';
import { loadLabels } from './labels';
import { anchorOf, type Block, boldIn, codeIn, linksIn } from './markdown';

const reference = readDocument('reference.md');
const { blocks } = reference;
const gateways = Object.values(providers).map(({ displayName }: Provider) => displayName);

/** The blocks of one part, with its sections. */
function partOf(title: string): readonly Block[] {
	const isPart = ({ kind, detail }: Block) => kind === 'heading' && detail === '2';
	const from = blocks.findIndex((block) => isPart(block) && block.text === title);
	const length = blocks.slice(from + 1).findIndex(isPart);
	return from < 0 ? [] : blocks.slice(from, length < 0 ? undefined : from + 1 + length);
}

/** The rows of the first table below a heading. */
function tableAfter(heading: string): readonly string[][] {
	const at = blocks.findIndex(({ kind, text }) => kind === 'heading' && text === heading);
	const table = blocks.slice(at).find(({ kind }) => kind === 'table');
	return table?.rows.slice(1) ?? [];
}

describe('The reference', () => {
	it('has headings of which no two have the same anchor', () => {
		expect(doubledAnchors(reference)).toEqual([]);
	});

	it('links to files and headings that exist', () => {
		expect(innerLinks(reference).length).toBeGreaterThan(10);
		expect(brokenLinks(reference)).toEqual([]);
	});

	it('begins with a list of its parts', () => {
		const parts = blocks.filter(({ kind, detail }) => kind === 'heading' && detail === '2');
		const [opening = []] = sectionsOf(blocks);
		const listed = opening
			.filter(({ kind }) => kind === 'item')
			.flatMap(({ text }) => linksIn(text));
		expect(parts.length).toBeGreaterThan(10);
		expect(listed).toEqual(parts.map(({ text }) => `#${anchorOf(text)}`));
	});

	it('links to the guides and to the README', () => {
		expect(cellsIn(blocks).flatMap(linksIn)).toEqual(
			expect.arrayContaining(['guide.md', 'guide.pt-BR.md', 'guide.ru.md', '../README.md']),
		);
	});

	it('calls in bold only what is a name on the screen', async () => {
		expect(await unknownLabels(reference)).toEqual([]);
	});

	it('names every field of the node and of its credentials', async () => {
		const labels = await loadLabels();
		const bold = new Set(cellsIn(blocks).flatMap(boldIn));
		expect(labels.fields.filter((label) => !bold.has(label))).toEqual([]);
	});

	it.each(Object.values(providers))(
		'tells how to get the credential of $displayName, step by step',
		async ({ credentialName }: Provider) => {
			const { credentials } = await loadLabels();
			const credential = credentials.find(({ name }) => name === credentialName);
			const steps = sectionsOf(partOf('Credentials')).find((section) =>
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
		const bold = new Set(partOf('HTTP Request node').flatMap(({ text }) => boldIn(text)));
		expect(
			credentials.map(({ displayName }) => displayName).filter((name) => !bold.has(name)),
		).toEqual([]);
	});

	it.each([
		'Credentials',
		'Cards',
		'Parameters',
		'Look-ups',
		'Errors',
		'Long lists',
		'HTTP Request node',
	])('names every gateway in the part %s', (title) => {
		const part = partOf(title);
		const said = part.flatMap(({ text, rows }) => [text, ...rows.flat()]).join('\n');
		// PlugzAPI and Z-API may stand apart.
		const names = gateways.flatMap((gateway) => gateway.split(' / '));
		expect(part.length).toBeGreaterThan(1);
		expect(names.filter((name) => !said.includes(name))).toEqual([]);
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
		expect(compared.length).toBeGreaterThanOrEqual(5 + 4);
		expect(missing).toEqual([]);
	});

	it('explains every error code once, and no other', () => {
		const codes = Object.values(failureTable).map(({ code }) => code);
		const explained = firstColumn(tableWith(blocks, '`INVALID_INPUT`')).flatMap(codeIn);
		expect(explained.sort()).toEqual([...new Set(codes)].sort());
	});
});

describe('The tables of the reference', () => {
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
		const at = blocks.findIndex(({ text }) => text.startsWith('Messages that do not come'));
		const rows = blocks[at + 1]?.rows.slice(1) ?? [];
		const sentences = Object.keys(failureTable)
			.map(
				(happening) => describeFailure({ gateway: '', happening: happening as Happening }).message,
			)
			.join('\n');
		expect(rows.length).toBeGreaterThan(3);
		for (const quoted of firstColumn(rows).flatMap(codeIn)) expect(sentences).toContain(quoted);
	});

	it('quote hints that the node gives', () => {
		const folder = path.resolve(__dirname, '../../nodes');
		const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
			.filter((file) => file.endsWith('.ts'))
			.map((file) => readFileSync(path.join(folder, file), 'utf8'))
			.join('\n');
		const quoted = firstColumn(tableAfter('Hints')).flatMap(codeIn);
		expect(quoted.length).toBeGreaterThan(10);
		expect(quoted.filter((words) => !sources.includes(words))).toEqual([]);
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
