/** The bytes that leave, and over how many connections. */
import { getEventListeners } from 'node:events';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { IDLE_MS } from '../../nodes/WhatsAppContacts/transport/connections';
import type { HttpRequest } from '../../nodes/WhatsAppContacts/transport/http';
import type { Way } from './ways';
import { eventually, never, pause, requestTo, verdictOf } from './asking';
import { ways } from './ways';
import type { TestServer } from './servers';
import { answering } from './servers';
import { opened, startServer } from './untilTheEnd';

const BODY = '{"name": "Артем 👩‍👧", "escaped": "\\u0061\\n", "big": 79001234568}\n';

/** What a way out adds to the request's own headers. */
const ADDED: Readonly<Record<Way['kind'], readonly string[]>> = {
	undici: ['connection: keep-alive', 'user-agent: n8n'],
	n8n: ['connection: close', 'user-agent: n8n', 'accept-encoding: gzip, compress, deflate, br'],
	n8n1: ['connection: close', 'user-agent: n8n', 'accept-encoding: gzip, compress, deflate, br'],
};

const lowerNames = (headers: readonly string[]): string[] =>
	headers.map((line) => line.replace(/^[^:]+/, (name) => name.toLowerCase())).sort();

describe.each(ways)('$name', (way) => {
	let server: TestServer;
	let out: ReturnType<Way['open']>;
	beforeEach(async () => {
		server = await startServer({ onRequest: answering(200, '{}') });
		out = opened(way.open());
	});

	test('a POST leaves as given', async () => {
		const path = '/a%2Fb/Z%C3%BC%20rich/%F0%9F%91%A9?x=1&y=%3F';
		const headers = { 'Client-Token': 'ä b', apikey: 'k' };
		await out.send(requestTo('', { url: server.origin + path, headers, body: BODY }), never);
		expect(server.seen).toHaveLength(1);
		expect(server.seen[0]).toMatchObject({ method: 'POST', path, body: BODY });
		expect(lowerNames(server.seen[0]?.headers ?? [])).toEqual(
			[
				...ADDED[way.kind],
				`host: 127.0.0.1:${server.port}`,
				'accept: application/json',
				'content-type: application/json',
				`content-length: ${Buffer.byteLength(BODY)}`,
				'client-token: ä b',
				'apikey: k',
			].sort(),
		);
	});

	test('a GET leaves without a body', async () => {
		await out.send(
			requestTo(server.origin, { method: 'GET', body: undefined, headers: {}, kind: 'lookUp' }),
			never,
		);
		expect(server.seen[0]).toMatchObject({ method: 'GET', body: '' });
		expect(lowerNames(server.seen[0]?.headers ?? [])).toEqual(
			[...ADDED[way.kind], `host: 127.0.0.1:${server.port}`, 'accept: application/json'].sort(),
		);
	});

	test('a line break in a header cannot add a header', async () => {
		await out.send(requestTo(server.origin, { headers: { token: 'a\r\ninjected: b' } }), never);
		expect(server.heard()).not.toMatch(/^injected/im);
	});

	test('64 at a time hang one listener on the signal, and none afterwards', async () => {
		const { signal } = new AbortController();
		const sends = Array.from({ length: 64 }, () => out.send(requestTo(server.origin), signal));
		expect(getEventListeners(signal, 'abort')).toHaveLength(1);
		expect((await Promise.all(sends)).map(verdictOf)).toEqual(sends.map(() => 'answer 200'));
		expect(getEventListeners(signal, 'abort')).toHaveLength(0);
		expect(server.seen).toHaveLength(64);
	});

	test('closing ends what is in flight, and nothing starts any more', async () => {
		const silent = await startServer({ onRequest: () => {} });
		const sends = [1, 2, 3].map(() => out.send(requestTo(silent.origin), never));
		await eventually(() => silent.seen.length === 3);
		await out.close();
		expect((await Promise.all(sends)).map(verdictOf)).toEqual(
			sends.map(() => 'cancelled, handed over'),
		);
		expect(await eventually(() => silent.counts.open === 0)).toBe(true);
		const late = await out.send(requestTo(silent.origin), never);
		expect(verdictOf(late)).toBe('cancelled, nothing left');
		expect(silent.seen).toHaveLength(3);
		await silent.close();
	});
});

describe('undici keeps connections', () => {
	const [way] = ways;

	/** Counts anew where this process stood still for as long as a connection may be idle. */
	async function fairly(count: () => Promise<number>, isRight: (n: number) => boolean) {
		for (let more = 9; ; more--) {
			const delay = monitorEventLoopDelay({ resolution: 1 });
			delay.enable();
			const counted = await count();
			delay.disable();
			if (isRight(counted) || more === 0 || delay.max / 1e6 < IDLE_MS.send) return counted;
		}
	}

	/** How many ten requests take, one after the other. */
	async function connectionsOf(kind: HttpRequest['kind'], gapMs: number): Promise<number> {
		// Even if the server says that it keeps them for long.
		const server = await startServer({ onRequest: answering(200, '', ['keep-alive: timeout=5']) });
		const out = opened((way as Way).open());
		for (let i = 0; i < 10; i++) {
			await out.send(requestTo(server.origin, { kind }), never);
			if (gapMs > 0) await pause(gapMs);
		}
		const { connections } = server.counts;
		await out.close();
		expect(await eventually(() => server.counts.open === 0)).toBe(true);
		await server.close();
		return connections;
	}

	test.each([
		['sends in a row', 'send', 0, 1],
		// A server may be about to close an idle connection: a send does not take the risk.
		['sends 40 ms apart', 'send', 40, 10],
		['look-ups 40 ms apart', 'lookUp', 40, 1],
	] as const)('%s', async (_, kind, gapMs, expected) => {
		const isRight = (connections: number) => connections === expected;
		expect(await fairly(() => connectionsOf(kind, gapMs), isRight)).toBe(expected);
	});

	test.each([
		['send', 8],
		['lookUp', 4],
	] as const)('one for each request in flight (%s)', async (kind, most) => {
		const count = async () => {
			const server = await startServer({ onRequest: answering(200) });
			const out = opened((way as Way).open());
			const lane = async () => {
				for (let i = 0; i < 50; i++) await out.send(requestTo(server.origin, { kind }), never);
			};
			await Promise.all([lane(), lane(), lane(), lane()]);
			expect(server.seen).toHaveLength(200);
			await out.close();
			await server.close();
			return server.counts.connections;
		};
		const isRight = (connections: number) => connections <= most;
		expect(await fairly(count, isRight)).toBeLessThanOrEqual(most);
	});
});
