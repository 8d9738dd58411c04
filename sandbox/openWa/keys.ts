// OpenWA's Idempotency-Key: kept for each session, with what became of the first request. Only
// successes are answered again.

import type { Call, Outcome, Reply } from '../gateway';
import { isObject, jsonOf } from '../replies';
import type { OpenWa } from './account';
import { refusal } from './refusals';

const DAY_MS = 24 * 3600 * 1000;
/** Whoever runs longer is taken for lost. */
const LONGEST_RUN_MS = 10 * 60 * 1000;

interface Kept {
	/** Route and body, by which a repeat is known. */
	asked: string;
	since: number;
	/** Until then it runs. */
	over: number;
	/** None where the engine does not say what became of it. */
	reply: Reply | undefined;
}

const kept = new WeakMap<OpenWa, Map<string, Kept>>();

/** Carries a send out under its key, or answers for the one that had the key before. */
export function underKey(call: Call, instance: OpenWa, send: () => Outcome): Outcome {
	const key = call.headers['idempotency-key'];
	if (key === undefined || instance.settings.older) return send();
	// Given twice, both come with a comma and a blank between them.
	if (typeof key !== 'string' || !/^[\x21-\x7e]{1,255}$/.test(key)) {
		return refusal(400, 'Idempotency-Key is malformed', 'IDEMPOTENCY_KEY_INVALID');
	}
	const keys = kept.get(instance) ?? new Map<string, Kept>();
	kept.set(instance, keys);
	const asked = `${call.path} ${JSON.stringify(sorted(jsonOf(call.body)))}`;
	const known = keys.get(key);
	if (known && call.at - known.since < DAY_MS) return repeated(known, asked);
	const outcome = send();
	const { status } = outcome.reply;
	// Refused before the engine was called: the key is free again.
	if ((status >= 400 && status < 500) || status === 501 || status === 503) return outcome;
	keys.set(key, {
		asked,
		since: call.at,
		over: Date.now() + (outcome.waitMs ?? 0),
		reply: status < 300 ? outcome.reply : undefined,
	});
	return outcome;
}

function repeated({ asked: first, since, over, reply }: Kept, asked: string): Outcome {
	if (asked !== first) {
		return refusal(422, 'The key was used for another request', 'IDEMPOTENCY_KEY_REUSED');
	}
	const isRunning = Date.now() < over;
	if (isRunning && Date.now() - since < LONGEST_RUN_MS) {
		return refusal(409, 'The first request still runs', 'IDEMPOTENCY_KEY_IN_PROGRESS');
	}
	if (isRunning || reply === undefined) {
		return refusal(
			409,
			'The first request failed and may have gone out',
			'IDEMPOTENCY_OUTCOME_UNKNOWN',
		);
	}
	return { reply: { ...reply, headers: { ...reply.headers, 'Idempotent-Replayed': 'true' } } };
}

/** The order of keys in a body makes no difference. */
function sorted(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(sorted);
	if (!isObject(value)) return value;
	const entries = Object.entries(value).map(([key, inner]) => [key, sorted(inner)] as const);
	return Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
}
