/**
 * One documented case of a gateway, end to end: what a person typed, what must leave on the wire,
 * what the gateway answers, and the items that come out. Data only; `test/node` runs it.
 */
import type { IDataObject, INodeParameters } from 'n8n-workflow';

/** A request as it must arrive. `{instance}`, `{token}` stand for the credential's: encoded, but in a body. */
export interface Sent {
	readonly method: 'GET' | 'POST';
	/** Exactly as on the wire. */
	readonly path: string;
	/** Exactly this JSON; left out: no body and no content type. */
	readonly body?: unknown;
	/** Every header but those of HTTP itself, `accept` and `content-type`; lower-case names. */
	readonly headers?: Readonly<Record<string, string>>;
}

/** What the gateway answers: JSON, or text as it is; neither is an empty body. */
export interface Answered {
	readonly status: number;
	readonly body?: unknown;
	readonly text?: string;
	readonly headers?: Readonly<Record<string, string>>;
}

export interface Exchange {
	readonly sent: Sent;
	readonly answered: Answered;
}

/** An error item: all keys exact, but of the message only what it must hold. */
export interface Failed {
	readonly message: string | RegExp;
	/** What the user can do, which is said where the run stops and not in the item. */
	readonly advice?: RegExp;
	readonly code: string;
	readonly delivery: 'notSent' | 'unknown';
	readonly retryable: boolean;
	readonly httpStatus: number | null;
	readonly chatId: string | null;
	readonly contacts: ReadonlyArray<{ readonly fullName: string; readonly phone: string }>;
}

export interface Vector {
	/** Ends the sentence "The node …". */
	readonly that: string;
	readonly operation: 'sendContact' | 'getContactInfo' | 'checkNumber';
	readonly parameters: INodeParameters;
	/** Given: an input item for each of these chats, and outputs for each in their order. */
	readonly chats?: readonly string[];
	/** Over the provider's usual credential. */
	readonly credential?: Readonly<Record<string, unknown>>;
	/** In this order; none means that no request may be made. */
	readonly exchanges: readonly Exchange[];
	/** The success output, without `provider` and `operation` unless it is raw. */
	readonly items: readonly IDataObject[];
	readonly failed?: readonly Failed[];
	/** Given: these hints and no others, in this order. */
	readonly hints?: readonly RegExp[];
	/** Whether the main answer comes out as it is. */
	readonly raw?: true;
}

/** Why a row says nothing of this gateway. */
export interface NotHere {
	readonly notHere: string;
}

/** What is known of Check Number. */
export type CheckRow =
	| 'check: documented answers'
	| 'check: nobody there'
	| 'check: another number of the same account'
	| 'check: only a phone number'
	| 'check: raw'
	| 'check: it fails'
	// Several items
	| 'check: many, in any order, and some twice'
	| 'check: a row that is missing or cannot be read'
	| 'check: a number for which all are refused'
	| 'check: many, and the gateway does not know how';

export type Row =
	| CheckRow
	// Chat ids
	| 'chat: a phone number'
	| "chat: a person's chat id"
	| 'chat: a privacy id'
	| 'chat: an old group'
	| 'chat: a new group'
	| 'chat: neither'
	// Cards
	| 'card: documented bodies'
	| 'card: a name in parts'
	| 'card: only a full name'
	| 'card: only a company'
	| 'card: every field'
	| 'card: what it cannot carry'
	| 'card: whatsAppId'
	| 'card: several phones'
	| 'card: many in one item'
	| 'card: many, and the gateway does not know how'
	| 'card: from a vCard'
	// Options
	| 'option: quotedMessageId'
	| 'option: delaySeconds'
	| 'option: presence'
	| 'option: defaultCountry'
	// Output of a send
	| 'sent: documented answers'
	| 'sent: raw'
	// Output of a look-up
	| 'info: documented answers'
	| 'info: missing, null and empty keys'
	| 'info: a privacy id'
	| 'info: nobody there'
	| 'info: registration yes'
	| 'info: registration no'
	| 'info: business profile'
	| 'info: both extra details'
	| 'info: an extra request fails'
	| 'info: a stranger is never answered'
	| 'info: raw'
	| 'info: a group'
	// Errors
	| 'UNAUTHORIZED'
	| 'NOT_CONNECTED'
	| 'NOT_CONNECTED for a moment'
	| 'NOT_ON_WHATSAPP'
	| 'QUOTA_EXCEEDED'
	| 'RATE_LIMITED'
	| 'REJECTED'
	| 'UNAVAILABLE'
	| 'UNEXPECTED_RESPONSE'
	// And beside
	| 'credential: addresses and names'
	| 'secrets echoed'
	| 'hints';

/** A gateway's vectors: the compiler names the row that is missing, a test the one that is empty. */
export interface ProviderVectors {
	readonly provider: string;
	readonly credential: Readonly<Record<string, string | boolean>>;
	readonly rows: Readonly<Record<Row, readonly Vector[] | NotHere>>;
}

/** What every send's item has; a vector says where it differs. */
export const sentItem = (item: IDataObject): IDataObject => ({
	queueId: null,
	providerStatus: null,
	omittedFields: [],
	skippedCards: [],
	timestamp: null,
	...item,
});

/** What every look-up's item has. */
export const infoItem = (item: IDataObject): IDataObject => ({
	phone: null,
	lid: null,
	exists: null,
	name: null,
	contactName: null,
	about: null,
	avatarUrl: null,
	isBusiness: null,
	email: null,
	website: null,
	category: null,
	description: null,
	address: null,
	products: null,
	lastSeen: null,
	isArchived: null,
	isMuted: null,
	muteExpiration: null,
	isDisappearing: null,
	messageExpiration: null,
	...item,
});
