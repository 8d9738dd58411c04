/**
 * Keys for sends, from n8n to the gateway and back, over both ways out: whatever breaks, a card
 * arrives once and is said to have; only what the gateway itself does not know stays in doubt. With
 * the switch off, or at a server that ignores keys, everything is as it is with other gateways. Each
 * test has a server of its own: it takes a hundred a minute, and the next would wait.
 */
import type { Fault, Sandbox } from '../../sandbox';
import type { OpenWaInstance } from '../../sandbox/openWa/account';
import {
	arrivals,
	cores,
	freshInstance,
	type Item,
	patienceWith,
	said,
	send,
	someItems,
	until,
	withSandbox,
} from '../promises/sending';

type Switches = Partial<OpenWaInstance>;
const session = (sandbox: Sandbox, switches: Switches = {}) =>
	freshInstance(sandbox, 'openWa', { idempotencyKeys: true, ...switches });
const named = ({ names }: Item) => names[0] ?? '';

/** What ends in a doubt today, before the gateway took the card and after. */
const doubts: ReadonlyArray<readonly [string, Fault]> = (['before', 'after'] as const).flatMap(
	(when) => [
		[`a reset ${when} it was taken`, { kind: 'close', when }] as const,
		[`an end ${when} it was taken`, { kind: 'close', when, how: 'end' }] as const,
		[`silence ${when} it was taken`, { kind: 'hang', when }] as const,
		[`a drip ${when} it was taken`, { kind: 'drip', when, everyMs: 100 }] as const,
		...[500, 502, 503, 504].map(
			(status) =>
				[
					`a ${status} of a proxy ${when} it was taken`,
					{ kind: 'answer', when, status, body: '<html><h1>Bad</h1></html>' },
				] as const,
		),
		[`an empty 200 ${when} it was taken`, { kind: 'answer', when, status: 200 }] as const,
		[`garbage ${when} it was taken`, { kind: 'answer', when, status: 201, body: '{"me' }] as const,
		[`another id ${when} it was taken`, { kind: 'answer', when, status: 201, body: {} }] as const,
	],
);
const others: ReadonlyArray<readonly [string, Fault]> = [
	['half an answer', { kind: 'close', when: 'midBody' }],
	['6 MB', { kind: 'huge', bytes: 6 * 1024 * 1024 }],
	['a gzip bomb', { kind: 'gzipBomb' }],
	['bytes that are no UTF-8', { kind: 'invalidUtf8' }],
];
const faults = [...doubts, ...others];

const timeout = '={{ $json.timeout }}';

/** A card for each fault, which strikes its first request alone. */
function struck(sandbox: Sandbox): Item[] {
	const items = faults.flatMap(([, fault]) =>
		someItems(1).map((item) => ({ ...item, timeout: patienceWith(fault) })),
	);
	sandbox.plan(
		faults.map(([, fault], index) => ({
			match: { marker: named(items[index] ?? { to: '', names: [] }), nth: [1] },
			fault,
		})),
	);
	return items;
}

/** What is said of each, beside its fault, so that a failure names itself. */
const told = (result: Parameters<typeof said>[0]) =>
	said(result)
		.sort((a, b) => a.item - b.item)
		.map(({ item, is }) => [faults[item]?.[0], is]);

const keysOf = (sandbox: Sandbox, name: string) =>
	sandbox
		.requests()
		.filter(({ body }) => body.includes(JSON.stringify(name)))
		.map(({ headers }) => headers['idempotency-key']);

describe.each(cores)('in %s', (core) => {
	test.concurrent(
		'every card arrives once, and nothing stays in doubt',
		withSandbox(async (sandbox) => {
			const items = struck(sandbox);
			const options = { concurrency: 64, timeout, maxRetries: 3 };
			const mode = 'continueRegularOutput';
			const credential = session(sandbox);
			const result = await send({ gateway: 'openWa', credential, items, mode, core, options });
			expect(told(result)).toEqual(faults.map(([what]) => [what, 'accepted']));
			expect([...arrivals(sandbox).values()]).toEqual(items.map(() => 1));
			const keys = items.map((item) => keysOf(sandbox, named(item)));
			for (const each of keys) {
				expect(new Set(each).size).toBe(1);
				expect(each[0]).toMatch(/^[\x21-\x7e]{1,255}$/);
			}
			expect(new Set(keys.map(([key]) => key)).size).toBe(items.length);
			// Nothing was sent again at a risk, so nobody is told so.
			expect(result.execution.hints('WhatsApp Contacts').join('\n')).not.toMatch(/sent again/);
		}),
	);

	test.concurrent.each(['continueRegularOutput', 'continueErrorOutput'] as const)(
		'nor by Retry On Fail alone (%s)',
		withSandbox(async (sandbox, mode) => {
			const items = struck(sandbox);
			const options = { concurrency: 64, timeout, maxRetries: 0 };
			const credential = session(sandbox);
			const sending = { gateway: 'openWa', credential, items, mode, core, options } as const;
			const result = await send({ ...sending, tries: 3 });
			expect(told(result)).toEqual(faults.map(([what]) => [what, 'accepted']));
			expect([...arrivals(sandbox).values()]).toEqual(items.map(() => 1));
			for (const item of items) expect(new Set(keysOf(sandbox, named(item))).size).toBe(1);
		}),
	);

	test.concurrent.each(doubts.filter(([what]) => /^(?:a reset|silence|a 502|garbage)/.test(what)))(
		'nor by it with On Error: Stop, after %s',
		withSandbox(async (sandbox, _what, fault) => {
			const items = someItems(3);
			const [first = ''] = items.map(named);
			sandbox.plan([{ match: { marker: first, nth: [1] }, fault }]);
			const options = { timeout: patienceWith(fault), maxRetries: 0 };
			const credential = session(sandbox);
			const result = await send({
				...{ gateway: 'openWa', credential, items, core, options, tries: 2 },
			});
			expect(said(result).map(({ is }) => is)).toEqual(Array(3).fill('accepted'));
			expect([...arrivals(sandbox).values()]).toEqual([1, 1, 1]);
		}),
	);

	test.concurrent(
		'who still runs is waited for',
		withSandbox(async (sandbox) => {
			const items = someItems(2);
			const options = { timeout: 1000, maxRetries: 1, concurrency: 2 };
			const mode = 'continueRegularOutput';
			const credential = session(sandbox, { takesMs: 5000 });
			const result = await send({ gateway: 'openWa', credential, items, mode, core, options });
			expect(said(result).map(({ is }) => is)).toEqual(['accepted', 'accepted']);
			expect([...arrivals(sandbox).values()]).toEqual([1, 1]);
			expect(sandbox.counts().statuses['409']).toBeGreaterThan(1);
		}),
	);

	test.concurrent.each(['sent', 'lost'] as const)(
		'what the gateway does not know either stays in doubt, in every try (%s)',
		withSandbox(async (sandbox, is) => {
			const items = someItems(2);
			const [first = '', second = ''] = items.map(named);
			const credential = session(sandbox, { engineBreaks: { [first]: is } });
			const mode = 'continueRegularOutput';
			const options = { maxRetries: 3 };
			const result = await send({
				...{ gateway: 'openWa', credential, items, mode, core, options, tries: 3 },
			});
			expect(said(result)).toMatchObject([
				{ is: 'unknown', code: 'UNAVAILABLE' },
				{ is: 'accepted' },
			]);
			expect(result.items[0]?.json.error).toMatchObject({
				message: expect.stringContaining('does not know what became of an earlier attempt'),
			});
			expect(arrivals(sandbox).get(first) ?? 0).toBe(is === 'sent' ? 1 : 0);
			expect(arrivals(sandbox).get(second)).toBe(1);
		}),
	);

	test.concurrent(
		'with Resend it takes a new key, and says that it may have arrived twice',
		withSandbox(async (sandbox) => {
			const items = someItems(1);
			const [first = ''] = items.map(named);
			const credential = session(sandbox, { engineBreaks: { [first]: 'sent' } });
			const options = { maxRetries: 5, onUnknownDelivery: 'resend' };
			const running = send({ gateway: 'openWa', credential, items, core, options });
			await until(() => arrivals(sandbox).has(first));
			sandbox.changeInstance('openWa', credential.instance, { engineBreaks: {} });
			const result = await running;
			expect(said(result).map(({ is }) => is)).toEqual(['accepted']);
			expect(arrivals(sandbox).get(first)).toBe(2);
			expect(new Set(keysOf(sandbox, first)).size).toBe(2);
			expect(result.execution.hints('WhatsApp Contacts').join('\n')).toMatch(/^1 sent again/m);
		}),
	);

	test.concurrent(
		'a refusal that is free of the key says that nothing was sent',
		withSandbox(async (sandbox) => {
			const items = someItems(1);
			const credential = session(sandbox, { forgotten: ['true_1@c.us_A'] });
			sandbox.plan([{ match: { nth: [1] }, fault: { kind: 'close', when: 'before' } }]);
			const mode = 'continueRegularOutput';
			const options = { maxRetries: 3, quotedMessageId: 'true_1@c.us_A' };
			const result = await send({ gateway: 'openWa', credential, items, mode, core, options });
			expect(said(result)).toMatchObject([{ is: 'notSent', code: 'REJECTED' }]);
			expect(sandbox.requests()).toHaveLength(2);
		}),
	);

	test.concurrent.each([
		['a wrong key', { kind: 'answer', status: 401 }],
		['a proxy', { kind: 'answer', status: 400, body: '<html><h1>400 Bad Request</h1></html>' }],
		[
			'a session that stopped',
			{
				kind: 'answer',
				status: 400,
				body: { statusCode: 400, message: "Session 'x' is not active. Start the session first." },
			},
		],
	] as const)(
		'a refusal by %s takes no doubt back',
		withSandbox(async (sandbox, _who, fault) => {
			const items = someItems(1);
			sandbox.plan([
				{ match: { nth: [1] }, fault: { kind: 'close', when: 'after' } },
				{ match: { nth: [1, 2, 3] }, fault },
			]);
			const mode = 'continueRegularOutput';
			const options = { maxRetries: 3 };
			const credential = session(sandbox);
			const result = await send({ gateway: 'openWa', credential, items, mode, core, options });
			expect(said(result)).toMatchObject([{ is: 'unknown' }]);
			expect([...arrivals(sandbox).values()]).toEqual([1]);
		}),
	);

	test.concurrent(
		'off, a doubt stays one, no key leaves, and nothing is sent again',
		withSandbox(async (sandbox) => {
			for (const older of [false, true]) {
				sandbox.reset();
				const items = struck(sandbox);
				const options = { concurrency: 64, timeout, maxRetries: 3 };
				const mode = 'continueRegularOutput';
				const credential = session(sandbox, { idempotencyKeys: false, older });
				const sending = { gateway: 'openWa', credential, items, mode, core, options } as const;
				const result = await send({ ...sending, tries: 2 });
				const isTruth = (what: string) => what === 'bytes that are no UTF-8';
				expect(told(result).filter(([what]) => !isTruth(what ?? ''))).toEqual(
					faults.filter(([what]) => !isTruth(what)).map(([what]) => [what, 'unknown']),
				);
				for (const times of arrivals(sandbox).values()) expect(times).toBe(1);
				expect(sandbox.requests()).toHaveLength(items.length);
				for (const { headers } of sandbox.requests()) {
					expect(headers).not.toHaveProperty('idempotency-key');
				}
			}
		}),
	);

	test.concurrent(
		'a look-up and the parts of an item have their own: none, and one each',
		withSandbox(async (sandbox) => {
			const credential = session(sandbox);
			const items = someItems(1, 3);
			await send({ gateway: 'openWa', credential, items, core });
			await send({
				gateway: 'openWa',
				credential,
				items,
				core,
				parameters: { operation: 'getContactInfo' },
			});
			const keys = (method: string) =>
				sandbox
					.requests()
					.filter((request) => request.method === method)
					.map(({ headers }) => headers['idempotency-key']);
			expect(new Set(keys('POST')).size).toBe(3);
			expect(keys('POST')).not.toContain(undefined);
			expect(new Set(keys('GET'))).toEqual(new Set([undefined]));
		}),
	);
});
