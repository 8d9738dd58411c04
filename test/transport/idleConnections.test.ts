/** Servers that close idle connections, and sends that come in that very moment. */
import type net from 'node:net';
import type { OnRequest } from './servers';
import { head } from './servers';
import { opened, startServer } from './untilTheEnd';
import type { Way } from './ways';
import { never, pause, requestTo, verdictOf } from './asking';
import { ways } from './ways';

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
async function sendInRuns(way: Way, idleMs: number, gaps: readonly number[][]) {
	const server = await startServer({ onRequest: closingIdle(idleMs) });
	const verdicts: string[] = [];
	await Promise.all(
		gaps.map(async (run, index) => {
			const out = opened(way.open());
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

const [undici, , n8n] = ways as [Way, Way, Way];

describe('meets no error where a server closes idle connections', () => {
	test.each([
		['undici', 'after 50 ms', undici, 50, runs(25, 16, (i) => 40 + (i % 20))],
		['undici', 'after 1 s', undici, 1_000, runs(120, 3, (i) => 990 + (i % 20))],
		['n8n', 'after 50 ms', n8n, 50, runs(25, 4, (i) => 40 + (i % 20))],
	])('%s, %s', async (_, __, way, idleMs, gaps) => {
		const { verdicts, accepted } = await sendInRuns(way, idleMs, gaps);
		expect(new Set(verdicts)).toEqual(new Set(['answer 200']));
		expect(new Set(accepted).size).toBe(gaps.flat().length);
		expect(accepted).toHaveLength(gaps.flat().length);
	});
});

test.each([undici, n8n])(
	'loses and doubles nothing where a server closes in the very moment ($name)',
	async (way) => {
		const { verdicts, accepted } = await sendInRuns(
			way,
			8,
			runs(25, 20, (i) => i % 16),
		);
		const answered = verdicts.filter((verdict) => verdict === 'answer 200').length;
		const inDoubt = verdicts.filter((verdict) => verdict.endsWith(', handed over')).length;
		expect(new Set(accepted).size).toBe(accepted.length);
		expect(accepted.length).toBeGreaterThanOrEqual(answered);
		expect(accepted.length).toBeLessThanOrEqual(answered + inDoubt);
	},
);
