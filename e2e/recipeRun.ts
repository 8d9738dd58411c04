// What the recipes need around them that no file can hold: a language model, a gateway that fails
// now and then, a question in the chat.
import type { Rule } from '../sandbox';
import { recipe } from './examples';
import type { Editor } from './rest';
import { startScriptedModel, type ScriptedModel, type Turn } from './scriptedModel';
import type { Accounts } from './testBed';
import { node, type Workflow } from './workflow';

/** The card to João arrives, and nobody hears of it. */
export const oneInDoubt: Rule = {
	match: { provider: 'plugzApi', chatId: '5521998765432' },
	fault: { kind: 'close', when: 'after' },
};

/** What a customer of the bicycle shop writes into the chat. */
export const question = {
	sessionId: 'customer',
	action: 'sendMessage',
	chatInput: 'My brakes are broken, who can help? I am +55 21 99876-5432.',
};

/** A model that sends the mechanic's card with the tool of the given name. */
export function startShopModel(tool: string): Promise<ScriptedModel> {
	const card = { fullName: 'Guilherme Gomes', phone: '+5531998296801' };
	const call: Turn = { tool, arguments: { chatId: '5521998765432', contactsJson: [card] } };
	return startScriptedModel([call, { text: 'I sent you the card of Guilherme Gomes.' }]);
}

/** The accounts and, beside them, OpenAI's, which leads to a model of ours. */
export async function withModel(
	editor: Editor,
	accounts: Accounts,
	{ url }: ScriptedModel,
): Promise<Accounts> {
	const name = 'OpenAI account';
	const stored = await editor.createCredential(name, 'openAiApi', { apiKey: 'scripted', url });
	return { ...accounts, [name]: stored };
}

/**
 * A recipe whose *Extract from File* is code that gives the pinned items: that node needs
 * `date-fns`, a peer dependency of a dependency, which the installations here leave out.
 */
export function runnableRecipe(name: string, accounts: Accounts): Workflow {
	const workflow = recipe(name, accounts);
	const nodes = workflow.nodes.map((each) => {
		if (each.type !== 'n8n-nodes-base.extractFromFile') return each;
		const jsCode = `return ${JSON.stringify(workflow.pinData?.[each.name])};`;
		return { ...node(each.name, 'n8n-nodes-base.code', 2, { jsCode }), position: each.position };
	});
	return { ...workflow, nodes };
}
