/** What hints of several gateways share: numbers in words, and one hint. */
import type { Hint } from './provider';

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

/** More messages than this in one go look like spam to WhatsApp. */
const MANY = 20;

/** For a gateway that writes to WhatsApp at once. Made once for each: hints count by identity. */
export function noPauseOf(gateway: string): Hint {
	return (messages, { hasPause }) =>
		hasPause || messages <= MANY
			? undefined
			: `${count(messages, 'message')} sent without a pause. ${gateway} has no queue of its own, so set Pause (Seconds) in the options to protect the account`;
}
