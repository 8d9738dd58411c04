// Every wait of the sandbox, in one place, so that closing it leaves nothing ticking.

export interface Timers {
	after(ms: number, then: () => void): void;
	clear(): void;
}

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
