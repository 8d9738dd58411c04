/** One run of the node at its wire: which items, errors and hints come of what was typed and answered. */
import { setImmediate } from 'node:timers/promises';
import type { IDataObject } from 'n8n-workflow';
import { operations } from '../../nodes/WhatsAppContacts/operations';
import { providers } from '../../nodes/WhatsAppContacts/providers';
import { run } from '../../nodes/WhatsAppContacts/run/run';
import {
	account,
	ana,
	blank,
	chatId,
	errorOf,
	type Host,
	hostOf,
	oneByOne,
	phoneOf,
	runOn,
	said,
	three,
	to,
	paced,
	queueing,
	writing,
} from './host';

afterEach(() => jest.restoreAllMocks());

/** Refuses the second of three. */
const notTheSecond: NonNullable<Host['answer']> = (asked) =>
	phoneOf(asked) === '79001234502' ? [400, { error: 'no' }] : [200, { messageId: phoneOf(asked) }];

describe('items', () => {
	test('come out in order, each paired with its own and in the shape that is promised', async () => {
		const { items, error, asked } = await runOn({
			items: three.slice(0, 2),
			parameters: { chatId },
			answer: async (request) => {
				if (phoneOf(request) === '79001234501') await setImmediate();
				return [200, { messageId: phoneOf(request), zaapId: 'Z' }];
			},
		});
		const item = (phone: string) => ({
			provider: queueing,
			operation: 'sendContact',
			status: 'queued',
			messageId: phone,
			queueId: 'Z',
			providerStatus: null,
			chatId: phone,
			contacts: [{ fullName: 'Ana', phone: '5511987654321' }],
			omittedFields: [],
			skippedCards: [],
			timestamp: null,
		});
		expect(error).toBeUndefined();
		expect(items).toEqual([
			{ json: item('79001234501'), pairedItem: { item: 0 } },
			{ json: item('79001234502'), pairedItem: { item: 1 } },
		]);
		expect(asked.map(({ method, path }) => `${method} ${path}`)).toEqual([
			'POST /send-contact',
			'POST /send-contact',
		]);
	});

	test('several messages of one item are all paired with it', async () => {
		const contacts = { contact: [ana, { ...ana, firstName: 'Bia', phone: '+5511987654322' }] };
		const { items, hints } = await runOn({
			items: blank(2),
			parameters: { contacts, chatId: (_: unknown, index: number) => `+7900123450${index}` },
			answer: ({ path }) => (path === '/send-contacts' ? [405, {}] : [200, { messageId: 'M' }]),
		});
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(
			[0, 0, 1, 1].map((item) => ({ item })),
		);
		expect(said(hints).join('\n')).toMatch(
			/^2 items with several cards or phone numbers went out/m,
		);
	});

	test('none give none, whatever else is wrong', async () => {
		const { context } = hostOf({ items: [], parameters: { provider: 'none' } });
		expect(await run(context)).toEqual([[]]);
	});

	test.each<[string, unknown, object]>([
		['an object', { a: { b: 1 } }, { a: { b: 1 } }],
		['a list', [1, { a: 2 }], { items: [1, { a: 2 }] }],
		['a text', 'yes', {}],
		['null', null, {}],
		['a secret', { a: `of ${account.token}` }, { a: 'of [redacted]' }],
	])('hold the answer as it came, without Simplify: %s', async (_what, body, json) => {
		const done = { messageId: 'M', queueId: null, providerStatus: null, timestamp: null };
		jest.replaceProperty(providers[queueing], 'sendContact', {
			ask: () => ({
				method: 'send',
				request: { method: 'POST' as const, path: 'send' },
				read: () => ({ done, body }),
			}),
		});
		const { items } = await runOn({ parameters: { simplify: false } });
		expect(items).toEqual([{ json, pairedItem: { item: 0 } }]);
	});

	test.each([
		['of a text', new Error('x'.repeat(201)), `${'x'.repeat(200)}…`],
		['of anything', 'no error' as unknown as Error, 'unknown error'],
	])(
		'whose expression throws an error %s are refused by the field',
		async (_what, thrown, words) => {
			const chat = (json: IDataObject) => {
				if (json.chat === 'none') throw thrown;
				return json.chat;
			};
			const items = to('+79001234501', 'none');
			const { error } = await runOn({ items, parameters: { chatId: chat } });
			expect(error?.message).toBe(
				`chatId: its expression failed (${words}). Correct the expression, e.g. {{ $json.phone }}`,
			);
			expect(error?.context.itemIndex).toBe(1);
		},
	);

	test('that the gateway cannot take are refused before any request', async () => {
		const contact = { phone: ana.phone, firstName: 'Ana', lastName: '' };
		const { error, asked } = await runOn({
			parameters: {
				provider: writing,
				specifyContacts: 'json',
				contactsJson: [contact, { ...contact, businessDescription: 'x' }],
			},
		});
		expect(asked).toEqual([]);
		expect(error?.message).toContain(
			`contacts[1]: is the same card for ${providers[writing].displayName} as`,
		);
	});

	test('that hold a secret in the wrong field are refused without it', async () => {
		const { error } = await runOn({ parameters: { chatId: account.token } });
		expect(error?.message).toMatch(/^chatId: .*\[redacted\]/);
	});
});

describe('an item that fails, with On Error: Continue,', () => {
	test('leaves its error in its place', async () => {
		const { items } = await runOn({
			items: three,
			parameters: { chatId },
			continues: true,
			answer: notTheSecond,
		});
		expect(items.map(({ json }) => json.messageId)).toEqual([
			'79001234501',
			undefined,
			'79001234503',
		]);
		expect(items[1]).toEqual({
			json: {
				error: {
					message: `${providers[queueing].displayName} did not accept the request (HTTP 400): no`,
					code: 'REJECTED',
					delivery: 'notSent',
					retryable: false,
					httpStatus: 400,
					provider: queueing,
					operation: 'sendContact',
					chatId: '79001234502',
					contacts: [{ fullName: 'Ana', phone: '5511987654321' }],
				},
			},
			pairedItem: { item: 1 },
		});
	});

	test('because it cannot be read says no more than that, and the others are sent', async () => {
		const items = to('+79001234501', 'nobody', '+79001234503');
		const result = await runOn({ items, parameters: { chatId }, continues: true });
		expect(result.asked.map(phoneOf)).toEqual(['79001234501', '79001234503']);
		expect(result.items.map(({ pairedItem }) => pairedItem)).toEqual(
			[0, 1, 2].map((item) => ({ item })),
		);
		expect(result.items.map(({ json }) => 'error' in json)).toEqual([false, true, false]);
		expect(result.items[1]?.json.error).toEqual({
			message: expect.stringMatching(/^chatId: "nobody" holds letters\. Write/) as unknown,
			code: 'INVALID_INPUT',
			delivery: 'notSent',
			retryable: false,
			httpStatus: null,
			provider: queueing,
			operation: 'sendContact',
			chatId: null,
			contacts: [],
		});
	});

	test('in doubt is named in a hint', async () => {
		const { items, hints } = await runOn({
			items: three,
			parameters: { chatId, options: { maxRetries: 0 } },
			continues: true,
			answer: (asked) => (phoneOf(asked) === '79001234503' ? [502, {}] : [200, { messageId: 'M' }]),
		});
		expect(items[2]?.json.error).toMatchObject({ code: 'UNAVAILABLE', delivery: 'unknown' });
		expect(hints).toContainEqual({
			message: expect.stringMatching(/^1 in doubt\. In doubt: item 2\. Look into/) as unknown,
			location: 'outputPane',
		});
	});
});

describe('an item that fails, with On Error: Stop,', () => {
	test('stops what has not begun, and the error says how all fared', async () => {
		const { items, error, asked, hints } = await runOn({
			items: three,
			parameters: { chatId, options: oneByOne },
			answer: notTheSecond,
		});
		expect([items, hints]).toEqual([[], []]);
		expect(asked.map(phoneOf)).toEqual(['79001234501', '79001234502']);
		expect(error).toMatchObject({
			name: 'NodeApiError',
			message: `${providers[queueing].displayName} did not accept the request (HTTP 400): no`,
			description:
				'1 accepted, 0 in doubt, 1 not started. Accepted: item 0. Not started: item 2. Correct what the reason names and run the node again',
			context: { itemIndex: 1 },
		});
	});

	test('is the lowest one of several', async () => {
		const answer: Host['answer'] = async (asked) => {
			if (phoneOf(asked) === '79001234501') await setImmediate();
			return [502, {}];
		};
		const parameters = { chatId, options: { concurrency: 3, maxRetries: 0 } };
		const { error } = await runOn({ items: three, parameters, answer });
		expect(error?.context.itemIndex).toBe(0);
		expect(error?.description).toMatch(
			/^0 accepted, 3 in doubt, 0 not started\. In doubt: item 0, 1/,
		);
	});

	test('of a look-up speaks of no cards', async () => {
		const { error } = await runOn({
			items: three,
			parameters: { operation: 'getContactInfo', chatId, options: { maxRetries: 0 } },
			answer: () => [502, {}],
		});
		expect(error?.description).toBe('Try again later');
	});

	test.each([
		['sendContact', '0 accepted, 0 in doubt, 2 not started. Not started: item 0, 2. Correct the'],
		['checkNumber', 'Correct the field and run the node again'],
	])(
		'because it cannot be read means that nothing is asked at all (%s)',
		async (operation, words) => {
			const items = to('+79001234501', 'nobody', '+79001234503');
			const { error, asked } = await runOn({ items, parameters: { operation, chatId } });
			expect(asked).toEqual([]);
			expect(error).toMatchObject({ name: 'NodeOperationError', context: { itemIndex: 1 } });
			expect(error?.message).toMatch(/^chatId: "nobody" holds letters/);
			expect(error?.description?.slice(0, words.length)).toBe(words);
		},
	);
});

describe('what is wrong for all items', () => {
	const wrong = { provider: 'Nobody', chatId };

	test.each([
		['a send', {}, '0 accepted, 0 in doubt, 3 not started. Not started: item 0, 1, 2. Correct the'],
		['an unknown operation', { operation: 'x' }, '0 accepted, 0 in doubt, 3 not started. Not'],
		['a look-up', { operation: 'checkNumber' }, 'Correct the field and run the node again'],
	])('stops the run of %s', async (_what, more, words) => {
		const { error, asked } = await runOn({ items: three, parameters: { ...wrong, ...more } });
		expect(asked).toEqual([]);
		expect(error).toMatchObject({
			name: 'NodeOperationError',
			message: `provider: is unknown. Choose one, e.g. ${paced}`,
			context: { itemIndex: 0 },
		});
		expect(error?.description?.slice(0, words.length)).toBe(words);
	});

	test('is the error of every item, with On Error: Continue', async () => {
		const { items, error } = await runOn({ items: three, parameters: wrong, continues: true });
		expect(error).toBeUndefined();
		expect(items).toEqual(
			[0, 1, 2].map((item) => ({
				json: {
					error: {
						message: `provider: is unknown. Choose one, e.g. ${paced}`,
						code: 'INVALID_INPUT',
						delivery: 'notSent',
						retryable: false,
						httpStatus: null,
						provider: 'Nobody',
						operation: 'sendContact',
						chatId: null,
						contacts: [],
					},
				},
				pairedItem: { item },
			})),
		);
		expect(items[0]?.json).not.toBe(items[1]?.json);
	});

	test.each([
		[{ deep: 1 }, ''],
		[null, ''],
		[undefined, ''],
		['x'.repeat(61), 'x'.repeat(60)],
		[5, '5'],
	])('repeats the provider %j as text of 60 characters at most', async (provider, shown) => {
		const { items } = await runOn({ parameters: { provider }, continues: true });
		expect(items.map((item) => errorOf(item).provider)).toEqual([shown]);
	});
});

describe('a mistake of the node itself', () => {
	const report = 'Please report it with the version of the package';
	const broken = () => {
		throw new Error(account.token);
	};

	test('before the first request says only where to report it', async () => {
		const context = { getWorkflowDataProxy: broken };
		const { error, asked } = await runOn({ context, continues: true });
		expect(asked).toEqual([]);
		expect([error?.message, error?.description]).toEqual(['The node made a mistake', report]);
	});

	test.each([
		['sendContact', `0 accepted, 1 in doubt, 0 not started. In doubt: item 0. ${report}`],
		['getContactInfo', report],
	])('behind the last answer does not hide what was done (%s)', async (operation, description) => {
		const { error } = await runOn({
			parameters: { operation, options: { maxRetries: 0 } },
			continues: true,
			answer: () => {
				jest.spyOn(providers[queueing], 'spellChatId').mockImplementation(broken);
				return [502, {}];
			},
		});
		expect([error?.message, error?.description]).toEqual(['The node made a mistake', description]);
	});

	test('in a hint hides no item', async () => {
		jest.replaceProperty(operations.checkNumber, 'hints', [broken]);
		const { items, error, hints } = await runOn({
			parameters: { operation: 'checkNumber' },
			answer: () => [200, [{ inputPhone: '79001234567', exists: false }]],
		});
		expect([items.length, error, hints]).toEqual([1, undefined, []]);
	});
});
