/** How long OpenWA asks to wait: older servers name each limit's own time, pacing says it in the body. */
import { asRecord } from '../bodies';
import type { Answer } from '../provider';

const LIMITS = ['short', 'medium', 'long'];

/** The answer with the longest time that it names where everybody looks for it. */
export function withRetryAfter(answer: Answer): Answer {
	const { headers } = answer;
	if (headers['retry-after'] !== undefined) return answer;
	const named = [
		asRecord(answer.body).retryAfterSeconds,
		...LIMITS.map((limit) => headers[`retry-after-${limit}`]),
	];
	const seconds = named
		.filter((value) => typeof value === 'number' || /^\d{1,9}$/.test(String(value)))
		.map(Number)
		.filter((value) => value >= 0);
	if (seconds.length === 0) return answer;
	return { ...answer, headers: { ...headers, 'retry-after': String(Math.max(...seconds)) } };
}
