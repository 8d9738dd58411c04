/** Runs one workflow through n8n-core's engine and clocks the nodes' `execute`. */
import type {
	IConnections,
	IDataObject,
	IExecuteFunctions,
	INode,
	INodeType,
	INodeTypes,
	IVersionedNodeType,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import { createCredentialsHelper } from '../../sandbox/engine/credentials';
import { standInNodes } from '../../sandbox/engine/standInNodes';
import type { Credential } from '../../sandbox/types';
import { files, type Host, loadHost, loadNode } from './hosts';
import { checkInOrder, httpRequestInOrder, overHelper, parametersAlone } from './plainNodes';

/** When the watched node was called. */
export interface Stopwatch {
	startedAt: bigint | undefined;
	executeMs: number;
	/** Items of all calls. */
	itemsOut: number;
	onStart?: () => void;
	onEnd?: () => void;
}

export interface Flow {
	readonly nodes: INode[];
	readonly connections: IConnections;
	readonly items: readonly IDataObject[];
	/** Its type. */
	readonly credentialType: string;
	readonly credential: Credential;
}

/** Of a node, which n8n calls with itself as `this`. */
type Execute = (this: IExecuteFunctions) => ReturnType<NonNullable<INodeType['execute']>>;

export class BenchEngine {
	readonly stopwatch: Stopwatch = { startedAt: undefined, executeMs: 0, itemsOut: 0 };
	private readonly types: ReadonlyMap<string, INodeType | IVersionedNodeType>;
	private readonly host: Host = loadHost();
	private runs = 0;

	constructor() {
		const base = 'n8n-nodes-base/dist/nodes';
		const own = loadNode(files.node, 'WhatsAppContacts') as INodeType;
		this.types = new Map<string, INodeType | IVersionedNodeType>([
			...standInNodes(),
			['loop', loadNode(`${base}/SplitInBatches/SplitInBatches.node.js`, 'SplitInBatches')],
			['httpRequest', loadNode(`${base}/HttpRequest/HttpRequest.node.js`, 'HttpRequest')],
			['orion', loadNode(files.orion, 'EvolutionApi')],
			['node', own],
			['nodeOverHelper', overHelper(own)],
			['httpRequestInOrder', httpRequestInOrder],
			['checkInOrder', checkInOrder],
			['parametersAlone', parametersAlone],
		]);
		for (const type of this.types.values()) this.clock(type);
	}

	async run(flow: Flow): Promise<void> {
		const { core, workflow: lib } = this.host;
		const [start] = flow.nodes;
		if (!start) throw new Error('a flow has nodes');
		this.stopwatch.startedAt = undefined;
		this.stopwatch.itemsOut = 0;
		const workflow = new lib.Workflow({
			id: 'bench',
			nodes: flow.nodes,
			connections: flow.connections,
			active: false,
			nodeTypes: this.nodeTypes(),
			settings: { executionOrder: 'v1' },
		});
		const execute = new core.WorkflowExecute(this.additionalData(flow), 'manual');
		const run = await execute.run({
			workflow,
			startNode: start,
			pinData: { [start.name]: flow.items.map((json) => ({ json })) },
		});
		const { error } = run.data.resultData;
		if (error) throw new Error(error.message);
	}

	private nodeTypes(): INodeTypes {
		const byName = (name: string) => {
			const found = this.types.get(name);
			if (!found) throw new Error(`no node type ${name}`);
			return found;
		};
		return {
			getByName: byName,
			getByNameAndVersion: (name, version) =>
				this.host.workflow.NodeHelpers.getVersionedNodeType(byName(name), version),
			getKnownTypes: () => ({}),
		};
	}

	private additionalData(flow: Flow): IWorkflowExecuteAdditionalData {
		const base = 'http://127.0.0.1:5678';
		const { credentialType: type, credential } = flow;
		const data: unknown = {
			credentialsHelper: createCredentialsHelper({ account: { type, data: { ...credential } } }),
			executionId: `bench-${++this.runs}`,
			currentNodeExecutionIndex: 0,
			restApiUrl: `${base}/rest`,
			instanceBaseUrl: base,
			formWaitingBaseUrl: `${base}/form-waiting`,
			webhookBaseUrl: `${base}/webhook`,
			webhookWaitingBaseUrl: `${base}/webhook-waiting`,
			webhookTestBaseUrl: `${base}/webhook-test`,
			variables: {},
			hooks: { runHook: async () => {}, addHandler: () => {} },
			logAiEvent: () => {},
		};
		return data as IWorkflowExecuteAdditionalData;
	}

	/** Only the sending node is clocked; loops and triggers are part of the whole. */
	private clock(type: INodeType | IVersionedNodeType): void {
		const versions = 'nodeVersions' in type ? Object.values(type.nodeVersions) : [type];
		const { stopwatch } = this;
		for (const version of versions) {
			const { execute } = version as { readonly execute?: Execute };
			if (!execute) continue;
			version.execute = async function (this: IExecuteFunctions) {
				if (this.getNode().name !== 'Send') return await execute.call(this);
				stopwatch.onStart?.();
				const before = process.hrtime.bigint();
				stopwatch.startedAt ??= before;
				const result = await execute.call(this);
				stopwatch.executeMs = Number(process.hrtime.bigint() - before) / 1e6;
				stopwatch.itemsOut += Array.isArray(result) ? (result[0]?.length ?? 0) : 0;
				stopwatch.onEnd?.();
				return result;
			};
		}
	}
}
