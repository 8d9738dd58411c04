/** One round trip's answers: which requests count, and what they say together. */
import { Round } from '../../nodes/WhatsAppContacts/delivery/round';

test('the first requests count, as many as may be in flight', () => {
	const round = new Round(2);
	expect([round.begins(1), round.begins(2), round.begins(1)]).toEqual([true, true, false]);
});

test('it is over when all of them have ended, and tells their mean', () => {
	const round = new Round(3);
	expect(round.tookMs).toBeUndefined();
	round.ended(100);
	round.ended(undefined);
	expect(round.isOver).toBe(false);
	round.ended(200);
	expect(round.isOver).toBe(true);
	expect(round.tookMs).toBe(150);
});

test('without an answer it tells nothing', () => {
	const round = new Round(1);
	round.ended(undefined);
	expect([round.isOver, round.tookMs]).toEqual([true, undefined]);
});

test('it was full when as many as allowed were in flight at once, whoever counted', () => {
	const round = new Round(2);
	round.begins(1);
	round.begins(1);
	expect(round.wasFull).toBe(false);
	round.begins(2);
	expect(round.wasFull).toBe(true);
	round.begins(1);
	expect(round.wasFull).toBe(true);
});
