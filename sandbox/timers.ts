// Every wait of the sandbox, in one place, so that closing it leaves nothing ticking.

/** `clear` forgets what was to come: a closed sandbox answers nobody. */
export interface Timers {
	after(ms: number, then: () => void): void;
	clear(): void;
}

/** One for each sandbox, so that closing one leaves the others' alone. */
export function timers(): Timers {
	const pending = new Set<NodeJS.Timeout>();
	return {
		after(ms, then) {
			const timer = setTimeout(() => {
				pending.delete(timer);
				then();
			}, ms);
			pending.add(timer);
		},
		clear() {
			for (const timer of pending) clearTimeout(timer);
			pending.clear();
		},
	};
}
