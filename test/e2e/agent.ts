// A workflow in which n8n's AI Agent has one tool and a scripted model: how the node is used by a
// model.
import { node, type Workflow, type WorkflowNode } from './workflow';

/** The agents that matter: 3 runs tools through n8n's engine, 1.7 inside itself. */
export const agentVersions = [3, 1.7] as const;
export type AgentVersion = (typeof agentVersions)[number];

const langchain = '@n8n/n8n-nodes-langchain';

/** Manual trigger `Start` → `Agent`, with `model` and the given tool; both named by their nodes. */
export function agentWorkflow(
	version: AgentVersion,
	openAiCredential: { id: string; name: string },
	tool: WorkflowNode,
): Workflow {
	const asked = { promptType: 'define', text: 'Do it.', options: {} };
	const agent = version === 1.7 ? { agent: 'toolsAgent', ...asked } : asked;
	const model = { model: { __rl: true, mode: 'id', value: 'scripted' }, options: {} };
	const credentials = { openAiApi: openAiCredential };
	const toAgent = (type: string) => ({ [type]: [[{ node: 'Agent', type, index: 0 }]] });
	return {
		name: `Agent ${version}`,
		nodes: [
			node('Start', 'n8n-nodes-base.manualTrigger', 1),
			node('Agent', `${langchain}.agent`, version, agent),
			// From 1.3 on it speaks another interface than chat completions.
			node('Model', `${langchain}.lmChatOpenAi`, 1.2, model, { credentials }),
			tool,
		],
		connections: {
			Start: toAgent('main'),
			Model: toAgent('ai_languageModel'),
			[tool.name]: toAgent('ai_tool'),
		},
	};
}
