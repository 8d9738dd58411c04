// Puts a packed community package where n8n's own installer puts it: unpacked in the user folder,
// without dev and peer dependencies, which n8n's users do not get either.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Manifest {
	name: string;
	version: string;
	dependencies?: Record<string, string>;
	devDependencies?: unknown;
	peerDependencies?: unknown;
	optionalDependencies?: unknown;
}

/** Installs a tarball of `npm pack` for the n8n of a user folder; n8n loads it at its next start. */
export function installPackage(
	tarball: string,
	userFolder: string,
): { name: string; folder: string } {
	const { name } = readManifest(
		execFileSync('tar', ['-xzOf', tarball, 'package/package.json'], { encoding: 'utf8' }),
	);
	const nodes = join(userFolder, '.n8n', 'nodes');
	const folder = join(nodes, 'node_modules', name);
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	execFileSync('tar', ['-xzf', tarball, '-C', folder, '--strip-components=1']);
	const manifest = readManifest(readFileSync(join(folder, 'package.json'), 'utf8'));
	const { devDependencies, peerDependencies, optionalDependencies, ...kept } = manifest;
	writeFileSync(join(folder, 'package.json'), JSON.stringify(kept, null, 2));
	if (Object.keys(kept.dependencies ?? {}).length > 0) npmInstall(folder);
	register(nodes, kept);
	return { name, folder };
}

function npmInstall(folder: string): void {
	const flags = ['--audit=false', '--fund=false', '--bin-links=false', '--package-lock=false'];
	const args = ['install', ...flags, '--install-strategy=shallow', '--ignore-scripts=true'];
	execFileSync('npm', args, { cwd: folder, stdio: 'pipe' });
}

function register(nodes: string, { name, version }: Manifest): void {
	const file = join(nodes, 'package.json');
	const before = existsSync(file) ? readManifest(readFileSync(file, 'utf8')) : undefined;
	const dependencies = { ...before?.dependencies, [name]: version };
	const content = { name: 'installed-nodes', private: true, dependencies };
	writeFileSync(file, JSON.stringify(content, null, 2));
}

function readManifest(text: string): Manifest {
	return JSON.parse(text) as Manifest;
}
