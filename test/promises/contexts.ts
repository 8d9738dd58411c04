/**
 * n8n-core's own contexts around the built node, for what its engine alone cannot show: tool calls
 * of a classic agent, and the very same item object at two places.
 */
import { createRequire } from 'node:module';
import path from 'node:path';
import type {
	IExecuteFunctions,
	INode,
	INodeExecutionData,
	INodeType,
	INodeTypes,
	IRunExecutionData,
} from 'n8n-workflow';
import { createCredentialsHelper } from '../../sandbox/engine/credentials';
import { openEngine } from '../node/inEngine';

const TOOL_CALLS =
	'dist/execution-engine/node-execution-context/utils/get-input-connection-data.js';

/** What the agent calls with the model's words. */
export type ToolCall = (toolArgs: object) => Promise<string>;

interface Internals {
	makeHandleToolInvocation(
		contextFactory: (runIndex: number) => unknown,
		node: INode,
		nodeType: INodeType,
		runExecutionData: IRunExecutionData,
	): ToolCall;
}

/** One node in one execution. */
export interface Place {
	readonly core: string;
	readonly node: INode;
	readonly credential: object;
	readonly executionId: string;
}

async function setUp({ core, node, credential, executionId }: Place) {
	// Sets n8n-core up.
	await openEngine(core);
	const here = createRequire(path.join(__dirname, '../../package.json'));
	const entry = here.resolve(core);
	const parts = here(core) as typeof import('n8n-core');
	const { Workflow } = createRequire(entry)('n8n-workflow') as typeof import('n8n-workflow');
	const internals: Internals = here(path.join(path.dirname(entry), '..', TOOL_CALLS));
	const loader = new parts.PackageDirectoryLoader(path.resolve(__dirname, '../..'));
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
	const [type = ''] = Object.keys(node.credentials ?? {});
	const additionalData = {
		credentialsHelper: createCredentialsHelper({ account: { type, data: { ...credential } } }),
		executionId,
		currentNodeExecutionIndex: 0,
		webhookWaitingBaseUrl: 'http://127.0.0.1/waiting',
		formWaitingBaseUrl: 'http://127.0.0.1/form',
		variables: {},
		hooks: { runHook: async () => {} },
	};
	const runData = { resultData: { runData: {} } } as unknown as IRunExecutionData;
	const resolved = workflow.getNode(node.name) as INode;
	return { parts, internals, nodeType, workflow, agent, additionalData, runData, resolved };
}

/** The tool as a classic agent holds it; `$json` in its parameters is the agent's own item. */
export async function openTool(place: Place, agentItem: INodeExecutionData): Promise<ToolCall> {
	const { parts, internals, nodeType, workflow, agent, ...rest } = await setUp(place);
	const { additionalData, runData, resolved } = rest;
	const executeData = { node: agent, data: { main: [[agentItem]] }, source: null };
	return internals.makeHandleToolInvocation(
		(runIndex) =>
			Reflect.construct(parts.SupplyDataContext, [
				...[workflow, place.node, additionalData, 'manual', runData, runIndex, [agentItem]],
				...[{}, 'ai_tool', executeData, [], new AbortController().signal, agent],
			]),
		resolved,
		nodeType,
		runData,
	);
}

/** What the node's `execute` is called on, for exactly these objects. */
export async function openExecution(
	place: Place,
	items: INodeExecutionData[],
	runIndex: number,
): Promise<{ readonly context: IExecuteFunctions; readonly nodeType: INodeType }> {
	const { parts, nodeType, workflow, additionalData, runData, resolved } = await setUp(place);
	const data = { main: [items] };
	const context: unknown = Reflect.construct(parts.ExecuteContext, [
		...[workflow, resolved, additionalData, 'manual', runData, runIndex, items, data],
		...[{ node: resolved, data, source: null }, [], new AbortController().signal],
	]);
	return { context: context as IExecuteFunctions, nodeType };
}

/** Runs the node on exactly these objects; n8n's engine would copy each before a node's first try. */
export async function execute(
	place: Place,
	items: INodeExecutionData[],
	runIndex: number,
): Promise<INodeExecutionData[]> {
	const { context, nodeType } = await openExecution(place, items, runIndex);
	const [out = []] = ((await nodeType.execute?.call(context)) ?? []) as INodeExecutionData[][];
	return out;
}
