/** Deadlines on a clock of the test's own: who is ended when, and what is left hanging. */
import { Deadlines, type Watched } from '../../nodes/WhatsAppContacts/transport/deadlines';

let now = 0;
/** Timers that were asked for, by when they are due. */
let timers: Array<{ readonly at: number; readonly timer: AbortController }> = [];
let left = 0;

beforeEach(() => {
	now = 1000;
	timers = [];
	left = 0;
	jest.spyOn(performance, 'now').mockImplementation(() => now);
	jest.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
		const timer = new AbortController();
		const { signal } = timer;
		const remove = signal.removeEventListener.bind(signal);
		jest.spyOn(signal, 'removeEventListener').mockImplementation((type, listener) => {
			left++;
			remove(type, listener);
		});
		timers.push({ at: now + ms, timer });
		return signal;
	});
});
afterEach(() => jest.restoreAllMocks());

/** Lets the time come, and fires what is due. */
function until(time: number): void {
	now = time;
	for (const { at, timer } of [...timers]) if (at <= now) timer.abort();
}

function open() {
	const deadlines = new Deadlines();
	const ended: string[] = [];
	const watch = (name: string, dueAt: number, signal = new AbortController().signal) => {
		const watched = {
			signal,
			dueAt,
			expire: () => {
				ended.push(`${name} expired`);
				deadlines.stop(watched);
			},
			cancel: () => {
				ended.push(`${name} cancelled`);
				deadlines.stop(watched);
			},
		};
		deadlines.watch(watched);
		return watched as Watched & { dueAt: number; expire: () => void };
	};
	return { deadlines, ended, watch };
}

test('each ends at a time of its own, whatever the order in which they came', () => {
	const { ended, watch } = open();
	watch('late', 3000);
	watch('early', 2000);
	watch('middle', 2500);
	expect(timers.map(({ at }) => at)).toEqual([3000, 2000]);
	until(1999 - 1);
	expect(ended).toEqual([]);
	until(2000);
	expect(ended).toEqual(['early expired']);
	until(2500);
	expect(ended).toEqual(['early expired', 'middle expired']);
	until(3000);
	expect(ended).toEqual(['early expired', 'middle expired', 'late expired']);
	expect(timers.map(({ at }) => at)).toEqual([3000, 2000, 2500, 3000]);
});

test('a timer that is a millisecond early is early enough', () => {
	const { ended, watch } = open();
	watch('a', 2001);
	watch('b', 2001.1);
	now = 2000;
	timers[0]?.timer.abort();
	expect(ended).toEqual(['a expired']);
	expect(timers.at(-1)?.at).toBe(2002);
});

test('one that is overdue already is ended at the next chance', () => {
	const { watch } = open();
	watch('a', 900);
	expect(timers.map(({ at }) => at)).toEqual([1000]);
});

test('one whose end has moved is ended then', () => {
	const { ended, watch } = open();
	const moved = watch('a', 2000);
	moved.dueAt = 5000;
	until(2000);
	expect(ended).toEqual([]);
	until(5000);
	expect(ended).toEqual(['a expired']);
});

test('one that moves its end as it is due goes on', () => {
	const { ended, watch } = open();
	const moving = watch('a', 2000);
	const { expire } = moving;
	moving.expire = () => {
		moving.dueAt = 3000;
		moving.expire = expire;
	};
	until(2000);
	expect(ended).toEqual([]);
	until(3000);
	expect(ended).toEqual(['a expired']);
});

test('who has stopped is ended by nobody', () => {
	const { deadlines, ended, watch } = open();
	const stop = new AbortController();
	const [gone, stays] = [watch('a', 2000, stop.signal), watch('b', 3000, stop.signal)];
	deadlines.stop(gone);
	deadlines.stop(gone);
	until(2000);
	expect(ended).toEqual([]);
	stop.abort();
	expect(ended).toEqual(['b cancelled']);
	deadlines.stop(stays);
});

test('a signal ends its own, by one listener that goes with the last of them', () => {
	const { deadlines, ended, watch } = open();
	const stop = new AbortController();
	const add = jest.spyOn(stop.signal, 'addEventListener');
	const remove = jest.spyOn(stop.signal, 'removeEventListener');
	const a = watch('a', 2000, stop.signal);
	watch('b', 2000, stop.signal);
	watch('other', 2000);
	expect(add).toHaveBeenCalledTimes(1);
	deadlines.stop(a);
	expect(remove).not.toHaveBeenCalled();
	watch('c', 2000, stop.signal);
	stop.abort();
	expect(ended).toEqual(['b cancelled', 'c cancelled']);
	expect([add.mock.calls.length, remove.mock.calls.length]).toEqual([1, 1]);
	watch('d', 2000, stop.signal);
	expect(add).toHaveBeenCalledTimes(2);
});

test('closing cancels all that is left, and lets go of the timer', () => {
	const { deadlines, ended, watch } = open();
	watch('a', 2000);
	watch('b', 3000);
	deadlines.close();
	expect(ended).toEqual(['a cancelled', 'b cancelled']);
	expect(left).toBe(1);
	until(2000);
	expect(timers).toHaveLength(1);
	watch('c', 4000);
	expect(timers).toHaveLength(2);
});

test('no timer hangs on where an earlier one takes its place', () => {
	const { watch } = open();
	watch('a', 3000);
	watch('b', 2000);
	expect(left).toBe(1);
});

test('nothing to watch needs no timer', () => {
	new Deadlines().close();
	const { watch, deadlines } = open();
	deadlines.stop(watch('a', 2000));
	until(2000);
	expect(timers).toHaveLength(1);
});
