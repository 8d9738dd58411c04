/** How a refused pace gives way, to the millisecond. */
import { Stretch } from '../../nodes/WhatsAppContacts/delivery/stretch';

test('nothing is stretched before a refusal', () => {
	const stretch = new Stretch();
	expect(stretch.at(0)).toBe(1);
	expect(stretch.isOver(0)).toBe(true);
});

test('a refusal doubles the gap, and half of what was added is back after ten seconds', () => {
	const stretch = new Stretch();
	stretch.refused(5000, 20);
	expect([5000, 15_000, 25_000].map((now) => stretch.at(now))).toEqual([2, 1.5, 1.25]);
});

test('it is over when a hundredth is left', () => {
	const stretch = new Stretch();
	stretch.refused(0, 20);
	expect([0, 60_000, 66_000, 67_000].map((now) => stretch.isOver(now))).toEqual([
		...[false, false, false],
		true,
	]);
});

test.each([
	['a second', 20, 1000],
	['four gaps', 1000, 4000],
])('within %s a refusal answers what had started before', (_what, gapMs, sameMs) => {
	const stretch = new Stretch();
	stretch.refused(0, gapMs);
	stretch.refused(sameMs - 1, gapMs);
	expect(stretch.at(sameMs - 1)).toBeLessThan(2);
	stretch.refused(sameMs, gapMs);
	expect(stretch.at(sameMs)).toBeGreaterThan(3);
});

test('however often it is refused, the gap is four times as long at most', () => {
	const stretch = new Stretch();
	for (let now = 0; now <= 20_000; now += 1000) stretch.refused(now, 20);
	expect(stretch.at(20_000)).toBe(4);
});
