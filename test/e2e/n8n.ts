// Starts a real n8n (the main process or a worker) on 127.0.0.1 and ends it again.
import { startProgram, untilReady, type RunningProgram } from './childProcess';
import { n8nEnvironment } from './environment';
import type { Installation } from './install';

/** How one n8n process is to be started. */
export interface N8nOptions {
	/** n8n's own data go to `<userFolder>/.n8n`; it is made if missing. */
	userFolder: string;
	/** A worker runs executions of queue mode and has no editor; `main` by default. */
	role?: 'main' | 'worker';
	/** Added to the environment, and wins over it. */
	env?: Record<string, string>;
}

/** A running n8n. */
export interface N8nProcess extends RunningProgram {
	installation: Installation;
	userFolder: string;
	/** Where it listens, without a slash at the end; of a worker, its health check. */
	url: string;
	/** The environment it runs in; the command line needs the same. */
	env: Record<string, string>;
}

// The first start migrates an empty database, which takes a slow machine its time.
const readyTimeoutMs = 180_000;

/** Starts n8n and waits until it answers. */
export async function startN8n(
	installation: Installation,
	{ userFolder, role = 'main', env: extra = {} }: N8nOptions,
): Promise<N8nProcess> {
	const env = await n8nEnvironment(installation, userFolder, extra);
	if (role === 'worker') {
		Object.assign(env, {
			QUEUE_HEALTH_CHECK_ACTIVE: 'true',
			QUEUE_HEALTH_CHECK_PORT: env.N8N_PORT,
		});
	}
	const command = role === 'main' ? 'start' : 'worker';
	const program = startProgram(installation.node, [installation.cli, command], {
		cwd: userFolder,
		env,
	});
	const url = `http://127.0.0.1:${env.N8N_PORT}`;
	const probe = role === 'main' ? `${url}/rest/settings` : `${url}/healthz/readiness`;
	const what = `n8n ${installation.version} ${role}`;
	await untilReady(what, program, () => answersJson(probe), readyTimeoutMs);
	return { ...program, installation, userFolder, url, env };
}

// While n8n starts it answers every address with a page that says so.
async function answersJson(address: string): Promise<boolean> {
	try {
		const response = await fetch(address, { signal: AbortSignal.timeout(5_000) });
		const isJson = response.headers.get('content-type')?.startsWith('application/json') ?? false;
		await response.arrayBuffer();
		return response.ok && isJson;
	} catch {
		return false;
	}
}
