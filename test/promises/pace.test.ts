/** Limits and pauses on a clock of the test's own, where hours pass in milliseconds. */
import { createLessons } from '../../nodes/WhatsAppContacts/delivery/lessons';
import { Pace } from '../../nodes/WhatsAppContacts/delivery/pace';
import { Pauses } from '../../nodes/WhatsAppContacts/delivery/pauses';
import type { Limit } from '../../nodes/WhatsAppContacts/providers/provider';
import { FakeClock } from './fakeClock';

const going = new AbortController().signal;
const perSecond = (starts: number): Limit[] => [{ starts, perMs: 1000 }];

/** The most starts that any window of that length holds. */
function busiest(starts: readonly number[], ms: number): number {
	return Math.max(
		...starts.map((from) => starts.filter((at) => at >= from && at < from + ms).length),
	);
}

/** When `count` turns that were all asked for at once come. */
async function startsOf(pace: Pace, clock: FakeClock, count: number, limits: readonly Limit[]) {
	const starts: number[] = [];
	await Promise.all(
		Array.from({ length: count }, async () => {
			await pace.turn('key', limits, going);
			starts.push(clock.now());
		}),
	);
	return starts;
}

/** A clock of a process that is now and then held up, and then wakes many sleepers at once. */
class LateClock extends FakeClock {
	override now = () => Math.ceil(this.time / 300) * 300;
}

describe('documented limits', () => {
	test('are spread evenly within a second', async () => {
		const clock = new FakeClock();
		const starts = await startsOf(new Pace(clock), clock, 100, perSecond(50));
		const gaps = starts.slice(1).map((at, index) => at - (starts[index] ?? 0));
		expect(Math.min(...gaps)).toBeGreaterThanOrEqual(20);
		expect(Math.max(...gaps)).toBeLessThanOrEqual(21);
		expect(starts.at(-1)).toBeCloseTo(99 * 20.8, -1);
	});

	test('no second holds more real starts, also where a busy process wakes late', async () => {
		const clock = new LateClock();
		const starts = await startsOf(new Pace(clock), clock, 400, perSecond(50));
		expect(starts).toHaveLength(400);
		expect(busiest(starts, 1000)).toBeLessThanOrEqual(50);
		// What was missed while it slept is made good: such a clock sees 1200 ms where 1040 are.
		expect(clock.now()).toBeLessThanOrEqual(8 * 1200);
	});

	test('of a second, a minute and an hour are kept at once, each in full', async () => {
		const clock = new FakeClock();
		const limits: Limit[] = [
			{ starts: 1000, perMs: 3_600_000 },
			{ starts: 10, perMs: 1000 },
			{ starts: 100, perMs: 60_000 },
		];
		const starts = await startsOf(new Pace(clock), clock, 1100, limits);
		expect(busiest(starts, 1000)).toBe(10);
		expect(busiest(starts, 60_000)).toBe(100);
		expect(busiest(starts, 3_600_000)).toBe(1000);
		// The first hundred leave as quickly as a second allows, the next wait for their minute.
		expect(starts[99]).toBeLessThan(11_000);
		expect(starts[100]).toBeGreaterThan(60_000);
		expect(starts[100]).toBeLessThan(62_000);
		expect(starts[1000]).toBeGreaterThan(3_600_000);
		expect(starts[1000]).toBeLessThan(3_602_000);
	});

	test('whoever is stopped gives the place back: the next comes as if nobody had waited', async () => {
		const clock = new FakeClock();
		const pace = new Pace(clock);
		const stopped = new AbortController();
		await pace.turn('key', perSecond(1), going);
		const left = Array.from({ length: 64 }, () => pace.turn('key', perSecond(1), stopped.signal));
		let came = -1;
		const behind = pace.turn('key', perSecond(1), going).then(() => void (came = clock.now()));
		stopped.abort();
		await Promise.all([...left, behind]);
		expect(came).toBe(1040);
	});

	test('who is stopped in the middle of the line ends at once, before those in front', async () => {
		const clock = new FakeClock();
		const pace = new Pace(clock);
		const stopped = new AbortController();
		const order: string[] = [];
		await pace.turn('key', perSecond(1), going);
		const all = [going, stopped.signal, going].map((signal, index) =>
			pace.turn('key', perSecond(1), signal).then(() => void order.push(`${index} ${clock.now()}`)),
		);
		stopped.abort();
		await Promise.all(all);
		expect(order).toEqual(['1 0', '0 1040', '2 2080']);
	});

	test('are doubled after two refusals, and kept as they are again in time', async () => {
		const clock = new FakeClock();
		const pace = new Pace(clock);
		const starts: number[] = [];
		for (let start = 0; start < 80; start++) {
			await pace.turn('key', perSecond(1), going);
			starts.push(clock.now());
			if (start < 2) pace.refused('key', perSecond(1));
		}
		const gaps = starts.slice(1).map((at, index) => at - (starts[index] ?? 0));
		expect(gaps[1]).toBeGreaterThan(2000);
		expect(gaps.at(-1)).toBeLessThan(1060);
	});

	test('of an hour count for an hour, however short the others are', async () => {
		const clock = new FakeClock();
		const pace = new Pace(clock);
		const limits = [...perSecond(10), { starts: 2, perMs: 3_600_000 }];
		const starts: number[] = [];
		for (let start = 0; start < 3; start++) {
			await pace.turn('key', limits, going);
			starts.push(clock.now());
			await clock.sleep(60_000, going);
		}
		expect(starts).toEqual([0, 60_000, 3_601_000]);
	});

	test('are forgotten once nothing of them counts any more', async () => {
		const clock = new FakeClock();
		const pace = new Pace(clock);
		for (let instance = 0; instance < 500; instance++) {
			await pace.turn(`${instance}`, perSecond(50), going);
			pace.refused(`${instance}`, perSecond(50));
			await clock.sleep(1000, going);
		}
		expect(pace.size).toBeLessThan(100);
	});
});

describe('pauses', () => {
	/** Starts of several lists on one account: each message asks after the one before it. */
	async function starts(lists: ReadonlyArray<{ pause: number; count: number }>) {
		const clock = new FakeClock();
		const pauses = new Pauses(clock);
		const made: Array<{ list: number; at: number; pause: number }> = [];
		await Promise.all(
			lists.map(async ({ pause, count }, list) => {
				for (let message = 0; message < count; message++) {
					await pauses.turn('account', pause, going);
					made.push({ list, at: clock.now(), pause });
				}
			}),
		);
		return made;
	}

	test('stand between a message and the one before it, whoever sent that', async () => {
		const made = await starts([
			{ pause: 12_000, count: 4 },
			{ pause: 1000, count: 20 },
			{ pause: 3000, count: 5 },
		]);
		expect(made).toHaveLength(29);
		made.slice(1).forEach(({ at, pause }, index) => {
			expect(at - (made[index]?.at ?? 0)).toBeGreaterThanOrEqual(pause);
		});
	});

	test('a short one does not wait for a long one', async () => {
		const made = await starts([
			{ pause: 3_600_000, count: 2 },
			{ pause: 1000, count: 10 },
		]);
		const short = made.filter(({ list }) => list === 1).map(({ at }) => at);
		expect(short.at(-1)).toBe(10_000);
	});

	test('a long one is not overtaken for ever', async () => {
		const made = await starts([
			{ pause: 12_000, count: 3 },
			{ pause: 1100, count: 1000 },
		]);
		const long = made.filter(({ list }) => list === 0).map(({ at }) => at);
		expect(long.at(-1)).toBeLessThan(300_000);
		// Even then it keeps the other's pause.
		const all = made.map(({ at }) => at).sort((a, b) => a - b);
		const gaps = all.slice(1).map((at, index) => at - (all[index] ?? 0));
		expect(Math.min(...gaps)).toBe(1100);
	});

	test('one that was stopped holds nobody up', async () => {
		const clock = new FakeClock();
		const pauses = new Pauses(clock);
		const stopped = new AbortController();
		await pauses.turn('account', 12_000, going);
		const first = pauses.turn('account', 12_000, stopped.signal);
		const behind = pauses.turn('account', 12_000, going);
		stopped.abort();
		await first;
		await behind;
		expect(clock.now()).toBe(12_000);
	});

	test('are kept by a process that has run for days', async () => {
		const clock = new FakeClock();
		const pauses = new Pauses(clock);
		await clock.sleep(200_000_000, going);
		const starts: number[] = [];
		for (let start = 0; start < 2; start++) {
			await pauses.turn('account', 3_600_000, going);
			starts.push(clock.now() - 200_000_000);
		}
		expect(starts).toEqual([0, 3_600_000]);
	});

	test('of accounts that send no more are forgotten', async () => {
		const clock = new FakeClock();
		const pauses = new Pauses(clock);
		for (let account = 0; account < 500; account++) {
			await pauses.turn(`${account}`, 0, going);
			await clock.sleep(60_000, going);
		}
		expect(pauses.size).toBeLessThan(100);
	});
});

describe('lessons', () => {
	test('are asked for again after an hour', async () => {
		const clock = new FakeClock();
		const lessons = createLessons(clock);
		await clock.sleep(5_000_000, going);
		lessons.set('server', 'v1');
		await clock.sleep(3_599_000, going);
		expect(lessons.get('server')).toBe('v1');
		await clock.sleep(1000, going);
		expect(lessons.get('server')).toBeUndefined();
	});
});
