/** Numbers in words, for hints. */

/** `1 card`, `20 cards`. */
export function count(number: number, noun: string): string {
	return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** `5 seconds`, `8 minutes`, `3 hours`. */
export function duration(seconds: number): string {
	if (seconds < 90) return count(Math.max(1, Math.round(seconds)), 'second');
	if (seconds < 90 * 60) return count(Math.round(seconds / 60), 'minute');
	return count(Math.round(seconds / 3600), 'hour');
}
