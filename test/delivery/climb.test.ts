/** How the number in flight moves, round by round, without a delivery around it. */
import { Climb } from '../../nodes/WhatsAppContacts/delivery/climb';

/** So many full round trips, each answer after so many milliseconds; the limit after each. */
function pass(climb: Climb, rounds: number, tookMs: number | ((limit: number) => number) = 100) {
	return Array.from({ length: rounds }, () => {
		const { round, limit } = climb;
		for (let level = 1; level <= limit; level++) round.begins(level);
		for (let level = 1; level <= limit; level++) {
			round.ended(typeof tookMs === 'number' ? tookMs : tookMs(limit));
		}
		climb.judge(round);
		return climb.limit;
	});
}

const open = () => new Climb({ first: 8, most: 64 });

test('doubles each round trip up to the most', () => {
	expect(pass(open(), 5)).toEqual([16, 32, 64, 64, 64]);
});

test('does not move between equal bounds, whatever comes', () => {
	const climb = new Climb({ first: 5, most: 5 });
	climb.overloaded('refused', 5, climb.epoch);
	climb.overloaded('failed', 5, climb.epoch);
	expect(pass(climb, 20)).toEqual(Array.from({ length: 20 }, () => 5));
});

test('goes back where twice as many bring no more', () => {
	const limits = pass(open(), 4, (limit) => 100 * Math.max(1, limit / 16));
	expect(limits.slice(0, 3)).toEqual([16, 32, 16]);
});

test('stays where a thousand answers a second come already', () => {
	expect(pass(open(), 3, 8)).toEqual([8, 8, 8]);
	expect(pass(open(), 1, 9)).toEqual([16]);
});

describe.each(['refused', 'failed', 'tooOften'] as const)('%s', (end) => {
	test('halves what may be in flight, once for all that had begun before', () => {
		const climb = open();
		pass(climb, 3);
		const { epoch } = climb;
		climb.overloaded(end, 40, epoch);
		expect(climb.limit).toBe(32);
		climb.overloaded(end, 41, epoch);
		expect(climb.limit).toBe(32);
		climb.overloaded(end, 32, climb.epoch);
		expect(climb.limit).toBe(16);
	});

	test('never ends below one', () => {
		const climb = open();
		for (let times = 0; times < 10; times++) climb.overloaded(end, 1, climb.epoch);
		expect(climb.limit).toBe(1);
	});
});

test('after a refusal a little room is left below what was refused, and held', () => {
	const climb = open();
	pass(climb, 1);
	climb.overloaded('refused', 13, climb.epoch);
	expect(pass(climb, 20)).toEqual([...Array.from({ length: 20 }, () => 11)]);
});

test('after a refusal for its rate it doubles again, for nothing else is known', () => {
	const climb = open();
	pass(climb, 3);
	climb.overloaded('tooOften', 20, climb.epoch);
	expect(pass(climb, 2)).toEqual([64, 64]);
});

test('after a failure it grows little by little', () => {
	const climb = open();
	pass(climb, 3);
	climb.overloaded('failed', 64, climb.epoch);
	const [first = 0, second = 0] = pass(climb, 2);
	expect([first, second]).toEqual([36, 45]);
});

test('what was refused with few in flight is tried again in the end', () => {
	const climb = open();
	climb.overloaded('refused', 1, climb.epoch);
	climb.overloaded('refused', 1, climb.epoch);
	expect(climb.limit).toBe(2);
	expect(Math.max(...pass(climb, 3000))).toBeGreaterThan(8);
});
