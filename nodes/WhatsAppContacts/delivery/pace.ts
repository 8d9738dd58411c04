/**
 * In pace: starts are handed out one after the other for each documented limit, for all executions
 * of the process. Whoever is stopped while waiting leaves the line, and the next moves up.
 */
import type { Limit } from '../providers/provider';
import type { Clock } from './clock';
import { Stretch } from './stretch';
import { Transient } from './transient';
import { Sleeper } from './waking';

/** Gateways count by their own clock when a request arrives, so windows are kept so much longer. */
const MARGIN = 0.04;
const LONGEST_MARGIN_MS = 1000;

const keptMs = ({ perMs }: Limit) => perMs + Math.min(perMs * MARGIN, LONGEST_MARGIN_MS);

export class Pace {
	private readonly lines: Transient<Line>;

	constructor(private readonly clock: Clock) {
		this.lines = new Transient((line) => line.isOver(clock.now()));
	}

	/** How many lines are remembered. */
	get size(): number {
		return this.lines.size;
	}

	/**
	 * Waits until this key's limits allow one more start, and takes it.
	 * @param limits the same for a key always, at least one
	 */
	async turn(key: string, limits: readonly Limit[], signal: AbortSignal): Promise<void> {
		const line = this.lineOf(key, limits);
		const came = this.clock.now();
		const sleeper = new Sleeper();
		line.waiting.push(sleeper);
		if (line.waiting[0] !== sleeper) await sleeper.rest(signal);
		while (!signal.aborted) {
			const waitMs = line.next(came, this.clock.now()) - this.clock.now();
			if (waitMs <= 0) {
				line.start(came, this.clock.now());
				break;
			}
			// Timers know whole milliseconds, and a fraction can be too small to pass at all.
			await this.clock.sleep(Math.ceil(waitMs), signal);
		}
		line.waiting.splice(line.waiting.indexOf(sleeper), 1);
		line.waiting[0]?.wake();
	}

	/** The gateway refused a start that had its turn. */
	refused(key: string, limits: readonly Limit[]): void {
		this.lineOf(key, limits).refused(this.clock.now());
	}

	private lineOf(key: string, limits: readonly Limit[]): Line {
		const known = this.lines.get(key);
		if (known) return known;
		const line = new Line(limits);
		this.lines.set(key, line);
		return line;
	}
}

/** The starts of one key, and who waits for the next. */
class Line {
	readonly waiting: Sleeper[] = [];
	/** Within the shortest window starts are spread evenly; longer ones allow what they allow. */
	private readonly gapMs: number;
	private readonly most: number;
	private readonly longestMs: number;
	private readonly stretch = new Stretch();
	/** When the last start should have been: waking late must not add up. */
	private planned = -Infinity;
	/** When the last starts really were: a busy process wakes late, and several at once. */
	private readonly real: number[] = [];

	constructor(private readonly limits: readonly Limit[]) {
		const shortest = limits.reduce((a, b) => (b.perMs < a.perMs ? b : a));
		this.gapMs = keptMs(shortest) / shortest.starts;
		this.most = Math.max(...limits.map(({ starts }) => starts));
		this.longestMs = Math.max(...limits.map(keptMs));
	}

	/** When somebody who came at `came` may start. */
	next(came: number, now: number): number {
		const free = this.limits.map((limit) => {
			const first = this.real[this.real.length - limit.starts];
			return first === undefined ? -Infinity : first + keptMs(limit);
		});
		return Math.max(this.plan(came, now), ...free);
	}

	start(came: number, now: number): void {
		this.planned = this.plan(came, now);
		this.real.push(now);
		if (this.real.length > 2 * this.most) this.real.splice(0, this.most);
	}

	refused(now: number): void {
		this.stretch.refused(now, this.gapMs);
	}

	/** Nobody waits, and nothing that was counts any more. */
	isOver(now: number): boolean {
		const last = this.real.at(-1) ?? -Infinity;
		return this.waiting.length === 0 && now - last > this.longestMs && this.stretch.isOver(now);
	}

	private plan(came: number, now: number): number {
		return Math.max(came, this.planned + this.gapMs * this.stretch.at(now));
	}
}
