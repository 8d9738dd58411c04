/**
 * The contract of a gateway. A provider is a folder of pure functions over plain data: it sees
 * neither n8n nor sockets nor clocks. `delivery/` carries out what it describes.
 */
import type { ZodType, ZodTypeDef } from 'zod';
import type { ChatId } from '../domain/numbers/chatId';
import type {
	CheckNumberCommand,
	ContactInfo,
	GetContactInfoCommand,
	NumberCheck,
	SendContactCommand,
	SentContact,
} from '../domain/commands';
import type { Failure } from '../domain/failure';
import type { FieldProblem } from '../domain/reading';
import type { ReceivedMessage } from '../domain/receivedCard';

/** What every credential type holds; a provider's own type adds to it. */
export interface Credential {
	/** http(s), without query, fragment, user info or trailing slash. */
	readonly apiUrl: string;
	readonly instance: string;
	readonly token: string;
}

/** A request as the vendor's page shows it, without secrets. */
export interface ApiRequest {
	readonly method: 'GET' | 'POST';
	/** Below `apiUrl`, without leading slash; user text in it is percent-encoded already. */
	readonly path: string;
	/** What is `undefined` in it stays away. */
	readonly body?: Readonly<Record<string, unknown>>;
}

/** A URL and headers, before or after signing. */
export interface Signable {
	readonly url: string;
	readonly headers: Readonly<Record<string, string>>;
	/** A person wrote the URL, who may lead up from the base; the node's own names are encoded. */
	readonly isTyped?: true;
}

/**
 * A gateway's answer as it came, secrets included: the delivery replaces them in what a reader
 * makes of it. A text that is shown is cut with `bounded` only.
 */
export interface Answer {
	readonly status: number;
	/** The parsed JSON; `undefined` where the text is none. */
	readonly body: unknown;
	/** Its beginning, without leading blanks. */
	readonly text: string;
	/** Lower-case names. */
	readonly headers: Readonly<Record<string, string>>;
	/** Larger than what is read, or not decompressible: `text` is empty then. */
	readonly oversized: boolean;
}

/**
 * Something to say once after a run, about so many accepted messages; `undefined` keeps silent.
 * Counted by identity: a constant of its provider's folder.
 */
export type Hint = (messages: number, run: { readonly hasPause: boolean }) => string | undefined;

/** These messages take a message's place; nothing of it was sent. */
export interface Split<Command> {
	readonly split: readonly Command[];
	readonly hints?: readonly Hint[];
}

/**
 * What an answer means.
 * - `done`: the call succeeded; `body` is the main answer, for the raw output, and `hints` are said
 *   beside those of the step
 * - `refused`: it failed; the delivery decides about repeats. `settles` where the gateway looked
 *   the send's key up before it refused: then no earlier attempt with this key has left either
 * - `next`: another request is needed
 * - `split`: nothing was sent, and it takes these messages instead, each with its own outcome
 */
export type Outcome<Command, Result> =
	| { readonly done: Result; readonly body: unknown; readonly hints?: readonly Hint[] }
	| { readonly refused: Failure; readonly settles?: true }
	| { readonly next: Step<Command, Result> }
	| Split<Command>;

/** One request and how its answer reads. */
export interface Step<Command, Result> {
	/** The vendor's method name, by which `Rates` may count. */
	readonly method: string;
	readonly request: ApiRequest;
	/** Time the gateway takes on purpose, in milliseconds, added to the time limit. */
	readonly gatewayWaitsMs?: number;
	/** Fields of the command that this request cannot carry, in the public names. */
	readonly omits?: readonly string[];
	/** Said after the run if this step's message was accepted. */
	readonly hints?: readonly Hint[];
	read(answer: Answer): Outcome<Command, Result>;
	/** How the call goes on where this step fails for good: only of an extra that it can do without. */
	otherwise?(): Outcome<Command, Result>;
}

/**
 * What servers taught the node, for an hour at most: `get` and `set` by a key that names the
 * server or instance. Nothing in it is needed to be right, only to be quick.
 */
export interface Lessons {
	get(key: string): string | undefined;
	set(key: string, text: string): void;
}

/**
 * A call of the API: a command becomes its first request, or several commands where the gateway
 * takes only one card a message. Methods, so that a provider may name its own credential type.
 */
export interface Call<C extends Credential, Command, Result> {
	ask(command: Command, credential: C, lessons: Lessons): Step<Command, Result> | Split<Command>;
	/** What this gateway is known to refuse of a valid command, checked before any request. */
	problem?(command: Command): FieldProblem | undefined;
	/** How many look-ups begin in one request, where the gateway has a method for that. */
	readonly batch?: Batch<C, Command, Result>;
}

/** The first question of many look-ups, asked in one request. What `ask` does is then left out. */
export interface Batch<C extends Credential, Command, Result> {
	/** Questions in one request at most. */
	readonly most: number;
	/**
	 * The question as the request spells it: equal ones are asked once, and each command gets the
	 * answer. `undefined` for a command that is to be asked alone, by `ask` of the call; asked
	 * anew before each request, because lessons come in between.
	 */
	key(command: Command, credential: C, lessons: Lessons): string | undefined;
	/** Fewer questions than these are asked alone, where that costs less; left out: 1. */
	readonly least?: number;
	/** The request about commands that all have different keys. */
	ask(commands: readonly Command[], credential: C, lessons: Lessons): BatchStep<Command, Result>;
}

/** One request about many commands. */
export interface BatchStep<Command, Result> extends Omit<Step<Command, Result>, 'read'> {
	read(answer: Answer): BatchOutcome<Command, Result>;
}

/**
 * What the answer to a batch means.
 * - `each`: what it says of a command, matched by the field that repeats the question; `undefined`
 *   where it says nothing: then that command alone fails
 * - `refused`: it failed for all; `mayBeOne` where the reason may be a single question, so that it
 *   is asked again in halves
 * - `oneByOne`: the gateway does not know the method; its reader has set a lesson, so that `key`
 *   says `undefined` from now on
 */
export type BatchOutcome<Command, Result> =
	| { each(command: Command): Outcome<Command, Result> | undefined }
	| { readonly refused: Failure; readonly mayBeOne?: true }
	| { readonly oneByOne: true };

/** A chat as a gateway lists it, before anybody has judged it. */
export interface ListedChat {
	/** In any spelling that a person may type. */
	readonly id: string;
	/** As it came; `null` where there is none. */
	readonly name: string | null;
}

/** Which chats a list is asked for. */
export type ListedKind = 'groups' | 'people';

/**
 * How the chats are listed that the editor offers to pick from. Whoever shows them tells people
 * from groups by their ids and leaves out what is no chat; left out here is only what looks like
 * one and takes no messages, such as a community's parent.
 */
export interface ChatList<C extends Credential> {
	/** Whether one answer holds groups and people alike: it is then asked for as `groups` alone. */
	readonly inOne: boolean;
	ask(kind: ListedKind, credential: C): Step<ListedKind, readonly ListedChat[]>;
	/** A poorer list, asked for where the server failed over the good one. */
	instead?(kind: ListedKind, credential: C): Step<ListedKind, readonly ListedChat[]> | undefined;
	/** Why a list may be empty although there are chats, and what to do. */
	readonly ifEmpty: string;
	/** Why a list may take long, and what to do; left out where it does not. */
	readonly ifSlow?: string;
}

/** What a number may be. */
export interface NumberRange {
	readonly min: number;
	readonly max: number;
	readonly kind: 'whole' | 'decimal';
	readonly example: number;
}

/** A documented limit of requests, counted by their starts. */
export interface Limit {
	readonly starts: number;
	readonly perMs: number;
}

/** The documented limits, by what the gateway counts; all of them are kept at once. */
export interface Rates {
	/** Counted per instance and method, whose name is the step's. */
	readonly perMethod?: Readonly<Record<string, readonly Limit[]>>;
	/** Counted by who asks: all methods and instances of one server share them. */
	readonly perServer?: readonly Limit[];
}

/** A field of a card that not every gateway carries; names and one phone every gateway does. */
export type CarriedField = 'company' | 'email' | 'url' | 'businessDescription' | 'whatsAppId';

/**
 * What a gateway is and can do, as plain data. The editor's fields, the pipeline's defaults, what
 * is named as left out and the documents' table derive from it; it stands nowhere else.
 */
export interface Declared {
	/** What users know it by. */
	readonly displayName: string;
	/** n8n's credential type: `whatsApp…Api`. */
	readonly credentialName: string;
	/** The gateway enqueues a card, or it writes to WhatsApp itself before it answers. */
	readonly delivers: 'queues' | 'sendsItself';
	readonly carries: Readonly<Record<CarriedField, boolean>>;
	/** Whether a card may have several phones, and a message several cards. */
	readonly phonesPerCard: 'one' | 'many';
	readonly cardsPerMessage: 'one' | 'many';
	/** Whether a card can be a reply. */
	readonly quotes: boolean;
	/** The gateway's own wait, and what waits; left out where it has none. */
	readonly delaySeconds?: NumberRange & { readonly holds: 'thisCard' | 'theNextMessage' };
	/** Whether it shows the recipient "typing…" meanwhile. */
	readonly presence: boolean;
	/** Look-ups that cost a request each. */
	readonly lookUps: { readonly registration: boolean; readonly businessProfile: boolean };
	/** What its users should know before a run, by operation; plain sentences. */
	readonly notices: {
		readonly sendContact?: string;
		readonly getContactInfo?: string;
		readonly checkNumber?: string;
	};
	readonly rates: Rates;
}

/** What a gateway calls a webhook with: data of strangers, of any shape. */
export interface ReceivedEvents {
	/**
	 * The message of an event with contact cards, the user's own messages among them; `undefined`
	 * for every other event, and for those of other gateways. It never throws.
	 */
	read(event: Readonly<Record<string, unknown>>): ReceivedMessage | undefined;
	/** Keys of its events that hold a secret of the account. */
	readonly secretKeys: readonly string[];
}

export interface Provider<C extends Credential = Credential> extends Declared {
	/** Reads a stored credential strictly; issues name its fields. */
	readonly credential: ZodType<C, ZodTypeDef, unknown>;
	/** Which values of a credential must never be seen. */
	secretsOf(credential: C): readonly string[];
	/** Adds the secrets to a request below `apiUrl`. */
	sign(request: Signable, credential: C): Signable;
	/** Whether this server's certificate goes unchecked. */
	ignoresSslIssues(credential: C): boolean;
	/** A chat in the provider's spelling. */
	spellChatId(chatId: ChatId): string;
	/**
	 * Keys for sends: this server answers a repeat with the same key by its first answer, so that a
	 * send in doubt is repeated. Its refusals must tell `inProgress` and `outcomeUnknown` apart.
	 */
	readonly sendKeys?: {
		/** The request's header that carries the key: less than 100 visible ASCII characters. */
		readonly header: string;
		/** A switch of the credential: an older server ignores keys, and would send twice. */
		isOn(credential: C): boolean;
	};
	readonly sendContact: Call<C, SendContactCommand, SentContact>;
	readonly getContactInfo: Call<C, GetContactInfoCommand, ContactInfo>;
	readonly checkNumber: Call<C, CheckNumberCommand, NumberCheck>;
	/** Left out where the form of its events is not known. */
	readonly received?: ReceivedEvents;
	readonly chats: ChatList<C>;
	/** The credential test: the request, and one sentence saying what to do unless connected. */
	readonly connection: {
		request(credential: C): ApiRequest;
		/** `undefined` when the instance is really connected. */
		problem(answer: Answer): string | undefined;
	};
}
