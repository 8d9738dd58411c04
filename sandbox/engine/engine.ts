/**
 * Runs workflows through n8n-core's real engine, without the rest of n8n: for `npm start` and the
 * tests. The node comes from a built package, as n8n itself would load it.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type {
	IConnections,
	INode,
	INodeExecutionData,
	INodeType,
	INodeTypes,
	IPinData,
	IRun,
	IVersionedNodeType,
	IWorkflowExecuteAdditionalData,
	IWorkflowSettings,
	Workflow,
} from 'n8n-workflow';
import { type CredentialStore, createCredentialsHelper } from './credentials';
import { standInNodes } from './standInNodes';

/** A workflow in n8n's export format, as far as the engine needs it. */
export interface WorkflowFile {
	readonly name?: string;
	readonly nodes: INode[];
	readonly connections: IConnections;
	readonly pinData?: IPinData;
	readonly settings?: IWorkflowSettings;
}

/** How a workflow is run. */
export interface RunOptions {
	/** By credential name. */
	readonly credentials?: CredentialStore;
	readonly executionId?: string;
	/** Stops the execution, as n8n's stop button does. */
	readonly signal?: AbortSignal;
}

/** A finished execution. */
export interface Execution {
	readonly status: 'success' | 'error' | 'canceled';
	readonly run: IRun;
	/** What a node put out, by node name: a list for each output, of its last run. */
	outputs(node: string): INodeExecutionData[][];
	/** The error that stopped the execution. */
	readonly error?: Error & { readonly description?: string; readonly httpCode?: string };
	/** n8n's hints of a node's last run. */
	hints(node: string): string[];
}

interface Core {
	readonly core: typeof import('n8n-core');
	readonly workflow: typeof import('n8n-workflow');
}

/** Gone when the process is. */
function temporaryFolder(): string {
	const folder = mkdtempSync(path.join(tmpdir(), 'n8n-engine-'));
	process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
	return folder;
}

/** The package folder of an n8n-core, e.g. `n8n-core` or its alias for n8n 1.x. */
function loadCore(packageName: string): Core {
	// n8n-core writes its settings into the user's folder as soon as it is asked for them.
	process.env.N8N_USER_FOLDER ??= temporaryFolder();
	process.env.N8N_LOG_LEVEL ??= 'silent';
	process.env.N8N_EXPRESSION_ENGINE ??= 'legacy';
	const here = createRequire(path.join(__dirname, '../..', 'package.json'));
	const from = createRequire(here.resolve(packageName));
	return {
		core: here(packageName) as Core['core'],
		workflow: from('n8n-workflow') as Core['workflow'],
	};
}

/** n8n's own writes nothing either, but looks at the stack for each line. */
const silent = { error: () => {}, warn: () => {}, info: () => {}, debug: () => {} };

/** An engine with one package's nodes. */
export class Engine {
	private constructor(
		private readonly parts: Core,
		private readonly nodeTypes: INodeTypes,
	) {}

	/**
	 * @param packageDir a folder with package.json and dist/, such as an unpacked tarball
	 * @param corePackage which n8n-core runs it
	 */
	static async open(packageDir: string, corePackage = 'n8n-core'): Promise<Engine> {
		const parts = loadCore(corePackage);
		const loader = new parts.core.PackageDirectoryLoader(packageDir);
		await loader.loadAll();
		if (process.env.N8N_LOG_LEVEL === 'silent') parts.workflow.LoggerProxy.init(silent);
		const own = new Map<string, INodeType | IVersionedNodeType>();
		for (const [name, { type }] of Object.entries(loader.nodeTypes)) {
			own.set(`${loader.packageName}.${name}`, type);
		}
		const known = new Map([...standInNodes(), ...own]);
		return new Engine(parts, nodeTypesOf(known, parts.workflow));
	}

	/** Runs a workflow from its only node without input. */
	async run(file: WorkflowFile, options: RunOptions = {}): Promise<Execution> {
		const { core, workflow: lib } = this.parts;
		const workflow = new lib.Workflow({
			id: 'workflow',
			name: file.name ?? 'workflow',
			// The engine writes resolved defaults into the nodes it is given.
			nodes: structuredClone(file.nodes),
			connections: file.connections,
			active: false,
			nodeTypes: this.nodeTypes,
			settings: { executionOrder: 'v1', timezone: 'UTC', ...file.settings },
		});
		const startNode = startOf(workflow.nodes, file.connections);
		const additionalData = additionalDataOf(options);
		const execute = new core.WorkflowExecute(additionalData, 'manual');
		const pinData = file.pinData;
		// Up to 1.x the same call takes its arguments one by one.
		const running = isOld(execute)
			? (execute as unknown as OldExecute).run(workflow, startNode, undefined, pinData)
			: execute.run({ workflow, startNode, ...(pinData && { pinData }) });
		const stop = () => {
			running.cancel();
		};
		options.signal?.addEventListener('abort', stop, { once: true });
		const run = await running;
		options.signal?.removeEventListener('abort', stop);
		return executionOf(run);
	}
}

/** The engine of n8n 1.x. */
interface OldExecute {
	run(
		workflow: Workflow,
		startNode: INode,
		destination: undefined,
		pinData: IPinData | undefined,
	): ReturnType<import('n8n-core').WorkflowExecute['run']>;
}

function isOld(execute: { run: (...args: never[]) => unknown }): boolean {
	return !/^\s*run\(\{/.test(Function.prototype.toString.call(execute.run));
}

function startOf(nodes: Readonly<Record<string, INode>>, connections: IConnections): INode {
	const fed = new Set(
		Object.values(connections).flatMap((outputs) =>
			Object.values(outputs).flatMap((lists) =>
				lists.flatMap((list) => (list ?? []).map(({ node }) => node)),
			),
		),
	);
	const starts = Object.values(nodes).filter(
		({ name, disabled }) => !fed.has(name) && connections[name] !== undefined && disabled !== true,
	);
	const [start] = starts.length > 0 ? starts : Object.values(nodes);
	if (!start) throw new Error('The workflow has no node to start from');
	return start;
}

function nodeTypesOf(
	known: ReadonlyMap<string, INodeType | IVersionedNodeType>,
	lib: Core['workflow'],
): INodeTypes {
	const byName = (type: string) => {
		const found = known.get(type) ?? known.get(type.replace(/Tool$/, ''));
		if (!found) {
			throw new Error(
				`This runner does not have the node type ${type}. Pin data to the node, or run the workflow in n8n`,
			);
		}
		return found;
	};
	return {
		getByName: byName,
		getByNameAndVersion: (type, version) =>
			lib.NodeHelpers.getVersionedNodeType(byName(type), version),
		getKnownTypes: () => ({}),
	};
}

function additionalDataOf(options: RunOptions): IWorkflowExecuteAdditionalData {
	const base = 'http://127.0.0.1:5678';
	const hooks = { runHook: async () => {}, addHandler: () => {} };
	const data: unknown = {
		credentialsHelper: createCredentialsHelper(options.credentials ?? {}),
		executionId: options.executionId ?? 'execution',
		currentNodeExecutionIndex: 0,
		restApiUrl: `${base}/rest`,
		instanceBaseUrl: base,
		formWaitingBaseUrl: `${base}/form-waiting`,
		webhookBaseUrl: `${base}/webhook`,
		webhookWaitingBaseUrl: `${base}/webhook-waiting`,
		webhookTestBaseUrl: `${base}/webhook-test`,
		variables: {},
		hooks,
		logAiEvent: () => {},
	};
	return data as IWorkflowExecuteAdditionalData;
}

function executionOf(run: IRun): Execution {
	const { runData, error } = run.data.resultData;
	const last = (node: string) => runData[node]?.at(-1);
	const status = run.status === 'success' || run.status === 'canceled' ? run.status : 'error';
	return {
		status,
		run,
		outputs: (node) => (last(node)?.data?.main ?? []).map((items) => items ?? []),
		hints: (node) => (last(node)?.hints ?? []).map(({ message }) => message),
		...(error && { error: error as Execution['error'] & Error }),
	};
}
