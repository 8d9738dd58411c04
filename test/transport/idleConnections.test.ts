/** Servers that close idle connections, and sends that come in that very moment. */
import type net from 'node:net';
import type { OnRequest } from './servers';
import { head, startServer } from './servers';
import { never, pause, requestTo, verdictOf, ways } from './ways';

/** Accepts at once, and closes a connection that was idle for a time. */
function closingIdle(afterMs: number): OnRequest {
	const timers = new WeakMap<net.Socket, NodeJS.Timeout>();
	return (socket) => {
		clearTimeout(timers.get(socket));
		socket.write(head(200, ['content-length: 0']));
		timers.set(
			socket,
			setTimeout(() => socket.destroy(), afterMs),
		);
	};
}

/** Runs of sends with given gaps, each run over connections of its own. */
async function sendInRuns(way: (typeof ways)[number], idleMs: number, gaps: readonly number[][]) {
	const server = await startServer({ onRequest: closingIdle(idleMs) });
	const verdicts: string[] = [];
	await Promise.all(
		gaps.map(async (run, index) => {
			const out = way.open();
			for (const [step, gap] of run.entries()) {
				const id = JSON.stringify({ id: `${index}-${step}` });
				verdicts.push(verdictOf(await out.send(requestTo(server.origin, { body: id }), never)));
				await pause(gap);
			}
			await out.close();
		}),
	);
	const accepted = server.seen.map(({ body }) => body);
	await server.close();
	return { verdicts, accepted };
}

const runs = (count: number, length: number, gapMs: (i: number) => number): number[][] =>
	Array.from({ length: count }, (_, run) =>
		Array.from({ length }, (__, step) => gapMs(run * length + step)),
	);

describe.each(ways)('$name', (way) => {
	test.each([
		['50 ms', 50, runs(25, 12, (i) => 40 + (i % 20))],
		['1 s', 1_000, runs(100, 3, (i) => 990 + (i % 20))],
	])('meets no error where a server closes after %s', async (_, idleMs, gaps) => {
		const { verdicts, accepted } = await sendInRuns(way, idleMs, gaps);
		expect(new Set(verdicts)).toEqual(new Set(['answer 200']));
		expect(new Set(accepted).size).toBe(gaps.flat().length);
		expect(accepted).toHaveLength(gaps.flat().length);
	});

	test('loses and doubles nothing where a server closes while it is written to', async () => {
		const gaps = runs(25, 20, (i) => i % 16);
		const { verdicts, accepted } = await sendInRuns(way, 8, gaps);
		const answered = verdicts.filter((verdict) => verdict === 'answer 200').length;
		const inDoubt = verdicts.filter((verdict) => verdict.endsWith(', handed over')).length;
		expect(new Set(accepted).size).toBe(accepted.length);
		expect(accepted.length).toBeGreaterThanOrEqual(answered);
		expect(accepted.length).toBeLessThanOrEqual(answered + inDoubt);
	});
});
