/** A crowded gateway: what the sandbox answers beyond so many requests in flight. */
import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import { startSandbox } from '../../sandbox';
import { Load } from '../../sandbox/load';

const some = () => new EventEmitter() as unknown as ServerResponse;

it('makes everybody wait for who is one too many, until that one is gone', () => {
	const load = new Load({ latencyMs: 50, slowerBeyond: 2 });
	const all = [some(), some(), some()];
	const waits = all.map((response) => {
		load.enter(response);
		return load.latencyMs;
	});
	expect(waits).toEqual([50, 50, 75]);
	all[0]?.emit('close');
	expect(load.latencyMs).toBe(50);
});

it('makes nobody wait longer unless told', () => {
	const load = new Load({ latencyMs: 50 });
	for (let count = 0; count < 100; count++) load.enter(some());
	expect([load.latencyMs, load.refuses]).toEqual([50, false]);
});

it('refuses what is too many, and carries out the rest', async () => {
	const sandbox = await startSandbox({ refusesBeyond: 2, latencyMs: 200 });
	try {
		const { apiUrl, instance, token } = sandbox.credentials.plugzApi;
		const ask = async () =>
			(await fetch(`${apiUrl}/instances/${instance}/token/${token}/status`)).status;
		const statuses = await Promise.all([ask(), ask(), ask()]);
		expect(statuses.sort((one, other) => one - other)).toEqual([200, 200, 429]);
		expect(await ask()).toBe(200);
	} finally {
		await sandbox.close();
	}
});
