// Workflows and executions as n8n's editor exchanges them with its server, cut down to what the
// tests look at.

/** A node in a workflow. */
export interface WorkflowNode {
	id: string;
	name: string;
	type: string;
	typeVersion: number;
	position: [number, number];
	parameters: Record<string, unknown>;
	credentials?: Record<string, { id: string; name: string }>;
	[setting: string]: unknown;
}

/** A workflow as a person imports it; n8n gives it an `id` and a `versionId`. */
export interface Workflow {
	id?: string;
	versionId?: string;
	name: string;
	nodes: WorkflowNode[];
	connections: Record<string, Record<string, Connection[][]>>;
	/** Items that stand for a node's output in runs by hand. */
	pinData?: Record<string, Array<{ json: object; binary?: object }>>;
	settings?: Record<string, unknown>;
}

export interface Connection {
	node: string;
	type: string;
	index: number;
}

/** An item of a node's output. */
export interface OutputItem {
	json: Record<string, unknown>;
	pairedItem?: unknown;
}

/** One run of one node. */
export interface NodeRun {
	executionStatus: string;
	startTime: number;
	executionTime: number;
	error?: { message: string; description?: string; [key: string]: unknown };
	/** By kind (`main`, `ai_tool`), then by output; an output without items may be `null`. */
	data?: Record<string, Array<OutputItem[] | null>>;
	hints?: Array<{ message: string }>;
}

/** How an execution ended; the last six statuses are final but `waiting`. */
export interface Execution {
	id: string;
	status: 'new' | 'running' | 'waiting' | 'success' | 'error' | 'canceled' | 'crashed' | 'unknown';
	mode: string;
	finished: boolean;
	startedAt: string | null;
	stoppedAt: string | null;
	workflowId: string;
	/** What n8n stored and shows in the editor, as text: where secrets are looked for. */
	stored: string;
	error?: { message: string; [key: string]: unknown };
	runs: Record<string, NodeRun[]>;
}

/** The items of one output of a node's last run (the first output, if not said). */
export function itemsOf({ runs }: Pick<Execution, 'runs'>, node: string, output = 0): OutputItem[] {
	return runs[node]?.at(-1)?.data?.main?.[output] ?? [];
}

/** The node that a workflow starts at: connected, and after no other. */
export function triggerOf({ nodes, connections }: Workflow): WorkflowNode {
	const targets = Object.values(connections)
		.flatMap((outputs) => Object.values(outputs).flat(2))
		.map((connection) => connection.node);
	const trigger = nodes.find(
		({ name }) => connections[name]?.main !== undefined && !targets.includes(name),
	);
	if (trigger === undefined) throw new Error('The workflow has no trigger');
	return trigger;
}

/** Joins nodes in a row, main output to main input. */
export function inARow(nodes: WorkflowNode[]): Workflow['connections'] {
	const connections: Workflow['connections'] = {};
	nodes.forEach(({ name }, index) => {
		const next = nodes[index + 1];
		if (next) connections[name] = { main: [[{ node: next.name, type: 'main', index: 0 }]] };
	});
	return connections;
}

/** A node with the fields that a test rarely cares about filled in. */
export function node(
	name: string,
	type: string,
	typeVersion: number,
	parameters: Record<string, unknown> = {},
	settings: Partial<WorkflowNode> = {},
): WorkflowNode {
	return { id: name, name, type, typeVersion, position: [0, 0], parameters, ...settings };
}
