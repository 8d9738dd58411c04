/**
 * Everything that can go wrong, as one table: what happened decides the code, whether the card
 * may have left, and whether the same request may be tried again without risk.
 */

/** The public error codes; saved workflows branch on them. */
export type FailureCode =
	| 'INVALID_INPUT'
	| 'UNAVAILABLE'
	| 'TIMEOUT'
	| 'UNAUTHORIZED'
	| 'NOT_CONNECTED'
	| 'NOT_ON_WHATSAPP'
	| 'QUOTA_EXCEEDED'
	| 'RATE_LIMITED'
	| 'REJECTED'
	| 'UNEXPECTED_RESPONSE'
	| 'CANCELLED';

/** `notSent` is claimed only where it is certain; everything else is `unknown`. */
export type Delivery = 'notSent' | 'unknown';

interface Row {
	readonly code: FailureCode;
	/** Of a send; a look-up delivers nothing and always says `notSent`. */
	readonly delivery: Delivery;
	/** The same request later may succeed and cannot duplicate. */
	readonly retryable: boolean;
	/** Repeating is harmless for a look-up although a send could duplicate. */
	readonly lookUpMayRepeat?: boolean;
}

/** What happened → how it is reported. */
export const failureTable = {
	invalidInput: { code: 'INVALID_INPUT', delivery: 'notSent', retryable: false },
	/** The node's own mistakes, before and after the request has left. */
	notPrepared: { code: 'INVALID_INPUT', delivery: 'notSent', retryable: false },
	lostTrack: { code: 'UNEXPECTED_RESPONSE', delivery: 'unknown', retryable: false },
	unreachable: { code: 'UNAVAILABLE', delivery: 'notSent', retryable: true },
	untrusted: { code: 'UNAVAILABLE', delivery: 'notSent', retryable: false },
	forbiddenByPolicy: { code: 'UNAVAILABLE', delivery: 'notSent', retryable: false },
	refusedByProxy: { code: 'UNAVAILABLE', delivery: 'notSent', retryable: false },
	interrupted: {
		code: 'UNAVAILABLE',
		delivery: 'unknown',
		retryable: false,
		lookUpMayRepeat: true,
	},
	timedOut: { code: 'TIMEOUT', delivery: 'unknown', retryable: false, lookUpMayRepeat: true },
	unauthorized: { code: 'UNAUTHORIZED', delivery: 'notSent', retryable: false },
	starting: { code: 'NOT_CONNECTED', delivery: 'notSent', retryable: true },
	notConnected: { code: 'NOT_CONNECTED', delivery: 'notSent', retryable: false },
	notOnWhatsApp: { code: 'NOT_ON_WHATSAPP', delivery: 'notSent', retryable: false },
	quotaExceeded: { code: 'QUOTA_EXCEEDED', delivery: 'notSent', retryable: false },
	rateLimited: { code: 'RATE_LIMITED', delivery: 'notSent', retryable: true },
	rejected: { code: 'REJECTED', delivery: 'notSent', retryable: false },
	serverError: {
		code: 'UNAVAILABLE',
		delivery: 'unknown',
		retryable: false,
		lookUpMayRepeat: true,
	},
	// Of a send that was repeated with its key; without keys they never happen.
	inProgress: { code: 'UNAVAILABLE', delivery: 'unknown', retryable: false },
	outcomeUnknown: { code: 'UNAVAILABLE', delivery: 'unknown', retryable: false },
	unexpectedResponse: { code: 'UNEXPECTED_RESPONSE', delivery: 'unknown', retryable: false },
	cancelledBeforeSending: { code: 'CANCELLED', delivery: 'notSent', retryable: false },
	cancelledInFlight: { code: 'CANCELLED', delivery: 'unknown', retryable: false },
} as const satisfies Readonly<Record<string, Row>>;

/** A row of the table. */
export type Happening = keyof typeof failureTable;

/** A failure as the rest of the node sees it: plain data, free of requests and secrets. */
export interface Failure {
	readonly happening: Happening;
	/** One sentence with the provider's own reason. */
	readonly message: string;
	/** What the user can do about it. */
	readonly advice: string;
	/** `null` when no answer came. */
	readonly httpStatus: number | null;
	/** What the gateway's `Retry-After` asked for, in milliseconds; `null` when it did not. */
	readonly retryAfterMs: number | null;
}

/** The table's row of a failure; typed wide so that every row has every column. */
export function rowOf(failure: Pick<Failure, 'happening'>): Row {
	return failureTable[failure.happening];
}
