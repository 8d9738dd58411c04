/** Nothing that is kept per instance is kept for ever: a process lives for months. */

/** A map that forgets what is over, as seen by whoever keeps it. */
export class Transient<Value> {
	private readonly kept = new Map<string, Value>();

	constructor(private readonly isOver: (value: Value) => boolean) {}

	get size(): number {
		return this.kept.size;
	}

	get(key: string): Value | undefined {
		const value = this.kept.get(key);
		return value !== undefined && this.isOver(value) ? undefined : value;
	}

	/** Whoever adds a key clears away what is over, so that no timer has to. */
	set(key: string, value: Value): void {
		if (!this.kept.has(key)) {
			for (const [each, old] of this.kept) if (this.isOver(old)) this.kept.delete(each);
		}
		this.kept.set(key, value);
	}
}
