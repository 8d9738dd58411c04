/** Numbers in words, and the hint about a run without a pause. */
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
