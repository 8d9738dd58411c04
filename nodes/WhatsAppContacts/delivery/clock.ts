/** Time, given to the delivery from outside: the lint forbids timers here and tests need none. */
export interface Clock {
	/** Milliseconds of a clock that never goes back. */
	now(): number;
	/** Resolves after `ms` or as soon as the signal is aborted, whichever is first. */
	sleep(ms: number, signal: AbortSignal): Promise<void>;
}

/** Lets others run after this long without a pause. */
const BREATH_AFTER_MS = 10;

/**
 * A function to await in every long loop: n8n serves other people on the same thread, so ten
 * thousand items must not hold it.
 */
export function createBreath(clock: Clock): () => Promise<void> | undefined {
	let since = clock.now();
	const never = new AbortController().signal;
	return () => {
		if (clock.now() - since < BREATH_AFTER_MS) return undefined;
		return clock.sleep(0, never).then(() => {
			since = clock.now();
		});
	};
}
