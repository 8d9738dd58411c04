// Starts and ends the programs of a test (n8n, its workers, Redis): each by its own process id, so
// that nothing else on the machine is ever touched, and with its output kept for failing tests.
import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

/** A program that a test has started. */
export interface RunningProgram {
	pid: number;
	/** What it wrote so far, both streams in the order they came. */
	logs(): string;
	/** Asks it to end and waits; after `patienceMs` it is killed. Calling it twice is once. */
	stop(patienceMs?: number): Promise<void>;
	/** `undefined` while it runs, else how it ended. */
	ended(): string | undefined;
}

export interface ProgramOptions {
	env: Record<string, string>;
	cwd: string;
	/** Run as another user, which only root may. */
	uid?: number;
	gid?: number;
}

const living = new Set<ChildProcess>();
process.on('exit', () => living.forEach((child) => child.kill('SIGKILL')));

/** A program that is still running when this process ends is ended as well, at once. */
export function endWithThisProcess(child: ChildProcess): void {
	living.add(child);
	child.once('exit', () => living.delete(child));
}

/** Starts a program without a shell; its environment is exactly `env`. */
export function startProgram(
	file: string,
	args: string[],
	options: ProgramOptions,
): RunningProgram {
	const child = spawn(file, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
	endWithThisProcess(child);
	let output = '';
	let end: string | undefined;
	const collect = (chunk: Buffer) => (output += chunk.toString());
	child.stdout.on('data', collect);
	child.stderr.on('data', collect);
	const exited = new Promise<void>((resolve) => {
		child.on('error', (error) => {
			end = `did not start: ${error.message}`;
			resolve();
		});
		child.on('exit', (code, signal) => {
			end = `ended with ${code ?? signal}`;
			resolve();
		});
	});
	const stop = async (patienceMs = 20_000) => {
		if (end !== undefined) return;
		child.kill('SIGTERM');
		const patience = new AbortController();
		const killer = sleep(patienceMs, undefined, { signal: patience.signal }).then(
			() => child.kill('SIGKILL'),
			() => undefined,
		);
		await exited;
		patience.abort();
		await killer;
	};
	return { pid: child.pid ?? -1, logs: () => output, stop, ended: () => end };
}

/** Asks `isReady` until it says yes; an ended program or a passed time is an error with its logs. */
export async function untilReady(
	what: string,
	program: RunningProgram,
	isReady: () => Promise<boolean>,
	timeoutMs: number,
): Promise<void> {
	const deadline = Date.now() + timeoutMs;
	while (!(await isReady())) {
		const end = program.ended();
		const late = Date.now() > deadline ? `not ready within ${timeoutMs / 1000} s` : undefined;
		if (end !== undefined || late !== undefined) {
			await program.stop(2_000);
			throw new Error(`${what}: ${end ?? late}. It wrote:\n${program.logs().slice(-4_000)}`);
		}
		await sleep(100);
	}
}
