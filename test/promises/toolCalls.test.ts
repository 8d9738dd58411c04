/**
 * Once, where a classic agent calls the node as a tool: n8n hands every try a new item and a new
 * run index around the same `json`. Carried out by n8n-core's own code for tool calls.
 */
import { createRequire } from 'node:module';
import path from 'node:path';
import type { INode, INodeType, INodeTypes, IRunExecutionData } from 'n8n-workflow';
import { createCredentialsHelper } from '../../engine/credentials';
import { type Sandbox, startSandbox } from '../../sandbox';
import { credentialTypes, openEngine } from '../node/inEngine';
import { arrivals, cores, freshInstance, gateways, providerOf } from './sending';

type Call = (toolArgs: object) => Promise<string>;

interface Internals {
	makeHandleToolInvocation(
		contextFactory: (runIndex: number) => unknown,
		node: INode,
		nodeType: INodeType,
		runExecutionData: IRunExecutionData,
	): Call;
}

const TOOL_CALLS =
	'dist/execution-engine/node-execution-context/utils/get-input-connection-data.js';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

let executions = 0;

/** The tool as an agent holds it. */
async function openTool(
	core: string,
	node: INode,
	credential: object,
	type: string,
): Promise<Call> {
	// Sets n8n-core up.
	await openEngine(core);
	const here = createRequire(path.join(__dirname, '../../package.json'));
	const entry = here.resolve(core);
	const { PackageDirectoryLoader, SupplyDataContext } = here(core) as typeof import('n8n-core');
	const { Workflow } = createRequire(entry)('n8n-workflow') as typeof import('n8n-workflow');
	const internals: Internals = here(path.join(path.dirname(entry), '..', TOOL_CALLS));
	const loader = new PackageDirectoryLoader(path.resolve(__dirname, '../..'));
	await loader.loadAll();
	const nodeType = loader.nodeTypes.whatsAppContacts?.type as INodeType;
	const nodeTypes = { getByNameAndVersion: () => nodeType, getByName: () => nodeType };
	const agent = { ...node, id: 'agent', name: 'Agent', parameters: {} };
	const workflow = new Workflow({
		id: 'workflow',
		nodes: [node, agent],
		connections: { [node.name]: { ai_tool: [[{ node: 'Agent', type: 'ai_tool', index: 0 }]] } },
		active: false,
		nodeTypes: nodeTypes as unknown as INodeTypes,
	});
	const runData = { resultData: { runData: {} } } as unknown as IRunExecutionData;
	const additionalData = {
		credentialsHelper: createCredentialsHelper({ account: { type, data: { ...credential } } }),
		executionId: `tool execution ${executions++}`,
		currentNodeExecutionIndex: 0,
		webhookWaitingBaseUrl: 'http://127.0.0.1/waiting',
		formWaitingBaseUrl: 'http://127.0.0.1/form',
		variables: {},
		hooks: { runHook: async () => {} },
	};
	const executeData = { node: agent, data: { main: [[{ json: {} }]] }, source: null };
	return internals.makeHandleToolInvocation(
		(runIndex) =>
			Reflect.construct(SupplyDataContext, [
				// `$json` in a tool's parameters is the agent's own item.
				...[workflow, node, additionalData, 'manual', runData, runIndex, [{ json: call }]],
				...[{}, 'ai_tool', executeData, [], new AbortController().signal, agent],
			]),
		workflow.getNode(node.name) as INode,
		nodeType,
		runData,
	);
}

function toolNode(gateway: (typeof gateways)[number], settings: Partial<INode>): INode {
	const provider = providerOf(gateway);
	return {
		id: 'tool',
		name: 'Send a card',
		type: 'n8n-nodes-whatsapp-contacts.whatsAppContactsTool',
		typeVersion: 1,
		position: [0, 0],
		credentials: { [credentialTypes[provider]]: { id: '1', name: 'account' } },
		retryOnFail: true,
		maxTries: 4,
		waitBetweenTries: 1,
		...settings,
		parameters: {
			provider,
			operation: 'sendContact',
			chatId: '={{ $json.to }}',
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
		const type = credentialTypes[providerOf(gateway)];
		const tool = await openTool(core, toolNode(gateway, {}), credential, type);
		const answer = await tool({ ...call });
		expect(Object.fromEntries(arrivals(sandbox))).toEqual({ Ana: 1, Bia: 1, Carla: 1 });
		expect(answer).toContain('"messageId"');
	});

	test('reports a doubt in every try and never sends it again', async () => {
		const credential = freshInstance(sandbox, 'greenApi');
		sandbox.plan([{ match: { marker: 'Bia' }, fault: { kind: 'close', when: 'after' } }]);
		const tool = await openTool(core, toolNode('greenApi', {}), credential, 'whatsAppGreenApi');
		await expect(tool({ ...call })).rejects.toThrow(/broke the connection off/);
		expect(Object.fromEntries(arrivals(sandbox))).toEqual({ Ana: 1, Bia: 1 });
	});

	test('a second call with the same words is a message of its own', async () => {
		const credential = freshInstance(sandbox, 'evolutionV2');
		const type = 'whatsAppEvolutionApi';
		const tool = await openTool(core, toolNode('evolutionV2', {}), credential, type);
		await tool({ ...call });
		await tool({ ...call });
		expect(arrivals(sandbox).get('Ana')).toBe(2);
	});

	test('gives the agent an error it can read, and no token', async () => {
		const credential = freshInstance(sandbox, 'plugzApi', { clientToken: 'client-secret-1234567' });
		sandbox.plan([{ fault: { kind: 'echoToken', status: 403 } }]);
		const settings = { onError: 'continueRegularOutput' } as const;
		const type = 'whatsAppPlugzApi';
		const tool = await openTool(core, toolNode('plugzApi', settings), credential, type);
		const answer = await tool({ ...call });
		expect(answer).toContain('"UNAUTHORIZED"');
		expect(answer).not.toContain(credential.token);
		expect(answer).not.toContain('client-secret');
	});
});
