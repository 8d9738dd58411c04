/**
 * In pace: starts are handed out along a schedule per key, for all executions of the process.
 * A reservation is a number, not a timer, so nothing has to be cleaned up.
 */
import type { Clock } from './clock';

/** Gateways count by their own clock when a request arrives, so starts keep this much more apart. */
const MARGIN = 1.04;

/** The least time between two starts for a documented rate, in milliseconds. */
export function gapOf(ratePerSecond: number): number {
	return (1000 / ratePerSecond) * MARGIN;
}

export class Pace {
	private readonly lastStart = new Map<string, number>();

	constructor(private readonly clock: Clock) {}

	/** Waits for this key's next start, at least `gapMs` after the one before. */
	async turn(key: string, gapMs: number, signal: AbortSignal): Promise<void> {
		const now = this.clock.now();
		const start = Math.max(now, (this.lastStart.get(key) ?? -Infinity) + gapMs);
		this.lastStart.set(key, start);
		if (start > now) await this.clock.sleep(start - now, signal);
	}
}
