// Many workflows as one that n8n's command line can run: a start of n8n for each would take minutes,
// and a command line neither pins data nor waits for webhooks and chats.
import { node, triggerOf, type Workflow, type WorkflowNode } from './workflow';

/** What a node of one of the workflows is called in the merged one. */
export function mergedName(workflow: string, nodeName: string): string {
	return `${workflow}: ${nodeName}`;
}

/**
 * All workflows side by side after one manual trigger. Nodes with pinned data, and the triggers,
 * become code that gives these data; all else stays as it is.
 */
export function mergedWorkflow(id: string, workflows: Map<string, Workflow>): Workflow {
	const nodes = [node('Start', 'n8n-nodes-base.manualTrigger', 1)];
	const toTriggers = [];
	const connections: Workflow['connections'] = {};
	for (const [file, workflow] of workflows) {
		const trigger = triggerOf(workflow).name;
		toTriggers.push({ node: mergedName(file, trigger), type: 'main', index: 0 });
		for (const each of workflow.nodes) {
			const items = workflow.pinData?.[each.name];
			nodes.push(renamed(file, items || each.name === trigger ? giving(each, items) : each));
		}
		for (const [from, outputs] of Object.entries(workflow.connections)) {
			connections[mergedName(file, from)] = mapTargets(outputs, (to) => mergedName(file, to));
		}
	}
	connections.Start = { main: [toTriggers] };
	return { id, name: id, nodes, connections };
}

function giving({ name }: WorkflowNode, items: object[] = [{ json: {} }]): WorkflowNode {
	return node(name, 'n8n-nodes-base.code', 2, { jsCode: `return ${JSON.stringify(items)};` });
}

/** With the names of other nodes in its expressions renamed likewise. */
function renamed(file: string, each: WorkflowNode): WorkflowNode {
	const parameters = JSON.parse(
		JSON.stringify(each.parameters).replaceAll("$('", `$('${mergedName(file, '')}`),
	) as WorkflowNode['parameters'];
	const name = mergedName(file, each.name);
	return { ...each, id: name, name, parameters };
}

type Outputs = Workflow['connections'][string];

function mapTargets(outputs: Outputs, rename: (name: string) => string): Outputs {
	const lists = Object.entries(outputs).map(([type, all]) => [
		type,
		all.map((list) => list.map((each) => ({ ...each, node: rename(each.node) }))),
	]);
	return Object.fromEntries(lists) as Outputs;
}
