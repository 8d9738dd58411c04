/**
 * What is in flight: places for requests, and what their ends tell of the gateway. How many places
 * there are, `Climb` finds out.
 */
import { type Bounds, Climb, type Overload } from './climb';
import type { Clock } from './clock';
import type { Round } from './round';
import { Sleeper } from './waking';

/**
 * How a request ended.
 * - `answered`: at the gateway's own pace
 * - `aside`: says nothing about what the gateway can take
 */
export type End = 'answered' | 'aside' | Overload;

export class InFlight {
	private now = 0;
	private readonly climb: Climb;
	private readonly waiting: Sleeper[] = [];

	constructor(
		bounds: Bounds,
		private readonly clock: Clock,
	) {
		this.climb = new Climb(bounds);
	}

	get limit(): number {
		return this.climb.limit;
	}

	/** Waits for a place: repeats of what began before a cut could be too many at once. */
	async free(signal: AbortSignal): Promise<void> {
		while (this.now >= this.limit && !signal.aborted) {
			const sleeper = new Sleeper();
			this.waiting.push(sleeper);
			await sleeper.rest(signal);
			const index = this.waiting.indexOf(sleeper);
			if (index >= 0) this.waiting.splice(index, 1);
		}
	}

	/**
	 * A request leaves; what comes back is to be called once at its end.
	 * @param documented requests a millisecond that the gateway allows; 0 where none are documented
	 */
	begin(documented = 0): (end: End) => void {
		const { epoch, round } = this.climb;
		this.climb.documented = documented;
		const at = this.clock.now();
		const level = ++this.now;
		const counts = round.begins(level);
		return (end) => {
			this.now--;
			if (end !== 'answered' && end !== 'aside') this.climb.overloaded(end, level, epoch);
			if (counts) this.ended(round, end === 'answered' ? this.clock.now() - at : undefined);
			if (this.now < this.limit) this.waiting.shift()?.wake();
		};
	}

	private ended(round: Round, tookMs: number | undefined): void {
		round.ended(tookMs);
		if (round.isOver) this.climb.judge(round);
	}
}
