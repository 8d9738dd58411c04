/**
 * Builds into a temporary folder, packs it as npm would publish it and unpacks it again, so that
 * the checks see what a user gets and nobody's `dist/` is touched.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A package as published, unpacked. */
export interface Tarball {
	/** The folder with package.json. */
	readonly folder: string;
	/** Its files, relative to the folder. */
	readonly files: ReadonlyArray<{ readonly path: string; readonly size: number }>;
	readonly packedSize: number;
	readonly unpackedSize: number;
	/** `dist/` of a second build of the same sources. */
	readonly secondBuild: string;
	/** Removes everything again. */
	remove(): void;
}

interface PackReport {
	readonly filename: string;
	readonly size: number;
	readonly unpackedSize: number;
	readonly files: ReadonlyArray<{ readonly path: string; readonly size: number }>;
}

/** What npm puts beside the files that package.json lists. */
const BESIDE_DIST = ['package.json', 'README.md', 'LICENSE.md'];

/** In a folder of its own, which `remove` takes away again. */
export function makeTarball(root: string): Tarball {
	const work = mkdtempSync(path.join(tmpdir(), 'verify-'));
	const toPack = path.join(work, 'to-pack');
	const secondBuild = path.join(work, 'again', 'dist');
	mkdirSync(toPack);
	for (const file of BESIDE_DIST.filter((each) => existsSync(path.join(root, each)))) {
		cpSync(path.join(root, file), path.join(toPack, file));
	}
	gulp(root, 'build', path.join(toPack, 'dist'));
	gulp(root, 'bundle', secondBuild);
	const [report] = JSON.parse(
		run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', work], toPack),
	) as [PackReport];
	run('tar', ['-xzf', path.join(work, report.filename), '-C', work], work);
	const folder = path.join(work, 'package');
	// n8n gives a package this one module; everything else has to be inside.
	mkdirSync(path.join(folder, 'node_modules'));
	symlinkSync(
		path.join(root, 'node_modules', 'n8n-workflow'),
		path.join(folder, 'node_modules', 'n8n-workflow'),
	);
	return {
		folder,
		files: report.files,
		packedSize: report.size,
		unpackedSize: report.unpackedSize,
		secondBuild,
		remove: () => rmSync(work, { recursive: true, force: true }),
	};
}

function gulp(root: string, task: string, out: string): void {
	const bin = path.join(root, 'node_modules', '.bin', 'gulp');
	run(bin, ['--silent', task], root, { ...process.env, BUILD_OUT: out });
}

function run(command: string, args: string[], cwd: string, env = process.env): string {
	// What a step says on standard error is shown only with the error that it ends in.
	return execFileSync(command, args, {
		cwd,
		env,
		encoding: 'utf8',
		stdio: ['ignore', 'pipe', 'pipe'],
	});
}
