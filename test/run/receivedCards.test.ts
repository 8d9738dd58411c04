/** Read Received Cards as a run: what comes out of items that hold cards, others or none that can be read. */
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { anaVCard, joaoVCard, withoutNumber } from '../vectors/received';
import { blank, type Host, runOn, writing } from './host';

/** Only ever seen here: no output may hold it. */
const apikey = 'B6D711FCDE4D4FD5936544120E713976';

/** An event of a gateway whose servers may put their key beside it. */
const event = (vCards: string[], data: IDataObject = {}, more: IDataObject = {}) => ({
	event: 'messages.upsert',
	instance: 'shop',
	data: {
		key: { remoteJid: '5531998296801@s.whatsapp.net', fromMe: false, id: '3EB0' },
		pushName: 'Rui',
		message: {
			contactsArrayMessage: { contacts: vCards.map((vcard) => ({ displayName: 'A', vcard })) },
		},
		messageTimestamp: 1_767_225_600,
		...data,
	},
	...more,
});
const about = {
	instance: 'shop',
	messageId: '3EB0',
	chatId: '5531998296801@s.whatsapp.net',
	isGroup: false,
	fromMe: false,
	sender: { phone: '5531998296801', lid: null, name: 'Rui' },
	timestamp: '2026-01-01T00:00:00.000Z',
};
const item = (json: IDataObject): INodeExecutionData => ({ json });
const received = event([anaVCard]);
const unreadable = event([joaoVCard, withoutNumber, anaVCard]);
const own = event([anaVCard], { key: { remoteJid: '1@s.whatsapp.net', fromMe: true, id: '1' } });

const read = async ({ parameters, ...host }: Host) =>
	await runOn({ ...host, parameters: { operation: 'readReceivedCards', ...parameters } });
const outOf = (items: readonly INodeExecutionData[]) =>
	items.map(({ json, pairedItem }) => {
		const name = (json.contact as IDataObject | undefined)?.fullName;
		return [name ?? Object.keys(json).join(), pairedItem];
	});

test('every card is an item, in order and paired with its own', async () => {
	const items = [item(event([joaoVCard, anaVCard])), item({ body: received })];
	const out = await read({ items });
	expect(outOf(out.items)).toEqual([
		['João Souza', { item: 0 }],
		['Ana Silva', { item: 0 }],
		['Ana Silva', { item: 1 }],
	]);
	expect(out.items[2]?.json).toMatchObject({ operation: 'readReceivedCards', ...about });
	expect([out.hints, out.asked, out.error]).toEqual([[], [], undefined]);
});

test('a provider or an account need not be there', async () => {
	const credential = new Error('none');
	const { items } = await read({
		items: [item(received)],
		parameters: { provider: '' },
		credential,
	});
	expect(items).toHaveLength(1);
});

const others = [item({ a: 1 }), item(received), item(own)];

test.each<[string, Host['parameters'], unknown[], string]>([
	[
		'are left out and counted',
		{},
		[['Ana Silva', { item: 1 }]],
		'2 of 3 items held no received contact card and were left out. 1 of them is a card of your own, which Include Own Messages reads too',
	],
	[
		'pass through in their place',
		{ options: { keepOthers: true } },
		[
			['a', { item: 0 }],
			['Ana Silva', { item: 1 }],
			['event,instance,data', { item: 2 }],
		],
		'2 of 3 items held no received contact card and passed through. 1 of them is a card of your own, which Include Own Messages reads too',
	],
	[
		'pass through where their own option says so',
		{ options: ({ a }: IDataObject) => ({ includeOwn: a === undefined, keepOthers: a === 1 }) },
		[
			['a', { item: 0 }],
			['Ana Silva', { item: 1 }],
			['Ana Silva', { item: 2 }],
		],
		'1 of 3 items held no received contact card and passed through',
	],
	[
		'pass through in part',
		{ options: ({ a }: IDataObject) => ({ keepOthers: a === 1 }) },
		[
			['a', { item: 0 }],
			['Ana Silva', { item: 1 }],
		],
		'2 of 3 items held no received contact card and 1 of them passed through. 1 of them is a card of your own, which Include Own Messages reads too',
	],
])('items without a received card %s', async (_how, parameters, out, message) => {
	const { items, hints } = await read({ items: others, parameters });
	expect(outOf(items)).toEqual(out);
	expect(hints).toEqual([{ message, location: 'outputPane' }]);
});

test('what passes through keeps its file, and n8n may take no hints', async () => {
	const binary = { data: { data: 'aGk=', mimeType: 'text/plain' } };
	const { items } = await read({
		items: [{ ...item({ a: 1 }), binary, pairedItem: { item: 7 } }],
		parameters: { options: { keepOthers: true } },
		context: { addExecutionHints: undefined },
	});
	expect(items).toEqual([{ json: { a: 1 }, binary, pairedItem: { item: 0 } }]);
});

test('no hint is said where every item held a card', async () => {
	const addExecutionHints = jest.fn();
	await read({ items: [item(received)], context: { addExecutionHints } });
	expect(addExecutionHints).not.toHaveBeenCalled();
});

describe('a card that cannot be read', () => {
	test('stops the run, with On Error: Stop', async () => {
		const { error, items } = await read({ items: [item(received), item(unreadable)] });
		expect(items).toEqual([]);
		expect(error).toMatchObject({
			name: 'NodeOperationError',
			description:
				'The card is as its sender shared it. With On Error set to Continue, the other cards go on without it',
			context: { itemIndex: 1 },
		});
		expect(error?.message).toMatch(/^vCard: card 2 \(Boletim\) has no phone number/);
	});

	test('leaves its error in its place, with what is known of its message', async () => {
		const { items } = await read({ items: [item(unreadable)], continues: true });
		expect(outOf(items)).toEqual([
			['João Souza', { item: 0 }],
			['error', { item: 0 }],
			['Ana Silva', { item: 0 }],
		]);
		expect(items[1]?.json).toEqual({
			error: {
				message: expect.stringMatching(/^vCard: card 2 \(Boletim\) has no phone number/) as unknown,
				code: 'INVALID_INPUT',
				delivery: 'notSent',
				retryable: false,
				httpStatus: null,
				provider: writing,
				operation: 'readReceivedCards',
				contacts: [],
				...about,
			},
		});
	});

	test('of an unknown chat says that', async () => {
		const nowhere = event([withoutNumber], { key: { fromMe: false, id: '1' } });
		const { items } = await read({ items: [item(nowhere)], continues: true });
		expect(items).toMatchObject([{ json: { error: { chatId: null, messageId: '1' } } }]);
	});

	test('beside a secret is paired by a number, or n8n would show the item', async () => {
		const secret = event([anaVCard, withoutNumber], {}, { apikey });
		const { items } = await read({ items: [...blank(1), item(secret)], continues: true });
		expect(outOf(items)).toEqual([
			['Ana Silva', { item: 1 }],
			['error', 1],
		]);
		expect(JSON.stringify(items)).not.toContain(apikey);
	});
});

const boom = (thrown: Error) => () => {
	throw thrown;
};

test.each<[string, unknown, string]>([
	['options', 5, 'is no set of options. Write e.g. {"timeout": 30000}'],
	['options.keepOthers', { keepOthers: 'yes' }, 'is not a yes or no. Write true or false'],
	...[
		[new Error('x'.repeat(201)), `${'x'.repeat(200)}…`] as const,
		['no error' as unknown as Error, 'unknown error'] as const,
	].map(([thrown, words]): [string, unknown, string] => [
		'options',
		boom(thrown),
		`its expression failed (${words}). Correct the expression, e.g. {{ $json.keep }}`,
	]),
])('what is wrong with %s is the error of its item', async (field, options, problem) => {
	const host = { items: [item(received)], parameters: { options } };
	const { items } = await read({ ...host, continues: true });
	expect(items).toEqual([
		{
			json: {
				error: {
					message: `${field}: ${problem}`,
					code: 'INVALID_INPUT',
					delivery: 'notSent',
					retryable: false,
					httpStatus: null,
					provider: null,
					operation: 'readReceivedCards',
					chatId: null,
					contacts: [],
				},
			},
			// The item may hold a secret.
			pairedItem: 0,
		},
	]);
	const { error } = await read(host);
	expect(error).toMatchObject({
		message: `${field}: ${problem}`,
		description: 'Correct the field and run the node again',
		context: { itemIndex: 0 },
	});
});

test('one item’s error leaves the others alone', async () => {
	const { items } = await read({
		items: [item({}), item(received)],
		parameters: { options: ({ event: of }: IDataObject) => (of ? {} : { keepOthers: 5 }) },
		continues: true,
	});
	expect(outOf(items)).toEqual([
		['error', 0],
		['Ana Silva', { item: 1 }],
	]);
});
