/** Starts the benchmark's processes, each on a core of its own, and ends them. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';

/** The contenders' core and the gateway's: neither takes time from the other. */
export const CORES = { contenders: 0, gateway: 1 } as const;

export const canPin =
	availableParallelism() > 1 && spawnSync('taskset', ['-c', '0', 'true']).status === 0;

const running = new Set<ChildProcess>();

export interface Start {
	readonly core: number;
	/** Node.js' own options, then the file and its arguments. */
	readonly args: readonly string[];
	readonly env?: Readonly<Record<string, string>>;
	/** Adds a channel for messages. */
	readonly ipc?: boolean;
}

/** A Node.js process pinned to a core; stdout is a pipe, stderr is shown. */
export function start({ core, args, env = {}, ipc = false }: Start): ChildProcess {
	const command = [process.execPath, ...args];
	const [program = '', ...rest] = canPin ? ['taskset', '-c', String(core), ...command] : command;
	const child = spawn(program, rest, {
		env: { ...process.env, ...env },
		stdio: ['ignore', 'pipe', 'inherit', ...(ipc ? (['ipc'] as const) : [])],
	});
	running.add(child);
	child.once('exit', () => running.delete(child));
	return child;
}

/** Resolves when the process is gone. */
export async function stop(child: ChildProcess): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	const gone = new Promise((resolve) => child.once('exit', resolve));
	child.kill('SIGTERM');
	const late = setTimeout(() => child.kill('SIGKILL'), 3000);
	await gone;
	clearTimeout(late);
}

/** Ends whatever is left. */
export async function stopAll(): Promise<void> {
	await Promise.all([...running].map(stop));
}

/** The first line that the process prints. */
export function firstLine(child: ChildProcess): Promise<string> {
	return new Promise((resolve, reject) => {
		let text = '';
		const onData = (chunk: Buffer) => {
			text += chunk.toString();
			const end = text.indexOf('\n');
			if (end < 0) return;
			child.stdout?.off('data', onData);
			child.stdout?.resume();
			resolve(text.slice(0, end));
		};
		child.stdout?.on('data', onData);
		child.once('exit', (code) => reject(new Error(`ended with ${code} before it was ready`)));
	});
}
