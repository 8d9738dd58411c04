/** Time limits, with the 10 s for connecting shortened so that the test need not wait for them. */
jest.mock('../../nodes/WhatsAppContacts/transport/http', () => ({
	...jest.requireActual<object>('../../nodes/WhatsAppContacts/transport/http'),
	MAX_CONNECT_MS: 200,
}));

import { answering } from './servers';
import { eventually, never, requestTo, verdictOf } from './asking';
import { startServer, opened } from './untilTheEnd';
import { ways } from './ways';

const [undici] = ways;
const open = (options?: { ignoreSslIssues: boolean }) => {
	if (undici === undefined) throw new Error('no way out');
	return opened(undici.open(options));
};

test('connecting ends before the whole request would', async () => {
	const silent = await startServer({ onConnection: () => {} });
	const out = open();
	const url = silent.origin.replace('http:', 'https:');
	const result = await out.send(requestTo(url, { timeoutMs: 20_000 }), never);
	expect(verdictOf(result)).toBe('unreachable, nothing left');
	// Given up means gone, not left to time out.
	expect(await eventually(() => silent.counts.open === 0)).toBe(true);
});

test('the limit of connecting does not hurry the answer', async () => {
	const slow = await startServer({
		onRequest: (socket, seen) => setTimeout(() => answering(200)(socket, seen), 400),
	});
	const out = open();
	expect(verdictOf(await out.send(requestTo(slow.origin), never))).toBe('answer 200');
});

test('requests end at limits of their own, whatever the order', async () => {
	const silent = await startServer({ onRequest: () => {} });
	const out = open();
	const order: number[] = [];
	await Promise.all(
		[450, 150, 300].map(async (timeoutMs) => {
			const result = await out.send(requestTo(silent.origin, { timeoutMs }), never);
			expect(verdictOf(result)).toBe('timedOut, handed over');
			order.push(timeoutMs);
		}),
	);
	expect(order).toEqual([150, 300, 450]);
});

test('a hanging connection does not hold up the next request', async () => {
	let first = true;
	const server = await startServer({
		certificate: 'server',
		onRequest: (socket, seen) => {
			if (first) first = false;
			else answering(200)(socket, seen);
		},
	});
	const out = open({ ignoreSslIssues: true });
	const hanging = out.send(requestTo(server.origin, { timeoutMs: 1_500 }), never);
	await eventually(() => server.seen.length === 1);
	expect(verdictOf(await out.send(requestTo(server.origin), never))).toBe('answer 200');
	expect(verdictOf(await hanging)).toBe('timedOut, handed over');
});
