/**
 * In pace: starts are handed out along a schedule per key, for all executions of the process.
 * A reservation is a number, not a timer, so nothing has to be cleaned up.
 */
import type { Clock } from './clock';
import { Stretch } from './stretch';

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
	/** When the last starts really were: a busy process wakes late, and several at once. */
	readonly real: number[];
	readonly stretch: Stretch;
}

/** Gateways count within a second. */
const WINDOW_MS = 1000;

/** More starts than any documented rate has within it. */
const KEPT = 100;

export class Pace {
	private readonly schedules = new Map<string, Schedule>();

	constructor(private readonly clock: Clock) {}

	/**
	 * Waits for this key's next start, at least the gap after the one before; a gap of 0 waits for
	 * nobody, but is waited for. Whoever is stopped while waiting gives the start back, or a list
	 * that was stopped would hold the next one up.
	 */
	async turn(key: string, documentedGapMs: number, signal: AbortSignal): Promise<void> {
		if (signal.aborted) return;
		const schedule = this.scheduleOf(key);
		const now = this.clock.now();
		const gapMs = documentedGapMs * schedule.stretch.at(now);
		const latest = Math.max(schedule.lastStart, ...schedule.reserved);
		const start = gapMs > 0 ? Math.max(now, latest + gapMs) : now;
		if (start > now) {
			schedule.reserved.add(start);
			await this.clock.sleep(start - now, signal);
			schedule.reserved.delete(start);
			if (signal.aborted) return;
		}
		schedule.lastStart = Math.max(schedule.lastStart, start);
		if (gapMs > 0) await this.catchUp(schedule, gapMs, signal);
		if (signal.aborted) return;
		schedule.real.push(this.clock.now());
		if (schedule.real.length > 2 * KEPT) schedule.real.splice(0, KEPT);
	}

	/** The gateway refused a start that had its turn. */
	refused(key: string, documentedGapMs: number): void {
		this.scheduleOf(key).stretch.refused(this.clock.now(), documentedGapMs);
	}

	/** Waits on while a second would hold more real starts than the gap allows. */
	private async catchUp(schedule: Schedule, gapMs: number, signal: AbortSignal): Promise<void> {
		const { real } = schedule;
		const allowed = Math.max(1, Math.ceil(WINDOW_MS / gapMs));
		for (;;) {
			const first = real[real.length - allowed];
			const wait = first === undefined ? 0 : first + allowed * gapMs - this.clock.now();
			if (wait <= 0 || signal.aborted) return;
			await this.clock.sleep(wait, signal);
		}
	}

	private scheduleOf(key: string): Schedule {
		const known = this.schedules.get(key);
		if (known) return known;
		const schedule: Schedule = {
			lastStart: -Infinity,
			reserved: new Set(),
			real: [],
			stretch: new Stretch(),
		};
		this.schedules.set(key, schedule);
		return schedule;
	}
}
