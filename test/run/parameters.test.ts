/**
 * The node reads plain paths itself; whatever it reads must be what n8n would have read. So n8n's
 * own reading, in both n8n-cores, is what every value is compared with.
 */
import fc from 'fast-check';
import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { parametersOf } from '../../nodes/WhatsAppContacts/run/parameters';
import { openExecution } from '../promises/contexts';

const names = ['phone', 'Phone 1', 'name', 'a', '0', 'length', 'größe', '', 'toString', 'x-y'];

const scalar = fc.oneof(
	fc.string(),
	fc.constantFrom('={{ 1 + 1 }}', '{{ $json.a }}', '2026-11-25T10:00:00Z', '007', ' '),
	fc.integer(),
	fc.double(),
	fc.boolean(),
	fc.constant(null),
);

const { json } = fc.letrec<{ json: Record<string, unknown>; value: unknown }>((tie) => ({
	json: fc.dictionary(fc.constantFrom(...names), tie('value')),
	value: fc.oneof({ maxDepth: 2 }, scalar, fc.array(scalar, { maxLength: 2 }), tie('json')),
}));

const step = fc.constantFrom(...names).chain((name) => {
	const quoted = [`["${name}"]`, `['${name}']`, `?.["${name}"]`];
	return fc.constantFrom(...(/^[a-z]+$/.test(name) ? [`.${name}`, `?.${name}`] : []), ...quoted);
});

const path = fc
	.array(step, { minLength: 1, maxLength: 3 })
	.map((steps) => `$json${steps.join('')}`);

/** Plain paths, and their neighbours that only n8n can evaluate. */
const expression = fc
	.tuple(path, fc.nat(9))
	.map(
		([place, form]) =>
			[
				`={{ ${place} }}`,
				`={{${place}}}`,
				`={{ ${place} }}`,
				`={{ ${place} }}`,
				`= {{ ${place} }}`,
				`=+{{ ${place} }}`,
				`={{ ${place} }} `,
				`={{ ${place} || "none" }}`,
				`={{ (${place}) }}`,
				`={{ $itemIndex }}{{ ${place} }}`,
			][form] ?? '',
	);

/** A locator as the editor, an API client or the editor's mistakes write it; texts of old workflows. */
const chatId = fc.oneof(
	expression,
	scalar,
	fc.record(
		{
			value: fc.oneof(expression, scalar),
			__rl: fc.constant(true),
			mode: fc.constantFrom('list', 'phone', 'id', ''),
			cachedResultName: fc.string(),
			0: fc.constant('+'),
		},
		{ requiredKeys: ['value'] },
	),
);

/** What n8n reads, with what it leaves of a locator of which it does not know the form. */
function extracted(value: unknown): unknown {
	return typeof value === 'object' && value !== null && 'value' in value ? value.value : value;
}

const typed = fc.record({
	chatId,
	contacts: fc.record({
		contact: fc.array(fc.record({ phone: expression, firstName: fc.oneof(expression, scalar) }), {
			maxLength: 2,
		}),
	}),
	options: fc.record({ quotedMessageId: expression }),
});

const attempt = (read: () => unknown): unknown => {
	try {
		return { value: read() };
	} catch (error) {
		return { threw: (error as Error).constructor.name };
	}
};

describe.each(['n8n-core', 'n8n-core-1'])('reading parameters in %s', (core) => {
	const contextFor = async (parameters: INodeParameters, items: INodeExecutionData[]) => {
		const node = {
			id: 'node',
			name: 'WhatsApp Contacts',
			type: 'n8n-nodes-whatsapp-contacts.whatsAppContacts',
			typeVersion: 1,
			position: [0, 0] as [number, number],
			parameters,
		};
		const place = { core, node, credential: {}, executionId: '1' };
		return (await openExecution(place, items, 0)).context;
	};

	it('gives what n8n gives, for every item', async () => {
		await fc.assert(
			fc.asyncProperty(
				typed,
				fc.array(json, { minLength: 1, maxLength: 4 }),
				async (form, list) => {
					const items = list.map((each) => ({ json: each as IDataObject }));
					const context = await contextFor(form, items);
					const read = parametersOf(context, items);
					for (const name of ['chatId', 'contacts', 'options', 'missing']) {
						for (const index of items.keys()) {
							const own = attempt(() => read(name, index));
							const options = name === 'chatId' ? { extractValue: true } : {};
							const asked = attempt(() =>
								extracted(context.getNodeParameter(name, index, null, options)),
							);
							expect(own).toEqual(asked);
						}
					}
				},
			),
			{ numRuns: 150 },
		);
	});

	it.each([
		['', '={{ $json.phone }}'],
		['of a locator ', { __rl: true, mode: 'phone', value: '={{ $json.phone }}' }],
		['beside a name ', { mode: '', value: '={{$json.phone}}', cachedResultName: '={{ 1 + 1 }}' }],
	])('asks n8n for one item only where a parameter %sis a plain path', async (_what, chatId) => {
		const items = ['1', '2', '3'].map((phone) => ({ json: { phone } }));
		const parameters = {
			chatId,
			contacts: { contact: [{ phone: '={{ $json["phone"] }}', firstName: 'Ana' }] },
			options: { quotedMessageId: '={{ $json.phone + "" }}' },
		};
		const context = await contextFor(parameters, items);
		const asked = jest.spyOn(context, 'getNodeParameter');
		const read = parametersOf(context, items);
		for (const [index, { json: item }] of items.entries()) {
			expect(Object.keys(parameters).map((name) => read(name, index))).toEqual([
				item.phone,
				{ contact: [expect.objectContaining({ phone: item.phone, firstName: 'Ana' })] },
				{ quotedMessageId: item.phone },
			]);
		}
		const times = (name: string) =>
			asked.mock.calls.filter(([called]) => called.split('.')[0] === name).length;
		expect(Object.keys(parameters).map(times)).toEqual([1, 1, 3]);
	});

	it('never has the name evaluated that a picked chat had', async () => {
		const items = [{ json: {} }];
		const picked = { mode: 'list', value: '1@g.us', cachedResultName: '={{ 1 + 1 }}' };
		const context = await contextFor({ chatId: { __rl: true, ...picked } }, items);
		const asked = jest.spyOn(context, 'getNodeParameter');
		expect(parametersOf(context, items)('chatId', 0)).toBe('1@g.us');
		expect(asked.mock.calls.map(([name]) => name)).toEqual(['chatId.value']);
		// Asked for the whole, n8n would have run a stranger's code.
		expect(context.getNodeParameter('chatId', 0)).toMatchObject({ cachedResultName: 2 });
	});

	it('leaves everything to n8n where its $json is not the item', async () => {
		const context = await contextFor({ chatId: '={{ $json.phone }}' }, [
			{ json: { phone: 'of the agent' } },
			{ json: { phone: 'of the agent, too' } },
		]);
		const read = parametersOf(context, [{ json: { phone: '1' } }, { json: { phone: '2' } }]);
		expect([read('chatId', 0), read('chatId', 1)]).toEqual(['of the agent', 'of the agent, too']);
	});
});
