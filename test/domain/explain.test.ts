/** Whatever happened, a person reads what it was and what to do, in sentences of one form. */
import {
	adviceForSend,
	describeFailure,
	failureWith,
	MAX_SENTENCE,
} from '../../nodes/WhatsAppContacts/domain/explain';
import { failureTable, type Happening } from '../../nodes/WhatsAppContacts/domain/failure';

const happenings = Object.keys(failureTable) as Happening[];

it.each(happenings)('%s is said in words, with what to do', (happening) => {
	const failure = describeFailure({ gateway: 'Acme', happening });
	expect(failure.message).toMatch(/^Acme [a-z]+ [^.]*[^.\s]$/);
	expect(failure.advice).toMatch(/^[A-Z][a-z]+ [^:]*[^.\s]$/);
	expect(failure).toMatchObject({ happening, httpStatus: null, retryAfterMs: null });
	const isUnknown = failureTable[happening].delivery === 'unknown';
	expect(/\bCheck in WhatsApp whether/.test(adviceForSend(failure))).toBe(isUnknown);
});

it('repeats the general advice where a look into WhatsApp does not say what is wrong', () => {
	const adviceOf = (happening: Happening) =>
		adviceForSend(describeFailure({ gateway: 'Acme', happening }));
	expect(adviceOf('unexpectedResponse')).toMatch(/^Check that the API URL .+\. Check in WhatsApp/);
	expect(adviceOf('lostTrack')).toMatch(/^Please report it .+\. Check in WhatsApp/);
	expect(adviceOf('timedOut')).toMatch(/^Check in WhatsApp/);
});

it("says the status and the gateway's reason, without a second full stop", () => {
	const told = { gateway: 'Acme', happening: 'rejected', httpStatus: 400 } as const;
	expect(describeFailure({ ...told, reason: 'No such chat. ' })).toMatchObject({
		message: 'Acme did not accept the request (HTTP 400): No such chat',
		httpStatus: 400,
	});
	expect(describeFailure({ ...told, advice: 'Do it', retryAfterMs: 0 })).toMatchObject({
		message: 'Acme did not accept the request (HTTP 400)',
		advice: 'Do it',
		retryAfterMs: 0,
	});
	expect(describeFailure({ ...told, reason: 'x'.repeat(400) }).message).toMatch(/: x{300}…$/);
});

it('changes both sentences of a failure and bounds them', () => {
	const failure = describeFailure({ gateway: 'Acme', happening: 'serverError' });
	const changed = failureWith(failure, (text) => text.replaceAll('r', 'R').padEnd(2000, '.'));
	for (const text of [changed.message, changed.advice]) {
		expect(text).toHaveLength(MAX_SENTENCE + 1);
		expect(text).toContain('R');
	}
});
