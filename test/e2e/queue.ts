// n8n in queue mode on one machine: a main process, workers, and a Redis between them. They share
// the user folder and a PostgreSQL, for with SQLite an execution now and then fails in n8n itself.
import { join } from 'node:path';
import type { Installation } from './install';
import { startN8n, type N8nProcess } from './n8n';
import { startPostgres } from './postgres';
import { startRedis } from './redis';

/** A running n8n in queue mode. */
export interface QueueMode {
	main: N8nProcess;
	workers: N8nProcess[];
	stop(): Promise<void>;
}

/** Starts Redis, PostgreSQL, the main process, and then the workers, each with `concurrency` executions. */
export async function startQueueMode(
	installation: Installation,
	options: { userFolder: string; workers: number; concurrency: number },
): Promise<QueueMode> {
	const { userFolder, workers: count, concurrency } = options;
	const redis = await startRedis(join(userFolder, 'redis'));
	const postgres = await startPostgres();
	const started: N8nProcess[] = [];
	const stop = async () => {
		await Promise.all(started.map((program) => program.stop()));
		await Promise.all([redis.stop(), postgres.stop()]);
	};
	const env = {
		EXECUTIONS_MODE: 'queue',
		QUEUE_BULL_REDIS_HOST: '127.0.0.1',
		QUEUE_BULL_REDIS_PORT: `${redis.port}`,
		...postgres.env,
		// Executions that a person starts in the editor go to the workers too.
		OFFLOAD_MANUAL_EXECUTIONS_TO_WORKERS: 'true',
		N8N_CONCURRENCY_PRODUCTION_LIMIT: `${concurrency}`,
	};
	const start = async (role: 'main' | 'worker') => {
		const program = await startN8n(installation, { userFolder, role, env });
		started.push(program);
		return program;
	};
	try {
		// The main process makes the database, so it comes first.
		const main = await start('main');
		const workers = await Promise.all(Array.from({ length: count }, () => start('worker')));
		return { main, workers, stop };
	} catch (error) {
		await stop();
		throw error;
	}
}
