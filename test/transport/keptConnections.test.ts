/** Kept connections whose server closes them, or says more than it was asked. */
import type net from 'node:net';
import type { OnRequest, TestServer } from './servers';
import { head } from './servers';
import { never, pause, requestTo, verdictOf } from './asking';
import { opened, startServer } from './untilTheEnd';
import { ways } from './ways';

const SENDS = 40;

/** An answer that names its request. */
const answerOf = (body: string, headers: readonly string[] = []): string =>
	`${head(200, [`content-length: ${body.length}`, ...headers])}${body}`;

/** Answers, and then does something to the connection. */
const answeringThen =
	(then: (socket: net.Socket) => void): OnRequest =>
	(socket, { body }) => {
		socket.write(answerOf(body));
		then(socket);
	};

/** Sends bodies that are all different, some at a time, and says what became of each. */
async function sendAll(server: TestServer, way: (typeof ways)[number], atATime: number) {
	const out = opened(way.open());
	const bodies = Array.from({ length: SENDS }, (_, number) => `"${100 + number}"`);
	const outcomes: Array<{ asked: string; verdict: string; told: string }> = [];
	const queue = [...bodies];
	const work = async (): Promise<void> => {
		for (let body = queue.shift(); body !== undefined; body = queue.shift()) {
			const result = await out.send(requestTo(server.origin, { body }), never);
			const told = 'answer' in result ? result.answer.text : '';
			outcomes.push({ asked: body, verdict: verdictOf(result), told });
		}
	};
	try {
		await Promise.all(Array.from({ length: atATime }, work));
	} finally {
		await out.close();
	}
	expect(outcomes).toHaveLength(SENDS);
	return outcomes;
}

async function withServer(onRequest: OnRequest, use: (server: TestServer) => Promise<void>) {
	const server = await startServer({ onRequest });
	try {
		await use(server);
	} finally {
		await server.close();
	}
}

const later = (ms: number, then: (socket: net.Socket) => void) => (socket: net.Socket) => {
	setTimeout(() => then(socket), ms);
};
const end = (socket: net.Socket): unknown => socket.end();
const destroy = (socket: net.Socket): unknown => socket.destroy();
const reset = (socket: net.Socket): unknown => socket.resetAndDestroy();

/** Two requests, one after the other; between them something happens, and nothing is asked. */
async function sendTwo(way: (typeof ways)[number], between: (socket: net.Socket) => void) {
	const told: string[] = [];
	const connections: number[] = [];
	let happened: Promise<void> = Promise.resolve();
	const onRequest: OnRequest = (socket, { body }) => {
		socket.write(answerOf(body));
		happened = pause(1).then(() => between(socket));
	};
	await withServer(onRequest, async (server) => {
		const out = opened(way.open());
		for (const body of ['"first"', '"second"']) {
			const result = await out.send(requestTo(server.origin, { body }), never);
			told.push('answer' in result ? result.answer.text : verdictOf(result));
			await happened;
			await pause(3);
		}
		await out.close();
		connections.push(...server.seen.map(({ connection }) => connection));
	});
	return { told, connections };
}

/** Or the test below would prove nothing: the helper of n8n keeps none. */
test.each(ways.filter(({ kind }) => kind === 'undici'))(
	'$name uses a connection again on which nothing came',
	async (way) => {
		// A busy machine may wait longer than a connection is kept.
		for (let tries = 0; tries < 20; tries++) {
			const { connections } = await sendTwo(way, () => {});
			if (connections[0] === connections[1]) return;
		}
		throw new Error('no connection was used again');
	},
);

describe.each(ways)('$name', (way) => {
	test.each([
		['a whole answer', answerOf('"late"')],
		['half an answer', 'HTTP/1.1 200 OK\r\ncontent-le'],
		['a single byte', 'H'],
		['what is no HTTP', '\0\0\0'],
	])('%s that arrives while nothing is asked ends that connection', async (_, bytes) => {
		const { told, connections } = await sendTwo(way, (socket) => socket.write(bytes));
		expect(told).toEqual(['"first"', '"second"']);
		expect(connections).toHaveLength(2);
		expect(new Set(connections).size).toBe(2);
	});

	describe.each([1, 8])('%i at a time', (atATime) => {
		test.each<[string, (socket: net.Socket) => void]>([
			['at once', end],
			['at once, both ways', (socket) => socket.destroySoon()],
			['in its next turn', (socket) => setImmediate(() => end(socket))],
			['after 1 ms', later(1, end)],
			['after 1 ms, both ways', later(1, destroy)],
			['after 3 ms', later(3, end)],
			['after 3 ms, with a reset', later(3, reset)],
			['after a time of its own', (socket) => later(Math.random() * 4, destroy)(socket)],
		])('a server that closes after each answer, %s', async (_, then) => {
			await withServer(answeringThen(then), async (server) => {
				const outcomes = await sendAll(server, way, atATime);
				const unanswered = outcomes.filter(({ verdict }) => verdict !== 'answer 200');
				expect(unanswered.length).toBeLessThanOrEqual(atATime);
				for (const { verdict } of unanswered) {
					// The second: the close was seen before anything was written.
					expect(['interrupted, handed over', 'unreachable, nothing left']).toContain(verdict);
				}
				for (const { asked, told } of outcomes) if (told !== '') expect(told).toBe(asked);
				const arrived = server.seen.map(({ body }) => body);
				expect(new Set(arrived).size).toBe(arrived.length);
			});
		});

		test('one that closes with the answer leaves nothing in doubt', async () => {
			await withServer(answeringThen(end), async (server) => {
				const outcomes = await sendAll(server, way, atATime);
				expect(new Set(outcomes.map(({ verdict }) => verdict))).toEqual(new Set(['answer 200']));
			});
		});

		test.each<[string, OnRequest]>([
			[
				'a second answer behind the first',
				(socket, { body }) => socket.write(answerOf(body) + answerOf('"late"')),
			],
			[
				'a second answer in a packet of its own',
				(socket, { body }) => {
					socket.setNoDelay(true);
					socket.write(answerOf(body));
					socket.write(answerOf('"late"'));
				},
			],
			[
				'two more answers',
				(socket, { body }) => {
					socket.write(answerOf(body) + answerOf('"late"') + answerOf('"later"'));
				},
			],
			[
				'half an answer more',
				(socket, { body }) => socket.write(`${answerOf(body)}HTTP/1.1 200 OK\r\ncontent-le`),
			],
			['a single byte more', (socket, { body }) => socket.write(`${answerOf(body)}H`)],
			['a line break more', (socket, { body }) => socket.write(`${answerOf(body)}\r\n`)],
			[
				'more bytes than announced',
				(socket, { body }) =>
					socket.write(`${answerOf(body)}${'x'.repeat(70)}\r\n\r\n${answerOf('"late"')}`),
			],
			[
				'chunks, and bytes behind the last',
				(socket, { body }) =>
					socket.write(
						`${head(200, ['transfer-encoding: chunked'])}5\r\n${body}\r\n0\r\n\r\n${answerOf('"late"')}`,
					),
			],
			[
				'no longer waiting for us (408) behind the answer',
				(socket, { body }) => socket.write(answerOf(body) + head(408, ['content-length: 0'])),
			],
		])('%s shifts nobody’s verdict', async (_, onRequest) => {
			await withServer(onRequest, async (server) => {
				for (const { asked, verdict, told } of await sendAll(server, way, atATime)) {
					expect({ verdict, told }).toEqual({ verdict: 'answer 200', told: asked });
				}
				expect(server.seen).toHaveLength(SENDS);
			});
		});

		test('a body where there is none by rule (204) shifts nobody’s verdict', async () => {
			let number = 0;
			const onRequest: OnRequest = (socket, { body }) => {
				if (number++ % 2 === 0) socket.write(`${head(204, [])}${answerOf('"late"')}`);
				else socket.write(answerOf(body));
			};
			await withServer(onRequest, async (server) => {
				for (const { asked, verdict, told } of await sendAll(server, way, atATime)) {
					if (verdict === 'answer 204') expect(told).toBe('');
					else expect({ verdict, told }).toEqual({ verdict: 'answer 200', told: asked });
				}
			});
		});
	});
});
