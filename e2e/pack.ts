// Builds and packs this package: what the tests install is the tarball that users get.
import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = join(__dirname, '..');
const folder = join(__dirname, '.n8n');

let packed: Promise<string> | undefined;

/** The tarball's path; built once in a process. */
export function packPackage(): Promise<string> {
	packed ??= pack();
	return packed;
}

async function pack(): Promise<string> {
	mkdirSync(folder, { recursive: true });
	// By name: this project's settings keep npm from running a `prepack` on its own.
	await run('npm', ['run', 'build'], { cwd: root });
	const args = ['pack', '--json', '--pack-destination', folder];
	const { stdout } = await run('npm', args, { cwd: root });
	const [tarball] = JSON.parse(stdout) as Array<{ filename: string }>;
	if (tarball === undefined) throw new Error('npm packed nothing');
	return join(folder, tarball.filename);
}
