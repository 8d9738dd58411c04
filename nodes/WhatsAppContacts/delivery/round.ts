/**
 * One round trip's answers, as a measure of the gateway: the first requests that began in it, all
 * of them, or the slow ones would be missing. Their mean, because by Little's law what is in
 * flight divided by it is the number of answers a second.
 */
export class Round {
	private begun = 0;
	private over = 0;
	private answers = 0;
	private totalMs = 0;
	private highest = 0;

	/** @param size requests, as many as may be in flight */
	constructor(readonly size: number) {}

	/** Whether the request counts, with which so many are in flight. */
	begins(level: number): boolean {
		this.highest = Math.max(this.highest, level);
		if (this.begun === this.size) return false;
		this.begun++;
		return true;
	}

	/** @param tookMs `undefined` where there was no answer that tells anything */
	ended(tookMs: number | undefined): void {
		this.over++;
		if (tookMs === undefined) return;
		this.answers++;
		this.totalMs += tookMs;
	}

	get isOver(): boolean {
		return this.over === this.size;
	}

	/** As many as allowed were really in flight. */
	get wasFull(): boolean {
		return this.highest >= this.size;
	}

	get tookMs(): number | undefined {
		return this.answers === 0 ? undefined : this.totalMs / this.answers;
	}
}
