/** What a run says beside its items, once for all of them. */
import { operations } from '../../nodes/WhatsAppContacts/operations';
import {
	ana,
	type Answered,
	blank,
	chatId,
	type Host,
	runOn,
	said,
	three,
	to,
	writing,
} from './host';

afterEach(() => jest.restoreAllMocks());

const batch: Host['answer'] = ({ body }) => [
	200,
	(body as { phones: string[] }).phones.map((inputPhone) => ({ inputPhone, exists: true })),
];
const check = { parameters: { operation: 'checkNumber', chatId }, answer: batch };

test('hints name what looks wrong or was left out, of the items that were read', async () => {
	const card = { phone: '+15550001', fullName: 'Ana', shoeSize: 38, email: 'a@b.example' };
	const { hints, items } = await runOn({
		items: to('+1234567', 'nobody', '+79001234503'),
		parameters: {
			chatId,
			specifyContacts: 'json',
			contactsJson: [card, { fullName: 'Bia' }],
			options: { skipInvalidCards: true },
		},
		continues: true,
	});
	expect(items.map(({ json }) => json.omittedFields)).toEqual([
		['email', 'shoeSize'],
		undefined,
		['email', 'shoeSize'],
	]);
	expect(hints).toEqual(
		[
			/^Left out, because [^,]+ cannot .*: email \(2\), shoeSize \(2\)\./,
			/^2 cards left out that cannot be sent\./,
			/^2 messages in the gateway's queue\./,
			/^No valid number of the country code \+1: 1234567, 15550001\./,
		].map((message) => ({
			message: expect.stringMatching(message) as unknown,
			location: 'outputPane',
		})),
	);
});

test('hints are the same without Simplify', async () => {
	const parameters = { specifyContacts: 'json', contactsJson: [{ ...ana, shoeSize: 38 }] };
	const { hints } = await runOn({ parameters });
	expect(hints).toHaveLength(2);
	const raw = await runOn({ parameters: { ...parameters, simplify: false } });
	expect(raw.hints).toEqual(hints);
});

test('hints are not said where there are none, nor where n8n takes none', async () => {
	const silent = jest.fn();
	const context = { addExecutionHints: silent };
	await runOn({ ...check, items: three, context });
	expect(silent).not.toHaveBeenCalled();
	const { error, items } = await runOn({ context: { addExecutionHints: undefined } });
	expect([error, items.length]).toEqual([undefined, 1]);
});

test('hints are short and hold no secret', async () => {
	const token = '1234567';
	const suspicious = await runOn({ ...check, items: to('+1234567'), credential: { token } });
	expect(said(suspicious.hints)).toEqual([
		expect.stringMatching(/^No valid number of the country code \+1: \[redacted\] If/),
	]);
	jest.replaceProperty(operations.checkNumber, 'hints', [() => 'x'.repeat(3000)]);
	const long = await runOn({ ...check, items: three });
	expect(said(long.hints).map(({ length }) => length)).toEqual([2001]);
});

test.each([
	[0, [expect.stringMatching(/^21 messages sent without a pause/)]],
	[0.001, []],
])('hints speak of pauses where %d seconds are set', async (pauseSeconds, words) => {
	const { hints } = await runOn({
		items: blank(21),
		parameters: { provider: writing, options: { pauseSeconds } },
		answer: () => [201, { key: { id: 'M' } }],
	});
	expect(said(hints)).toEqual(words);
});

test('hints count what was sent again', async () => {
	const answers: Answered[] = [[502, {}, { 'retry-after': '0' }]];
	const options = { maxRetries: 1, onUnknownDelivery: 'resend' };
	const { hints, items } = await runOn({
		parameters: { options },
		answer: () => answers.shift() ?? [200, { messageId: 'M' }],
	});
	expect(items).toHaveLength(1);
	expect(said(hints)[1]).toMatch(/^1 sent again although an earlier attempt may have arrived/);
});
