/** Connections that a server closes: between two sends, and in the very moment of the next one. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Sandbox } from '../../sandbox';
import {
	arrivals,
	type Core,
	cores,
	freshInstance,
	gateways,
	said,
	send,
	someItems,
	withSandbox,
} from './sending';

interface KeepAlive {
	readonly keepAliveTimeoutMs: number;
	readonly announceKeepAlive: boolean;
}

/** Sends at this pause through every gateway of a server that closes what is idle for so long. */
async function sendPaused(sandbox: Sandbox, core: Core, pause: number, keepAlive: KeepAlive) {
	const count = keepAlive.keepAliveTimeoutMs < 1000 ? 15 : 3;
	const delay = monitorEventLoopDelay({ resolution: 1 });
	delay.enable();
	const results = await Promise.all(
		gateways.map((gateway) =>
			send({
				...{ gateway, core, items: someItems(count), mode: 'continueRegularOutput' },
				credential: freshInstance(sandbox, gateway),
				options: { pauseSeconds: pause },
			}),
		),
	);
	delay.disable();
	const verdicts = results.flatMap((result) => said(result).map(({ is }) => is));
	return { verdicts, arrived: [...arrivals(sandbox).values()], heldMs: delay.max / 1e6 };
}

/**
 * A process that stands still for as long as the server waits cannot be told from an idle client:
 * the server, which is in it too, then closes a connection on which the next request lies already.
 */
const isUnfair = (heldMs: number, { keepAliveTimeoutMs }: KeepAlive) =>
	heldMs > keepAliveTimeoutMs / 2;

describe.each(cores)('in %s', (core) => {
	test.concurrent.each([
		[200, 0.19],
		[200, 0.2],
		[200, 0.21],
		[1000, 0.99],
		[1000, 1.0],
		[1000, 1.01],
	])(
		'idle connections closed after %i ms meet no error at a pause of %f s',
		async (keepAliveTimeoutMs, pause) => {
			const each = [true, false].map(async (announceKeepAlive) => {
				const keepAlive = { keepAliveTimeoutMs, announceKeepAlive };
				const sending = withSandbox(sendPaused, keepAlive);
				let run = await sending(core, pause, keepAlive);
				for (let more = 0; more < 9 && isUnfair(run.heldMs, keepAlive); more++) {
					if (run.verdicts.every((is) => is === 'accepted')) break;
					run = await sending(core, pause, keepAlive);
				}
				const { verdicts, arrived } = run;
				expect(verdicts).toEqual(Array(verdicts.length).fill('accepted'));
				expect(verdicts.length).toBeGreaterThanOrEqual(3 * gateways.length);
				expect(arrived).toEqual(Array(verdicts.length).fill(1));
			});
			await Promise.all(each);
		},
	);

	test.concurrent(
		'a connection that dies under the next request loses and doubles nothing',
		withSandbox(
			async (sandbox) => {
				const seen = { accepted: 0, notSent: 0, unknown: 0 };
				const sent = gateways.map((gateway) =>
					send({
						...{ gateway, core, items: someItems(60), mode: 'continueRegularOutput' },
						credential: freshInstance(sandbox, gateway),
						options: { concurrency: 4, maxRetries: 1 },
					}),
				);
				const verdicts = (await Promise.all(sent)).flatMap((result) => said(result));
				const times = arrivals(sandbox);
				for (const { is, names } of verdicts) {
					seen[is]++;
					const arrived = times.get(names[0] ?? '') ?? 0;
					expect(arrived).toBeLessThanOrEqual(1);
					if (is !== 'unknown') expect(arrived).toBe(is === 'accepted' ? 1 : 0);
				}
				console.info(`Closed under the next request, ${core}: ${JSON.stringify(seen)}`);
				expect(seen.accepted + seen.unknown).toBe(60 * gateways.length);
			},
			{ closeAfterResponse: true },
		),
	);
});
