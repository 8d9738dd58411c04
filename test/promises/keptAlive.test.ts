/** Connections that a server closes: between two sends, and in the very moment of the next one. */
import { type Sandbox, startSandbox } from '../../sandbox';
import { arrivals, cores, freshInstance, gateways, said, send, someItems } from './sending';

jest.setTimeout(60_000);

const open: Sandbox[] = [];
async function gatewayThat(options: Parameters<typeof startSandbox>[0]): Promise<Sandbox> {
	const sandbox = await startSandbox(options);
	open.push(sandbox);
	return sandbox;
}
afterAll(() => Promise.all(open.map((sandbox) => sandbox.close())));

describe.each(cores)('in %s', (core) => {
	test.each([
		[50, 0.04],
		[50, 0.05],
		[50, 0.06],
		[1000, 0.99],
		[1000, 1.0],
		[1000, 1.01],
	])(
		'idle connections closed after %i ms meet no error at a pause of %f s',
		async (idle, pause) => {
			for (const announceKeepAlive of [true, false]) {
				const sandbox = await gatewayThat({ keepAliveTimeoutMs: idle, announceKeepAlive });
				const count = idle === 50 ? 15 : 3;
				const results = await Promise.all(
					gateways.map((gateway) =>
						send({
							...{ gateway, core, items: someItems(count), mode: 'continueRegularOutput' },
							credential: freshInstance(sandbox, gateway),
							options: { pauseSeconds: pause },
						}),
					),
				);
				for (const result of results) {
					expect(said(result).map(({ is }) => is)).toEqual(Array(count).fill('accepted'));
				}
				expect([...arrivals(sandbox).values()].every((times) => times === 1)).toBe(true);
				expect(arrivals(sandbox).size).toBe(count * gateways.length);
			}
		},
	);

	test('a connection that dies under the next request loses and doubles nothing', async () => {
		const sandbox = await gatewayThat({ closeAfterResponse: true });
		const seen = { accepted: 0, notSent: 0, unknown: 0 };
		for (const gateway of gateways) {
			const items = someItems(60);
			const result = await send({
				...{ gateway, core, items, mode: 'continueRegularOutput' },
				credential: freshInstance(sandbox, gateway),
				options: { concurrency: 4, maxRetries: 1 },
			});
			const times = arrivals(sandbox);
			for (const { is, names } of said(result)) {
				seen[is]++;
				const arrived = times.get(names[0] ?? '') ?? 0;
				expect(arrived).toBeLessThanOrEqual(1);
				if (is !== 'unknown') expect(arrived).toBe(is === 'accepted' ? 1 : 0);
			}
		}
		console.info(`Closed under the next request, ${core}: ${JSON.stringify(seen)}`);
		expect(seen.accepted + seen.unknown).toBe(60 * gateways.length);
	});
});
