/** A clock that jumps to the next sleeper as soon as nothing else is left to do. */
import type { Clock } from '../../nodes/WhatsAppContacts/delivery/clock';
import { onAbort } from '../../nodes/WhatsAppContacts/delivery/waking';

interface Sleeper {
	readonly at: number;
	readonly wake: () => void;
}

/** Hours of waiting pass in milliseconds, and nothing depends on a busy machine. */
export class FakeClock implements Clock {
	/** Every sleep that was asked for, in milliseconds and in order. */
	readonly slept: number[] = [];
	protected time = 0;
	private sleepers: Sleeper[] = [];

	now = (): number => this.time;

	sleep(ms: number, signal: AbortSignal): Promise<void> {
		this.slept.push(ms);
		return new Promise((resolve) => {
			const forget = onAbort(signal, () => this.wake(sleeper));
			const wake = () => {
				forget();
				resolve();
			};
			const sleeper = { at: this.time + Math.max(0, ms), wake };
			this.sleepers.push(sleeper);
			if (signal.aborted) this.wake(sleeper);
			// Two turns, so that whatever the last sleeper started is under way by then.
			setImmediate(() => setImmediate(() => this.jump()));
		});
	}

	private jump(): void {
		if (this.sleepers.length === 0) return;
		this.time = Math.max(this.time, Math.min(...this.sleepers.map(({ at }) => at)));
		for (const due of this.sleepers.filter(({ at }) => at <= this.time)) this.wake(due);
	}

	private wake(sleeper: Sleeper): void {
		this.sleepers = this.sleepers.filter((each) => each !== sleeper);
		sleeper.wake();
	}
}
