// How far an installation is: npm says nothing before it has ended, and 2 GB take minutes.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Counts the packages of a lock file that lie in the folder already. */
export function packageCounter(folder: string): () => { done: number; total: number } {
	const lock = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')) as {
		packages: Record<string, { optional?: boolean }>;
	};
	// Optional ones are mostly other platforms' and never come.
	const wanted = Object.entries(lock.packages)
		.filter(([place, { optional }]) => place !== '' && !optional)
		.map(([place]) => join(folder, place, 'package.json'));
	return () => ({ done: wanted.filter(existsSync).length, total: wanted.length });
}

/** `45 s`, `3 min`. */
export function duration(ms: number): string {
	const seconds = Math.round(ms / 1000);
	return seconds < 120 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}

/** `812 of 2004 packages, 45 s, about 66 s to go`; the rest is guessed once there is enough to see. */
export function progressLine(done: number, total: number, elapsedMs: number): string {
	const known = `${done} of ${total} packages, ${duration(elapsedMs)}`;
	if (done < total / 20 || done >= total) return known;
	return `${known}, about ${duration((elapsedMs / done) * (total - done))} to go`;
}

/** Says a line now and then until the work has ended, and answers what the work does. */
export async function whileSaying<T>(
	line: () => string,
	work: Promise<T>,
	say: (line: string) => void,
): Promise<T> {
	say(line());
	const ticker = setInterval(() => say(line()), 10_000);
	return work.finally(() => clearInterval(ticker));
}
