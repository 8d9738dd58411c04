/** A turn of the event loop alone: everybody is called back, once, and nothing keeps a process alive. */
import { Turns } from '../../nodes/WhatsAppContacts/transport/turns';

test('all who wait are called back after one turn, in order', async () => {
	const turns = new Turns();
	const called: string[] = [];
	await new Promise<void>((resolve) => {
		turns.next(() => called.push('a'));
		turns.next(() => called.push('b'));
		turns.next(resolve);
		expect(called).toEqual([]);
	});
	expect(called).toEqual(['a', 'b']);
	await new Promise<void>((resolve) => turns.next(resolve));
	expect(called).toEqual(['a', 'b']);
	turns.close();
});

test('closing calls back who still waits', () => {
	const turns = new Turns();
	const called: string[] = [];
	turns.next(() => called.push('a'));
	turns.close();
	expect(called).toEqual(['a']);
});
