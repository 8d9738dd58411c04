/**
 * The pauses that users ask for, between the messages of an account, start to start, for all
 * executions of the process. Each message keeps its own pause to the last start, whoever made it;
 * nobody reserves a time, so that a short pause never waits for a long one, and who is stopped
 * leaves nothing behind.
 */
import type { Clock } from './clock';
import { Transient } from './transient';

/** No longer pause can be asked for, so an older start holds nobody up. */
const LONGEST_MS = 3_600_000;

/** Who was overtaken by shorter pauses for so many of its own takes their pause for once. */
const PATIENCE = 10;

interface Start {
	readonly at: number;
	readonly pauseMs: number;
}

export class Pauses {
	private readonly lastStarts: Transient<Start>;

	constructor(private readonly clock: Clock) {
		this.lastStarts = new Transient(({ at }) => clock.now() - at > LONGEST_MS);
	}

	/** How many accounts are remembered. */
	get size(): number {
		return this.lastStarts.size;
	}

	/**
	 * Waits for the pause and starts; a pause of 0 waits for nobody, but is waited for.
	 * @param account names who sends: one that the gateway does not know must not hold others up
	 */
	async turn(account: string, pauseMs: number, signal: AbortSignal): Promise<void> {
		await this.wait(account, pauseMs, signal, () => {
			this.lastStarts.set(account, { at: this.clock.now(), pauseMs });
		});
	}

	/** Waits for the pause without starting: something else is to be waited for in between. */
	async over(account: string, pauseMs: number, signal: AbortSignal): Promise<void> {
		await this.wait(account, pauseMs, signal, () => {});
	}

	/** `start` is called in the same turn in which the pause is seen to be over. */
	private async wait(
		account: string,
		pauseMs: number,
		signal: AbortSignal,
		start: () => void,
	): Promise<void> {
		const patientUntil = this.clock.now() + PATIENCE * pauseMs;
		while (!signal.aborted) {
			const last = this.lastStarts.get(account);
			const own = Math.min((last?.at ?? -Infinity) + pauseMs, patientUntil);
			const least = last ? last.at + Math.min(pauseMs, last.pauseMs) : -Infinity;
			const waitMs = Math.max(own, least) - this.clock.now();
			if (!(waitMs > 0)) return start();
			await this.clock.sleep(Math.ceil(waitMs), signal);
		}
	}
}
