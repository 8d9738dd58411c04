// Every fault at the wire, and beside it the truth: was the card accepted or not.

import { connect } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { startSandbox, type Fault, type Sandbox } from '../../sandbox';
import { ask, PLUGZ_BODY, plugzUrl, type Answer } from './wire';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
afterEach(() => sandbox.reset());

const send = (withinMs?: number): Promise<Answer> =>
	ask(plugzUrl(sandbox.credentials.plugzApi, 'send-contact'), { body: PLUGZ_BODY, withinMs });

/** What the sender sees: an answer's status, or the error of its socket. */
const outcome = async (withinMs?: number): Promise<number | string> =>
	send(withinMs).then(
		({ status }) => status,
		(error: unknown) => {
			const { code, message } = error as NodeJS.ErrnoException;
			return code ?? message;
		},
	);

async function meet(fault: Fault): Promise<Answer> {
	sandbox.plan([{ fault }]);
	return await send();
}

it.each([
	['before', 0],
	['after', 1],
] as const)('answers anything %s the gateway did its work', async (when, accepted) => {
	const headers = { 'Retry-After': '7' };
	const answer = await meet({ kind: 'answer', when, status: 502, headers, body: '<h1>Bad</h1>' });
	expect(answer).toMatchObject({ status: 502, text: '<h1>Bad</h1>' });
	expect(answer.headers['retry-after']).toBe('7');
	expect(sandbox.accepted()).toHaveLength(accepted);
	expect(sandbox.requests()).toMatchObject([{ status: 502, fault: 'answer' }]);
});

it('loses the answer of an accepted card: empty, unparseable, as JSON', async () => {
	const bodies = [undefined, '{"messageId":', { messageId: 7 }];
	const texts = [];
	for (const body of bodies) {
		texts.push((await meet({ kind: 'answer', when: 'after', status: 200, body })).text);
	}
	expect(texts).toEqual(['', '{"messageId":', '{"messageId":7}']);
	expect(sandbox.accepted()).toHaveLength(3);
});

it('fills dates and secrets into headers and bodies', async () => {
	const answer = await meet({
		kind: 'answer',
		status: 429,
		headers: { 'Retry-After': '{{date+3}}' },
		body: { at: '{{path}}', token: '{{token}}' },
	});
	const { token } = sandbox.credentials.plugzApi;
	const seconds = (Date.parse(String(answer.headers['retry-after'])) - Date.now()) / 1000;
	expect(seconds).toBeGreaterThan(0);
	expect(seconds).toBeLessThanOrEqual(3);
	expect(answer.json).toMatchObject({ at: expect.stringContaining(token), token });
});

it.each([
	['before', 0],
	['after', 1],
] as const)('hangs %s the gateway did its work', async (when, accepted) => {
	sandbox.plan([{ fault: { kind: 'hang', when } }]);
	expect(await outcome(100)).toBe('ABORT_ERR');
	expect(sandbox.accepted()).toHaveLength(accepted);
	expect(sandbox.requests()).toMatchObject([{ status: null, fault: 'hang' }]);
});

it('hangs on a connection, and notices the client leave', async () => {
	sandbox.plan([{ fault: { kind: 'hang', when: 'connect' } }]);
	expect(await outcome(100)).toBe('ABORT_ERR');
	expect(sandbox.requests()).toEqual([]);
	while (sandbox.openSockets() > 0) await new Promise(setImmediate);
});

it.each([
	['connect', 'reset', 0],
	['connect', 'end', 0],
	['headers', 'reset', 0],
	['headers', 'end', 0],
	['before', 'reset', 0],
	['before', 'end', 0],
	['after', 'reset', 1],
	['after', 'end', 1],
	['midBody', 'reset', 1],
	['midBody', 'end', 1],
] as const)('closes the connection (%s, %s)', async (when, how, accepted) => {
	sandbox.plan([{ fault: { kind: 'close', when, how } }]);
	expect(['ECONNRESET', 'EPIPE']).toContain(await outcome());
	expect(sandbox.accepted()).toHaveLength(accepted);
	expect(sandbox.counts().faults).toEqual({ close: 1 });
	sandbox.plan([]);
	expect(await outcome()).toBe(200);
});

it('cuts a body off in the middle', async () => {
	sandbox.plan([{ fault: { kind: 'close', when: 'midBody', how: 'end' } }]);
	const { pathname, port } = new URL(plugzUrl(sandbox.credentials.plugzApi, 'status'));
	const seen = await new Promise<string>((resolve) => {
		let text = '';
		const socket = connect(Number(port), '127.0.0.1', () =>
			socket.write(`GET ${pathname} HTTP/1.1\r\nHost: x\r\n\r\n`),
		);
		socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
		socket.on('close', () => resolve(text));
	});
	expect(seen).toContain('HTTP/1.1 200 OK');
	expect(seen).toMatch(/\{"connected":true[^}]*$/);
});

it('delays and then goes on as usual', async () => {
	expect((await meet({ kind: 'delay', ms: 20 })).status).toBe(200);
	expect((await meet({ kind: 'delay', ms: 20, when: 'after' })).status).toBe(200);
	expect(sandbox.accepted()).toHaveLength(2);
});

it.each(['drip', 'endless'] as const)('answers a body without an end: %s', async (kind) => {
	sandbox.plan([{ fault: { kind } }]);
	expect(await outcome(150)).toMatch(/ABORT_ERR|ECONNRESET/);
	expect(sandbox.accepted()).toHaveLength(1);
	expect(sandbox.requests()).toMatchObject([{ status: 200 }]);
	while (sandbox.openSockets() > 0) await new Promise(setImmediate);
});

it('pads the true answer to any size', async () => {
	const answer = await meet({ kind: 'huge', bytes: 300_000 });
	expect(answer.text).toHaveLength(300_000);
	expect(answer.json).toMatchObject({ messageId: sandbox.accepted()[0]?.messageId });
});

it('answers a gzip bomb', async () => {
	sandbox.plan([{ fault: { kind: 'gzipBomb', bytes: 3 * 1024 * 1024 } }]);
	const answer = await fetchBytes();
	expect(answer.length).toBeLessThan(20_000);
	expect(gunzipSync(answer).length).toBeGreaterThan(3 * 1024 * 1024);
});

it('answers bytes that are no UTF-8', async () => {
	sandbox.plan([{ fault: { kind: 'invalidUtf8' } }]);
	const answer = await fetchBytes();
	expect([...answer.subarray(0, 4)]).toEqual([0xff, 0xfe, 0xc3, 0x28]);
});

/** The body as it came, nothing decoded. */
async function fetchBytes(): Promise<Buffer> {
	const { pathname, port } = new URL(plugzUrl(sandbox.credentials.plugzApi, 'status'));
	return await new Promise((resolve) => {
		const chunks: Buffer[] = [];
		const socket = connect(Number(port), '127.0.0.1', () =>
			socket.write(`GET ${pathname} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`),
		);
		socket.on('data', (chunk: Buffer) => chunks.push(chunk));
		socket.on('close', () => {
			const whole = Buffer.concat(chunks);
			resolve(whole.subarray(whole.indexOf('\r\n\r\n') + 4));
		});
	});
}

it('nests deeply and adds prototype keys, and keeps the true answer', async () => {
	const deep = await meet({ kind: 'deepJson', depth: 5000 });
	expect(deep.text).toContain('['.repeat(5000));
	const proto = await meet({ kind: 'protoKeys' });
	expect(proto.text).toContain('"__proto__":{"polluted":true');
	const ids = sandbox.accepted().map(({ messageId }) => messageId);
	expect([deep.json, proto.json]).toMatchObject(ids.map((messageId) => ({ messageId })));
});

it('redirects to a page that records who follows', async () => {
	const answer = await meet({ kind: 'redirect' });
	const to = String(answer.headers.location);
	expect(answer.status).toBe(302);
	expect(to).toContain(`${sandbox.url}/_sandbox/elsewhere/instances/`);
	expect(sandbox.accepted()).toEqual([]);
	await ask(to);
	expect(sandbox.requests().map(({ path }) => path.slice(0, 21))).toContain(
		'/_sandbox/elsewhere/i',
	);
});

it.each([
	['raw', (token: string) => token],
	['html', (token: string) => token],
	['percent', (token: string) => `%${Buffer.from(token).toString('hex').slice(0, 2)}`],
	['json', (token: string) => `\\u00${Buffer.from(token).toString('hex').slice(0, 2)}`],
	['htmlEntities', (token: string) => `&#x${Buffer.from(token).toString('hex').slice(0, 2)};`],
] as const)('echoes the token: %s', async (as, spelt) => {
	const { token } = sandbox.credentials.plugzApi;
	const answer = await meet({ kind: 'echoToken', as });
	expect(answer.status).toBe(500);
	expect(answer.text).toContain(spelt(token));
	if (as === 'json') expect(JSON.stringify(answer.json)).toContain(token);
	expect(sandbox.accepted()).toEqual([]);
});
