/** One attempt: what leaves, what each end of a request means, and on which side a mistake was. */
import {
	exchange,
	type Gateway,
	happeningOf,
	mistakesAt,
	readable,
} from '../../nodes/WhatsAppContacts/delivery/exchange';
import { describeFailure } from '../../nodes/WhatsAppContacts/domain/explain';
import type { Answer, ApiRequest } from '../../nodes/WhatsAppContacts/providers/provider';
import type {
	HttpAnswer,
	HttpFailure,
	HttpFailureKind,
	HttpRequest,
	Send,
} from '../../nodes/WhatsAppContacts/transport/http';

const going = new AbortController().signal;
const answer: HttpAnswer = { status: 200, headers: {}, text: '{"id":1}', oversized: false };

interface Changes {
	readonly gateway?: Partial<Gateway>;
	readonly request?: ApiRequest;
	readonly headers?: Readonly<Record<string, string>>;
	readonly read?: (answer: Answer) => object;
	readonly sent?: Awaited<ReturnType<Send>>;
}

/** What left, in order with what was called, and what came back. */
async function go({ gateway: changed, request, headers, read, sent }: Changes = {}) {
	const left: HttpRequest[] = [];
	const calls: string[] = [];
	const gateway: Gateway = {
		displayName: 'G',
		apiUrl: 'http://gateway',
		sign: (signable) => ({ ...signable, headers: { ...signable.headers, token: 't' } }),
		redact: (text) => text.replaceAll('S3cret', '[redacted]'),
		send: async (leaving) => {
			calls.push('send');
			left.push(leaving);
			return await Promise.resolve(sent ?? { answer });
		},
		...changed,
	};
	const attempt = {
		step: {
			request: request ?? { method: 'POST' as const, path: 'send', body: { to: '1' } },
			read: read ?? (({ body }: Answer) => ({ done: body })),
		},
		timeoutMs: 1234,
		kind: 'send' as const,
		...(headers && { headers }),
		leaving: () => void calls.push('leaving'),
	};
	const outcome = await exchange(gateway, attempt, mistakesAt(gateway), going);
	return { left, calls, outcome };
}

const failed = (kind: HttpFailureKind, handedOver: boolean, detail = ''): HttpFailure => ({
	...{ kind, handedOver, detail },
});

test('a request leaves signed, with its JSON, its headers and its time', async () => {
	const { left, calls, outcome } = await go({ headers: { key: 'k' } });
	expect(left).toEqual([
		{
			url: 'http://gateway/send',
			method: 'POST',
			headers: { 'content-type': 'application/json', key: 'k', token: 't' },
			body: '{"to":"1"}',
			timeoutMs: 1234,
			kind: 'send',
		},
	]);
	expect(calls).toEqual(['leaving', 'send']);
	expect(outcome).toEqual({ done: { id: 1 } });
});

test('one without a body has neither body nor type', async () => {
	const { left } = await go({ request: { method: 'GET', path: 'me' } });
	expect(left).toEqual([
		{
			...{ url: 'http://gateway/me', method: 'GET', headers: { token: 't' } },
			...{ timeoutMs: 1234, kind: 'send' },
		},
	]);
});

test.each<[HttpFailureKind, boolean, string]>([
	['unreachable', false, 'unreachable'],
	['unreachable', true, 'unreachable'],
	['untrusted', false, 'untrusted'],
	['untrusted', true, 'interrupted'],
	['forbidden', false, 'forbiddenByPolicy'],
	['proxyRefused', false, 'refusedByProxy'],
	['proxyRefused', true, 'refusedByProxy'],
	['interrupted', false, 'unreachable'],
	['interrupted', true, 'interrupted'],
	['timedOut', false, 'unreachable'],
	['timedOut', true, 'timedOut'],
	['cancelled', false, 'cancelledBeforeSending'],
	['cancelled', true, 'cancelledInFlight'],
])('%s, handed over: %s, means %s', async (kind, handedOver, happening) => {
	const failure = failed(kind, handedOver);
	expect(happeningOf(failure)).toBe(happening);
	expect((await go({ sent: { failure } })).outcome).toMatchObject({ refused: { happening } });
});

test.each([
	['EACCES', 'permission denied'],
	['EADDRNOTAVAIL', 'address not available'],
	['EAI_AGAIN', 'the DNS server gave no answer'],
	['ECONNABORTED', 'connection aborted'],
	['ECONNREFUSED', 'connection refused'],
	['ECONNRESET', 'connection reset'],
	['EHOSTUNREACH', 'host unreachable'],
	['ENOENT', 'address does not exist'],
	['ENOTFOUND', 'unknown host name'],
	['EPERM', 'not permitted'],
	['ETIMEDOUT', 'connection timed out'],
	['UND_ERR_SOCKET', 'UND_ERR_SOCKET'],
])('%s is told as: %s', async (code, words) => {
	const { outcome } = await go({ sent: { failure: failed('interrupted', true, code) } });
	expect(outcome).toMatchObject({
		refused: { message: `G broke the connection off before it answered: ${words}` },
	});
});

test('a failure comes back without secrets, and with what stands beside it', async () => {
	const refused = {
		...describeFailure({ gateway: 'G', happening: 'rejected', reason: 'no S3cret' }),
		advice: 'not S3cret',
	};
	const { outcome } = await go({ read: () => ({ refused, settles: true }) });
	expect(outcome).toMatchObject({
		refused: {
			happening: 'rejected',
			message: 'G did not accept the request: no [redacted]',
			advice: 'not [redacted]',
		},
		settles: true,
	});
});

test('a result comes back as it was said: the next step may need it', async () => {
	const { outcome } = await go({ read: () => ({ done: 'S3cret' }) });
	expect(outcome).toEqual({ done: 'S3cret' });
});

const broken = () => {
	throw new Error('broken');
};

test.each<[string, Changes, string, string[]]>([
	['signing', { gateway: { sign: broken } }, 'notPrepared', []],
	['sending', { gateway: { send: broken } }, 'lostTrack', ['leaving']],
	['reading', { read: broken }, 'lostTrack', ['leaving', 'send']],
])('a mistake in %s is one of our own', async (_where, changes, happening, called) => {
	const { outcome, calls } = await go(changes);
	expect(outcome).toMatchObject({ refused: { happening } });
	expect(calls).toEqual(called);
});

describe('an answer as providers read it', () => {
	const read = (changes: Partial<HttpAnswer>) => readable({ ...answer, ...changes });

	test('has its text bounded and without blanks before it, and its JSON whole', () => {
		const text = `\n  {"name":"${'x'.repeat(6000)}"}`;
		const { text: said, body } = read({ text });
		expect(said.startsWith('{"name":"x')).toBe(true);
		expect(said.length).toBeLessThan(5010);
		expect(body).toEqual({ name: 'x'.repeat(6000) });
	});

	test('has of its headers only those that ask for patience', () => {
		const headers = {
			...{ 'retry-after': '7', 'retry-after-second': '8', 'x-retry-after': '9' },
			'set-cookie': 'S3cret',
		};
		expect(read({ headers }).headers).toEqual({ 'retry-after': '7', 'retry-after-second': '8' });
	});

	test.each([[''], ['<html>'], ['{"id":']])('%j is no JSON', (text) => {
		expect(read({ text })).toMatchObject({ text, body: undefined });
	});

	/** So many parts: the list itself, and a comma before each item but the first. */
	const list = (parts: number) => `[${'0,'.repeat(parts - 1)}0]`;
	/** Each object is two parts, with the comma or the list before it. */
	const objects = (parts: number) => `[${'{},'.repeat(parts / 2 - 1)}{}]`;
	test.each<[string, string, boolean]>([
		['as many items as are parsed', list(200_000), true],
		['one item more', list(200_001), false],
		['as many in objects', objects(200_000), true],
		['one object more', objects(200_002), false],
		['one list deeper', `${'['.repeat(200_001)}${']'.repeat(200_001)}`, false],
		['a long text of few parts', `["${'x'.repeat(300_000)}"]`, true],
	])('%s', (_what, text, isParsed) => {
		expect(read({ text }).body !== undefined).toBe(isParsed);
	});
});
