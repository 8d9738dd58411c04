/** Once: whatever n8n repeats, an accepted message exists exactly once at the gateway. */
import { kits } from '../gateways';
import {
	arrivals,
	cores,
	freshInstance,
	gateways,
	modes,
	said,
	send,
	someItems,
	withSandbox,
} from './sending';

const wrong = { kind: 'answer', status: 413, body: { message: 'too large' } } as const;

describe.each(cores)('Retry On Fail in %s', (core) => {
	describe.each(gateways)('with %s', (gateway) => {
		describe.each(modes)('%s', (mode) => {
			test.concurrent.each([2, 3, 4, 5])(
				'%i tries send each accepted card once',
				withSandbox(async (sandbox, tries) => {
					// A server's version is not looked for here: that would be a first, refused request.
					const { fixed } = kits[gateway].credential;
					const credential = { ...freshInstance(sandbox, gateway), ...fixed };
					const items = someItems(5);
					const [first, second, third] = items.map(({ names }) => names[0] ?? '');
					// The first item makes n8n try again; one is refused for ever, one hangs after it
					// was taken, the rest is fine.
					sandbox.plan([
						{ match: { marker: first ?? '', nth: [1, 2] }, fault: wrong },
						{ match: { marker: second ?? '' }, fault: wrong },
						{ match: { marker: third ?? '' }, fault: { kind: 'close', when: 'after' } },
					]);
					const result = await send({ gateway, credential, items, mode, tries, core });
					const times = arrivals(sandbox);
					for (const count of times.values()) expect(count).toBe(1);
					expect(times.has(second ?? '')).toBe(false);
					if (mode === 'stopWorkflow') {
						expect(result.execution.status).toBe('error');
						return;
					}
					const verdicts = said(result).sort((a, b) => a.item - b.item);
					const isRight = tries > 2;
					expect(verdicts.map(({ is }) => is)).toEqual([
						isRight ? 'accepted' : 'notSent',
						'notSent',
						'unknown',
						'accepted',
						'accepted',
					]);
					expect([...times.keys()].sort()).toEqual(
						items
							.filter((_, item) => item !== 1 && (isRight || item !== 0))
							.map(({ names }) => names[0])
							.sort(),
					);
				}),
			);
		});
	});

	test.concurrent(
		'messages answered from memory come out like the rest',
		withSandbox(async (sandbox) => {
			const credential = freshInstance(sandbox, 'greenApi');
			const items = someItems(4);
			sandbox.plan([{ match: { marker: items[0]?.names[0] ?? '', nth: [1, 2, 3] }, fault: wrong }]);
			const { items: out } = await send({
				gateway: 'greenApi',
				credential,
				items,
				mode: 'continueErrorOutput',
				tries: 5,
				core,
			});
			const accepted = new Map(
				sandbox.accepted().map(({ cards, messageId }) => [cards[0]?.name, messageId]),
			);
			expect(out).toHaveLength(4);
			for (const [item, { json, pairedItem }] of out.entries()) {
				const [name = ''] = items[item]?.names ?? [];
				expect(pairedItem).toEqual({ item });
				expect(json).toEqual({
					provider: 'greenApi',
					operation: 'sendContact',
					status: 'queued',
					messageId: accepted.get(name),
					queueId: null,
					providerStatus: null,
					chatId: `${items[item]?.to}@c.us`,
					contacts: [{ fullName: name, phone: '5511800000001' }],
					omittedFields: [],
					skippedCards: [],
					timestamp: null,
				});
			}
		}),
	);

	test.concurrent(
		'with Stop, what the gateway took in earlier tries is counted as accepted',
		withSandbox(async (sandbox) => {
			const credential = freshInstance(sandbox, 'evolutionV2');
			const items = someItems(4);
			sandbox.plan([{ match: { marker: items[2]?.names[0] ?? '' }, fault: wrong }]);
			const { execution } = await send({
				gateway: 'evolutionV2',
				credential,
				items,
				tries: 3,
				core,
			});
			expect(sandbox.accepted()).toHaveLength(2);
			expect(execution.error?.description).toMatch(/^2 accepted, 0 in doubt, 1 not started/);
		}),
	);

	test.concurrent(
		'an item of three GREEN-API cards, the second refused twice, sends each once',
		withSandbox(async (sandbox) => {
			const credential = freshInstance(sandbox, 'greenApi');
			const items = someItems(1, 3);
			const [a, b, c] = items[0]?.names ?? [];
			for (const mode of modes) {
				sandbox.reset();
				sandbox.plan([{ match: { marker: b ?? '', nth: [1, 2] }, fault: wrong }]);
				const result = await send({ gateway: 'greenApi', credential, items, mode, tries: 4, core });
				// In the continue modes n8n tries again only if the first output item is an error.
				const expected = mode === 'stopWorkflow' ? [a, b, c] : [a, c];
				expect(sandbox.accepted().map(({ cards }) => cards[0]?.name)).toEqual(expected);
				if (mode === 'stopWorkflow') {
					expect(said(result).map(({ is }) => is)).toEqual(['accepted', 'accepted', 'accepted']);
				}
			}
		}),
	);

	test.concurrent(
		'with three cards the first refused, the later two are not sent again',
		withSandbox(async (sandbox) => {
			const credential = freshInstance(sandbox, 'greenApi');
			const items = someItems(1, 3);
			const [a, b, c] = items[0]?.names ?? [];
			sandbox.plan([{ match: { marker: a ?? '', nth: [1, 2] }, fault: wrong }]);
			const mode = 'continueErrorOutput';
			const result = await send({ gateway: 'greenApi', credential, items, mode, tries: 3, core });
			expect(sandbox.accepted().map(({ cards }) => cards[0]?.name)).toEqual([b, c, a]);
			expect(said(result).map(({ names }) => names[0])).toEqual([a, b, c]);
		}),
	);

	test.concurrent.each([405, 404, 'NOT_FOUND'] as const)(
		'cards that PlugzAPI takes one by one (%s) are each sent once',
		withSandbox(async (sandbox, sendContacts) => {
			for (const mode of modes) {
				sandbox.reset();
				const credential = freshInstance(sandbox, 'plugzApi', { sendContacts });
				const items = someItems(2, 3);
				const [a, b] = items[0]?.names ?? [];
				sandbox.plan([
					{ match: { marker: a ?? '', method: 'send-contact', nth: [1, 2] }, fault: wrong },
				]);
				const result = await send({ gateway: 'plugzApi', credential, items, mode, tries: 4, core });
				expect([...arrivals(sandbox).values()]).toEqual([1, 1, 1, 1, 1, 1]);
				expect(said(result).map(({ is }) => is)).toEqual(Array(6).fill('accepted'));
				expect(said(result)[1]?.names).toEqual([b]);
				expect(result.execution.hints('WhatsApp Contacts').join('\n')).toContain(
					'one message per card',
				);
			}
		}),
	);

	test.concurrent(
		'a whole that PlugzAPI took is not sent in parts once send-contacts is gone',
		withSandbox(async (sandbox) => {
			const credential = freshInstance(sandbox, 'plugzApi');
			const items = [...someItems(1), ...someItems(2, 2)];
			const [first = ''] = items[0]?.names ?? [];
			const [, [whole = ''] = [], [later = ''] = []] = items.map(({ names }) => names);
			sandbox.plan([
				{ match: { marker: first, nth: [1, 2] }, fault: wrong },
				{
					match: { marker: later, method: 'send-contacts' },
					fault: { kind: 'answer', status: 405 },
				},
			]);
			const mode = 'continueRegularOutput';
			const result = await send({ gateway: 'plugzApi', credential, items, mode, tries: 3, core });
			expect([...arrivals(sandbox).values()]).toEqual([1, 1, 1, 1, 1]);
			const sentWhole = sandbox.accepted().filter(({ cards }) => cards.length === 2);
			expect(sentWhole.map(({ cards }) => cards[0]?.name)).toEqual([whole]);
			expect(said(result)).toHaveLength(4);
		}),
	);
});

describe.each(cores)('the error of a doubt in %s', (core) => {
	test.concurrent(
		"keeps the node's advice, where n8n's own text would say to send again at once",
		withSandbox(async (sandbox) => {
			const credential = freshInstance(sandbox, 'greenApi');
			sandbox.plan([{ fault: { kind: 'close', when: 'after' } }]);
			const { execution } = await send({
				gateway: 'greenApi',
				credential,
				items: someItems(1),
				core,
			});
			expect(execution.error?.message).toMatch(/^GREEN-API broke the connection off/);
			expect(JSON.stringify(execution.run)).not.toMatch(/retry the request/i);
		}),
	);

	test.concurrent(
		'a gateway that names such a code does not change it either',
		withSandbox(async (sandbox) => {
			const credential = freshInstance(sandbox, 'greenApi');
			sandbox.plan([
				{ fault: { kind: 'answer', status: 502, body: { message: 'upstream: ECONNRESET' } } },
			]);
			const { execution } = await send({
				gateway: 'greenApi',
				credential,
				items: someItems(1),
				core,
			});
			expect(execution.error?.message).toContain('upstream: ECONNRESET');
		}),
	);
});

describe('resend', () => {
	test.concurrent.each(modes)(
		'accepts a duplicate, counts it and says so (%s)',
		withSandbox(async (sandbox, mode) => {
			const credential = freshInstance(sandbox, 'plugzApi');
			const items = someItems(2);
			const [first = ''] = items[0]?.names ?? [];
			sandbox.plan([
				{ match: { marker: first, nth: [1] }, fault: { kind: 'close', when: 'after' } },
			]);
			const options = { onUnknownDelivery: 'resend', maxRetries: 1 };
			const result = await send({ gateway: 'plugzApi', credential, items, mode, options });
			expect(arrivals(sandbox).get(first)).toBe(2);
			expect(said(result).map(({ is }) => is)).toEqual(['accepted', 'accepted']);
			expect(result.execution.hints('WhatsApp Contacts').join('\n')).toMatch(/^1 sent again/m);
		}),
	);

	test.concurrent(
		'the count is not lost where n8n tries again for another item',
		withSandbox(async (sandbox) => {
			const credential = freshInstance(sandbox, 'plugzApi');
			const items = someItems(2);
			const [[first = ''] = [], [second = ''] = []] = items.map(({ names }) => names);
			sandbox.plan([
				{ match: { marker: first, nth: [1] }, fault: wrong },
				{ match: { marker: second, nth: [1] }, fault: { kind: 'close', when: 'after' } },
			]);
			const result = await send({
				gateway: 'plugzApi',
				credential,
				items,
				mode: 'continueRegularOutput',
				tries: 3,
				options: { onUnknownDelivery: 'resend', maxRetries: 1 },
			});
			expect(arrivals(sandbox).get(second)).toBe(2);
			expect(result.execution.hints('WhatsApp Contacts').join('\n')).toMatch(/^1 sent again/m);
		}),
	);

	test.concurrent(
		'a refusal by a later try does not take the doubt back',
		withSandbox(async (sandbox) => {
			const credential = freshInstance(sandbox, 'plugzApi');
			const items = someItems(1);
			const [first = ''] = items[0]?.names ?? [];
			sandbox.plan([
				{ match: { marker: first, nth: [1] }, fault: { kind: 'close', when: 'after' } },
				{ match: { marker: first }, fault: wrong },
			]);
			const result = await send({
				gateway: 'plugzApi',
				credential,
				items,
				mode: 'continueRegularOutput',
				tries: 3,
				options: { onUnknownDelivery: 'resend' },
			});
			expect(said(result)).toMatchObject([{ is: 'unknown', code: 'UNAVAILABLE' }]);
			expect(arrivals(sandbox).get(first)).toBe(1);
		}),
	);
});
