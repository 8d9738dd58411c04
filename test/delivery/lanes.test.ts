/** Lanes alone: who starts when, with jobs that end when the test says so. */
import { inLanes } from '../../nodes/WhatsAppContacts/delivery/lanes';

/** Runs jobs named by lane and number; `a1` runs behind `a0`. */
function start(jobs: readonly string[], limit: () => number) {
	const started: string[] = [];
	const ends = new Map<string, { resolve: () => void; reject: (error: Error) => void }>();
	let isOver = false;
	const all = inLanes(
		jobs,
		(job) => job.charAt(0),
		limit,
		async (job, index) => {
			expect(jobs[index]).toBe(job);
			started.push(job);
			await new Promise<void>((resolve, reject) => ends.set(job, { resolve, reject }));
		},
	).finally(() => void (isOver = true));
	const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
	return {
		all,
		started,
		isOver: () => isOver,
		async end(...names: string[]) {
			for (const name of names) {
				ends.get(name)?.resolve();
				await turn();
			}
		},
		reject: (name: string) => ends.get(name)?.reject(new Error(name)),
	};
}

test('lanes go side by side up to the limit, the jobs of one after each other', async () => {
	const run = start(['a0', 'a1', 'b0', 'c0', 'a2'], () => 2);
	expect(run.started).toEqual(['a0', 'b0']);
	await run.end('b0');
	expect(run.started).toEqual(['a0', 'b0', 'c0']);
	await run.end('c0');
	expect(run.started).toEqual(['a0', 'b0', 'c0']);
	await run.end('a0');
	await run.end('a1');
	expect(run.started).toEqual(['a0', 'b0', 'c0', 'a1', 'a2']);
	expect(run.isOver()).toBe(false);
	await run.end('a2');
	expect(run.isOver()).toBe(true);
});

test('a lane that has begun goes before lanes that have not', async () => {
	const run = start(['a0', 'a1', 'b0', 'b1', 'c0'], () => 2);
	await run.end('a0');
	expect(run.started).toEqual(['a0', 'b0', 'a1']);
	await run.end('a1', 'b0');
	expect(run.started.slice(3)).toEqual(['c0', 'b1']);
	await run.end('c0', 'b1');
	await run.all;
});

test('a lane that was empty for a while begins anew', async () => {
	const run = start(['a0', 'b0', 'c0', 'a1'], () => 1);
	await run.end('a0', 'b0', 'c0', 'a1');
	expect(run.started).toEqual(['a0', 'b0', 'c0', 'a1']);
	await run.all;
});

test('the limit is asked anew whenever a job has ended', async () => {
	let limit = 1;
	const run = start(['a0', 'b0', 'c0', 'd0', 'e0'], () => limit);
	expect(run.started).toEqual(['a0']);
	limit = 3;
	await run.end('a0');
	expect(run.started).toEqual(['a0', 'b0', 'c0', 'd0']);
	limit = 1;
	await run.end('b0', 'c0');
	expect(run.started).toHaveLength(4);
	await run.end('d0', 'e0');
	await run.all;
});

test('no jobs are over at once', async () => {
	await start([], () => 1).all;
});

test('a job that throws is no silence', async () => {
	const run = start(['a0', 'b0'], () => 2);
	run.reject('b0');
	await expect(run.all).rejects.toThrow('b0');
});
