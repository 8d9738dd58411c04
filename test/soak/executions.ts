// One execution of the node in n8n's engine, and what the node said of each of its cards.

import path from 'node:path';
import type { IDataObject, INode } from 'n8n-workflow';
import { Engine, type Execution } from '../../sandbox/engine/engine';
import type { Credential, GatewayName } from '../../sandbox';
import { kits } from '../gateways';

/** An account at one of the gateways. */
export interface Account {
	readonly gateway: GatewayName;
	readonly credential: Credential;
}

/** Cards of one execution, and the settings of the node under which they are sent. */
export interface Batch {
	readonly account: Account;
	readonly names: readonly string[];
	readonly core: string;
	/** Of n8n's Retry On Fail. */
	readonly tries: number;
	/** Of the node's own repeats. */
	readonly retries: number;
	readonly onError: 'continueRegularOutput' | 'continueErrorOutput';
}

/** What the node says became of a card. */
export type Word = 'accepted' | 'notSent' | 'unknown';

const NODE = 'Send';
const TIMEOUT_MS = 2000;

const engines = new Map<string, Promise<Engine>>();

function engineOf(core: string): Promise<Engine> {
	const engine = engines.get(core) ?? Engine.open(path.resolve(__dirname, '../..'), core);
	engines.set(core, engine);
	return engine;
}

function nodesOf({ account, tries, retries, onError }: Batch): INode[] {
	const { credential, provider } = kits[account.gateway];
	const start: INode = {
		...{ id: 'start', name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1 },
		...{ position: [0, 0], parameters: {} },
	};
	const send: INode = {
		...{ id: 'send', name: NODE, type: 'n8n-nodes-whatsapp-contacts.whatsAppContacts' },
		...{ typeVersion: 1, position: [200, 0], onError },
		...(tries > 1 && { retryOnFail: true, maxTries: tries, waitBetweenTries: 1 }),
		credentials: { [credential.type]: { id: '1', name: 'account' } },
		parameters: {
			provider,
			operation: 'sendContact',
			chatId: '={{ $json.to }}',
			specifyContacts: 'json',
			contactsJson: '={{ [{ fullName: $json.name, phone: "+5511987650000" }] }}',
			options: { timeout: TIMEOUT_MS, maxRetries: retries, concurrency: 64 },
		},
	};
	return [start, send];
}

let executions = 0;

/** Runs it and says what the node said, by card name. */
export async function run(batch: Batch): Promise<Map<string, Word>> {
	executions++;
	const { account, names } = batch;
	const engine = await engineOf(batch.core);
	const { type } = kits[account.gateway].credential;
	// Two cards a chat, so that order matters too.
	const items = names.map((name, index) => ({
		json: { name, to: `55119${String(10_000_000 + Math.floor(index / 2))}` },
	}));
	const execution = await engine.run(
		{
			nodes: nodesOf(batch),
			connections: { Start: { main: [[{ node: NODE, type: 'main', index: 0 }]] } },
			pinData: { Start: items },
		},
		{
			credentials: { account: { type, data: { ...account.credential } } },
			executionId: `soak ${executions}`,
		},
	);
	return wordsOf(execution);
}

function wordsOf(execution: Execution): Map<string, Word> {
	const words = new Map<string, Word>();
	for (const { json } of execution.outputs(NODE).flat()) {
		const error = json.error as IDataObject | undefined;
		const [contact] = (error ?? json).contacts as Array<{ fullName: string }>;
		words.set(contact?.fullName ?? '', error ? (error.delivery as Word) : 'accepted');
	}
	return words;
}
