/** How far a documented gap is stretched after refusals, and when it is kept again. */
import { Stretch } from '../../nodes/WhatsAppContacts/delivery/stretch';

/** Refused twice: somebody else shares the rate. */
function shared(gapMs = 20): Stretch {
	const stretch = new Stretch();
	stretch.refused(0, gapMs);
	stretch.refused(1, gapMs);
	return stretch;
}

test('the gap is the documented one until the gateway refuses', () => {
	const stretch = new Stretch();
	expect([stretch.at(0), stretch.isOver(0)]).toEqual([1, true]);
});

test('one refusal alone makes it a twentieth longer', () => {
	const stretch = new Stretch();
	stretch.refused(0, 20);
	expect(stretch.at(0)).toBe(1.05);
	stretch.refused(60_000, 20);
	expect(stretch.at(60_000)).toBeCloseTo(1.05, 2);
});

test('a second one doubles it, and half of what was added is taken back every ten seconds', () => {
	const stretch = shared();
	expect(stretch.at(1)).toBeCloseTo(2.1, 3);
	expect(stretch.at(10_001)).toBeCloseTo(1.55, 3);
	expect(stretch.at(20_001)).toBeCloseTo(1.275, 3);
});

test('it is over when less than a hundredth is left', () => {
	const stretch = shared();
	const moments = [1, 60_000, 67_000, 68_000].map((now) => stretch.isOver(now));
	expect(moments).toEqual([false, false, false, true]);
});

test('a later one doubles what is left, at most to four times', () => {
	const stretch = shared();
	stretch.refused(10_001, 20);
	expect(stretch.at(10_001)).toBeCloseTo(3.1, 3);
	stretch.refused(11_001, 20);
	expect(stretch.at(11_001)).toBe(4);
});

test.each([
	['a second', 20, 1000],
	['four gaps', 1000, 4000],
])('within %s of that, a refusal answers what had started before', (_time, gapMs, sameMs) => {
	const stretch = shared(gapMs);
	stretch.refused(sameMs, gapMs);
	expect(stretch.at(sameMs)).toBeLessThan(2.1);
	stretch.refused(sameMs + 1, gapMs);
	expect(stretch.at(sameMs + 1)).toBeGreaterThan(3);
});

test.each([
	['a second', 20, 1000],
	['four gaps', 1000, 4000],
])('after %s another one is alone again', (_time, gapMs, sameMs) => {
	const stretch = new Stretch();
	stretch.refused(0, gapMs);
	stretch.refused(sameMs, gapMs);
	expect(stretch.at(sameMs)).toBeLessThan(1.11);
});
