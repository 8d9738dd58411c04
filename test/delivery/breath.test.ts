/** Long loops let others run, but only when it is time. */
import { Breath, type Clock } from '../../nodes/WhatsAppContacts/delivery/clock';

class OneClock implements Clock {
	time = 0;
	readonly slept: number[] = [];
	now = () => this.time;
	sleep(ms: number): Promise<void> {
		this.slept.push(ms);
		this.time += 2;
		return Promise.resolve();
	}
}

test('twenty milliseconds without a pause end in one, and then it begins anew', async () => {
	const clock = new OneClock();
	const breath = new Breath(clock);
	clock.time = 19;
	expect(breath.take()).toBeUndefined();
	clock.time = 20;
	await breath.take();
	expect(clock.slept).toEqual([0]);
	clock.time = 41;
	expect(breath.take()).toBeUndefined();
	clock.time = 42;
	expect(breath.take()).toBeDefined();
});

test('what gave others a turn counts as a pause', () => {
	const clock = new OneClock();
	const breath = new Breath(clock);
	clock.time = 15;
	breath.taken();
	clock.time = 34;
	expect(breath.take()).toBeUndefined();
	clock.time = 35;
	expect(breath.take()).toBeDefined();
});
