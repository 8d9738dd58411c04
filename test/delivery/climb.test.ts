/** How the number in flight moves, round by round, without a delivery around it. */
import { Climb } from '../../nodes/WhatsAppContacts/delivery/climb';

type TookMs = number | ((limit: number) => number);

/**
 * So many round trips, each answer after so many milliseconds; the limit after each.
 * @param isFull as many are in flight as may be
 */
function pass(climb: Climb, rounds: number, tookMs: TookMs = 100, isFull = true) {
	return Array.from({ length: rounds }, () => {
		const { round, limit } = climb;
		for (let level = 1; level <= limit; level++) round.begins(isFull ? level : 1);
		for (let level = 1; level <= limit; level++) {
			round.ended(typeof tookMs === 'number' ? tookMs : tookMs(limit));
		}
		climb.judge(round);
		return climb.limit;
	});
}

/** `8 16x3` for 8, 16, 16, 16. */
function told(limits: readonly number[]): string {
	const ends = limits.flatMap((limit, at) => (limits[at + 1] === limit ? [] : [at]));
	const each = ends.map((end, at) => {
		const times = end - (ends[at - 1] ?? -1);
		return times === 1 ? `${limits[end]}` : `${limits[end]}x${times}`;
	});
	return each.join(' ');
}

/** Answers take longer only where more are in flight than the gateway works at. */
const queueBehind =
	(fits: number, ms = 100) =>
	(limit: number) =>
		ms * Math.max(1, limit / fits);

/** Each that is in flight beyond so many makes all of them slower. */
const slowerBeyond = (fits: number, part: number) => (limit: number) =>
	100 * (1 + part * Math.max(0, limit - fits));

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

test('once for all it is forgotten what was refused with few, and never while it holds', () => {
	const climb = open();
	pass(climb, 2);
	climb.overloaded('refused', 20, climb.epoch);
	expect(told(pass(climb, 60))).toBe('17x33 19 23 34 64x24');
});

describe('a gateway that', () => {
	test.each<[string, number, TookMs, string]>([
		[
			'works at 16 is tried by a little more, ever more seldom',
			800,
			queueBehind(16),
			'16 32 16x2 18 16x4 18 16x8 18 16x16 18 16x32 18 16x64 18 16x128 18 16x256 18 16x256 18 16x23',
		],
		[
			'works at 12 is asked by a little fewer, too, when requests wait',
			100,
			queueBehind(12),
			'16 32 16x2 14x6 15 14x10 15 14x19 15 14x37 15 14x20',
		],
		[
			'is slower by a quarter for each beyond 24 is gone towards by ever larger steps',
			40,
			slowerBeyond(24, 0.25),
			'16 32 16x2 18 22 33 22x2 24 30 24x2 27 24x4 27 24x8 27 24x12',
		],
		[
			'is slower by a quarter for each beyond 12 is left at what brings most',
			40,
			slowerBeyond(12, 0.25),
			'16 8x4 9 11 16 11x3 12 15 12x3 13 12x6 13 12x11 13 12x4',
		],
		[
			'is slower by a twentieth for each beyond 12 is asked by fewer as long as that costs nothing',
			20,
			slowerBeyond(12, 0.05),
			'16 32 64x2 56 49 43 49x2 55 49x4 55 49x5',
		],
	])('%s', (_what, rounds, tookMs, limits) => {
		expect(told(pass(open(), rounds, tookMs))).toBe(limits);
	});

	test('answers one after the other is asked by one', () => {
		const climb = new Climb({ first: 1, most: 4 });
		expect(told(pass(climb, 100, queueBehind(1)))).toBe('2 1x32 2 1x64 2 1');
	});

	test('is asked by one and becomes slower is asked by one still, and rarely tried by more', () => {
		const climb = new Climb({ first: 1, most: 4 });
		pass(climb, 10, queueBehind(1));
		expect(told(pass(climb, 300, queueBehind(1, 300)))).toBe('1x65 2 1x234');
	});

	test('works at a fifth for a while is asked by few, and by as many as before afterwards', () => {
		const climb = open();
		pass(climb, 4);
		expect(told(pass(climb, 30, queueBehind(4)))).toBe('32 16 8x2 4x9 8 4x16');
		expect(told(pass(climb, 12))).toBe('5 6 9 18 36 64x7');
	});

	test('becomes slower for reasons of its own is not given way to for ever', () => {
		const climb = open();
		pass(climb, 10);
		expect(told(pass(climb, 50, 300))).toBe('32 16 8x2 4 7 8x32 9 11 16 32 64x8');
	});

	test('becomes quicker is tried by fewer, because requests wait', () => {
		const climb = open();
		pass(climb, 40, queueBehind(12));
		expect(told(pass(climb, 40, queueBehind(12, 50)))).toBe('14 13x39');
	});

	test.each([
		[140, '8x10'],
		[141, '8 4 7 8x7'],
	])('took 100 ms and takes %i is slower or not, and only the second time', (ms, limits) => {
		const climb = open();
		const tookMs = (calm: number) => (limit: number) => (limit <= 8 ? calm : 200);
		expect(told(pass(climb, 20, tookMs(100)))).toBe('16 8x4 9 8x8 9 8x5');
		expect(told(pass(climb, 10, tookMs(ms)))).toBe(limits);
	});

	test('is slow for one round in two is not cut', () => {
		const climb = open();
		const tookMs = (calm: number) => (limit: number) => (limit <= 8 ? calm : 200);
		pass(climb, 20, tookMs(100));
		for (const ms of [150, 100, 150, 100, 150]) {
			expect(pass(climb, 1, tookMs(ms))).toEqual([8]);
		}
	});
});

test('a list too short to fill what is allowed tells nothing of more', () => {
	expect(told(pass(open(), 30, 100, false))).toBe('16x30');
});

test('a round that began before a change tells nothing', () => {
	const climb = open();
	const { round } = climb;
	climb.overloaded('failed', 8, climb.epoch);
	for (let level = 1; level <= 8; level++) round.ended(100);
	climb.judge(round);
	expect([climb.limit, climb.round.size]).toEqual([4, 4]);
});

describe('a documented rate of 50 a second', () => {
	const documented = () => {
		const climb = open();
		climb.documented = 0.05;
		return climb;
	};

	test.each<[string, number, string]>([
		['is kept busy after one round of a second', 1000, '50 64x3'],
		['holds nothing up where it needs fewer', 100, '16 32 64x2'],
	])('%s', (_what, tookMs, limits) => {
		expect(told(pass(documented(), 4, tookMs))).toBe(limits);
	});

	test('is no reason to hurry after a failure', () => {
		const climb = documented();
		climb.overloaded('failed', 8, climb.epoch);
		expect(told(pass(climb, 3, 1000))).toBe('5 6 9');
	});
});
