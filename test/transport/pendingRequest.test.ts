/** One request under way, told by hand what a dispatcher reports: one outcome, and the right one. */
import { gzipSync } from 'node:zlib';
import type { Controller, Handler } from '../../nodes/WhatsAppContacts/transport/dispatching';
import type { HttpRequest } from '../../nodes/WhatsAppContacts/transport/http';
import { PendingRequest } from '../../nodes/WhatsAppContacts/transport/pendingRequest';
import { never, requestTo, verdictOf } from './asking';

let now = 0;
beforeEach(() => {
	now = 1000;
	jest.spyOn(performance, 'now').mockImplementation(() => now);
});
afterEach(() => jest.restoreAllMocks());

function controller() {
	const aborted: Error[] = [];
	const told = {
		aborted: false,
		paused: false as boolean,
		reason: null,
		abort: (reason: Error) => void aborted.push(reason),
		pause: jest.fn(),
		resume: jest.fn(),
	} satisfies Controller;
	return { ...told, abortedBy: aborted };
}

function open(changes: Partial<HttpRequest> = {}) {
	const ends: string[] = [];
	const answers: unknown[] = [];
	/** The sinks that want decompressed bytes, and what their decoder was told. */
	const decoders: Array<{ sink: Handler; told: string[] }> = [];
	const request = new PendingRequest(
		requestTo('http://gateway', changes),
		never,
		(sink) => {
			const told: string[] = [];
			decoders.push({ sink, told });
			return {
				onRequestStart: () => void told.push('start'),
				onResponseStart: (_, status, headers) =>
					void told.push(`${status} ${String(headers['content-encoding'])}`),
				onResponseData: (_, chunk) => void told.push(`data ${chunk.length}`),
				onResponseEnd: () => void told.push('end'),
				onResponseError: () => void told.push('error'),
			};
		},
		(result, intact) => {
			ends.push(`${verdictOf(result)}${intact ? ', intact' : ''}`);
			answers.push('answer' in result ? result.answer : result.failure);
		},
	);
	return { request, ends, answers, decoders };
}

const refused = (code: string, more: object = {}) => Object.assign(new Error(), { code, ...more });

describe('before anything has left', () => {
	test.each<[string, unknown, string, string]>([
		['a refused port', refused('ECONNREFUSED'), 'unreachable', 'ECONNREFUSED'],
		['what has no code', new Error('http://S3cr3t'), 'unreachable', 'connection failed'],
		['a certificate', refused('CERT_HAS_EXPIRED'), 'untrusted', 'CERT_HAS_EXPIRED'],
		['other TLS', refused('EPROTO'), 'untrusted', 'EPROTO'],
		['the policy', refused('E1', { name: 'SsrfBlockedIp' }), 'forbidden', 'outbound policy'],
		['a proxy', new Error('Proxy response (502) !== 200'), 'proxyRefused', 'status 502'],
	])('%s', (_what, error, kind, detail) => {
		const { request, ends, answers } = open();
		request.fail(error);
		expect(ends).toEqual([`${kind}, nothing left`]);
		expect(answers).toEqual([{ kind, handedOver: false, detail }]);
	});

	test('connecting that took too long', () => {
		const { request, ends, answers } = open();
		request.expire();
		expect(ends).toEqual(['unreachable, nothing left']);
		expect(answers).toMatchObject([{ detail: 'connecting took too long' }]);
	});

	test('a stop; and then it leaves no more', () => {
		const { request, ends, answers } = open();
		request.cancel();
		expect(ends).toEqual(['cancelled, nothing left']);
		expect(answers).toMatchObject([{ detail: 'stopped' }]);
		const late = controller();
		request.onRequestStart(late);
		expect(late.abortedBy.map(({ message }) => message)).toEqual(['abandoned']);
	});
});

describe('after it has left', () => {
	const left = (changes: Partial<HttpRequest> = {}) => {
		const opened = open(changes);
		const over = controller();
		opened.request.onRequestStart(over);
		expect(over.abortedBy).toEqual([]);
		return { ...opened, over };
	};

	test.each<[string, unknown, string, string]>([
		['a reset', refused('ECONNRESET'), 'interrupted', 'ECONNRESET'],
		['what has no code', new Error('http://S3cr3t'), 'interrupted', 'connection lost'],
		['a certificate', refused('CERT_HAS_EXPIRED'), 'interrupted', 'CERT_HAS_EXPIRED'],
		['the policy', refused('E1', { name: 'SsrfBlockedIp' }), 'interrupted', 'E1'],
		['a proxy', new Error('Proxy response (502) !== 200'), 'proxyRefused', 'status 502'],
	])('%s', (_what, error, kind, detail) => {
		const { request, over, ends, answers } = left();
		request.onResponseError(over, error as Error);
		expect(ends).toEqual([`${kind}, handed over`]);
		expect(answers).toEqual([{ kind, handedOver: true, detail }]);
	});

	test('no answer in time, and a stop', () => {
		const late = left();
		late.request.expire();
		expect(late.ends).toEqual(['timedOut, handed over']);
		expect(late.answers).toMatchObject([{ detail: 'no complete answer in time' }]);
		const stopped = left();
		stopped.request.cancel();
		expect(stopped.ends).toEqual(['cancelled, handed over']);
	});

	test('it is not written a second time', () => {
		const { request, ends } = left();
		const again = controller();
		request.onRequestStart(again);
		expect(again.abortedBy).toHaveLength(1);
		expect(ends).toEqual([]);
	});

	test('an answer is whole at its end, and the connection stays', () => {
		const { request, over, ends, answers } = left();
		request.onResponseStart(over, 103, { hint: 'early' });
		const headers = { 'retry-after': '7', cookies: ['a', 'b'], nothing: undefined };
		request.onResponseStart(over, 200, headers);
		request.onResponseData(over, Buffer.from('{"a"'));
		request.onResponseData(over, Buffer.from(':1}'));
		expect([request.isSettled, ends]).toEqual([false, []]);
		request.onResponseEnd(over, {});
		expect([request.isSettled, ends]).toEqual([true, ['answer 200, intact']]);
		const plain = { 'retry-after': '7', cookies: 'a, b' };
		expect(answers).toEqual([{ status: 200, headers: plain, text: '{"a":1}', oversized: false }]);
	});

	test('what comes after the end changes nothing', () => {
		const { request, over, ends } = left();
		request.onResponseStart(over, 200, {});
		request.onResponseEnd(over, {});
		request.onResponseEnd(over, {});
		request.fail(new Error());
		request.expire();
		request.cancel();
		expect(ends).toEqual(['answer 200, intact']);
	});

	test('what comes after a stop is not read', () => {
		const { request, over, ends, answers } = left();
		request.onResponseStart(over, 200, {});
		request.cancel();
		request.onResponseData(over, Buffer.alloc(6_000_000));
		request.onResponseEnd(over, {});
		expect(ends).toEqual(['cancelled, handed over']);
		expect(answers).toHaveLength(1);
	});

	test('407 is a proxy speaking', () => {
		const { request, over, ends, answers } = left();
		request.onResponseStart(over, 407, {});
		expect(ends).toEqual(['proxyRefused, handed over']);
		expect(answers).toMatchObject([{ detail: 'status 407' }]);
	});

	test('too much is no answer for the connection', () => {
		const { request, over, ends, answers } = left();
		request.onResponseStart(over, 200, {});
		request.onResponseData(over, Buffer.alloc(5 * 1024 * 1024, 'x'));
		expect(ends).toEqual([]);
		request.onResponseData(over, Buffer.from('x'));
		expect(ends).toEqual(['answer 200 oversized']);
		expect(answers).toMatchObject([{ text: '' }]);
	});

	describe('compressed', () => {
		const compressed = (status = 200, encoding = ' GZIP ,none') => {
			const opened = left();
			opened.request.onResponseStart(opened.over, status, { 'content-encoding': encoding });
			const [decoder] = opened.decoders;
			return { ...opened, sink: decoder?.sink, told: decoder?.told };
		};

		test('it goes through the decoder, under its real coding', () => {
			const { request, over, sink, told, ends, answers } = compressed();
			request.onResponseData(over, gzipSync('a'));
			expect(told?.slice(0, 2)).toEqual(['start', '200 gzip']);
			expect(told?.[2]).toMatch(/^data /);
			request.onResponseEnd(over, {});
			expect([told?.at(-1), ends]).toEqual(['end', []]);
			sink?.onResponseData?.(over, Buffer.from('a'));
			sink?.onResponseEnd?.(over, {});
			expect(ends).toEqual(['answer 200, intact']);
			expect(answers).toMatchObject([{ text: 'a' }]);
		});

		test.each([204, 304])('a %i has no body, whatever it says', (status) => {
			const { request, over, decoders, ends } = compressed(status);
			expect(decoders).toEqual([]);
			request.onResponseEnd(over, {});
			expect(ends).toEqual([`answer ${status}, intact`]);
		});

		test('no coding at all needs no decoder', () => {
			expect(compressed(200, 'identity').decoders).toEqual([]);
		});

		test('nothing at all is an empty answer', () => {
			const { request, over, told, ends, answers } = compressed();
			request.onResponseEnd(over, {});
			expect(told).not.toContain('end');
			expect(ends).toEqual(['answer 200, intact']);
			expect(answers).toMatchObject([{ text: '' }]);
		});

		test('what the decoder cannot undo is not read', () => {
			const passed = compressed();
			passed.sink?.onResponseStart?.(passed.over, 200, { 'content-encoding': 'zstd' });
			expect(passed.ends).toEqual(['answer 200 oversized']);
			const broken = compressed();
			broken.sink?.onResponseError?.(broken.over, new Error());
			expect(broken.ends).toEqual(['answer 200 oversized']);
		});

		test('what it can undo is read', () => {
			const { sink, over, ends } = compressed();
			sink?.onRequestStart?.(over, undefined);
			sink?.onResponseStart?.(over, 200, {});
			expect(ends).toEqual([]);
		});

		test('a stop frees the decoder, and it gets nothing more', () => {
			const { request, over, told, ends } = compressed();
			request.cancel();
			expect([told?.at(-1), ends]).toEqual(['error', ['cancelled, handed over']]);
			const before = told?.length;
			request.onResponseData(over, Buffer.from('a'));
			expect(told).toHaveLength(before ?? -1);
		});
	});

	test('a decoder that refuses, and one that gives up, are an answer that is not read', () => {
		const ends: string[] = [];
		const facades: Controller[] = [];
		const openWith = (refuses: boolean) => {
			const request = new PendingRequest(
				requestTo('http://gateway'),
				never,
				() => ({
					onRequestStart: (facade) => void facades.push(facade),
					onResponseStart: () => {
						if (refuses) throw new Error('too many codings');
					},
				}),
				(result) => ends.push(verdictOf(result)),
			);
			const over = controller();
			request.onRequestStart(over);
			request.onResponseStart(over, 200, { 'content-encoding': 'gzip' });
			return over;
		};
		openWith(true);
		expect(ends).toEqual(['answer 200 oversized']);
		const over = openWith(false);
		const facade = facades[1];
		expect(ends).toHaveLength(1);
		facade?.pause();
		facade?.resume();
		expect([over.pause, over.resume].map((each) => each.mock.calls.length)).toEqual([1, 1]);
		expect([facade?.aborted, facade?.reason, facade?.paused]).toEqual([false, null, false]);
		over.paused = true;
		facade?.abort(new Error());
		expect(ends).toEqual(Array(2).fill('answer 200 oversized'));
		expect(over.abortedBy).toEqual([]);
	});
});

test.each([
	[60_000, 11_000, 61_000],
	[5000, 6000, 6000],
])(
	'of %i ms connecting takes ten seconds at most, and the answer the rest',
	(timeoutMs, ...due) => {
		const { request } = open({ timeoutMs });
		const [connecting, whole] = due;
		expect(request.dueAt).toBe(connecting);
		now += 4000;
		request.onRequestStart(controller());
		expect(request.dueAt).toBe(whole);
	},
);
