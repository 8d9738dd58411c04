// A sliding window over the last requests of one method: a ring of as many times as the window
// holds requests, so asking costs the same whatever the rate.

/** Answers whether one more request fits, and counts it if so. */
export type RateWindow = (at: number) => boolean;

/** Sliding: fifty at a second's end and fifty at the next one's start are too many. */
export function rateWindow(limit: number, windowMs: number): RateWindow {
	const times = new Float64Array(limit).fill(-Infinity);
	let next = 0;
	return (at) => {
		const oldest = times[next] ?? -Infinity;
		if (at - oldest < windowMs) return false;
		times[next] = at;
		next = (next + 1) % limit;
		return true;
	};
}
