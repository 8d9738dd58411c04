/** One attempt: a described request becomes a signed one, and what comes back becomes data. */
import { describeFailure } from '../domain/explain';
import type { Failure, Happening } from '../domain/failure';
import { type Redact, redactDeep } from '../domain/redaction';
import type { Answer, ApiRequest, Signable } from '../providers/provider';
import type { HttpAnswer, HttpFailure, HttpRequest, Send } from '../transport/http';

/** The way to one gateway, for one run of the node. */
export interface Gateway {
	readonly displayName: string;
	readonly apiUrl: string;
	sign(request: Signable): Signable;
	readonly redact: Redact;
	readonly send: Send;
}

/** How one request goes. */
export interface Attempt {
	readonly request: ApiRequest;
	readonly timeoutMs: number;
	readonly kind: HttpRequest['kind'];
	/** Beside those of every request. */
	readonly headers?: Readonly<Record<string, string>>;
}

/** Sends once. Everything that leaves this function is free of the credential's secrets. */
export async function exchange(
	gateway: Gateway,
	attempt: Attempt,
	signal: AbortSignal,
): Promise<{ readonly answer: Answer } | { readonly failure: Failure }> {
	const { request, timeoutMs, kind } = attempt;
	const signed = gateway.sign({
		url: `${gateway.apiUrl}/${request.path}`,
		headers: { ...(request.body && { 'content-type': 'application/json' }), ...attempt.headers },
	});
	const sent = await gateway.send(
		{
			...signed,
			method: request.method,
			...(request.body && { body: JSON.stringify(request.body) }),
			timeoutMs,
			kind,
		},
		signal,
	);
	if ('answer' in sent) return { answer: readable(sent.answer, gateway.redact) };
	return { failure: failed(gateway, sent.failure) };
}

/** An answer as providers read it, without secrets. */
export function readable(answer: HttpAnswer, redact: Redact): Answer {
	const { status, oversized } = answer;
	return {
		status,
		oversized,
		text: redact(answer.text),
		// Parsed before it is redacted: an escaped secret is whole only then.
		body: redactDeep(parse(answer.text), redact),
		headers: { 'retry-after': answer.headers['retry-after'] ?? '' },
	};
}

/** Each part of JSON can take fifty times its bytes in memory; no gateway's answer has so many. */
const MAX_PARTS = 200_000;

/** `undefined` for what is no JSON, or made of so many parts that it is an attack. */
function parse(text: string): unknown {
	if (text.length > MAX_PARTS && hasTooManyParts(text)) return undefined;
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

function hasTooManyParts(text: string): boolean {
	let parts = 0;
	for (let index = 0; index < text.length; index++) {
		const code = text.charCodeAt(index);
		// , [ {
		if (code === 0x2c || code === 0x5b || code === 0x7b) parts++;
	}
	return parts > MAX_PARTS;
}

const happenings: Readonly<Record<HttpFailure['kind'], (handedOver: boolean) => Happening>> = {
	unreachable: () => 'unreachable',
	untrusted: (handedOver) => (handedOver ? 'interrupted' : 'untrusted'),
	forbidden: () => 'forbiddenByPolicy',
	proxyRefused: () => 'refusedByProxy',
	// A time limit that ended while nothing had left is a connection that never came about.
	interrupted: (handedOver) => (handedOver ? 'interrupted' : 'unreachable'),
	timedOut: (handedOver) => (handedOver ? 'timedOut' : 'unreachable'),
	cancelled: (handedOver) => (handedOver ? 'cancelledInFlight' : 'cancelledBeforeSending'),
};

/** n8n replaces a text that holds one of these codes by its own; one advises to send again. */
const words: Readonly<Record<string, string>> = {
	EACCES: 'permission denied',
	EADDRNOTAVAIL: 'address not available',
	EAI_AGAIN: 'the DNS server gave no answer',
	ECONNABORTED: 'connection aborted',
	ECONNREFUSED: 'connection refused',
	ECONNRESET: 'connection reset',
	EHOSTUNREACH: 'host unreachable',
	ENOENT: 'address does not exist',
	ENOTFOUND: 'unknown host name',
	EPERM: 'not permitted',
	ETIMEDOUT: 'connection timed out',
};

function failed(gateway: Gateway, failure: HttpFailure): Failure {
	return describeFailure({
		gateway: gateway.displayName,
		happening: happenings[failure.kind](failure.handedOver),
		reason: words[failure.detail] ?? gateway.redact(failure.detail),
	});
}
