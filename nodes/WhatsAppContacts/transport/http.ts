/**
 * The contract between the delivery and the two ways out (`undiciSend`, `n8nSend`).
 * Types only: whoever imports this file gets no I/O with it.
 */

/** One HTTP request, complete and signed. It holds secrets: never log, store or attach it. */
export interface HttpRequest {
	readonly method: 'GET' | 'POST';
	readonly url: string;
	readonly headers: Readonly<Record<string, string>>;
	/** JSON text; absent for GET. */
	readonly body?: string;
	/** From the start of connecting to the last byte in; connecting takes at most 10 s of it. */
	readonly timeoutMs: number;
	/** A send must not meet a connection that the server is closing; a look-up may. */
	readonly kind: 'send' | 'lookUp';
}

/** An answer of any status but 407: that is a proxy's own word (`proxyRefused`). */
export interface HttpAnswer {
	readonly status: number;
	/** Lower-case names. */
	readonly headers: Readonly<Record<string, string>>;
	/** Decompressed, decoded as UTF-8 (invalid bytes replaced); `''` when `oversized`. */
	readonly text: string;
	/** More than 5 MiB after decompression, or not decompressible; the rest was not read. */
	readonly oversized: boolean;
}

/**
 * Why no complete answer came.
 * - `unreachable`: DNS, refused, connect time-out, reset before anything was handed over
 * - `untrusted`: TLS; `forbidden`: the operator's outbound policy; `proxyRefused`: the proxy itself
 * - `interrupted`: reset or close after writing began
 * - `timedOut`: no complete answer in `timeoutMs`; `cancelled`: the signal was aborted
 */
export type HttpFailureKind =
	| 'unreachable'
	| 'untrusted'
	| 'forbidden'
	| 'proxyRefused'
	| 'interrupted'
	| 'timedOut'
	| 'cancelled';

/** Plain data: no request, no URL, no `cause`. */
export interface HttpFailure {
	readonly kind: HttpFailureKind;
	/** Whether anything of the request can have reached a socket; `false` only where certain. */
	readonly handedOver: boolean;
	/** A code or a few words of our own, such as `ECONNREFUSED`; never text of the request. */
	readonly detail: string;
}

/**
 * Sends one request. Never throws, follows no redirects, reads at most 5 MiB, and ends within
 * `timeoutMs` in every state of the connection. An aborted `signal` ends it at once.
 */
export type Send = (
	request: HttpRequest,
	signal: AbortSignal,
) => Promise<{ readonly answer: HttpAnswer } | { readonly failure: HttpFailure }>;

/** The largest answer that is read, in bytes after decompression. */
export const MAX_ANSWER_BYTES = 5 * 1024 * 1024;

/** The longest time that connecting may take, in milliseconds. */
export const MAX_CONNECT_MS = 10_000;
