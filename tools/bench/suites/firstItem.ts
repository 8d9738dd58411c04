/** From `execute` to the arrival of the first request: in a fresh process, and in a warm one. */
import path from 'node:path';
import { type Bench, Runner } from '../bench';
import { labels } from '../contenders';
import { CORES, firstLine, start, stop } from '../processes';
import { type Report, spread } from '../report';
import { spreadOf } from '../statistics';
import type { ContenderId, Job } from '../types';

const contenders = [
	'node',
	'nodeOverHelper',
	'orion',
	'httpRequestInOrder',
	'httpRequestNode',
] as const satisfies readonly ContenderId[];

export async function firstItem(bench: Bench): Promise<Report> {
	const { keyFile, certFile } = bench.certificate;
	const server = start({
		core: CORES.gateway,
		args: ['--import', 'tsx', path.join(__dirname, '../arrivals.ts'), keyFile, certFile],
		ipc: true,
	});
	const apiUrl = `https://127.0.0.1:${await firstLine(server)}`;
	const credential = { apiUrl, instance: 'sales', token: 'SB2-4F1E-9C7A-D0B3' };
	let arrivedAt = 0n;
	server.on('message', (at) => (arrivedAt = BigInt(String(at))));
	const cold = new Map<ContenderId, number[]>(contenders.map((each) => [each, []]));
	const warm = new Map<ContenderId, number[]>(contenders.map((each) => [each, []]));

	const once = async (runner: Runner, contender: ContenderId): Promise<number> => {
		const job: Job = { contender, form: 'evolutionV2', credential, items: 1, tag: 'first' };
		const { executeAt } = await runner.run(job);
		await new Promise((resolve) => setTimeout(resolve, 20));
		return Number(arrivedAt - BigInt(executeAt)) / 1e6;
	};
	for (let round = 0; round < (bench.quick ? 1 : 3); round++) {
		for (const contender of contenders) {
			const runner = await Runner.open(bench.certificate);
			cold.get(contender)?.push(await once(runner, contender));
			for (let run = 0; run < 5; run++) await once(runner, contender);
			for (let run = 0; run < 5; run++) warm.get(contender)?.push(await once(runner, contender));
			await runner.close();
		}
		bench.say(`first item: round ${round + 1}`);
	}
	await stop(server);
	return {
		tables: [
			{
				title: 'First item: from `execute` to the request at the gateway, ms',
				note: 'Cold: the first run of a process that has loaded n8n and the node. Warm: the seventh to eleventh. Each makes a TCP and a TLS connection.',
				head: ['contender', 'cold (min–max)', 'warm (min–max)'],
				rows: contenders.map((contender) => [
					labels[contender],
					spread(spreadOf(cold.get(contender) ?? [])),
					spread(spreadOf(warm.get(contender) ?? [])),
				]),
			},
		],
		goals: [],
	};
}
