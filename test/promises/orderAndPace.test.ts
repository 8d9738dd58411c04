/** In order, in pace and stoppable, as the gateway sees it. Most of it is waiting, so side by side. */
import type { RecordedRequest, Sandbox } from '../../sandbox';
import { runNode } from '../node/inEngine';
import {
	arrivals,
	cores,
	freshInstance,
	gateways,
	said,
	send,
	someItems,
	until,
	withSandbox,
} from './sending';

/** What the process was told of, which must be nothing. */
const untidy: unknown[] = [];
const note = (what: unknown) => void untidy.push(what);
beforeAll(() => {
	process.on('unhandledRejection', note);
	process.on('warning', note);
});
afterAll(() => {
	process.off('unhandledRejection', note);
	process.off('warning', note);
});

/** Milliseconds between the requests, as they arrived. */
function gaps(requests: readonly RecordedRequest[]): number[] {
	const times = requests.map(({ at }) => at);
	return times.slice(1).map((at, index) => at - (times[index] ?? 0));
}

describe.each(cores)('order in %s', (core) => {
	// Servers that count by the minute would make a second list wait for the first.
	test.concurrent.each(gateways.flatMap((gateway) => [1, 8, 64].map((n) => [n, gateway] as const)))(
		'is kept per chat, %i at a time (%s)',
		withSandbox(async (sandbox, concurrency, gateway) => {
			const credential = freshInstance(sandbox, gateway);
			const chats = someItems(7);
			const items = someItems(70).map((item, index) => ({
				...item,
				to: chats[(index * index) % chats.length]?.to ?? '',
			}));
			// A third of the cards is slow, so that a later one could overtake it.
			sandbox.plan(
				items
					.filter((_, index) => index % 3 === 0)
					.map(({ names }, index) => ({
						match: { marker: names[0] ?? '' },
						fault: { kind: 'delay' as const, ms: (index * 7) % 40 },
					})),
			);
			const options = { concurrency, maxRetries: 3 };
			const result = await send({ gateway, credential, items, core, options });
			expect(said(result).map(({ item }) => item)).toEqual(items.map((_, index) => index));
			const arrived = sandbox.accepted().map(({ cards }) => cards[0]?.name ?? '');
			for (const { to } of chats) {
				const sent = items.filter((item) => item.to === to).map(({ names }) => names[0] ?? '');
				expect(arrived.filter((name) => sent.includes(name))).toEqual(sent);
			}
		}),
	);

	test.concurrent(
		'the waits and repeats of a message hold back the next to its chat only',
		withSandbox(async (sandbox) => {
			const credential = freshInstance(sandbox, 'plugzApi');
			const [first, other] = someItems(2);
			if (!first || !other) throw new Error('two items');
			const second = { ...someItems(1)[0], to: `+${first.to.slice(0, 2)} ${first.to.slice(2)}` };
			const items = [first, { names: [], ...second }, other];
			const busy = { kind: 'answer', status: 429, headers: { 'Retry-After': '1' } } as const;
			sandbox.plan([{ match: { marker: first.names[0] ?? '', nth: [1] }, fault: busy }]);
			const options = { maxRetries: 1 };
			await send({ gateway: 'plugzApi', credential, items, core, options });
			const order = sandbox.accepted().map(({ cards }) => cards[0]?.name);
			expect(order).toEqual([other.names[0], first.names[0], second.names?.[0]]);
		}),
	);

	test.concurrent.each([1, 3, 16])(
		'no more than %i requests are in flight',
		withSandbox(
			async (slow, concurrency) => {
				const credential = freshInstance(slow, 'plugzApi');
				let most = 0;
				const look = setInterval(() => {
					most = Math.max(most, slow.requests().filter(({ status }) => status === null).length);
				}, 1);
				const items = someItems(2 * concurrency);
				const options = { concurrency };
				await send({ gateway: 'plugzApi', credential, items, core, options });
				clearInterval(look);
				expect(most).toBe(concurrency);
			},
			// Long enough for a busy machine to have all of them under way before the first answer.
			{ latencyMs: 1000 },
		),
	);
});

describe('pace', () => {
	// That the starts keep to it is shown with a clock of the test's own; a busy machine's clock
	// would make the gateway count more, and then the node repeats.
	test.concurrent(
		'120 GREEN-API cards of two executions pass a gateway that takes 50 a second',
		withSandbox(async (sandbox) => {
			const credential = freshInstance(sandbox, 'greenApi');
			const [one, two] = await Promise.all(
				[someItems(60), someItems(60)].map((items) =>
					send({
						gateway: 'greenApi',
						credential,
						items,
						options: { concurrency: 64, maxRetries: 5 },
					}),
				),
			);
			expect([one, two].map((result) => result && said(result).length)).toEqual([60, 60]);
		}),
	);

	test.concurrent.each(cores)(
		'8 GREEN-API look-ups, one a second, all succeed in %s',
		withSandbox(async (sandbox, core) => {
			const credential = freshInstance(sandbox, 'greenApi');
			// Two executions that do not know of each other.
			const results = await Promise.all(
				[someItems(4), someItems(4)].map((items) =>
					runNode(
						{
							provider: 'greenApi',
							credential,
							parameters: {
								operation: 'getContactInfo',
								chatId: '={{ $json.to }}',
								options: { extraDetails: ['registration'] },
							},
							items: items.map(({ to }) => ({ to })),
						},
						core,
					),
				),
			);
			for (const { items } of results) {
				expect(items).toHaveLength(4);
				items.forEach(({ json }) => expect(json).toHaveProperty('exists', true));
			}
		}),
	);

	test.concurrent(
		'pauses stand between the starts of all executions, one in flight each',
		withSandbox(async (sandbox) => {
			const credential = freshInstance(sandbox, 'evolutionV2');
			await Promise.all(
				[someItems(3), someItems(3)].map((items) =>
					send({
						gateway: 'evolutionV2',
						credential,
						items,
						options: { pauseSeconds: 0.4, concurrency: 16 },
					}),
				),
			);
			const between = gaps(sandbox.requests());
			expect(between).toHaveLength(5);
			// Five pauses of 400 ms; the first card alone may have been on its way for some time.
			expect(between.reduce((sum, gap) => sum + gap, 0)).toBeGreaterThanOrEqual(1500);
		}),
	);
});

describe('a stranger who knows the instance but not the token', () => {
	test.concurrent.each(gateways)(
		'does not make the owner wait (%s)',
		withSandbox(async (sandbox, gateway) => {
			const owner = freshInstance(sandbox, gateway);
			const stranger = { ...owner, token: `${owner.token}-guessed` };
			const options = { pauseSeconds: 3600 };
			for (const [credential, accepted] of [
				[stranger, false],
				[owner, true],
			] as const) {
				const mode = 'continueRegularOutput';
				const result = await send({ gateway, credential, items: someItems(1), mode, options });
				expect(said(result).map(({ is }) => is === 'accepted')).toEqual([accepted]);
			}
		}),
	);
});

describe.each(cores)('stopping in %s', (core) => {
	async function settled(gateway: Sandbox): Promise<void> {
		await until(() => gateway.openSockets() === 0);
		await new Promise((resolve) => setTimeout(resolve, 300));
	}

	test.concurrent.each(['stopWorkflow', 'continueRegularOutput'] as const)(
		'a list of 1,000 ends what is in flight and starts nothing more (%s)',
		withSandbox(
			async (own, mode) => {
				const credential = freshInstance(own, 'plugzApi');
				const stop = new AbortController();
				const running = send({
					gateway: 'plugzApi',
					credential,
					items: someItems(1000),
					mode,
					tries: 3,
					core,
					options: { concurrency: 32 },
					run: { signal: stop.signal },
				});
				await until(() => own.accepted().length >= 100);
				stop.abort();
				const { execution } = await running;
				// n8n says `error` where the node threw, as it must with On Error: Stop.
				expect(execution.status).not.toBe('success');
				await settled(own);
				const begun = own.requests().length;
				expect(begun).toBeLessThan(1000);
				await new Promise((resolve) => setTimeout(resolve, 300));
				expect(own.requests().length).toBe(begun);
				expect([...arrivals(own).values()].every((times) => times === 1)).toBe(true);
				expect(own.openSockets()).toBe(0);
				expect(untidy).toEqual([]);
			},
			{ latencyMs: 60 },
		),
	);

	test.concurrent.each([
		['a pause', { pauseSeconds: 3600 }, {}],
		['a Retry-After', { maxRetries: 5 }, { status: 429, headers: { 'Retry-After': '120' } }],
		['an answer that never comes', { timeout: 600_000 }, 'hang'],
	] as const)(
		'also in %s',
		withSandbox(async (own, _where, options, fault) => {
			const credential = freshInstance(own, 'evolutionV1');
			if (fault === 'hang') own.plan([{ fault: { kind: 'hang', when: 'before' } }]);
			else if ('status' in fault) own.plan([{ fault: { kind: 'answer', ...fault } }]);
			const stop = new AbortController();
			const running = send({
				gateway: 'evolutionV1',
				credential: { ...credential, serverVersion: 'v1' },
				items: someItems(100),
				core,
				options: { concurrency: 64, ...options },
				run: { signal: stop.signal },
			});
			await until(() => own.requests().length >= 1);
			await new Promise((resolve) => setTimeout(resolve, 200));
			stop.abort();
			const { execution } = await running;
			expect(execution.status).not.toBe('success');
			await settled(own);
			expect(own.openSockets()).toBe(0);
			expect(untidy).toEqual([]);
		}),
	);
});
