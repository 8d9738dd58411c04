// A PostgreSQL of a test's own: the database that n8n's queue mode is made for.
import { execFile } from 'node:child_process';
import { chownSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { startProgram, untilReady } from './childProcess';
import { freePorts } from './freePort';
import { requirePrograms } from './requirements';

const run = promisify(execFile);

/** A running PostgreSQL on 127.0.0.1 with an empty database. */
export interface Postgres {
	/** What n8n needs in its environment to use it. */
	env: Record<string, string>;
	/** Ends it and removes its data. */
	stop(): Promise<void>;
}

/** PostgreSQL refuses to be run by root, so its own user does it then. */
async function userToRunAs(): Promise<{ uid?: number; gid?: number }> {
	if (process.getuid?.() !== 0) return {};
	const idOf = async (flag: string) => Number((await run('id', [flag, 'postgres'])).stdout);
	return { uid: await idOf('-u'), gid: await idOf('-g') };
}

/** Starts one on a free port, in a folder of its own. */
export async function startPostgres(): Promise<Postgres> {
	const { postgres } = requirePrograms('postgres');
	const user = await userToRunAs();
	const folder = mkdtempSync(join(tmpdir(), 'n8n-postgres-'));
	const remove = () => rmSync(folder, { recursive: true, force: true });
	if (user.uid !== undefined && user.gid !== undefined) chownSync(folder, user.uid, user.gid);
	const options = { cwd: folder, env: { PATH: process.env.PATH ?? '', LC_ALL: 'C' }, ...user };
	const initdb = join(dirname(realpathSync(postgres)), 'initdb');
	const [port = 0] = await freePorts(1);
	try {
		const data = ['-D', folder, '-U', 'n8n', '-A', 'trust', '-E', 'UTF8', '--no-sync'];
		await run(initdb, data, options);
		const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=off'];
		const args = settings.flatMap((setting) => ['-c', setting]);
		const program = startProgram(postgres, ['-D', folder, '-p', `${port}`, ...args], options);
		const isReady = async () => program.logs().includes('ready to accept connections');
		await untilReady('postgres', program, isReady, 30_000);
		const env = {
			DB_TYPE: 'postgresdb',
			DB_POSTGRESDB_HOST: '127.0.0.1',
			DB_POSTGRESDB_PORT: `${port}`,
			DB_POSTGRESDB_DATABASE: 'postgres',
			DB_POSTGRESDB_USER: 'n8n',
		};
		return { env, stop: () => program.stop().then(remove) };
	} catch (error) {
		remove();
		throw error;
	}
}
