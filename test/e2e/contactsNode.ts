// Workflows around the node under test.
import { providerKits } from '../gateways';
import type { StoredCredential } from './rest';
import type { Accounts } from './testBed';
import { inARow, node, type Workflow, type WorkflowNode } from './workflow';

export const contactsType = 'n8n-nodes-whatsapp-contacts.whatsAppContacts';

/** The providers, each with its credential type and the account that the examples name. */
export const providers = providerKits.map((kit) => ({
	provider: kit.provider,
	type: kit.credential.type,
	account: kit.exampleAccount,
	kit,
}));
export type ProviderRow = (typeof providers)[number];

/** A row by the provider's id, for what only one gateway does. */
export function rowOf(provider: string): ProviderRow {
	const row = providers.find((each) => each.provider === provider);
	if (!row) throw new Error(`There is no ${provider}`);
	return row;
}

/** A reference to a credential, as a node holds it. */
export function using({ id, name, type }: StoredCredential): WorkflowNode['credentials'] {
	return { [type]: { id, name } };
}

/** The node `Send`: each item's `to` gets a card of the item's `name`. */
export function sendNode(
	{ provider, account }: ProviderRow,
	accounts: Accounts,
	{ parameters = {}, settings = {} }: SendChange = {},
): WorkflowNode {
	const credential = accounts[account];
	if (credential === undefined) throw new Error(`There is no ${account}`);
	const all = {
		provider,
		operation: 'sendContact',
		chatId: '={{ $json.to }}',
		specifyContacts: 'json',
		contactsJson: '={{ [{ fullName: $json.name, phone: "+5511987654321" }] }}',
		...parameters,
	};
	return node('Send', contactsType, 1, all, { credentials: using(credential), ...settings });
}

export interface SendChange {
	parameters?: Record<string, unknown>;
	settings?: Record<string, unknown>;
}

/** `count` items for `Send`, to as many chats, with the cards `Card 1`, `Card 2` … */
export function cardItems(count: number): Array<{ to: string; name: string }> {
	return Array.from({ length: count }, (_, index) => ({
		to: `+7900${String(1_000_001 + index)}`,
		name: `Card ${index + 1}`,
	}));
}

/** `Start` gives the items, as pinned data do; the other nodes follow in a row. */
export function workflowOf(name: string, items: object[], ...nodes: WorkflowNode[]): Workflow {
	const row = [node('Start', 'n8n-nodes-base.manualTrigger', 1), ...nodes];
	const pinData = { Start: items.map((json) => ({ json })) };
	return { name, nodes: row, connections: inARow(row), pinData };
}
