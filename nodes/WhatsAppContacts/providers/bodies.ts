/** What stands in a body of unknown shape, of an answer or of a webhook: its keys and its texts. */
import { bounded } from '../domain/texts';

/** A body of unknown shape, to look for keys in; without any where it is no object. */
export function asRecord(value: unknown): Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

/** What a gateway said, of any shape, with every text in it cut: before a pattern looks into it. */
export function cutIn(said: unknown, depth = 0): unknown {
	if (typeof said === 'string') return bounded(said);
	if (typeof said !== 'object' || said === null) return said;
	if (depth > 4) return undefined;
	if (Array.isArray(said)) return said.map((each) => cutIn(each, depth + 1));
	return Object.fromEntries(
		Object.entries(said).map(([key, each]) => [bounded(key), cutIn(each, depth + 1)]),
	);
}

const REASON_KEYS = ['message', 'error', 'description', 'reason', 'response', 'error_description'];
/** More texts than these are no reason but data. */
const MAX_TEXTS = 20;

/** The texts of a body that may be a reason, the most telling first; each may be cut. */
export function textsIn(body: unknown, depth = 0): string[] {
	if (typeof body === 'string') return [bounded(body)];
	if (typeof body !== 'object' || body === null || depth > 4) return [];
	const record = asRecord(body);
	const parts = Array.isArray(body) ? body.slice(0, 10) : REASON_KEYS.map((key) => record[key]);
	return parts.flatMap((part) => textsIn(part, depth + 1)).slice(0, MAX_TEXTS);
}
