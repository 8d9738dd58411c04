/** Sends cards through the built node in n8n's engine, and reads what the node says of each. */
import type { IDataObject, INode, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import type { RunOptions } from '../../sandbox/engine/engine';
import {
	type Credential,
	type Fault,
	type GatewayName,
	type InstanceSettings,
	type Sandbox,
	startSandbox,
} from '../../sandbox';
import { kits, tokenWith } from '../gateways';
import { type NodeResult, runNode } from '../node/inEngine';

/** The three settings of On Error. */
export const modes = ['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'] as const;
/** n8n's word for what a failed item does. */
export type Mode = (typeof modes)[number];

/** The two ways out: undici under n8n 2.x's policy, n8n's own helper in n8n 1.x. */
export const cores = ['n8n-core', 'n8n-core-1'] as const;
/** Both are devDependencies, under these names. */
export type Core = (typeof cores)[number];

export { gateways } from '../gateways';
/** A gateway of the sandbox, not a provider of the node: Evolution is two. */
export type Gateway = GatewayName;

/** An item of the tests: to whom, and the names of its cards, unlike all others. */
export interface Item {
	readonly to: string;
	readonly names: readonly string[];
	/** For the option of that name, as an expression: milliseconds. */
	readonly timeout?: number;
}

let people = 0;

/** Items with one card each, to chats of their own. */
export function someItems(count: number, cards = 1): Item[] {
	return Array.from({ length: count }, () => {
		people++;
		const names = Array.from({ length: cards }, (_, card) => `Person ${people} ${'abcdef'[card]}`);
		return { to: `5511${String(900_000_000 + people)}`, names };
	});
}

function jsonOf({ to, names, timeout }: Item): IDataObject {
	return {
		...{ to, timeout },
		cards: names.map((fullName, card) => ({ fullName, phone: `+5511${800_000_001 + card}` })),
	};
}

/** Even a busy machine answers by then. */
export const PATIENCE_MS = 30_000;

/** Who says nothing, or never enough, is not waited for long. */
export const patienceWith = ({ kind }: Fault) =>
	['hang', 'drip'].includes(kind) ? 2000 : PATIENCE_MS;

interface Sending {
	readonly gateway: Gateway;
	readonly credential: object;
	readonly items: readonly Item[];
	readonly mode?: Mode;
	/** Of n8n's Retry On Fail; 1 switches it off. A wait of 0 between tries means one second. */
	readonly tries?: number;
	readonly options?: INodeParameters;
	readonly parameters?: INodeParameters;
	readonly settings?: Partial<INode>;
	readonly core?: Core;
	readonly run?: RunOptions;
}

let executions = 0;

/** Runs the node once, as a workflow's author would have it. */
export async function send(sending: Sending): Promise<NodeResult> {
	const { gateway, credential, items, mode = 'stopWorkflow', tries = 1, core } = sending;
	executions++;
	return await runNode(
		{
			provider: kits[gateway].provider,
			credential,
			parameters: {
				operation: 'sendContact',
				chatId: '={{ $json.to }}',
				specifyContacts: 'json',
				contactsJson: '={{ $json.cards }}',
				options: { timeout: PATIENCE_MS, maxRetries: 0, ...sending.options },
				...sending.parameters,
			},
			items: items.map(jsonOf),
			settings: {
				onError: mode,
				...(tries > 1 && { retryOnFail: true, maxTries: tries, waitBetweenTries: 1 }),
				...sending.settings,
			},
			options: { executionId: `execution ${executions}`, ...sending.run },
		},
		core,
	);
}

/** What the node says of one message. */
export interface Said {
	readonly item: number;
	readonly names: readonly string[];
	readonly is: 'accepted' | 'notSent' | 'unknown';
	readonly code?: string;
}

/** One for each output item, in output order; the success output first. */
export function said({ items, failed }: Pick<NodeResult, 'items' | 'failed'>): Said[] {
	return [...items, ...failed].map((each) => saidBy(each));
}

function saidBy({ json, pairedItem }: INodeExecutionData): Said {
	const item = typeof pairedItem === 'object' && 'item' in pairedItem ? pairedItem.item : -1;
	const error = json.error as IDataObject | undefined;
	const from = error ?? json;
	const names = (from.contacts as Array<{ fullName: string }>).map(({ fullName }) => fullName);
	if (!error) return { item, names, is: 'accepted' };
	return { item, names, is: error.delivery as Said['is'], code: String(error.code) };
}

/** How often each card name arrived at a sandbox. */
export function arrivals(sandbox: Sandbox): Map<string, number> {
	const times = new Map<string, number>();
	for (const { cards } of sandbox.accepted()) {
		for (const { name } of cards) times.set(name, (times.get(name) ?? 0) + 1);
	}
	return times;
}

let instances = 0;

/** An instance of its own, so that neither rates nor lessons of other tests reach it. */
export function freshInstance(
	sandbox: Sandbox,
	provider: Gateway,
	switches: Partial<InstanceSettings> = {},
): Credential & { instance: string } {
	instances++;
	const { token = `token${instances}-d75b3a66374942c5b3c019c698abc2067e151558acbd412345` } =
		switches;
	const settings = {
		provider,
		instance: `7${String(700_000_000 + instances)}`,
		...switches,
		token: tokenWith(kits[provider], token),
	} as InstanceSettings;
	return sandbox.addInstance(settings);
}

/** For a sandbox whose documented rates nobody waits for. */
export const unhurried = { rateWindowMs: 1 };

/** A test, or a part of one, with a gateway of its own, so that it may wait beside others. */
export const withSandbox =
	<Given extends unknown[], Result>(
		act: (sandbox: Sandbox, ...given: Given) => Promise<Result>,
		options: Parameters<typeof startSandbox>[0] = {},
	) =>
	async (...given: Given): Promise<Result> => {
		const sandbox = await startSandbox(options);
		try {
			return await act(sandbox, ...given);
		} finally {
			await sandbox.close();
		}
	};

/** Waits until a condition of a gateway holds. */
export async function until(holds: () => boolean): Promise<void> {
	const deadline = Date.now() + PATIENCE_MS;
	while (!holds()) {
		if (Date.now() > deadline) throw new Error(`it never came about: ${String(holds)}`);
		await new Promise((resolve) => setTimeout(resolve, 5));
	}
}
