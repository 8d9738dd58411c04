/** What the node promises to say of each thing that can go wrong, written out: workflows branch on it. */
import { failureTable, rowOf } from '../../nodes/WhatsAppContacts/domain/failure';

/** Happening, code, delivery of a send, may a send be repeated, may a look-up. */
const promised = [
	['notPrepared', 'INVALID_INPUT', 'notSent', false, false],
	['lostTrack', 'UNEXPECTED_RESPONSE', 'unknown', false, false],
	['invalidInput', 'INVALID_INPUT', 'notSent', false, false],
	['unreachable', 'UNAVAILABLE', 'notSent', true, true],
	['untrusted', 'UNAVAILABLE', 'notSent', false, false],
	['forbiddenByPolicy', 'UNAVAILABLE', 'notSent', false, false],
	['refusedByProxy', 'UNAVAILABLE', 'notSent', false, false],
	['interrupted', 'UNAVAILABLE', 'unknown', false, true],
	['timedOut', 'TIMEOUT', 'unknown', false, true],
	['unauthorized', 'UNAUTHORIZED', 'notSent', false, false],
	['starting', 'NOT_CONNECTED', 'notSent', true, true],
	['notConnected', 'NOT_CONNECTED', 'notSent', false, false],
	['notOnWhatsApp', 'NOT_ON_WHATSAPP', 'notSent', false, false],
	['quotaExceeded', 'QUOTA_EXCEEDED', 'notSent', false, false],
	['rateLimited', 'RATE_LIMITED', 'notSent', true, true],
	['rejected', 'REJECTED', 'notSent', false, false],
	['serverError', 'UNAVAILABLE', 'unknown', false, true],
	['unexpectedResponse', 'UNEXPECTED_RESPONSE', 'unknown', false, false],
	['inProgress', 'UNAVAILABLE', 'unknown', false, false],
	['outcomeUnknown', 'UNAVAILABLE', 'unknown', false, false],
	['cancelledBeforeSending', 'CANCELLED', 'notSent', false, false],
	['cancelledInFlight', 'CANCELLED', 'unknown', false, false],
] as const;

it.each(promised)('%s is %s, %s', (happening, code, delivery, retryable, lookUpMayRepeat) => {
	const row = rowOf({ happening });
	expect(row).toMatchObject({ code, delivery, retryable });
	expect(row.retryable || row.lookUpMayRepeat === true).toBe(lookUpMayRepeat);
});

it('promises something of everything that can happen', () => {
	const known = promised.map(([happening]) => happening as string);
	// What only a gateway with keys for sends can say has its own tests.
	expect(Object.keys(failureTable).filter((name) => !known.includes(name))).toEqual([]);
});
