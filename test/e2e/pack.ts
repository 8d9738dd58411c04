// Builds and packs this package: what the tests install is the tarball that users get. The build
// happens in a copy of the sources, because it empties `dist/`, which others may be using.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = join(__dirname, '../..');
const folder = join(__dirname, '.n8n', 'packed');

/** What neither the build nor the tarball is made from. */
const others = new Set([
	...['.git', '.ci', '.github', 'node_modules', 'dist', 'docs', 'examples', 'sandbox', 'test'],
	'tools',
]);

let packed: Promise<string> | undefined;

/**
 * The tarball's path; built only where the sources have changed since the last time. The variable
 * `E2E_TARBALL` names a finished one instead, such as a release.
 */
export function packPackage(): Promise<string> {
	packed ??= process.env.E2E_TARBALL ? Promise.resolve(process.env.E2E_TARBALL) : pack();
	return packed;
}

async function pack(): Promise<string> {
	const tarball = join(folder, `${stampOfSources()}.tgz`);
	if (existsSync(tarball)) return tarball;
	const copy = mkdtempSync(join(tmpdir(), 'n8n-pack-'));
	try {
		for (const source of sources()) {
			cpSync(join(root, source), join(copy, source), { recursive: true });
		}
		symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
		const gulp = join(root, 'node_modules/gulp/bin/gulp.js');
		const args = ['--cwd', copy, '--gulpfile', join(copy, 'gulpfile.js'), 'build'];
		await run(process.execPath, [gulp, ...args], { cwd: copy }).catch(buildFailed);
		const { stdout } = await run('npm', ['pack', '--json', '--ignore-scripts'], { cwd: copy });
		const [made] = JSON.parse(stdout) as Array<{ filename: string }>;
		if (made === undefined) throw new Error('npm packed nothing');
		keepOnly(join(copy, made.filename), tarball);
		return tarball;
	} finally {
		rmSync(copy, { recursive: true, force: true });
	}
}

/** A compiler says on standard output what is wrong. */
function buildFailed({ stdout = '', stderr = '' }: { stdout?: string; stderr?: string }): never {
	throw new Error(`The package cannot be built:\n${(stdout + stderr).slice(-4_000)}`);
}

function keepOnly(made: string, tarball: string): void {
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	// The temporary folder may be on another disk, from which nothing can be renamed.
	cpSync(made, `${tarball}.part`);
	renameSync(`${tarball}.part`, tarball);
}

const sources = () => [
	...readdirSync(root)
		.filter((name) => !others.has(name))
		.sort(),
	'tools/build',
];

function stampOfSources(): string {
	const hash = createHash('sha256');
	for (const file of sources().flatMap(filesIn)) {
		hash.update(`${file}\n`).update(readFileSync(join(root, file)));
	}
	return hash.digest('hex').slice(0, 16);
}

function filesIn(path: string): string[] {
	if (!statSync(join(root, path)).isDirectory()) return [path];
	return readdirSync(join(root, path))
		.sort()
		.flatMap((name) => filesIn(join(path, name)));
}
