/** The real clock. */
import { sleep } from 'n8n-workflow';
import type { Clock } from '../delivery/clock';

/** n8n's `sleep` cannot be ended by a signal in every version, so it is taken in short pieces. */
const PIECE_MS = 1000;

/**
 * Who sleeps until a signal wakes them, behind one listener: Node.js prints a warning once more
 * than ten hang on a signal, and keeps a combined signal in memory for as long as one does.
 */
const sleepers = new WeakMap<AbortSignal, { readonly wake: Set<() => void>; onAbort(): void }>();

function onAbort(signal: AbortSignal, wake: () => void): () => void {
	let known = sleepers.get(signal);
	if (!known) {
		const all = new Set<() => void>();
		known = { wake: all, onAbort: () => all.forEach((each) => each()) };
		sleepers.set(signal, known);
		signal.addEventListener('abort', known.onAbort);
	}
	const { wake: all, onAbort: listener } = known;
	all.add(wake);
	return () => {
		all.delete(wake);
		if (all.size > 0) return;
		signal.removeEventListener('abort', listener);
		sleepers.delete(signal);
	};
}

export const clock: Clock = {
	now: () => performance.now(),
	async sleep(ms, signal) {
		if (ms <= 0 || signal.aborted) return await sleep(0);
		let forget = () => {};
		const aborted = new Promise<void>((resolve) => {
			forget = onAbort(signal, resolve);
		});
		const end = performance.now() + ms;
		for (let left = ms; left > 0 && !signal.aborted; left = end - performance.now()) {
			await Promise.race([sleep(Math.min(left, PIECE_MS)), aborted]);
		}
		forget();
	},
};
