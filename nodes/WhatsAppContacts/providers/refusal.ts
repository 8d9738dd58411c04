/**
 * How a refusal reads, whatever the gateway: what a bare HTTP status means, which of the body's
 * texts is the reason, and the sentence that a person sees. Providers read their own bodies
 * first and fall back to this.
 */
import { describeFailure } from '../domain/explain';
import type { Failure, Happening } from '../domain/failure';
import type { Answer } from './provider';

/** What a status says by itself, where the provider's body says nothing more exact. */
export function happeningOfStatus(status: number): Happening {
	if (status >= 200 && status < 300) return 'unexpectedResponse';
	if (status === 401 || status === 403) return 'unauthorized';
	if (status === 407) return 'refusedByProxy';
	if (status === 429) return 'rateLimited';
	if (status === 466 || status === 469) return 'quotaExceeded';
	// Both come from servers that gave up waiting, perhaps after the request was read.
	if (status === 408 || status === 499) return 'serverError';
	if (status >= 300 && status < 500) return 'rejected';
	return 'serverError';
}

/** What a gateway's own reading of a body found. */
export interface Refusal {
	readonly happening: Happening;
	/** Said instead of the body's own text. */
	readonly reason?: string;
	/** Said instead of the general advice. */
	readonly advice?: string;
}

/** A refusal with the answer's status, reason and `Retry-After`. */
export function refuse(gateway: string, answer: Answer, refusal: Refusal): Failure {
	return describeFailure({
		gateway,
		happening: refusal.happening,
		httpStatus: answer.status,
		retryAfterMs: retryAfterMs(answer.headers['retry-after']),
		reason: refusal.reason ?? reasonIn(answer),
		advice: refusal.advice,
	});
}

/** `Retry-After` in seconds or as a date (RFC 9110, 10.2.3), in milliseconds from now. */
export function retryAfterMs(header: string | undefined, now = Date.now()): number | null {
	if (header === undefined || header.trim() === '') return null;
	const seconds = /^\s*\d+(?:\.\d+)?\s*$/.test(header) ? Number(header) : undefined;
	if (seconds !== undefined) return seconds * 1000;
	// Dates name a month; a lone number that is none, such as `-5`, would be read as a year.
	const date = /[a-z]{3}/i.test(header) ? Date.parse(header) : NaN;
	return Number.isNaN(date) ? null : Math.max(0, date - now);
}

const REASON_KEYS = ['message', 'error', 'description', 'reason', 'response', 'error_description'];
const MAX_REASON = 300;

/** A body of unknown shape, to look for keys in; without any where it is no object. */
export function asRecord(value: unknown): Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null ? { ...value } : {};
}

/** The texts of a body that may be a reason, the most telling first. */
export function textsIn(body: unknown, depth = 0): string[] {
	if (typeof body === 'string') return [body];
	if (typeof body !== 'object' || body === null || depth > 4) return [];
	if (Array.isArray(body)) return body.slice(0, 10).flatMap((each) => textsIn(each, depth + 1));
	const record = asRecord(body);
	return REASON_KEYS.flatMap((key) => textsIn(record[key], depth + 1));
}

/** One line that says why, from JSON, plain text or HTML; empty when the answer is silent. */
export function reasonIn(answer: Answer): string {
	if (answer.body !== undefined) return tidy([...new Set(textsIn(answer.body))].join('; '));
	const start = answer.text.slice(0, 5000);
	if (!/<[a-z!]/i.test(start)) return tidy(start);
	const title = /<title[^>]*>([^<]*)/i.exec(start)?.[1] ?? /<pre[^>]*>([^<]*)/i.exec(start)?.[1];
	return title ? `a web page titled "${tidy(title)}"` : 'a web page';
}

function tidy(text: string): string {
	const line = text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
	// A quota's text lists the numbers of other people.
	const anonymous = line.replace(/\d{5,}@(?:c\.us|s\.whatsapp\.net|lid)/g, '[number]');
	return anonymous.length > MAX_REASON ? `${anonymous.slice(0, MAX_REASON)}…` : anonymous;
}
