/** Numbers in words, and the hint about a run without a pause. */
import { type Provider, providers } from '../../nodes/WhatsAppContacts/providers';
import { count, duration, noPauseOf } from '../../nodes/WhatsAppContacts/providers/hintText';

it.each([
	[0, '0 cards'],
	[1, '1 card'],
	[2, '2 cards'],
])('counts %d: %s', (number, words) => {
	expect(count(number, 'card')).toBe(words);
});

it.each([
	[0.2, '1 second'],
	[1.6, '2 seconds'],
	[89, '89 seconds'],
	[90, '2 minutes'],
	[60 * 89, '89 minutes'],
	[60 * 90, '2 hours'],
	[3600 * 30, '30 hours'],
])('says how long %d seconds are: %s', (seconds, words) => {
	expect(duration(seconds)).toBe(words);
});

it('warns of more than twenty messages without a pause', () => {
	const hint = noPauseOf('Any gateway');
	expect(hint(21, { hasPause: false })).toBe(
		'21 messages sent without a pause. Any gateway has no queue of its own, so set Pause (Seconds) in the options to protect the account',
	);
	expect(hint(20, { hasPause: false })).toBeUndefined();
	expect(hint(21, { hasPause: true })).toBeUndefined();
});

describe.each(Object.entries(providers as Readonly<Record<string, Provider>>))(
	'a send by %s',
	(_id, { sendContact, delivers }) => {
		it('says that cards wait in a queue, or that many were sent without a pause', () => {
			const card = { fullName: 'Ana', phones: [{ digits: '5511987654321', styled: null }] };
			const chatId = { kind: 'person', digits: '79001234567' } as const;
			const credential = { apiUrl: 'https://gateway.example', instance: 'i', token: 't' };
			const step = sendContact.ask(
				{ chatId, cards: [card], omittedFields: [] },
				credential,
				new Map(),
			);
			const said = (step.hints ?? []).map((hint) => hint(21, { hasPause: false })).join();
			expect(said).toMatch(
				delivers === 'queues' ? /^21 \w+ in .* queue/ : /^21 messages sent without/,
			);
		});
	},
);
