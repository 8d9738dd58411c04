// OpenWA's throttler, with three windows over all that a client asks of a server, and the owner's own
// pacing of sends.

import type { Call, Outcome } from '../gateway';
import { json, reply } from '../replies';
import { rateWindow } from '../rates';
import type { OpenWa } from './account';

const WINDOWS = [
	['short', 1],
	['medium', 60],
	['long', 3600],
] as const;

/** Older servers name each limit's time, and not the one that everybody looks for. */
export function limited(
	{ at }: Call,
	{ settings, windows }: OpenWa,
	operation: 'send' | 'read',
): Outcome | undefined {
	const { older, pacing, rateLimits } = settings;
	for (const [index, [name, seconds]] of WINDOWS.entries()) {
		const limit = rateLimits?.[index];
		if (limit === undefined) continue;
		const fits = windows.get(name) ?? rateWindow(limit, seconds * 1000);
		windows.set(name, fits);
		if (fits(at)) continue;
		const body = { statusCode: 429, message: 'ThrottlerException: Too Many Requests' };
		const wait = String(seconds);
		const headers = { [`Retry-After-${name}`]: wait, ...(older ? {} : { 'Retry-After': wait }) };
		return { reply: reply(429, body, headers) };
	}
	if (pacing === undefined || operation === 'read') return undefined;
	return json(429, {
		statusCode: 429,
		message: 'Sends of this session are paced',
		code: 'SEND_PACING_LIMITED',
		retryAfterSeconds: pacing,
	});
}
