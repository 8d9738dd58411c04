/** Being woken by a signal: many may wait for one, and each may be woken before it. */

/**
 * Who waits for a signal, behind one listener: Node.js prints a warning once more than ten hang
 * on a signal, and keeps a combined signal in memory for as long as one does.
 */
const waiting = new WeakMap<
	AbortSignal,
	{ readonly all: Set<() => void>; readonly onAbort: () => void }
>();

/** Calls `wake` when the signal is aborted, unless what comes back was called before. */
export function onAbort(signal: AbortSignal, wake: () => void): () => void {
	let known = waiting.get(signal);
	if (!known) {
		const all = new Set<() => void>();
		known = { all, onAbort: () => all.forEach((each) => each()) };
		waiting.set(signal, known);
		signal.addEventListener('abort', known.onAbort);
	}
	const { all, onAbort: listener } = known;
	all.add(wake);
	return () => {
		all.delete(wake);
		if (all.size > 0 || waiting.get(signal) !== known) return;
		signal.removeEventListener('abort', listener);
		waiting.delete(signal);
	};
}

/** Somebody who waits until woken. */
export class Sleeper {
	/** Ends the wait; calling it before or twice does no harm. */
	wake: () => void = () => {};

	/** Resolves when woken or when the signal is aborted, whichever is first. */
	async rest(signal: AbortSignal): Promise<void> {
		if (signal.aborted) return;
		await new Promise<void>((resolve) => {
			const forget = onAbort(signal, () => this.wake());
			this.wake = () => {
				forget();
				resolve();
			};
		});
	}
}
