// A Redis of a test's own: n8n's queue mode hands executions to its workers through one.
import { mkdirSync } from 'node:fs';
import { createConnection } from 'node:net';
import { startProgram, untilReady, type RunningProgram } from './childProcess';
import { freePorts } from './freePort';
import { requirePrograms } from './requirements';

/** A running Redis on 127.0.0.1, without password and without files. */
export interface Redis extends RunningProgram {
	port: number;
}

/** Starts one on a free port, with `folder` (made if missing) as its working folder. */
export async function startRedis(folder: string): Promise<Redis> {
	const { redis } = requirePrograms('redis');
	const [port = 0] = await freePorts(1);
	mkdirSync(folder, { recursive: true });
	const args = ['--port', `${port}`, '--bind', '127.0.0.1', '--dir', folder];
	const inMemory = ['--save', '', '--appendonly', 'no', '--daemonize', 'no'];
	const program = startProgram(redis, [...args, ...inMemory], { cwd: folder, env: {} });
	await untilReady('redis-server', program, () => answersPing(port), 10_000);
	return { ...program, port };
}

function answersPing(port: number): Promise<boolean> {
	return new Promise((resolve) => {
		const socket = createConnection(port, '127.0.0.1', () => socket.write('PING\r\n'));
		const done = (yes: boolean) => {
			socket.destroy();
			resolve(yes);
		};
		socket.setTimeout(1_000, () => done(false));
		socket.on('data', (data) => done(data.toString().startsWith('+PONG')));
		socket.on('error', () => done(false));
	});
}
