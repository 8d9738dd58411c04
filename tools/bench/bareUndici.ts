/** The limit: the same requests by a bare undici loop, without n8n, checks, order or promises. */
import { Pool } from 'undici';
import type { Stopwatch } from './engine';
import { bodyFor, type Card, requestFor } from './requests';
import type { Job } from './types';

export async function bareUndici(
	job: Job,
	cards: readonly Card[],
	watch: Stopwatch,
): Promise<void> {
	watch.startedAt = process.hrtime.bigint();
	const { url, headers } = requestFor(job.form, job.credential);
	const { origin, pathname } = new URL(url);
	const inFlight = job.inFlight ?? 1;
	const pool = new Pool(origin, { connections: inFlight, pipelining: 1 });
	let next = 0;
	const work = async () => {
		while (next < cards.length) {
			const card = cards[next++];
			if (!card) return;
			const { statusCode, body } = await pool.request({
				path: pathname,
				method: 'POST',
				headers: { 'content-type': 'application/json', ...headers },
				body: JSON.stringify(bodyFor(job.form, card)),
			});
			const answer: unknown = JSON.parse(await body.text());
			if (statusCode >= 300 && statusCode !== 429) throw new Error(JSON.stringify(answer));
		}
	};
	await Promise.all(Array.from({ length: inFlight }, work));
	await pool.close();
}
