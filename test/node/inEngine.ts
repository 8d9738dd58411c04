/** Runs the built node in n8n's engine on given items: what every engine test starts from. */
import path from 'node:path';
import type {
	IBinaryKeyData,
	IDataObject,
	INode,
	INodeExecutionData,
	INodeParameters,
} from 'n8n-workflow';
import { Engine, type Execution, type RunOptions } from '../../sandbox/engine/engine';
import { kitOf } from '../gateways';
import { letGoOf } from './letGo';

/** The node's name in the workflow, by which outputs and hints are found. */
export const NODE = 'WhatsApp Contacts';

/** One run of the node. */
export interface NodeRun {
	/** The parameter's value. */
	readonly provider: string;
	/** The credential's data. */
	readonly credential: object;
	readonly parameters: INodeParameters;
	/** The input items' `json`; expressions reach them. One empty item where left out. */
	readonly items?: readonly IDataObject[];
	/** The items' files, by field. */
	readonly binaries?: readonly IBinaryKeyData[];
	/** Settings of the node, such as `onError` and `retryOnFail`. */
	readonly settings?: Partial<INode>;
	readonly options?: RunOptions;
}

/** What came out. */
export interface NodeResult {
	readonly execution: Execution;
	/** The success output. */
	readonly items: INodeExecutionData[];
	/** The error output. */
	readonly failed: INodeExecutionData[];
}

const engines = new Map<string, Promise<Engine>>();

afterAll(() => {
	for (const key of engines.keys()) letGoOf(key.split(' ')[0] ?? '');
});

/** One engine for each n8n-core and test file; the package is the built one. */
export function openEngine(core = 'n8n-core', packageDir = path.resolve(__dirname, '../..')) {
	const key = `${core} ${packageDir}`;
	const engine = engines.get(key) ?? Engine.open(packageDir, core);
	engines.set(key, engine);
	return engine;
}

/** Feeds the items to the node and runs it. */
export async function runNode(run: NodeRun, core?: string): Promise<NodeResult> {
	const engine = await openEngine(core);
	const { type } = kitOf(run.provider).credential;
	const execution = await engine.run(
		{
			nodes: [
				{
					id: 'start',
					name: 'Start',
					type: 'n8n-nodes-base.manualTrigger',
					typeVersion: 1,
					position: [0, 0],
					parameters: {},
				},
				{
					id: 'node',
					name: NODE,
					type: 'n8n-nodes-whatsapp-contacts.whatsAppContacts',
					typeVersion: 1,
					position: [200, 0],
					credentials: { [type]: { id: '1', name: 'account' } },
					...run.settings,
					parameters: { provider: run.provider, ...run.parameters },
				},
			],
			connections: { Start: { main: [[{ node: NODE, type: 'main', index: 0 }]] } },
			pinData: {
				Start: (run.items ?? [{}]).map((json, item) => {
					const binary = run.binaries?.[item];
					return { json, ...(binary && { binary }) };
				}),
			},
		},
		{ credentials: { account: { type, data: { ...run.credential } } }, ...run.options },
	);
	const [items = [], failed = []] = execution.outputs(NODE);
	return { execution, items, failed };
}
