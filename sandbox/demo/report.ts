/** What a workflow's nodes of ours put out, as `--json` prints it. */
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { Execution, WorkflowFile } from '../engine/engine';

export const NODE_TYPE = 'n8n-nodes-whatsapp-contacts.whatsAppContacts';

/** One node of ours in one workflow. */
export interface Report {
	readonly workflow: string;
	readonly provider: string;
	readonly operation: string;
	readonly status: 'success' | 'error';
	readonly items: ReadonlyArray<{
		readonly json: IDataObject;
		readonly pairedItem: INodeExecutionData['pairedItem'];
		/** 0 is the success output, 1 the error output. */
		readonly output: number;
	}>;
	/** Why the workflow failed. */
	readonly error?: string;
}

/** One for each node of ours: other nodes of a workflow are none of the demo's business. */
export function reportsOf(name: string, file: WorkflowFile, execution: Execution): Report[] {
	const { error } = execution;
	return file.nodes
		.filter(({ type }) => type === NODE_TYPE)
		.map((node) => {
			const items = execution
				.outputs(node.name)
				.flatMap((list, output) =>
					list.map(({ json, pairedItem }) => ({ json, pairedItem, output })),
				);
			const isComplete = execution.status === 'success' && items.length > 0;
			// An error item on the success output is a failure; one on the error output was asked for.
			const isClean = isComplete && items.every(({ json, output }) => output === 1 || !json.error);
			return {
				workflow: name,
				// Read Received Cards has none of its own: its items say whose they are.
				provider: String(items[0]?.json.provider ?? node.parameters.provider ?? 'greenApi'),
				operation: String(node.parameters.operation ?? 'sendContact'),
				status: isClean ? 'success' : 'error',
				items,
				...(error && { error: [error.message, error.description].filter(Boolean).join('. ') }),
			};
		});
}
