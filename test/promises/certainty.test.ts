/**
 * `notSent` is claimed only where it is certain, by either way out: every refusal and doubt of the
 * error table, before and after the gateway took the card, against the gateway's own record.
 */
import type { Fault } from '../../sandbox';
import { kits } from '../gateways';
import {
	arrivals,
	cores,
	freshInstance,
	gateways,
	patienceWith,
	said,
	send,
	someItems,
	withSandbox,
} from './sending';

/** What a gateway that carried the request out may still say: none of it proves the contrary. */
const doubtful: ReadonlyArray<readonly [string, Fault]> = [
	['a reset', { kind: 'close', when: 'after' }],
	['an end', { kind: 'close', when: 'after', how: 'end' }],
	['half an answer', { kind: 'close', when: 'midBody' }],
	['silence', { kind: 'hang', when: 'after' }],
	['an answer that drips', { kind: 'drip', when: 'after' }],
	...[499, 500, 502, 503, 504, 520, 599].map(
		(status) => [`${status}`, { kind: 'answer', when: 'after', status }] as const,
	),
	...[200, 201, 202, 204].map(
		(status) => [`an empty ${status}`, { kind: 'answer', when: 'after', status }] as const,
	),
	['a 200 of HTML', { kind: 'answer', when: 'after', status: 200, body: '<html>ok</html>' }],
	['a 200 without id', { kind: 'answer', when: 'after', status: 200, body: { ok: true } }],
	['a 201 of a list', { kind: 'answer', when: 'after', status: 201, body: [] }],
	['a 200 of null', { kind: 'answer', when: 'after', status: 200, body: 'null' }],
	['broken JSON', { kind: 'answer', when: 'after', status: 200, body: '{"idMessage":"A' }],
	['6 MB', { kind: 'huge', when: 'after', bytes: 6 * 1024 * 1024 }],
	['a gzip bomb', { kind: 'gzipBomb', when: 'after' }],
];

/** Refusals of every gateway, and what the node may say of them. */
const refused: ReadonlyArray<readonly [number, string]> = [
	[301, 'REJECTED'],
	[307, 'REJECTED'],
	[401, 'UNAUTHORIZED'],
	[403, 'UNAUTHORIZED'],
	[405, 'REJECTED'],
	[413, 'REJECTED'],
	[415, 'REJECTED'],
	[429, 'RATE_LIMITED'],
];

describe.each(cores)('in %s', (core) => {
	test.concurrent.each(gateways)(
		'whatever follows a card that was taken, it is in doubt and not sent again (%s)',
		withSandbox(async (sandbox, gateway) => {
			// A server's version is not looked for here: that would be a first, refused request.
			const { fixed } = kits[gateway].credential;
			const credential = { ...freshInstance(sandbox, gateway), ...fixed };
			const items = doubtful.flatMap(([, fault]) =>
				someItems(1).map((item) => ({ ...item, timeout: patienceWith(fault) })),
			);
			sandbox.plan(
				doubtful.map(([, fault], index) => ({
					match: { marker: items[index]?.names[0] ?? '' },
					fault,
				})),
			);
			const mode = 'continueRegularOutput';
			const options = { concurrency: 64, timeout: '={{ $json.timeout }}', maxRetries: 3 };
			const result = await send({ gateway, credential, items, mode, core, options });
			expect([...arrivals(sandbox).values()]).toEqual(items.map(() => 1));
			expect(sandbox.requests()).toHaveLength(items.length);
			const verdicts = said(result).map(({ is }, index) => [doubtful[index]?.[0], is]);
			expect(verdicts).toEqual(doubtful.map(([what]) => [what, 'unknown']));
		}),
	);

	describe.each(gateways)('%s', (gateway) => {
		test.concurrent.each(refused)(
			'%i is a refusal: %s, and surely not sent',
			withSandbox(async (sandbox, status, code) => {
				const credential = freshInstance(sandbox, gateway);
				const items = someItems(1);
				sandbox.plan([{ fault: { kind: 'answer', status } }]);
				const mode = 'continueErrorOutput';
				const result = await send({ gateway, credential, items, mode, core });
				expect(said(result)).toMatchObject([{ is: 'notSent', code }]);
				expect(arrivals(sandbox).size).toBe(0);
			}),
		);

		test.concurrent(
			'a gateway that cannot be reached got nothing',
			withSandbox(async (sandbox) => {
				const credential = freshInstance(sandbox, gateway);
				for (const apiUrl of ['http://127.0.0.1:1', 'http://no-such-host.invalid']) {
					const mode = 'continueRegularOutput';
					const items = someItems(1);
					const unreachable = { ...credential, apiUrl };
					const result = await send({ gateway, credential: unreachable, items, mode, core });
					expect(said(result)).toMatchObject([{ is: 'notSent', code: 'UNAVAILABLE' }]);
				}
			}),
		);
	});
});
