/** Runs jobs: gateway reset, contender run in its process, gateway asked what arrived. */
import type { ChildProcess } from 'node:child_process';
import path from 'node:path';
import type { Certificate } from './certificate';
import { Gateway } from './gateway';
import { CORES, start, stop } from './processes';
import type { Crowd, Job, Measured, Sample } from './types';

/** What a run is, without what the bench fills in. */
export type Task = Omit<Job, 'credential' | 'tag'> & {
	readonly latencyMs: number;
	readonly crowd?: Crowd;
	/** Measures what it comes to after its first seconds too. */
	readonly warm?: boolean;
};

/** Young generations so large that nothing is collected: then growth is what was allocated. */
export const NO_COLLECTION = ['--min-semi-space-size=1024', '--max-semi-space-size=1024'];

export class Runner {
	private constructor(private readonly child: ChildProcess) {}

	static async open(certificate: Certificate, nodeOptions: readonly string[] = []) {
		const child = start({
			core: CORES.contenders,
			args: [
				...['--expose-gc', ...nodeOptions],
				...['--import', 'tsx', path.join(__dirname, 'runner.ts')],
			],
			env: {
				NODE_EXTRA_CA_CERTS: certificate.certFile,
				N8N_USER_FOLDER: path.dirname(certificate.certFile),
				N8N_LOG_LEVEL: 'silent',
				N8N_EXPRESSION_ENGINE: 'legacy',
				NODE_ENV: 'production',
			},
			ipc: true,
		});
		child.stdout?.resume();
		const runner = new Runner(child);
		await runner.next();
		return runner;
	}

	async run(job: Job): Promise<Measured> {
		this.child.send(job);
		return (await this.next()) as Measured;
	}

	async close(): Promise<void> {
		await stop(this.child);
	}

	private next(): Promise<unknown> {
		return new Promise((resolve, reject) => {
			const onExit = (code: number | null) =>
				reject(new Error(`the contenders' process ended with ${code}`));
			this.child.once('exit', onExit);
			this.child.once('message', (message) => {
				this.child.off('exit', onExit);
				resolve(message);
			});
		});
	}
}

const WARM_MS = 5000;

/** Asks the gateway once a second how many cards it has accepted. */
class Asking {
	times = 0;
	private readonly startedAt = performance.now();
	private readonly accepted: Array<readonly [atMs: number, cards: number]> = [];
	private readonly timer = setInterval(() => void this.ask(), 1000);

	constructor(private readonly gateway: Gateway) {}

	/** Cards a second after the warm-up; the last second is left out, when nothing new starts. */
	end(): number {
		clearInterval(this.timer);
		const warm = this.accepted.filter(([atMs]) => atMs >= WARM_MS).slice(0, -1);
		const [first, last] = [warm[0], warm.at(-1)];
		if (!first || !last || first === last) return NaN;
		return ((last[1] - first[1]) / (last[0] - first[0])) * 1000;
	}

	private async ask(): Promise<void> {
		this.times++;
		const { statuses } = await this.gateway.counts();
		this.accepted.push([performance.now() - this.startedAt, statuses['200'] ?? 0]);
	}
}

const sendsNothing = (contender: string): boolean =>
	contender === 'engineAlone' || contender === 'parametersAlone';

export class Bench {
	private readonly gateways = new Map<string, Promise<Gateway>>();
	private runs = 0;

	constructor(
		readonly certificate: Certificate,
		readonly quick: boolean,
		readonly say: (line: string) => void,
	) {}

	async measure(runner: Runner, { latencyMs, crowd, warm, ...task }: Task): Promise<Sample> {
		const gateway = await this.gateway(latencyMs, crowd);
		await gateway.reset();
		const before = await gateway.counts();
		const tag = `r${++this.runs}`;
		const asking = warm ? new Asking(gateway) : undefined;
		const measured = await runner.run({ ...task, tag, credential: gateway.credential(task.form) });
		const warmPerSecond = asking?.end() ?? NaN;
		const counts = await gateway.counts();
		const arrived = Object.values(counts.cards).flatMap((cards) =>
			Object.entries(cards).filter(([name]) => name.startsWith(`Card ${tag} `)),
		);
		const sends = !task.checks && !sendsNothing(task.contender);
		const done = task.checks ? measured.itemsOut : sends ? arrived.length : task.items;
		return {
			...measured,
			items: task.items,
			perSecond: (done / measured.ms) * 1000,
			requests: counts.requests - before.requests,
			// The bench's own questions come over a connection each.
			connections: counts.connections - before.connections - 1 - (asking?.times ?? 0),
			lost: sends || task.checks ? task.items - done : 0,
			twice: arrived.filter(([, times]) => times > 1).length,
			statuses: counts.statuses,
			warmPerSecond,
		};
	}

	gateway(latencyMs: number, crowd?: Crowd): Promise<Gateway> {
		const key = JSON.stringify([latencyMs, crowd]);
		const known = this.gateways.get(key) ?? Gateway.open(latencyMs, this.certificate, crowd);
		this.gateways.set(key, known);
		return known;
	}
}
