/**
 * How a refusal reads, whatever the gateway: what a bare HTTP status means, and the sentence that a
 * person sees. Providers read their own bodies first and fall back to this.
 */
import { describeFailure, MAX_REASON } from '../domain/explain';
import type { Failure, Happening } from '../domain/failure';
import { bounded } from '../domain/texts';
import { textsIn } from './bodies';
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
	const said = (header ?? '').trim();
	const ms = /^\d+(?:\.\d+)?$/.test(said) ? Number(said) * 1000 : untilDate(said, now);
	// Four hundred digits are endless to JavaScript, and no number that anybody could be told.
	return Number.isNaN(ms) ? null : Math.min(Math.max(0, ms), Number.MAX_SAFE_INTEGER);
}

/** Dates name a month; a lone number that is none, such as `-5`, would be read as a year. */
function untilDate(said: string, now: number): number {
	// The longest date has 33 characters.
	return said.length < 50 && /[a-z]{3}/i.test(said) ? Date.parse(said) - now : NaN;
}

/** One line that says why, from JSON, plain text or HTML; empty when the answer is silent. */
export function reasonIn(answer: Answer): string {
	if (answer.body !== undefined)
		return tidy(bounded([...new Set(textsIn(answer.body))].join('; ')));
	const { text } = answer;
	if (!/<[a-z!]/i.test(text)) return tidy(text);
	const title = elementIn(text, 'title') ?? elementIn(text, 'pre');
	return title ? `a web page titled "${tidy(title)}"` : 'a web page';
}

/** The text at the beginning of the first such element. */
function elementIn(html: string, name: string): string | undefined {
	const start = html.toLowerCase().indexOf(`<${name}`);
	const from = start < 0 ? 0 : html.indexOf('>', start) + 1;
	return from === 0 ? undefined : html.slice(from).split('<', 1)[0];
}

function tidy(text: string): string {
	const line = text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
	// A quota's text lists the numbers of other people.
	const anonymous = line.replace(/(?<!\d)\d{5,20}@(?:c\.us|s\.whatsapp\.net|lid)/g, '[number]');
	return bounded(anonymous, MAX_REASON);
}
