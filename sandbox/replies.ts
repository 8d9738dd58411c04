// Answers and bodies in the few forms that the vendors share.

import { randomBytes } from 'node:crypto';
import type { Call, Outcome, Reply } from './gateway';
import type { Instance } from './instances';

/** A body whose keys nobody has looked at. */
export type JsonObject = Record<string, unknown>;

/** Lists are no objects to a validator. */
export const isObject = (value: unknown): value is JsonObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** The body as JSON; nothing where it is none, for those who only look. */
export function jsonOf(body: string): unknown {
	try {
		return JSON.parse(body);
	} catch {
		return undefined;
	}
}

/** An empty text counts as none for every vendor here. */
export const isText = (value: unknown): value is string =>
	typeof value === 'string' && value.length > 0;

const JSON_TYPE = { 'Content-Type': 'application/json; charset=utf-8' };
const HTML_TYPE = { 'Content-Type': 'text/html; charset=utf-8' };

/** The usual answer. */
export const json = (status: number, body: unknown): Outcome => ({
	reply: { status, headers: JSON_TYPE, body: JSON.stringify(body) },
});

/** What proxies and frameworks answer in an API's place. */
export const html = (status: number, body: string): Outcome => ({
	reply: { status, headers: HTML_TYPE, body },
});

/** A status alone, as some vendors refuse. */
export const empty = (status: number): Outcome => ({ reply: { status, headers: {}, body: '' } });

/** What a front proxy shows when nothing of the vendor's own answers. */
export const nginx = (status: number, reason: string): Outcome =>
	html(
		status,
		`<html>\r\n<head><title>${status} ${reason}</title></head>\r\n<body>\r\n<center><h1>${status} ${reason}</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n`,
	);

/** An answer given as data: text as it is, nothing as nothing, all else as JSON. */
export function reply(status: number, body: unknown, headers: Record<string, string> = {}): Reply {
	if (body === undefined) return { status, headers, body: '' };
	if (typeof body === 'string') return { status, headers: { ...HTML_TYPE, ...headers }, body };
	return { status, headers: { ...JSON_TYPE, ...headers }, body: JSON.stringify(body) };
}

/** The answer that a test fixed for one method of an instance. */
export function fixedAnswer(instance: Instance, method: string): Outcome | undefined {
	const { answers } = instance.settings;
	if (answers === undefined || !Object.hasOwn(answers, method)) return undefined;
	const answer = answers[method];
	return answer && { reply: reply(answer.status, answer.body, answer.headers) };
}

/** Whether a body parser for JSON would look at this request at all. */
export const hasJsonType = ({ headers }: Call): boolean =>
	/^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(headers['content-type'] ?? '');

/** The keys of a body that are not among the documented ones. */
export const otherKeys = (value: JsonObject, known: readonly string[], at = ''): string[] =>
	Object.keys(value)
		.filter((key) => !known.includes(key))
		.map((key) => at + key);

let pool = '';
/** A vendor-like id: upper-case hex, cut from a block of random bytes. */
export function hexId(length: number): string {
	if (pool.length < length) pool = randomBytes(4096).toString('hex').toUpperCase();
	const id = pool.slice(0, length);
	pool = pool.slice(length);
	return id;
}
