// The switches of an instance: everything in which one account or server of a vendor differs from
// the next. A test asks for the gateway it needs instead of teaching the sandbox a special case.

/** Evolution's generations differ so much that each is a gateway here. */
export type GatewayName = 'greenApi' | 'plugzApi' | 'evolutionV2' | 'evolutionV1' | 'waha';

/** What a gateway knows about a number. */
export interface Person {
	name?: string;
	/** In the instance's own phone book. */
	contactName?: string;
	about?: string;
	avatarUrl?: string;
	lid?: string;
	business?: {
		email?: string;
		category?: string;
		description?: string;
		address?: string;
		websites?: string[];
		/** GREEN-API's `products`, answered as given. */
		products?: unknown;
	};
}

interface AnyInstance {
	instance: string;
	token: string;
	/** By digits; added to the sandbox's own directory. */
	people?: Record<string, Person>;
	/** Besides every number that ends in 0000. */
	notOnWhatsApp?: string[];
	/** By method: answered after authentication, before anything else; nothing is accepted. */
	answers?: Record<string, { status: number; body?: unknown; headers?: Record<string, string> }>;
}

/** A hosted account, which queues while its phone is away. */
export interface GreenApiInstance extends AnyInstance {
	provider: 'greenApi';
	/** Default `authorized`. In every other state but `starting` cards are queued. */
	state?:
		| 'authorized'
		| 'notAuthorized'
		| 'blocked'
		| 'sleepMode'
		| 'starting'
		| 'yellowCard'
		| 'suspended'
		| 'pendingPassword'
		| null;
	/** getStateInstance answers a bare `null`, as while an instance is being created. */
	bareNullState?: boolean;
	/** Every method but getStateInstance answers 400 with this message, e.g. `Instance is deleted`. */
	refusal?: string;
	/** Status 466: the monthly quota of calls, or of correspondents. */
	quota?: 'invoke' | 'correspondents';
	/** Answers name people by `@lid`. */
	lidMode?: boolean;
	/** checkWhatsapp answers `existsWhatsapp` only; getContactInfo leaves empty names out. */
	oldRelease?: boolean;
	/** Default `refuse`; what the vendor does with keys it does not document is not known. */
	undocumentedKeys?: 'refuse' | 'record';
	/** Requests per second by method, over the documented ones; `false` for none at all. */
	rates?: Record<string, number> | false;
	/** Ids that can be quoted in any chat, besides messages of the same chat. */
	quotable?: string[];
	/** The instance setting that paces the queue; shown by getSettings. Default 500. */
	delaySendMessagesMilliseconds?: number;
}

/** PlugzAPI and Z-API are one API on two pages that differ in details. */
export interface PlugzApiInstance extends AnyInstance {
	provider: 'plugzApi';
	/** The account's security token; when set, every request must carry it. */
	clientToken?: string;
	/** The text when it is missing. Default `null not allowed`. */
	missingClientToken?: 'null not allowed' | 'your client-token is not configured';
	ipNotAllowed?: boolean;
	/** Default true. Disconnected: cards are queued, the 1001st is refused with 429. */
	connected?: boolean;
	smartphoneConnected?: boolean;
	/** Disconnected instances answer 200 `{"value":false}` instead of queueing. */
	valueFalse?: boolean;
	/** How the gateway does not know send-contacts. Default: it knows it. */
	sendContacts?: 'known' | 405 | 'NOT_FOUND' | 404;
	/** PlugzAPI's page: required (default); Z-API's: optional. */
	descriptionRequired?: boolean;
	/** Default all three. */
	answerIds?: Array<'zaapId' | 'messageId' | 'id'>;
	/** phone-exists and profile-picture: documented as arrays (default), objects in practice. */
	answersAs?: 'array' | 'object';
	/** contacts/{phone} of a stranger: an object of nulls (default) or 404. */
	unknownContact?: 'nulls' | 404;
}

/** One instance of a server; several may differ in channel and state. */
export interface EvolutionInstance extends AnyInstance {
	provider: 'evolutionV2' | 'evolutionV1';
	/** Of a v2 server; default 2.3.6. v1 is 1.8.2. Privacy ids are known since 2.3.0. */
	version?: '2.2.3' | '2.3.6' | '2.3.7' | '2.4.0-rc2';
	/** Default `open`; `null` answers no state: known to the database, not loaded in memory. */
	state?: 'open' | 'connecting' | 'close' | 'refused' | null;
	/** Says `open`, and every send fails with `Connection Closed`. */
	deadSocket?: boolean;
	/** Default `WHATSAPP-BAILEYS`. On Meta's channel, numbers not on WhatsApp get its 201 error. */
	channel?: 'WHATSAPP-BAILEYS' | 'WHATSAPP-BUSINESS' | 'EVOLUTION';
	/** What the server as a whole answers in place of every route. */
	server?: 'unlicensed' | 'cors' | 'notEvolution';
	/** fetchProfile fails inside and answers 200 with nulls. */
	profileOfNulls?: boolean;
	/** fetchProfile leaves numberExists out of an answer that has data. */
	withoutNumberExists?: boolean;
	/** fetchProfile's status: text (older Baileys, default) or `{status, setAt}`. */
	aboutAs?: 'text' | 'object';
	/** fetchBusinessProfile answers its 500, and fetchProfile its 200 of nulls. */
	businessProfileFails?: boolean;
	/** findContacts: `remoteJid` (to 2.3.6, default), `honoured` (2.3.7), `ignored`: all contacts. */
	filters?: 'remoteJid' | 'honoured' | 'ignored';
	/** Groups (`…@g.us`) that the instance is not in, or that do not exist. */
	missingGroups?: string[];
	/** The status of an accepted send. Default PENDING. */
	sendStatus?: 'ERROR' | 'PENDING' | 'SERVER_ACK' | 'DELIVERY_ACK' | 'READ' | 'PLAYED';
}

/** A session; its engine decides what the server can do. */
export interface WahaInstance extends AnyInstance {
	provider: 'waha';
	/** Default `NOWEB`. Only WEBJS and WPP know `about`; WPP shows less of a card; answers differ. */
	engine?: 'NOWEB' | 'GOWS' | 'WEBJS' | 'WPP';
	/** A server before 2025.9.5: WEBJS sends no cards. */
	withoutWebjsCards?: boolean;
	/** Default `WORKING`; in every other status methods answer 422. */
	state?:
		| 'STOPPED'
		| 'STARTING'
		| 'SCAN_QR_CODE'
		| 'WORKING'
		| 'FAILED'
		| 'PASSKEY_REQUIRED'
		| 'PASSKEY_CONFIRMATION_REQUIRED';
	/** What the key may do. Default both; the status of the session it may always read. */
	scopes?: Array<'send' | 'read'>;
	/** GOWS: sends to numbers without WhatsApp fail; else they are accepted and never arrive. */
	noLid?: boolean;
	/** Servers of 2026: a number without WhatsApp is 422. */
	checksNumbers?: boolean;
	/** What check-exists names as chatId: the number (default) or its privacy id. */
	chatIdAs?: 'number' | 'lid';
	/** Versions of 2024: an accepted send has an empty answer. */
	emptyAnswers?: boolean;
	/** No contact is known of strangers: a 500 by GOWS and WEBJS, in words of their own. */
	strangersCrash?: boolean;
	/** The picture is a 500 with this text; `item-not-found` (old NOWEB) only where there is none. */
	pictureFails?: 'item-not-found' | 'bad-request' | 'rate-overlimit';
	/** The about text is a 500 with this text. */
	aboutFails?: string;
	/** NOWEB without a store: contacts are 400. */
	withoutStore?: boolean;
}

/** Told apart by `provider`. */
export type InstanceSettings =
	GreenApiInstance | PlugzApiInstance | EvolutionInstance | WahaInstance;

type Switches<T> = Partial<Omit<T, 'provider' | 'instance'>>;
/** Any of the above but the two that name the instance. */
export type InstanceSwitches =
	| Switches<GreenApiInstance>
	| Switches<PlugzApiInstance>
	| Switches<EvolutionInstance>
	| Switches<WahaInstance>;
