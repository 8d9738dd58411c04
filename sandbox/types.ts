// The words of the sandbox that tests, benchmarks and the demo use: what it accepted, what it was
// asked, and where its gateways live. Everything here is data that can cross a process as JSON.

import type { Fault, Plan, Rule } from './faults/types';
import type { AnyInstance } from './instanceTypes';
import type { WebhookAnswer, WebhookOrder } from './webhooks';

/** What the node's credential of the same gateway holds, beside what its account adds. */
export interface Credential {
	apiUrl: string;
	instance: string;
	token: string;
	/** A second secret, where the gateway has one. */
	clientToken?: string;
}

/** One card of a message, under one set of names, values as they arrived. */
export interface AcceptedCard {
	/** The name a messenger would show: full name, else the parts joined, else the company. */
	name: string;
	phones: string[];
	firstName?: string;
	middleName?: string;
	lastName?: string;
	company?: string;
	email?: string;
	url?: string;
	description?: string;
	whatsAppId?: string;
	/** Where a vCard goes out: as it does; a server that builds it may not escape. */
	vcard?: string;
}

/** A message that a gateway took. Its existence here is the truth about "sent". */
export interface AcceptedMessage {
	/** 1 for the first since the start or the last reset. */
	sequence: number;
	/** Milliseconds since the epoch. */
	at: number;
	provider: string;
	instance: string;
	/** The vendor's method. */
	method: string;
	/** As the gateway addresses it, which may be a JID. */
	chatId: string;
	cards: AcceptedCard[];
	messageId: string;
	/** `queued` while the phone is disconnected. */
	state: 'queued' | 'sent';
	quotedMessageId?: string;
	/** In the vendor's unit: seconds or milliseconds. */
	delay?: number;
	presence?: string;
	/** The gateway promised an id, and yet the recipient never gets it; the reason. */
	undelivered?: string;
	/** Keys of the body that the vendor does not document. */
	undocumentedKeys: string[];
	/** Keys that this gateway takes and does not act on. */
	ignoredKeys: string[];
	/** The request body, byte for byte as text. */
	body: string;
}

/** Every request to a gateway, accepted or not. */
export interface RecordedRequest {
	at: number;
	method: string;
	/** Exactly as on the wire, with prefix, query and token. */
	path: string;
	headers: Record<string, string | string[] | undefined>;
	body: string;
	/** `null`: no answer was given (yet). */
	status: number | null;
	/** The kind of the planned fault that met it. */
	fault?: Fault['kind'];
	/** Which TCP connection it came over, 1 for the first. */
	connection: number;
}

/** Sums that stay small whatever the number of sends. */
export interface Counts {
	accepted: number;
	requests: number;
	connections: number;
	openSockets: number;
	/** By status; `none` for requests without an answer. */
	statuses: Record<string, number>;
	/** By kind of fault. */
	faults: Record<string, number>;
	/** How often each card arrived: instance (`gateway/instance`) → card name → times. */
	cards: Record<string, Record<string, number>>;
}

/** What holds for the whole server; what differs by account is an instance's. */
export interface SandboxOptions {
	/** 0, the default, takes a free one. */
	port?: number;
	/** Serves https with this pair. */
	tls?: { key: string; cert: string };
	/** `counts` keeps no bodies, only sums. Default `all`. */
	keep?: 'all' | 'counts';
	/** Waited before every answer. */
	latencyMs?: number;
	/** With more requests in flight than this, the latency of each grows by their share. */
	slowerBeyond?: number;
	/** With more requests in flight than this, a request is refused with 429. */
	refusesBeyond?: number;
	/** The server ends a connection that was idle this long. Default 5000. */
	keepAliveTimeoutMs?: number;
	/** Whether answers carry the header `Keep-Alive: timeout=…`. Default true, as Node.js does. */
	announceKeepAlive?: boolean;
	/** After one answer, the next request on the same connection meets a reset. */
	closeAfterResponse?: boolean;
	/** The window of rates that are documented per second. Default 1000. */
	rateWindowMs?: number;
	plan?: Plan | Rule[];
	instances?: AnyInstance[];
}

/** Which gateways a sandbox has: their names, their instances' switches, the standard accounts. */
export interface Known {
	name: string;
	settings: AnyInstance;
	switches: object;
	standard: string;
}

/** A running one; the same orders exist over HTTP, for other processes. */
export interface AnySandbox<K extends Known = Known> {
	/** Also the address of the inbox page. */
	url: string;
	/** To be put into a credential's apiUrl. */
	apiUrls: Record<K['name'], string>;
	credentials: Record<K['standard'], Credential>;
	accepted(): AcceptedMessage[];
	requests(): RecordedRequest[];
	counts(): Counts;
	/** Forgets accepted messages, requests, counts, plan, rates and queues; instances stay. */
	reset(): void;
	/** Replaces the plan of faults; `[]` ends it. */
	plan(plan: Plan | Rule[]): void;
	instances(): Array<K['settings']>;
	/** Adds an instance, or replaces the one of the same gateway and name. */
	addInstance(settings: K['settings']): Credential;
	/** Turns switches of an instance that exists, from the next request on. */
	changeInstance(provider: K['name'], instance: string, switches: K['switches']): void;
	/** Calls an address with a message that an instance received, as its gateway would. */
	sendWebhook(order: WebhookOrder & { provider: K['name'] }): Promise<WebhookAnswer>;
	openSockets(): number;
	/** Ends every socket and timer. */
	close(): Promise<void>;
}
