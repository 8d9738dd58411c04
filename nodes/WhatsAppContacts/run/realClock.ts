/** The real clock. */
import { sleep } from 'n8n-workflow';
import type { Clock } from '../delivery/clock';
import { onAbort } from '../delivery/waking';

/** n8n's `sleep` cannot be ended by a signal in every version, so it is taken in short pieces. */
const PIECE_MS = 1000;

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
