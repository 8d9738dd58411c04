/**
 * In order: jobs of one lane run one after the other in input order, different lanes in
 * parallel up to a limit. Each step costs the same however many jobs there are.
 */

/** Carries out every job; `run` must not throw. */
export async function inLanes<Job>(
	jobs: readonly Job[],
	laneOf: (job: Job) => string,
	limit: number,
	run: (job: Job, index: number) => Promise<void>,
): Promise<void> {
	// A lane is here while one of its jobs runs, with the indexes that wait behind it.
	const busy = new Map<string, Queue>();
	let next = 0;

	function start(): { lane: string; index: number } | undefined {
		while (next < jobs.length) {
			const index = next++;
			const lane = laneOf(jobs[index] as Job);
			const queue = busy.get(lane);
			if (!queue) {
				busy.set(lane, new Queue());
				return { lane, index };
			}
			queue.add(index);
		}
		return undefined;
	}

	async function work(): Promise<void> {
		for (let job = start(); job; job = start()) {
			const { lane } = job;
			for (let index: number | undefined = job.index; index !== undefined;) {
				await run(jobs[index] as Job, index);
				index = busy.get(lane)?.take();
			}
			busy.delete(lane);
		}
	}

	await Promise.all(Array.from({ length: Math.min(limit, jobs.length) }, work));
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
