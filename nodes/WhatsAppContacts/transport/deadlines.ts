/**
 * Ends requests that are overdue or cancelled: one timer and one abort listener for all of them.
 *
 * One each would cost more than the rest of a request's bookkeeping, and Node.js prints a warning
 * once more than ten listeners hang on one signal.
 */

export interface Watched {
	readonly signal: AbortSignal;
	/** By `performance.now()`; it may move to later while watched, never to earlier. */
	readonly dueAt: number;
	/** Called when `dueAt` has passed; it must stop the watch or move `dueAt`. */
	expire(): void;
	/** Called when the signal was aborted; it must stop the watch. */
	cancel(): void;
}

interface Group {
	readonly members: Set<Watched>;
	readonly onAbort: () => void;
}

export class Deadlines {
	private readonly groups = new Map<AbortSignal, Group>();
	private timer: AbortSignal | undefined;
	private timerAt = Infinity;

	watch(watched: Watched): void {
		let group = this.groups.get(watched.signal);
		if (group === undefined) {
			const members = new Set<Watched>();
			const onAbort = () => [...members].forEach((member) => member.cancel());
			group = { members, onAbort };
			this.groups.set(watched.signal, group);
			watched.signal.addEventListener('abort', onAbort);
		}
		group.members.add(watched);
		this.wakeAt(watched.dueAt);
	}

	stop(watched: Watched): void {
		const group = this.groups.get(watched.signal);
		if (group === undefined) return;
		group.members.delete(watched);
		if (group.members.size > 0) return;
		watched.signal.removeEventListener('abort', group.onAbort);
		this.groups.delete(watched.signal);
	}

	/** Cancels whatever is left and lets go of the timer. */
	close(): void {
		for (const { onAbort } of [...this.groups.values()]) onAbort();
		this.timer?.removeEventListener('abort', this.onTime);
		this.timerAt = Infinity;
	}

	private wakeAt(dueAt: number): void {
		if (dueAt >= this.timerAt) return;
		this.timer?.removeEventListener('abort', this.onTime);
		this.timerAt = dueAt;
		this.timer = AbortSignal.timeout(Math.max(0, Math.ceil(dueAt - performance.now())));
		this.timer.addEventListener('abort', this.onTime);
	}

	private readonly onTime = (): void => {
		this.timerAt = Infinity;
		const now = performance.now();
		let next = Infinity;
		for (const { members } of [...this.groups.values()]) {
			for (const watched of [...members]) {
				// The clock of timers is up to a millisecond ahead of this one.
				if (watched.dueAt <= now + 1) watched.expire();
				if (members.has(watched)) next = Math.min(next, watched.dueAt);
			}
		}
		this.wakeAt(next);
	};
}
