// What the recipes need around them that no file can hold: a language model, a gateway that fails
// now and then, a question in the chat, a file to read.
import type { Rule } from '../../sandbox';
import type { Editor } from './rest';
import { startScriptedModel, type ScriptedModel, type Turn } from './scriptedModel';
import type { Accounts } from './testBed';
import type { Workflow } from './workflow';

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

/** The recipe with nothing pinned and its *Read/Write Files from Disk* reading the given file. */
export function readingFile(recipe: Workflow, fileSelector: string): Workflow {
	const nodes = recipe.nodes.map((each) =>
		each.type === 'n8n-nodes-base.readWriteFile'
			? { ...each, parameters: { ...each.parameters, fileSelector } }
			: each,
	);
	return { ...recipe, nodes, pinData: {} };
}
