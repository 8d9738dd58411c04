/** Being woken by a signal, once, with one listener for all who wait. */
import { getEventListeners } from 'node:events';
import { onAbort, Sleeper } from '../../nodes/WhatsAppContacts/delivery/waking';

function watched() {
	const stop = new AbortController();
	return { stop, listeners: () => getEventListeners(stop.signal, 'abort').length };
}

test('all who wait are called, each once', () => {
	const { stop } = watched();
	const called: string[] = [];
	onAbort(stop.signal, () => called.push('one'));
	onAbort(stop.signal, () => called.push('other'));
	stop.abort();
	expect(called).toEqual(['one', 'other']);
});

test('who has left is not called, and the last one takes the listener along', () => {
	const { stop, listeners } = watched();
	const called: string[] = [];
	const forget = ['one', 'other'].map((name) => onAbort(stop.signal, () => called.push(name)));
	expect(listeners()).toBe(1);
	forget[0]?.();
	expect(listeners()).toBe(1);
	forget[1]?.();
	expect(listeners()).toBe(0);
	stop.abort();
	expect(called).toEqual([]);
});

test('leaving twice takes no listener away from those who came meanwhile', () => {
	const { stop, listeners } = watched();
	const called: string[] = [];
	const forget = onAbort(stop.signal, () => called.push('first'));
	forget();
	onAbort(stop.signal, () => called.push('second'));
	forget();
	onAbort(stop.signal, () => called.push('third'));
	expect(listeners()).toBe(1);
	stop.abort();
	expect(called).toEqual(['second', 'third']);
});

describe('a sleeper', () => {
	/** Whether a rest is over once all that could end it has happened. */
	async function isOver(rest: Promise<void>): Promise<boolean> {
		let over = false;
		void rest.then(() => void (over = true));
		await new Promise(setImmediate);
		return over;
	}

	test('rests until it is woken, and hangs on the signal no longer', async () => {
		const { stop, listeners } = watched();
		const sleeper = new Sleeper();
		sleeper.wake();
		const rest = sleeper.rest(stop.signal);
		expect(await isOver(rest)).toBe(false);
		sleeper.wake();
		sleeper.wake();
		expect(await isOver(rest)).toBe(true);
		expect(listeners()).toBe(0);
	});

	test('is woken by the signal', async () => {
		const { stop, listeners } = watched();
		const rest = new Sleeper().rest(stop.signal);
		stop.abort();
		expect(await isOver(rest)).toBe(true);
		expect(listeners()).toBe(0);
	});

	test('does not lie down where the signal has come already', async () => {
		expect(await isOver(new Sleeper().rest(AbortSignal.abort()))).toBe(true);
	});
});
