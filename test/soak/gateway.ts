// The sandbox in a process of its own, and what it counted.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Counts, Credential, InstanceSettings, Plan } from '../../sandbox';

/** A process of its own, so that its memory and sockets are not counted as the node's. */
export class Gateway {
	private constructor(
		private readonly child: ChildProcess,
		private readonly url: string,
	) {}

	static async start(): Promise<Gateway> {
		const main = path.resolve(__dirname, '../../sandbox/main.ts');
		const child = spawn(process.execPath, ['--import', 'tsx', main, '--keep', 'counts'], {
			stdio: ['ignore', 'pipe', 'inherit'],
		});
		if (!child.stdout) throw new Error('The sandbox has no output');
		const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
		const { url } = JSON.parse(line) as { url: string };
		return new Gateway(child, url);
	}

	plan(plan: Plan): Promise<unknown> {
		return this.order('POST', 'plan', plan);
	}

	async addInstances(settings: InstanceSettings[]): Promise<Credential[]> {
		return (await this.order('POST', 'instances', settings)) as Credential[];
	}

	async counts(): Promise<Counts> {
		return (await this.order('GET', 'counts')) as Counts;
	}

	/** Sockets of the node that are still open; the one that asks is the sandbox's own business. */
	async openSockets(): Promise<number> {
		return (await this.counts()).openSockets - 1;
	}

	async stop(): Promise<void> {
		this.child.kill('SIGTERM');
		await once(this.child, 'exit');
	}

	private async order(method: string, name: string, body?: unknown): Promise<unknown> {
		const response = await fetch(`${this.url}/_sandbox/${name}`, {
			method,
			headers: { connection: 'close' },
			...(body !== undefined && { body: JSON.stringify(body) }),
		});
		if (!response.ok) throw new Error(`The sandbox said ${await response.text()}`);
		return await response.json();
	}
}
