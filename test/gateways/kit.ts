/**
 * What the suites need to know of a gateway, in one place: every suite runs over every kit, and the
 * compiler names what a new one lacks. Evolution's two generations are two kits of one provider.
 */
import type { GatewayName, InstanceSwitches, Sandbox } from '../../sandbox';
import type { ListVector } from '../vectors/lists';
import type { ReceivedVectors } from '../vectors/received';
import type { ProviderVectors } from '../vectors/vector';

export type Account = keyof Sandbox['credentials'];

/** A look-up as the gateway's address has it, and whose it is. */
export interface NamedLookUp {
	/** Below the account's base; percent-encoded. */
	readonly path: string;
	readonly chatId: string;
}

export interface Kit<G extends GatewayName = GatewayName> {
	/** Its name in the sandbox. */
	readonly gateway: G;
	/** The node's parameter. */
	readonly provider: string;
	readonly credential: {
		readonly type: string;
		readonly displayName: string;
		/** The class, which names the file. */
		readonly className: string;
		/** The editor's default of `instance`. */
		readonly usualInstance: string;
		/** What the node must not have to find out first. */
		readonly fixed: Readonly<Record<string, string>>;
		/** Whether the account's secrets are more than its token. */
		readonly hasClientToken: boolean;
	};
	/** The credential's name in `examples/`. */
	readonly exampleAccount: string;
	readonly vectors: ProviderVectors;
	readonly lists: readonly ListVector[];
	/** Of gateways whose webhooks are read. */
	readonly received?: ReceivedVectors;
	/** The sandbox's standard accounts of this gateway; the plain one first. */
	readonly accounts: readonly [Account, ...Account[]];
	/** Accounts that differ in what leaves; random runs meet all of them. */
	readonly variants: readonly InstanceSwitches[];
	/** A state that is not connected, and the one that is. */
	readonly disconnect: InstanceSwitches;
	readonly reconnect: InstanceSwitches;
	/** Whether a card may be sent without an id in the answer: `''`, which an engine could not read. */
	readonly sendsWithoutId?: true;
	/** What its list of chats cannot tell from chats: a group that was left, a stranger. */
	readonly listsToo?: readonly string[];
	/** What the Test button says of each state that is not connected. */
	readonly states: ReadonlyArray<readonly [InstanceSwitches, RegExp]>;
	/** Where the credential test asks, below the account's base. */
	readonly statePath: string;
	/** The answer to the credential test that tells a state. */
	stateAnswer(state: unknown): unknown;
	/** A person's chat as requests and items name it. */
	readonly person: (digits: string) => string;
	/** `basic`: the token is `user:password` and travels in base64; it may be empty. */
	readonly tokenIn: 'path' | 'header' | 'basic';
	/** Where a send of one card goes; both texts percent-encoded. */
	sendPath(instance: string, token: string): string;
	/** What HTTP Request's `{base}/getSettings` becomes, with this credential. */
	readonly signing: {
		readonly credential: Readonly<Record<string, string>>;
		readonly path: string;
		readonly headers: Readonly<Record<string, string>>;
	};
	/** Look-ups whose address names the chat. */
	readonly lookUpsByAddress: (credential: {
		readonly instance: string;
		readonly token: string;
	}) => {
		readonly headers: Readonly<Record<string, string>>;
		readonly lookUps: readonly NamedLookUp[];
	};
	/** Property names of the card as the sandbox shows it; `null` where no vCard leaves. */
	readonly vCardLines: string | null;
	/** Semicolons of the property `N` itself, between its components. */
	readonly semicolonsInName: number;
	/** In the editor: fields of a contact and options beyond those that every gateway has. */
	readonly form: {
		readonly label: string;
		readonly fields: readonly string[];
		readonly options: readonly string[];
		/** Options of the others that it has not. */
		readonly lacks?: readonly string[];
	};
	/** A documented rate makes look-ups or sends of one instance slow. */
	readonly rates: {
		readonly lookUpsPerSecond?: number;
		readonly sendsPerSecond?: number;
		readonly sendsPerMinute?: number;
		/** Counted for all instances of a server together. */
		readonly countServer?: true;
	};
	/** Whether several cards of an item leave in one message. */
	readonly cardsPerMessage: 'one' | 'many';
}
