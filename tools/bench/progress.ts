/** How far a run is: each line says which part it is of, and about how long the rest takes. */

/** Seconds that each part takes on two cores; only the time left is read from them. */
const usualSeconds = {
	loading: 40,
	firstItem: 66,
	throughput: 300,
	singleChat: 45,
	greenApi: 115,
	crowds: 70,
	checks: 60,
	cost: 40,
	growth: 80,
	parsing: 15,
} as const;

export type PartName = keyof typeof usualSeconds;

export class Progress {
	private readonly left: Set<PartName>;
	private now: { readonly part: PartName; readonly since: number } | undefined;

	/** `share` of the usual time, for a short run; `only` one part, or all of them. */
	constructor(
		private readonly share: number,
		only?: PartName,
	) {
		this.left = new Set(only ? [only] : (Object.keys(usualSeconds) as PartName[]));
	}

	async part<T>(part: PartName, run: () => Promise<T>): Promise<T> {
		this.now = { part, since: Date.now() };
		try {
			return await run();
		} finally {
			this.left.delete(part);
		}
	}

	line(text: string): string {
		const usual = [...this.left].reduce((sum, part) => sum + usualSeconds[part] * this.share, 0);
		const passed = this.now ? (Date.now() - this.now.since) / 1000 : 0;
		const ofNow = this.now ? usualSeconds[this.now.part] * this.share : 0;
		const minutes = Math.max(1, Math.ceil((usual - Math.min(passed, ofNow)) / 60));
		return `[about ${minutes} min left] ${text}`;
	}
}
