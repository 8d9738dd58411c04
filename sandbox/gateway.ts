// What a vendor's part of the sandbox is: a reading of the request and an answer to it. A gateway
// never touches a socket; that is why every fault works for every one of them.

import type { IncomingHttpHeaders } from 'node:http';
import type { AccountKind } from './accountKind';
import type { AcceptedCard, AcceptedMessage } from './types';
import type { Instance, Instances } from './instances';
import type { Webhook } from './webhooks';

/** A request below the gateway's own prefix. */
export interface Call {
	verb: string;
	/** As on the wire, without prefix and query. */
	path: string;
	/** Percent-decoded after the split, so an encoded slash stays inside its segment. */
	segments: string[];
	query: URLSearchParams;
	headers: IncomingHttpHeaders;
	body: string;
	/** The body's length in bytes. */
	bytes: number;
	at: number;
}

/** Who is meant, before anybody is authenticated. */
export interface Route {
	provider: string;
	/** As named by the request; '' where the route names none. */
	instanceName: string;
	instance: Instance | undefined;
	method: string;
	operation: 'send' | 'read';
}

/** An HTTP answer as data, so that a fault can spoil it. */
export interface Reply {
	status: number;
	headers: Record<string, string>;
	body: string;
	/** Default utf8; latin1 puts bytes on the wire that are no UTF-8. */
	encoding?: BufferEncoding;
}

type Noted = 'sequence' | 'at' | 'provider' | 'instance' | 'method' | 'body';
type Defaulted = 'state' | 'undocumentedKeys' | 'ignoredKeys';

/** An accepted message but for what is noted when it is; `state` is `sent` unless said. */
export type Draft = Omit<AcceptedMessage, Noted | Defaulted> &
	Partial<Pick<AcceptedMessage, Defaulted>>;

/** What becomes of a request, before any fault had its say. */
export interface Outcome {
	reply: Reply;
	/** What is accepted when this outcome becomes true. */
	accepts?: Draft;
	/** The request is held this long, then the card is accepted. */
	waitMs?: number;
}

/** Whom a request is about and whose cards it holds, read without judging the request. */
export interface Addressing {
	chatIds: string[];
	cards: AcceptedCard[];
}

/** One vendor's API; `gateways.ts` lists all of them. */
export interface Gateway {
	name: string;
	account: AccountKind;
	/** The first path segment that leads here. */
	prefix: string;
	/**
	 * Asked when the headers are there, and once more with the body if it found no instance then:
	 * some vendors name it there.
	 */
	route(call: Call, find: (instance: string) => Instance | undefined): Route;
	/** `body` is none where there is no JSON: look-ups name the person in the path or the query. */
	addressing(call: Call, route: Route, body: unknown): Addressing;
	handle(call: Call, route: Route, instances: Instances): Outcome;
	/** Left out where it is not known how the vendor tells a received message. */
	webhook?: Webhook;
}
