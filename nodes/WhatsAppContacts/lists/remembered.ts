/**
 * A list is kept for half a minute: the editor asks anew at each pause in typing, and some gateways
 * ask WhatsApp anew for each list, which can end in its limits for real cards too.
 */
import type { Clock } from '../delivery/clock';

const KEPT_MS = 30_000;

/** Lists are large; more people than these do not look into lists at once. */
const MOST = 20;

interface Kept<Value> {
	readonly value: Promise<Value>;
	/** From when on it is too old; endless while it is being made. */
	until: number;
}

/** What is being made is waited for by all who ask for it. */
export class Remembered<Value> {
	private readonly kept = new Map<string, Kept<Value>>();

	constructor(
		private readonly clock: Clock,
		private readonly isWorthKeeping: (value: Value) => boolean,
	) {}

	/** @param make must not throw */
	get(key: string, make: () => Promise<Value>): Promise<Value> {
		this.tidy();
		const known = this.kept.get(key);
		if (known) return known.value;
		const entry: Kept<Value> = { value: make(), until: Infinity };
		this.kept.set(key, entry);
		void entry.value.then((value) => {
			entry.until = this.isWorthKeeping(value) ? this.clock.now() + KEPT_MS : -Infinity;
		});
		return entry.value;
	}

	private tidy(): void {
		const now = this.clock.now();
		for (const [key, { until }] of this.kept) if (until <= now) this.kept.delete(key);
		for (const key of this.kept.keys()) {
			if (this.kept.size < MOST) return;
			this.kept.delete(key);
		}
	}
}
