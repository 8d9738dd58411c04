/** The Test button at servers that never end, say too much, or pack a bomb. */
import { gzipSync } from 'node:zlib';
import { providerKits, tokenWith } from '../gateways';
import { letGoOf } from '../node/letGo';
import { eventually } from '../transport/asking';
import { type OnRequest, answering, head, startServer } from '../transport/servers';
import { contextOf, pressTest } from './testing';

const cores = ['n8n-core', 'n8n-core-1'] as const;
const secret = 'd75b3a66374942c5b3c019c698abc2067e151558acbd412345';

afterAll(() => letGoOf('n8n-core-1'));

/** Presses the button of every gateway in both n8ns at once. */
async function pressAll(onRequest: OnRequest) {
	const server = await startServer({ onRequest });
	try {
		const pressed = await Promise.all(
			providerKits.flatMap(({ provider, tokenIn }) =>
				cores.map(async (core) => {
					const token = tokenWith({ tokenIn }, secret);
					const credential = { apiUrl: server.origin, instance: '7105000001', token };
					return await pressTest(provider, credential, contextOf(core));
				}),
			),
		);
		// Nothing goes on behind a test that has ended.
		expect(await eventually(() => server.counts.open === 0)).toBe(true);
		return pressed;
	} finally {
		await server.close();
	}
}

const drip = (first: string, more: string): OnRequest => {
	return (socket) => {
		socket.write(first);
		const timer = setInterval(() => socket.write(more), 200);
		socket.on('close', () => clearInterval(timer));
	};
};

it.concurrent('ends although the answer does not', async () => {
	const all = await Promise.all([
		pressAll(() => {}),
		pressAll(drip('HTTP/1.1 200 OK\r\n', 'X: y\r\n')),
		pressAll(drip(head(200, ['content-length: 99999']), ' ')),
		pressAll(drip(head(200, ['transfer-encoding: chunked']), '1\r\n \r\n')),
	]);
	for (const pressed of all) {
		expect(pressed).toHaveLength(providerKits.length * cores.length);
		for (const { status, message } of pressed) {
			expect(status).toBe('Error');
			expect(message).toMatch(/did not answer completely in time\. Check that the server/);
		}
	}
});

const unclear = /answered something that does not say whether it worked \(HTTP 200\)/;
const megabyte = Buffer.alloc(1024 * 1024, ' ');
const zeros = Buffer.alloc(200 * megabyte.length, ' ');
const bomb = gzipSync(zeros, { level: 1 });

/** Keeps count of what a reader took of 200 MB. */
function pouring(taken: { megabytes: number }): OnRequest {
	return (socket) => {
		socket.write(head(200, [`content-length: ${200 * megabyte.length}`]));
		const pour = (): void => {
			while (!socket.destroyed && taken.megabytes++ < 4_000) if (!socket.write(megabyte)) return;
		};
		socket.on('drain', pour);
		pour();
	};
}

it.concurrent('reads no more than 5 MiB', async () => {
	const taken = { megabytes: 0 };
	const pressed = await pressAll(pouring(taken));
	for (const { status, message } of pressed) {
		expect(status).toBe('Error');
		expect(message).toMatch(unclear);
	}
	// What the network holds comes on top of it.
	expect(taken.megabytes).toBeLessThan(20 * pressed.length);
});

it.concurrent.each([
	['gzip', bomb],
	['gzip, identity', bomb],
	['gzip, gzip', gzipSync(bomb)],
])('unpacks no more than 5 MiB (%s)', async (encoding, body) => {
	const pressed = await pressAll(answering(200, body, [`content-encoding: ${encoding}`]));
	for (const { message } of pressed) expect(message).toMatch(unclear);
});

it.concurrent.each(['Identity', '', 'none', 'UTF-8'])(
	'reads a plain answer that says it is encoded (%j)',
	async (encoding) => {
		const onRequest = answering(404, '{"message":"no such thing"}', [
			`content-encoding: ${encoding}`,
		]);
		const pressed = await pressAll(onRequest);
		for (const { message } of pressed) expect(message).toMatch(/no such thing/);
	},
);
