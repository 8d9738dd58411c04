/** The real clock, on a time and a `sleep` of the test's own: nothing here depends on the machine. */
import { clock } from '../../nodes/WhatsAppContacts/run/realClock';

let time = 0;
let slept: number[] = [];
/** Each piece ends so much early or late. */
let drift = 0;
let onPiece = () => {};

jest.mock('n8n-workflow', () => ({
	...jest.requireActual<object>('n8n-workflow'),
	sleep: async (ms: number) => {
		slept.push(ms);
		onPiece();
		await Promise.resolve();
		time += Math.max(1, ms + drift);
	},
}));

beforeEach(() => {
	time = 1_000_000;
	slept = [];
	drift = 0;
	onPiece = () => {};
	jest.spyOn(performance, 'now').mockImplementation(() => time);
});
afterEach(() => jest.restoreAllMocks());

const going = () => new AbortController().signal;

test.each([1, 999, 1000, 1001, 5500, 120_000])('%i ms are waited for in full', async (ms) => {
	await clock.sleep(ms, going());
	expect(clock.now()).toBe(1_000_000 + ms);
	expect(Math.max(...slept)).toBeLessThanOrEqual(1000);
});

test.each([-0.4, 30])('pieces that are %d ms off do not add up', async (off) => {
	drift = off;
	await clock.sleep(10_000, going());
	expect(clock.now()).toBeGreaterThanOrEqual(1_010_000);
	expect(clock.now()).toBeLessThanOrEqual(1_010_000 + Math.abs(off) + 1);
});

test.each([0, -5])('%d ms let others have a turn, and no more', async (ms) => {
	await clock.sleep(ms, going());
	expect(slept).toEqual([0]);
});

test('a signal ends the wait while a piece still runs, and none is begun after it', async () => {
	const stop = new AbortController();
	onPiece = () => slept.length === 3 && stop.abort();
	await clock.sleep(600_000, stop.signal);
	expect(slept).toEqual([1000, 1000, 1000]);
	expect(clock.now()).toBeLessThan(1_004_000);
});

test('who comes after the signal waits no longer than a turn', async () => {
	const stop = new AbortController();
	stop.abort();
	await clock.sleep(600_000, stop.signal);
	expect(slept).toEqual([0]);
});

test('many sleepers hang on a signal by one listener, and none when all are awake', async () => {
	const stop = new AbortController();
	const add = jest.spyOn(stop.signal, 'addEventListener');
	const remove = jest.spyOn(stop.signal, 'removeEventListener');
	await Promise.all(Array.from({ length: 100 }, () => clock.sleep(50, stop.signal)));
	expect([add.mock.calls.length, remove.mock.calls.length]).toEqual([1, 1]);
});
