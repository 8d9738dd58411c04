/** Time, given to the delivery from outside: the lint forbids timers here and tests need none. */
export interface Clock {
	/** Milliseconds of a clock that never goes back. */
	now(): number;
	/** Resolves after `ms` or as soon as the signal is aborted, whichever is first. */
	sleep(ms: number, signal: AbortSignal): Promise<void>;
}

/** Lets others run after this long without a pause; a pause itself takes over a millisecond. */
const BREATH_AFTER_MS = 20;

const never = new AbortController().signal;

/**
 * To be taken in every long loop: n8n serves other people on the same thread, so ten thousand
 * items must not hold it.
 */
export class Breath {
	private since: number;

	constructor(private readonly clock: Clock) {
		this.since = clock.now();
	}

	/** Something to wait for, if it is time. */
	take(): Promise<void> | undefined {
		if (this.clock.now() - this.since < BREATH_AFTER_MS) return undefined;
		return this.clock.sleep(0, never).then(() => this.taken());
	}

	/** Others have just been served: what comes from the network comes on a turn of its own. */
	taken(): void {
		this.since = this.clock.now();
	}
}
