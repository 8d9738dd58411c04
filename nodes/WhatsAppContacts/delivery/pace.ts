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

interface Schedule {
	lastStart: number;
	/** Starts that are still waited for, in order. */
	readonly reserved: Set<number>;
}

export class Pace {
	private readonly schedules = new Map<string, Schedule>();

	constructor(private readonly clock: Clock) {}

	/**
	 * Waits for this key's next start, at least `gapMs` after the one before; a gap of 0 waits for
	 * nobody, but is waited for. Whoever is stopped while waiting gives the start back, or a list
	 * that was stopped would hold the next one up.
	 */
	async turn(key: string, gapMs: number, signal: AbortSignal): Promise<void> {
		if (signal.aborted) return;
		const schedule = this.scheduleOf(key);
		const now = this.clock.now();
		const latest = Math.max(schedule.lastStart, ...schedule.reserved);
		const start = gapMs > 0 ? Math.max(now, latest + gapMs) : now;
		if (start > now) {
			schedule.reserved.add(start);
			await this.clock.sleep(start - now, signal);
			schedule.reserved.delete(start);
			if (signal.aborted) return;
		}
		schedule.lastStart = Math.max(schedule.lastStart, start);
	}

	private scheduleOf(key: string): Schedule {
		const known = this.schedules.get(key);
		if (known) return known;
		const schedule = { lastStart: -Infinity, reserved: new Set<number>() };
		this.schedules.set(key, schedule);
		return schedule;
	}
}
