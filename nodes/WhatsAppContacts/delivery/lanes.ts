/**
 * In order: jobs of one lane run one after the other in input order, different lanes in
 * parallel up to a limit. Each step costs the same however many jobs there are.
 */

/**
 * Carries out every job; `run` must not throw.
 * @param limit how many may run at a time, at least 1; asked anew whenever one has ended
 */
export async function inLanes<Job>(
	jobs: readonly Job[],
	laneOf: (job: Job) => string,
	limit: () => number,
	run: (job: Job, index: number) => Promise<void>,
): Promise<void> {
	// A lane is here while one of its jobs runs or is ready, with the indexes that wait behind it.
	const busy = new Map<string, Queue>();
	// The next of lanes whose job has ended: they go before lanes that have not begun.
	const ready = new Queue();
	let next = 0;
	let running = 0;

	function take(): number | undefined {
		const index = ready.take();
		if (index !== undefined) return index;
		while (next < jobs.length) {
			const index = next++;
			const lane = laneOf(jobs[index] as Job);
			const queue = busy.get(lane);
			if (!queue) {
				busy.set(lane, new Queue());
				return index;
			}
			queue.add(index);
		}
		return undefined;
	}

	function ended(index: number): void {
		running--;
		const lane = laneOf(jobs[index] as Job);
		const behind = busy.get(lane)?.take();
		if (behind === undefined) busy.delete(lane);
		else ready.add(behind);
	}

	await new Promise<void>((resolve, reject) => {
		const start = () => {
			while (running < limit()) {
				const index = take();
				if (index === undefined) break;
				running++;
				void run(jobs[index] as Job, index).then(() => {
					ended(index);
					start();
				}, reject);
			}
			if (running === 0) resolve();
		};
		start();
	});
}

/** First in, first out, without the cost of shifting an array. */
class Queue {
	private readonly indexes: number[] = [];
	private taken = 0;

	add(index: number): void {
		this.indexes.push(index);
	}

	take(): number | undefined {
		return this.taken < this.indexes.length ? this.indexes[this.taken++] : undefined;
	}
}
