// A plan of faults, as data: it is given to the sandbox from outside, and the node under test never
// knows of it. The same plan over the same requests breaks the same requests, in any order.

/**
 * `before`: the gateway never sees the request, nothing is accepted. `after`: the gateway did its
 * work (a card it took is accepted), then the answer is replaced. Left out, it is `before` for
 * answer, delay, redirect and echoToken, and `after` for every fault of a body.
 */
export type When = 'before' | 'after';

/** How a secret is written in an echo. */
export type Spelling = 'raw' | 'percent' | 'json' | 'html' | 'htmlEntities';

/** A closed list, which `checked` compares with what comes as JSON. */
export type Fault =
	/**
	 * Any answer. In texts, `{{token}}`, `{{clientToken}}` and
	 * `{{path}}` stand for what the request carried, `{{date+N}}` for the HTTP date in N seconds.
	 */
	| {
			kind: 'answer';
			when?: When;
			status: number;
			headers?: Record<string, string>;
			/** Text as it is; anything else as JSON; left out: an empty body. */
			body?: unknown;
	  }
	/** No answer, ever. `connect`: nothing is read either, not even a TLS handshake. */
	| { kind: 'hang'; when: When | 'connect' }
	/**
	 * The connection ends: on being accepted, after the headers (the body unread), before or after
	 * the gateway took it, or half-way through the answer. `reset` (default) or a plain `end`.
	 */
	| {
			kind: 'close';
			when: When | 'connect' | 'headers' | 'midBody';
			how?: 'reset' | 'end';
	  }
	/** Waits, then goes on as usual. */
	| { kind: 'delay'; ms: number; when?: When }
	/** 200 and one byte every `everyMs` (default 50), for ever. */
	| { kind: 'drip'; everyMs?: number; when?: When }
	/** 200 and a body without an end, as fast as it is read. */
	| { kind: 'endless'; when?: When }
	/** The true answer padded to `bytes` (default 100 MB). */
	| { kind: 'huge'; bytes?: number; when?: When }
	/** A few kB of gzip that inflate to `bytes` (default 100 MB). */
	| { kind: 'gzipBomb'; bytes?: number; when?: When }
	| { kind: 'invalidUtf8'; when?: When }
	/** The true answer with a key that nests `depth` arrays (default 100,000). */
	| { kind: 'deepJson'; depth?: number; when?: When }
	/** The true answer with `__proto__` and `constructor` keys. */
	| { kind: 'protoKeys'; when?: When }
	/** Default: 302 to a page of the sandbox that records every visit, with the signed path. */
	| { kind: 'redirect'; to?: string; status?: number; when?: When }
	/** The request's secrets in the answer's body. Default: `raw`, status 500. */
	| { kind: 'echoToken'; as?: Spelling; status?: number; when?: When };

/** What a rule looks at; every key that is given must agree. */
export interface Match {
	provider?: string;
	instance?: string;
	/** The vendor's method: sendContact, send-contacts, getContactInfo, contacts, fetchProfile … */
	method?: string;
	operation?: 'send' | 'read';
	/** As the request spells it, or as the gateway addresses it. */
	chatId?: string;
	/** The name of one of the cards. */
	marker?: string;
	/** Only these of the matching requests, 1 for the first. */
	nth?: number[];
	/**
	 * What `nth` counts: all matching requests of the rule (default), or each instance's, chat's or
	 * message's own. A message is known by instance, method, chat and card names: so `[1]` per
	 * message is "every message's first try".
	 */
	per?: 'rule' | 'instance' | 'chat' | 'message';
}

/** One thing that goes wrong, for the requests that match. */
export interface Rule {
	match?: Match;
	fault: Fault;
	/** At most so often. */
	times?: number;
}

/**
 * A share of all matching requests, each with one of the faults. The draw depends on the seed, the
 * request and which try of it this is, never on the order of arrival.
 */
interface RandomFaults {
	rate: number;
	seed: number;
	faults: Fault[];
	match?: Omit<Match, 'nth' | 'per'>;
}

/** Rules first, in their order; the first that fires decides. Then the random faults. */
export interface Plan {
	rules?: Rule[];
	random?: RandomFaults;
}
