/** One attempt: a described request becomes a signed one, and what comes back becomes data. */
import { describeFailure, failureWith } from '../domain/explain';
import type { Failure, Happening } from '../domain/failure';
import type { Redact } from '../domain/secrets/redaction';
import { bounded } from '../domain/texts';
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
export interface Attempt<Read> {
	readonly step: { readonly request: ApiRequest; read(answer: Answer): Read };
	readonly timeoutMs: number;
	readonly kind: HttpRequest['kind'];
	/** Beside those of every request. */
	readonly headers?: Readonly<Record<string, string>>;
	/** Called when everything is ready and the request is about to leave. */
	leaving(): void;
}

/**
 * Sends once and reads what comes back; never throws. From the moment the request leaves, whatever
 * goes wrong is a doubt. A failure that comes back is free of the credential's secrets; a result is
 * not yet, because the next step may need it as it was said.
 */
export async function exchange<Read extends object>(
	gateway: Gateway,
	attempt: Attempt<Read>,
	mistakes: Mistakes,
	signal: AbortSignal,
): Promise<Read | { readonly refused: Failure }> {
	const { step, timeoutMs, kind, headers } = attempt;
	let mistake = mistakes.before;
	try {
		const request = { ...prepared(gateway, step.request, headers), timeoutMs, kind };
		attempt.leaving();
		mistake = mistakes.behind;
		const sent = await gateway.send(request, signal);
		const outcome =
			'answer' in sent
				? step.read(readable(sent.answer))
				: { refused: failed(gateway.displayName, sent.failure) };
		if (!('refused' in outcome)) return outcome;
		return { ...outcome, refused: failureWith(outcome.refused, gateway.redact) };
	} catch {
		return { refused: mistake };
	}
}

/** Mistakes of the node's own, before a request leaves and behind it. */
export interface Mistakes {
	readonly before: Failure;
	readonly behind: Failure;
}

/** Made before anything leaves, in words that hold nothing from outside: they cannot fail. */
export function mistakesAt({ displayName: gateway }: Gateway): Mistakes {
	return {
		before: describeFailure({ gateway, happening: 'notPrepared' }),
		behind: describeFailure({ gateway, happening: 'lostTrack' }),
	};
}

function prepared(
	gateway: Gateway,
	{ method, path, body }: ApiRequest,
	headers: Attempt<unknown>['headers'],
) {
	const signed = gateway.sign({
		url: `${gateway.apiUrl}/${path}`,
		headers: { ...(body && { 'content-type': 'application/json' }), ...headers },
	});
	return { ...signed, method, ...(body && { body: JSON.stringify(body) }) };
}

/** An answer as providers read it: as it came, for a secret may be anything, even a key's name. */
export function readable(answer: HttpAnswer): Answer {
	const { status, oversized, text } = answer;
	return {
		status,
		oversized,
		text: bounded(text.trimStart()),
		body: parse(text),
		headers: patienceIn(answer.headers),
	};
}

/** All that a provider needs of the headers; some name a wait for each of their limits. */
function patienceIn(headers: HttpAnswer['headers']): Answer['headers'] {
	return Object.fromEntries(
		Object.entries(headers).filter(([name]) => name.startsWith('retry-after')),
	);
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

/** What it means that no answer came, for a send and for a credential's test alike. */
export function happeningOf({ kind, handedOver }: HttpFailure): Happening {
	return happenings[kind](handedOver);
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

function failed(gateway: string, failure: HttpFailure): Failure {
	return describeFailure({
		gateway,
		happening: happeningOf(failure),
		reason: words[failure.detail] ?? failure.detail,
	});
}
