/**
 * Once, where a classic agent calls the node as a tool: n8n hands every try a new item and a new
 * run index around the same `json`. Carried out by n8n-core's own code for tool calls.
 */
import type { INode, INodeParameters } from 'n8n-workflow';
import { type Sandbox, startSandbox } from '../../sandbox';
import { kits } from '../gateways';
import { openTool, type Place, type ToolCall } from './contexts';
import { arrivals, cores, freshInstance, gateways } from './sending';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

let executions = 0;

function open(core: string, node: INode, credential: object): Promise<ToolCall> {
	const place: Place = { core, node, credential, executionId: `tool ${executions++}` };
	return openTool(place, { json: call });
}

function toolNode(
	gateway: (typeof gateways)[number],
	settings: Partial<INode>,
	chatId: INodeParameters[string] = '={{ $json.to }}',
): INode {
	const { credential, provider } = kits[gateway];
	return {
		id: 'tool',
		name: 'Send a card',
		type: 'n8n-nodes-whatsapp-contacts.whatsAppContactsTool',
		typeVersion: 1,
		position: [0, 0],
		credentials: { [credential.type]: { id: '1', name: 'account' } },
		retryOnFail: true,
		maxTries: 4,
		waitBetweenTries: 1,
		...settings,
		parameters: {
			provider,
			operation: 'sendContact',
			chatId,
			specifyContacts: 'json',
			contactsJson: '={{ $json.cards }}',
			options: { maxRetries: 0 },
		},
	};
}

const refused = { kind: 'answer', status: 413 } as const;
const cards = ['Ana', 'Bia', 'Carla'].map((fullName, index) => ({
	fullName,
	phone: `+5511987650${100 + index}`,
}));
const call = { to: '5511987654321', cards };

describe.each(cores)('a tool call in %s', (core) => {
	test.each(gateways)('sends each card once, whatever n8n repeats (%s)', async (gateway) => {
		const switches = gateway === 'plugzApi' ? { sendContacts: 405 as const } : {};
		const credential = freshInstance(sandbox, gateway, switches);
		sandbox.plan([
			{ match: { marker: 'Bia', nth: gateway === 'plugzApi' ? [2, 3] : [1, 2] }, fault: refused },
		]);
		const tool = await open(core, toolNode(gateway, {}), credential);
		const answer = await tool({ ...call });
		expect(Object.fromEntries(arrivals(sandbox))).toEqual({ Ana: 1, Bia: 1, Carla: 1 });
		expect(answer).toContain('"messageId"');
	});

	test('reports a doubt in every try and never sends it again', async () => {
		const credential = freshInstance(sandbox, 'greenApi');
		sandbox.plan([{ match: { marker: 'Bia' }, fault: { kind: 'close', when: 'after' } }]);
		const tool = await open(core, toolNode('greenApi', {}), credential);
		await expect(tool({ ...call })).rejects.toThrow(/broke the connection off/);
		expect(Object.fromEntries(arrivals(sandbox))).toEqual({ Ana: 1, Bia: 1 });
	});

	test('a second call with the same words is a message of its own', async () => {
		const credential = freshInstance(sandbox, 'evolutionV2');
		const tool = await open(core, toolNode('evolutionV2', {}), credential);
		await tool({ ...call });
		await tool({ ...call });
		expect(arrivals(sandbox).get('Ana')).toBe(2);
	});

	test('the very same words in another execution, or by another tool, are sent again', async () => {
		const credential = freshInstance(sandbox, 'evolutionV2');
		const words = { ...call };
		const node = toolNode('evolutionV2', {});
		for (const tool of [
			await open(core, node, credential),
			await open(core, node, credential),
			await openTool({ core, node, credential, executionId: 'one' }, { json: call }),
			await openTool(
				{ core, node: { ...node, name: 'Another' }, credential, executionId: 'one' },
				{ json: call },
			),
		]) {
			await tool(words);
		}
		expect(arrivals(sandbox).get('Ana')).toBe(4);
	});

	const byModel = "={{ $fromAI('to', ``, 'string') }}";
	test.each([
		['a text', byModel],
		['a locator', { __rl: true, mode: 'phone', value: byModel }],
		['a text that the editor has spread', { 0: '+', 1: '5', value: byModel }],
	])('the model names the recipient in %s', async (_form, chatId) => {
		const credential = freshInstance(sandbox, 'evolutionV2');
		const tool = await open(core, toolNode('evolutionV2', {}, chatId), credential);
		await tool({ ...call, to: '5511987654399' });
		expect(sandbox.accepted().map((each) => each.chatId)).toEqual(['5511987654399@s.whatsapp.net']);
	});

	test('gives the agent an error it can read, and no token', async () => {
		const credential = freshInstance(sandbox, 'plugzApi', { clientToken: 'client-secret-1234567' });
		sandbox.plan([{ fault: { kind: 'echoToken', status: 403 } }]);
		const settings = { onError: 'continueRegularOutput' } as const;
		const tool = await open(core, toolNode('plugzApi', settings), credential);
		const answer = await tool({ ...call });
		expect(answer).toContain('"UNAUTHORIZED"');
		expect(answer).not.toContain(credential.token);
		expect(answer).not.toContain('client-secret');
	});
});
