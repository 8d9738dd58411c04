/** Safe repeats: which failures may be tried again, and after how long. */
import { type Failure, rowOf } from '../domain/failure';

/** A longer `Retry-After` is not waited for. */
const LONGEST_RETRY_AFTER_MS = 120_000;

/** Nobody plans with the seconds of a longer wait. */
const A_WEEK_S = 7 * 24 * 3600;

const LONGEST_WAIT_MS = 30_000;
const JITTER = 0.2;

/** What a message may do about a failure. */
export interface RepeatRule {
	readonly kind: 'send' | 'lookUp';
	readonly maxRetries: number;
	/** Accepts a possible duplicate. */
	readonly resend: boolean;
}

/** Whether the card may have left. */
export function isInDoubt(failure: Failure, kind: RepeatRule['kind']): boolean {
	return kind === 'send' && rowOf(failure).delivery === 'unknown';
}

/**
 * Whether the same request may go out again.
 * @param hasKey the gateway knows a repeat by its key, and says so if it cannot tell any more
 */
export function mayRepeat(failure: Failure, { kind, resend }: RepeatRule, hasKey = false): boolean {
	const row = rowOf(failure);
	if (row.retryable) return true;
	if (hasKey && isOpen(failure)) return true;
	if (kind === 'lookUp') return row.lookUpMayRepeat === true;
	return resend && row.delivery === 'unknown' && row.code !== 'CANCELLED';
}

/** Whether a gateway that keeps keys can still tell what became of the message. */
export function isOpen(failure: Failure): boolean {
	const { code, delivery } = rowOf(failure);
	return delivery === 'unknown' && code !== 'CANCELLED' && failure.happening !== 'outcomeUnknown';
}

/** 1, 2, 4, 8 … s, at most 30 s, ± 20 %; what the gateway asked for instead where it did. */
export function waitMs(failure: Failure, repeats: number, random = Math.random()): number {
	if (failure.retryAfterMs !== null) return failure.retryAfterMs;
	const wait = Math.min(1000 * 2 ** repeats, LONGEST_WAIT_MS);
	return wait * (1 + JITTER * (2 * random - 1));
}

/** Whether the gateway asks for more patience than the node has. */
export function isTooLong({ retryAfterMs }: Failure): boolean {
	return (retryAfterMs ?? 0) > LONGEST_RETRY_AFTER_MS;
}

/** The failure of a message whose gateway asks for more patience than the node has. */
export function tooLongToWait(failure: Failure): Failure {
	const seconds = Math.ceil((failure.retryAfterMs ?? 0) / 1000);
	const wait = seconds > A_WEEK_S ? 'more than a week' : `${seconds} seconds`;
	return {
		...failure,
		message: `${failure.message}; it asks to wait ${wait}`,
		advice: `Run the node again in ${wait}${seconds > A_WEEK_S ? '' : ' or later'}`,
	};
}
