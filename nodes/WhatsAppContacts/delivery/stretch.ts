/**
 * Giving way: a gateway that refuses although its documented pace is kept is asked by other n8n
 * processes too, such as the workers of queue mode. They do not know of each other, so each asks
 * less often until they fit, and then tries a little more again.
 */

/** After a refusal the gap is doubled; half of what was added is taken back in this time. */
const FACTOR = 2;
const LONGEST = 4;
const HALF_LIFE_MS = 10_000;

/** The first refusal alone may be the network's, which has let several arrive at once. */
const FACTOR_ALONE = 1.05;
const HARDLY = 1.1;

/** Refusals so soon after the last one answer what had started before: milliseconds, and gaps. */
const SAME_MS = 1000;
const SAME_GAPS = 4;

export class Stretch {
	private factor = 1;
	private since = -Infinity;
	private wasAlone = false;

	/** How many times the documented gap is to be kept. */
	at(now: number): number {
		return 1 + (this.factor - 1) * 0.5 ** ((now - this.since) / HALF_LIFE_MS);
	}

	/** Whether the documented gap is kept again, near enough. */
	isOver(now: number): boolean {
		return this.at(now) < 1.01;
	}

	refused(now: number, gapMs: number): void {
		const isSoon = now - this.since < Math.max(SAME_MS, SAME_GAPS * gapMs);
		if (isSoon && !this.wasAlone) return;
		this.wasAlone = !isSoon && this.at(now) < HARDLY;
		this.factor = Math.min(LONGEST, (this.wasAlone ? FACTOR_ALONE : FACTOR) * this.at(now));
		this.since = now;
	}
}
