/** What an item's file reads into, and what is said of one that is none. */
import type { IBinaryData, INodeExecutionData } from 'n8n-workflow';
import { readFile } from '../../nodes/WhatsAppContacts/run/files';
import { fileOf, hostOf, runOn, writing } from './host';

type Files = Readonly<Record<string, IBinaryData>>;

const MAX = 10 * 1024 * 1024;
const card = 'BEGIN:VCARD\nFN:Ana\nTEL:+5511987654321\nEND:VCARD';
const elsewhere = fileOf('', { id: 'filesystem:1' });

/** Reads a field of the second item; what n8n keeps elsewhere is `stored`. */
async function read(field: unknown, binary: Files | undefined, stored?: object | Error) {
	const fetched: unknown[][] = [];
	const { bytes, size = 0 } = (stored ?? {}) as { bytes?: Buffer; size?: number };
	const { context } = hostOf({
		items: [{ json: {} }, { json: {}, ...(binary && { binary }) }],
		helpers: {
			getBinaryMetadata: async () =>
				await (stored instanceof Error
					? Promise.reject(stored)
					: Promise.resolve({ fileSize: size })),
			...(stored && {
				getBinaryDataBuffer: async (...asked: unknown[]) => {
					fetched.push(asked);
					return await (bytes ? Promise.resolve(bytes) : Promise.reject(new Error('/home/n8n')));
				},
			}),
		},
	});
	return { reading: await readFile(context, 1, field), fetched };
}

test.each<[string, unknown, Files, { name: string; text: string }]>([
	[
		'the field that is named',
		'b',
		{ a: fileOf('a'), b: fileOf('b') },
		{ name: '"contacts.vcf"', text: 'b' },
	],
	[
		'one without a name',
		'cards',
		{ cards: { mimeType: 'text/plain', data: 'YQ==' } },
		{ name: '"cards"', text: 'a' },
	],
	['one of one byte', 'data', { data: fileOf('x') }, { name: '"contacts.vcf"', text: 'x' }],
	[
		'an encoding of before Unicode',
		'data',
		{ data: fileOf('Jos\xe9') },
		{ name: '"contacts.vcf"', text: 'José' },
	],
])('%s is read', async (_what, field, binary, value) => {
	expect((await read(field, binary)).reading).toEqual({ value });
});

test('n8n says the encoding of what is not Unicode, by a part of it', async () => {
	const detectBinaryEncoding = jest.fn((_sample: Buffer) => 'windows-1251');
	const text = 'BEGIN:VCARD\nFN:\xc0\xed\xed\xe0 \xd1\xe8\xeb\xfc\xe2\xe0\nEND:VCARD';
	const { context } = hostOf({
		items: [{ json: {}, binary: { data: fileOf(text) } }],
		helpers: { detectBinaryEncoding },
	});
	expect(await readFile(context, 0, 'data')).toMatchObject({
		value: { text: 'BEGIN:VCARD\nFN:Анна Сильва\nEND:VCARD' },
	});
	expect(detectBinaryEncoding.mock.calls.map(([sample]) => sample.subarray(0, 4))).toEqual([
		Buffer.from('\xc0\xed\xed\xe0', 'latin1'),
	]);
});

test.each<[string, unknown]>([
	['nothing', null],
	['nothing', undefined],
	['blanks', ' '],
])('a field of %s is empty', async (_what, field) => {
	expect((await read(field, { data: fileOf('a') })).reading).toEqual({
		problem: 'is empty. Write the name of the field, e.g. data',
	});
});

const three = { a: fileOf('a'), b: fileOf('b'), c: fileOf('c') };
const six = { ...three, d: fileOf('d'), e: fileOf('e'), f: fileOf('f') };
const odd = { mimeType: undefined, data: '' } as unknown as IBinaryData;

test.each<[string, unknown, Files | undefined, string]>([
	['no file', 'data', undefined, ' "data". Add one, e.g. with a node before that downloads it'],
	['no file', 5, {}, '. Add one, e.g. with a node before that downloads it'],
	['others', 'data', three, ' "data". Write the name of one that it has: a, b, c'],
	['many others', 5, six, '. Write the name of one that it has: a, b, c, d, e'],
	['what is no file', 'odd', { odd }, ' "odd". Write the name of one that it has: odd'],
	[
		'one of a long name',
		'x'.repeat(61),
		{ ['y'.repeat(61)]: fileOf('a') },
		` "${'x'.repeat(59)}…". Write the name of one that it has: ${'y'.repeat(59)}…`,
	],
])('an item with %s says which it has instead', async (_what, field, binary, words) => {
	const problem = `the item has no file in the field${words}`;
	expect((await read(field, binary)).reading).toEqual({ problem });
});

test('an item that is not there any more has no file', async () => {
	const { context } = hostOf({ items: [] });
	expect(await readFile(context, 0, 'data')).toMatchObject({
		problem: expect.stringContaining('has no file') as unknown,
	});
});

const tooLarge =
	'the file "contacts.vcf" is larger than 10 MB. Choose a smaller one, e.g. without photos, or in parts';
const gone = 'the file "contacts.vcf" cannot be read any more. Add it to the item again';

test.each<[string, IBinaryData, object, string, number]>([
	['by what n8n says of it', elsewhere, { size: MAX + 1 }, tooLarge, 0],
	['in the item', { ...fileOf(''), data: 'A'.repeat(((MAX + 2) * 4) / 3) }, {}, tooLarge, 0],
	['although n8n says less', elsewhere, { size: 1, bytes: Buffer.alloc(MAX + 1) }, tooLarge, 1],
	[
		'and empty',
		elsewhere,
		{ bytes: Buffer.alloc(0) },
		'the file "contacts.vcf" is empty. Choose a .vcf file, as phones and address books export it',
		1,
	],
	['and gone', elsewhere, new Error('/home/n8n'), gone, 0],
	['and gone meanwhile', elsewhere, {}, gone, 1],
])('a file that is too large %s is refused', async (_how, data, stored, problem, times) => {
	const { reading, fetched } = await read('data', { data }, stored);
	expect(reading).toEqual({ problem });
	expect(fetched).toHaveLength(times);
});

test('a file of 10 MB is read', async () => {
	const bytes = Buffer.alloc(MAX, 'x');
	const { reading, fetched } = await read('data', { data: elsewhere }, { size: MAX, bytes });
	expect(reading).toMatchObject({ value: { name: '"contacts.vcf"' } });
	expect(fetched).toEqual([[1, 'data']]);
	const inItem = { ...fileOf(''), data: bytes.toString('base64') };
	expect((await read('data', { data: inItem }, { bytes })).reading).toHaveProperty('value');
});

describe('a run', () => {
	const parameters = {
		provider: writing,
		specifyContacts: 'file',
		binaryPropertyName: (_: unknown, index: number) => (index === 0 ? 'first' : 'second'),
	};
	const answer = () => [201, { key: { id: 'M' } }] as const;

	test('sends the cards of each item’s own file', async () => {
		const items: INodeExecutionData[] = [
			{ json: {}, binary: { first: fileOf(card), second: fileOf('') } },
			{ json: {}, binary: { second: fileOf(card.replace('Ana', 'Bia')) } },
		];
		const { asked } = await runOn({ items, parameters, answer });
		expect(asked.map(({ body }) => body)).toMatchObject([
			{ contact: [{ fullName: 'Ana' }] },
			{ contact: [{ fullName: 'Bia' }] },
		]);
	});

	test('names the field and the file of an item whose file is none', async () => {
		const data = fileOf('BEGIN:VCARD\nFN:\x81\x8d\x90\x9d\xff\xfe\xa0');
		const items = [{ json: {}, binary: { first: data } }];
		const { error, asked } = await runOn({ items, parameters, answer });
		expect(error?.message).toMatch(
			/^binaryPropertyName: the file "contacts\.vcf" is written in an encoding/,
		);
		expect(asked).toEqual([]);
	});
});
