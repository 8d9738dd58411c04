/** By what a run knows a message again, so that no try of n8n's sends it twice. */
import { providers } from '../../nodes/WhatsAppContacts/providers';
import { type Asked, blank, type Host, runOn, queueing } from './host';

afterEach(() => jest.restoreAllMocks());

describe('keys of sends', () => {
	const sendKeys = { header: 'Key', isOn: ({ token }: { token: string }) => token !== 'old' };
	beforeEach(() => {
		jest.replaceProperty(providers, queueing, { ...providers[queueing], sendKeys });
	});
	const keysOf = (asked: readonly Asked[]) => asked.map(({ headers }) => headers.key);

	test('are unlike for each item and run, and alike in every try', async () => {
		const one = { json: {} };
		const host: Host = {
			items: [one, one],
			parameters: { options: { maxRetries: 0 } },
			answer: () => [429, {}],
			continues: true,
			executionId: 'of keys',
		};
		const keys = keysOf((await runOn(host)).asked);
		expect(keysOf((await runOn(host)).asked)).toEqual(keys);
		const later = keysOf((await runOn({ ...host, runIndex: 1 })).asked);
		expect(new Set([...keys, ...later]).size).toBe(4);
		for (const key of keys)
			expect(key).toMatch(/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}-\d+_0_send-contact$/);
	});

	test.each([
		['old', 0],
		['new', 1],
	])('ask anew what became of a doubt, where the server keeps them (%s)', async (token, times) => {
		const host: Host = {
			credential: { token },
			parameters: { options: { maxRetries: 0 } },
			items: blank(1),
			executionId: 'doubt',
			answer: () => [502, {}],
			continues: true,
		};
		expect((await runOn(host)).asked).toHaveLength(1);
		expect((await runOn(host)).asked).toHaveLength(times);
	});

	test.each([
		['where they are off', { credential: { token: 'old' } }],
		['for look-ups', { parameters: { operation: 'getContactInfo' } }],
	])('are not sent %s', async (_where, host) => {
		expect(keysOf((await runOn(host)).asked)).toEqual([undefined]);
	});
});

describe('a message that was accepted', () => {
	const items = blank(1);
	const base: Host = { items, executionId: 'once' };

	test.each<[string, number, Host]>([
		['the same run', 0, {}],
		['another run index', 1, { runIndex: 1 }],
		['another execution', 1, { executionId: 'twice' }],
		['another node', 1, { node: { name: 'Other' } }],
		['other items', 1, { items: blank(1) }],
		['a new item around the same data', 1, { items: [{ json: items[0]?.json ?? {} }] }],
		['a second place', 1, { items: [...items, ...items] }],
	])('is sent again in %s so many times: %i', async (_what, times, more) => {
		await runOn(base);
		const again = await runOn({ ...base, ...more });
		expect(again.asked).toHaveLength(times);
		expect(again.items).toHaveLength(more.items?.length ?? 1);
	});

	test.each<[string, number, Host]>([
		['a tool, with new items', 0, { context: { isToolExecution: () => true } }],
		['a tool by its type', 0, { node: { type: 'whatsAppContactsTool' } }],
		[
			'no tool, whatever its type',
			1,
			{
				context: { isToolExecution: () => false },
				node: { type: 'whatsAppContactsTool' },
			},
		],
		['another tool', 1, { context: { isToolExecution: () => true }, node: { name: 'Other' } }],
	])('is sent again by %s so many times: %i', async (what, times, more) => {
		const json = {};
		const tool = { executionId: `tool ${what}`, items: [{ json }] };
		await runOn({ ...tool, ...more, node: { ...more.node, name: 'Tool' } });
		const name = more.node && 'name' in more.node ? 'Other' : 'Tool';
		const again = { ...tool, ...more, items: [{ json }], runIndex: 1 };
		expect((await runOn({ ...again, node: { ...more.node, name } })).asked).toHaveLength(times);
	});
});
