// The vectors as pure functions, for quick verdicts, and what only keys and several tries show.
import { hasLongName, toOpenWaCard } from '../../nodes/WhatsAppContacts/providers/openWa/card';
import { withRetryAfter } from '../../nodes/WhatsAppContacts/providers/openWa/patience';
import { refusal, settlesKey } from '../../nodes/WhatsAppContacts/providers/openWa/refusal';
import { describePure } from './describePure';
import { openWa } from './openWa.vectors';

describePure(openWa);

const answered = (
	status: number,
	body: unknown,
	headers: Readonly<Record<string, string>> = {},
) => ({
	...{ status, body, headers, oversized: false },
	text: JSON.stringify(body),
});
const nest = (statusCode: number, message: string, more: object = {}) =>
	answered(statusCode, { statusCode, message, ...more });

it.each<[Readonly<Record<string, string>>, unknown, string | undefined]>([
	[{ 'retry-after': '5', 'retry-after-long': '60' }, { retryAfterSeconds: 9 }, '5'],
	[{ 'retry-after-short': '1' }, {}, '1'],
	[{ 'retry-after-medium': '9' }, {}, '9'],
	[{ 'retry-after-short': '1', 'retry-after-medium': '9', 'retry-after-long': '60' }, {}, '60'],
	[{}, { retryAfterSeconds: 3600 }, '3600'],
	[{}, { retryAfterSeconds: '120' }, '120'],
	[{}, { retryAfterSeconds: 0 }, '0'],
	[{ 'retry-after-long': '60' }, { retryAfterSeconds: 0.5 }, '60'],
	[{}, { retryAfterSeconds: -1 }, undefined],
	[{}, { retryAfterSeconds: '1234567890' }, undefined],
	[{}, { retryAfterSeconds: '5x' }, undefined],
	[{}, { retryAfterSeconds: 'x5' }, undefined],
	[{ 'retry-after-long': 'soon' }, { retryAfterSeconds: null }, undefined],
	[{}, null, undefined],
])('the wait in %j and %j is %j', (headers, body, wait) => {
	expect(withRetryAfter(answered(429, body, headers)).headers['retry-after']).toBe(wait);
});

it.each([
	[nest(501, 'Operation not supported'), true],
	[answered(501, {}), false],
	[answered(502, { statusCode: 400, message: 'x' }), false],
	[nest(404, 'Quoted message 3EB0 not found'), true],
	[nest(404, "Session with id 'x' not found"), false],
	[nest(400, 'could not resolve the recipient'), true],
	[nest(400, 'Session is not active'), false],
	[nest(400, 'Session is not started'), false],
	[nest(400, 'Message sending blocked by plugin'), false],
	[nest(400, 'x', { code: 'IDEMPOTENCY_KEY_REUSED' }), false],
	[nest(409, 'not ready'), false],
	[nest(500, 'No LID for user'), false],
])('%j settles what became of earlier tries: %j', (answer, settles) => {
	expect(settlesKey(answer)).toBe(settles);
});

it.each([
	[nest(409, 'x', { code: 'IDEMPOTENCY_KEY_IN_PROGRESS' }), 'inProgress'],
	[nest(409, 'x', { code: 'IDEMPOTENCY_OUTCOME_UNKNOWN' }), 'outcomeUnknown'],
	[nest(409, 'not ready'), 'serverError'],
	[nest(500, 'not supported by the active engine'), 'serverError'],
	[nest(501, 'No LID for user'), 'serverError'],
	[nest(404, 'Contact not found'), 'rejected'],
])('%j means %s', (answer, happening) => {
	expect(refusal(answer)).toHaveProperty('happening', happening);
});

it.each([
	['+55 11 98765-4321', '+55 11 98765-4321'],
	[`+55 11 98765-4321${' '.repeat(13)}`, `+55 11 98765-4321${' '.repeat(13)}`],
	[`+55 11 98765-4321${' '.repeat(14)}`, '+5511987654321'],
	['+55 11 98765-4321 x9', '+5511987654321'],
	[null, '+5511987654321'],
])('a number typed %j is printed as %s', (styled, contactNumber) => {
	const card = { fullName: 'Ana', phones: [{ digits: '5511987654321', styled }] };
	expect(toOpenWaCard(card)).toEqual({ contactName: 'Ana', contactNumber });
});

it('takes names of up to 255 characters', () => {
	const lengths = [255, 256].map((length) => ({ fullName: 'a'.repeat(length), phones: [] }));
	expect(lengths.map(hasLongName)).toEqual([false, true]);
});
