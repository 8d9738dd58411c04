/** The ways out over n8n's own functions, alone: what they ask for, and what they make of each end. */
import type { ICredentialTestFunctions, RequestHelperFunctions } from 'n8n-workflow';
import { type Ask, createHelperSend } from '../../nodes/WhatsAppContacts/transport/helperSend';
import { createN8nSend } from '../../nodes/WhatsAppContacts/transport/n8nSend';
import { createTestSend } from '../../nodes/WhatsAppContacts/transport/testSend';
import { never, requestTo, verdictOf } from './asking';

async function* chunks(...parts: Array<string | Error>) {
	for (const part of parts) {
		await Promise.resolve();
		if (part instanceof Error) throw part;
		yield Buffer.from(part);
	}
}
const coded = (code: string, more: object = {}) =>
	Object.assign(new Error('http://S3cr3t'), { code, ...more });
const response = (more: object = {}) => ({
	...{ statusCode: 200, headers: {}, body: chunks('{"a"', ':1}') },
	...more,
});
const send = async (ask: Ask) =>
	await createHelperSend(ask).send(requestTo('http://gateway'), never);

test('an answer comes back whole, with its headers as text', async () => {
	const headers = { 'retry-after': '7', cookies: ['a', 'b'], odd: 7 };
	expect(await send(async () => await Promise.resolve(response({ headers })))).toEqual({
		answer: {
			status: 200,
			headers: { 'retry-after': '7', cookies: 'a, b' },
			text: '{"a":1}',
			oversized: false,
		},
	});
});

test.each<[string, Error, string, string]>([
	[
		'the policy',
		coded('E1', { name: 'SsrfBlocked' }),
		'forbidden, nothing left',
		'outbound policy',
	],
	['a refused port', coded('ECONNREFUSED'), 'unreachable, nothing left', 'ECONNREFUSED'],
	[
		'connecting',
		Object.assign(new Error(), { syscall: 'connect' }),
		'unreachable, nothing left',
		'connection failed',
	],
	['a certificate', coded('CERT_HAS_EXPIRED'), 'untrusted, nothing left', 'CERT_HAS_EXPIRED'],
	['other TLS', coded('EPROTO'), 'untrusted, handed over', 'EPROTO'],
	['a reset', coded('ECONNRESET'), 'interrupted, handed over', 'ECONNRESET'],
	['what has no code', new Error('http://S3cr3t'), 'interrupted, handed over', 'request failed'],
])('%s fails before the answer', async (_what, error, verdict, detail) => {
	const result = await send(async () => await Promise.reject(error));
	expect(verdictOf(result)).toBe(verdict);
	expect(result).toMatchObject({ failure: { detail } });
});

test.each<[string, object, string]>([
	['a reset', { body: chunks('a', coded('ECONNRESET')) }, 'interrupted, handed over'],
	...['Z_DATA_ERROR', 'ERR_BROTLI_X', 'ERR_PADDING_2', 'ERR__ERROR_X'].map(
		(code): [string, object, string] => [
			code,
			{ body: chunks('a', coded(code)) },
			'answer 200 oversized',
		],
	),
	['a code like those', { body: chunks(coded('NO_Z_ERROR')) }, 'interrupted, handed over'],
	['too much', { body: chunks('x'.repeat(5_242_880), 'x') }, 'answer 200 oversized'],
	['an unknown coding', { headers: { 'content-encoding': 'zstd' } }, 'answer 200 oversized'],
	['no coding', { headers: { 'content-encoding': 'none' } }, 'answer 200'],
	['a proxy', { statusCode: 407 }, 'proxyRefused, handed over'],
	['a proxy without a word', { statusCode: 407, body: chunks() }, 'proxyRefused, handed over'],
	['what is no answer', { headers: null }, 'interrupted, handed over'],
])('%s in the answer', async (_what, changes, verdict) => {
	const result = await send(async () => await Promise.resolve(response(changes)));
	expect(verdictOf(result)).toBe(verdict);
	if (verdict.endsWith('oversized')) expect(result).toMatchObject({ answer: { text: '' } });
});

test.each<[unknown, string]>([
	[coded('ECONNRESET'), 'ECONNRESET'],
	[new Error('http://S3cr3t'), 'connection lost'],
])('an end in the body is told without its text', async (error, detail) => {
	const body = chunks('a', error as Error);
	const result = await send(async () => await Promise.resolve(response({ body })));
	expect(result).toEqual({ failure: { kind: 'interrupted', handedOver: true, detail } });
});

test.each<[string, object]>([
	['too much', { body: chunks('x'.repeat(6_000_000), 'never') }],
	['a proxy', { statusCode: 407, body: chunks('a', 'never') }],
])('%s ends the stream', async (_what, changes) => {
	const { body } = changes as { body: AsyncGenerator };
	await send(async () => await Promise.resolve(response(changes)));
	expect(await body.next()).toEqual({ done: true, value: undefined });
});

/** Never answers; tells whether it was given up. */
function silent() {
	const asked: AbortSignal[] = [];
	const ask: Ask = async (_request, signal) => {
		asked.push(signal);
		return await new Promise(() => {});
	};
	return { asked, ...createHelperSend(ask) };
}

test('a request that is overdue is given up', async () => {
	const { send: go, asked, close } = silent();
	const result = await go(requestTo('http://gateway', { timeoutMs: 20 }), never);
	expect(result).toEqual({
		failure: { kind: 'timedOut', handedOver: true, detail: 'no complete answer in time' },
	});
	expect(asked.map(({ aborted }) => aborted)).toEqual([true]);
	await close();
});

test('so is one that is stopped, and the others go on', async () => {
	const { send: go, asked, close } = silent();
	const stop = new AbortController();
	const stopped = go(requestTo('http://gateway'), stop.signal);
	const other = go(requestTo('http://gateway'), never);
	stop.abort();
	expect(await stopped).toEqual({
		failure: { kind: 'cancelled', handedOver: true, detail: 'stopped' },
	});
	expect(asked.map(({ aborted }) => aborted)).toEqual([true, false]);
	await close();
	expect(verdictOf(await other)).toBe('cancelled, handed over');
	expect(asked.map(({ aborted }) => aborted)).toEqual([true, true]);
});

test('after a stop or the end nothing leaves any more', async () => {
	const { send: go, asked, close } = silent();
	const told = { failure: { kind: 'cancelled', handedOver: false, detail: 'stopped' } };
	expect(await go(requestTo('http://gateway'), AbortSignal.abort())).toEqual(told);
	await close();
	expect(await go(requestTo('http://gateway'), never)).toEqual(told);
	expect(asked).toEqual([]);
});

test('one that is over is watched no longer', async () => {
	const stop = new AbortController();
	const add = jest.spyOn(stop.signal, 'addEventListener');
	const remove = jest.spyOn(stop.signal, 'removeEventListener');
	const { send: go } = createHelperSend(async () => await Promise.resolve(response()));
	await go(requestTo('http://gateway'), stop.signal);
	expect([add.mock.calls.length, remove.mock.calls.length]).toEqual([1, 1]);
});

describe.each([false, true])('with certificates ignored: %s', (ignoreSslIssues) => {
	const headers = { accept: 'application/json', 'client-token': 'S3cr3t-T0ken' };
	const posted = { ...headers, 'content-type': 'application/json' };
	const url = 'http://gateway/waInstance7/sendContact/S3cr3t-T0ken';
	const get = requestTo('http://gateway', { method: 'GET', body: undefined });
	const body = Buffer.from('{"secret":"S3cr3t-T0ken"}');

	test('n8n’s helper is asked for a stream, without redirects and limits of its own', async () => {
		const asked: object[] = [];
		const httpRequest = async (options: object) => {
			asked.push(options);
			return await Promise.resolve(response());
		};
		const helpers = { httpRequest } as unknown as Pick<RequestHelperFunctions, 'httpRequest'>;
		const { send: go } = createN8nSend(helpers, { ignoreSslIssues });
		for (const request of [requestTo('http://gateway'), get]) await go(request, never);
		const common = {
			...{ url, abortSignal: expect.any(AbortSignal) as unknown, timeout: 0 },
			...{ encoding: 'stream', returnFullResponse: true, ignoreHttpStatusErrors: true },
			...{ disableFollowRedirect: true, skipSslCertificateValidation: ignoreSslIssues },
		};
		expect(asked).toEqual([
			{ method: 'POST', headers: posted, body, ...common },
			{ method: 'GET', headers, ...common },
		]);
	});

	test('so is its old one', async () => {
		const asked: object[] = [];
		const request = async (options: object) => {
			asked.push(options);
			return await Promise.resolve(response());
		};
		const helpers = { request } as unknown as ICredentialTestFunctions['helpers'];
		const { send: go } = createTestSend(helpers, { ignoreSslIssues });
		for (const each of [requestTo('http://gateway'), get]) await go(each, never);
		const common = {
			...{ uri: url, agentOptions: { signal: expect.any(AbortSignal) as unknown }, timeout: 0 },
			...{ useStream: true, simple: false, resolveWithFullResponse: true },
			...{ followRedirect: false, ...(ignoreSslIssues && { rejectUnauthorized: false }) },
		};
		expect(asked).toEqual([
			{ method: 'POST', headers: posted, body, ...common },
			{ method: 'GET', headers, ...common },
		]);
	});
});
