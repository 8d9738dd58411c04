// Installs the complete n8n of `installs/<name>` into `.n8n/<name>`, once: the package's own
// manifest stays free of n8n's two thousand packages. Run it by `tsx test/e2e/install.ts [name …]`.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { endWithThisProcess } from './childProcess';
import { duration, packageCounter, progressLine, whileSaying } from './progress';

/** The n8n versions that are installed: the newest 2.x and the newest 1.x. */
export const n8nNames = ['n8n-2', 'n8n-1'] as const;
export type N8nName = (typeof n8nNames)[number];

/** A complete n8n on disk, and how it is started. */
export interface Installation {
	name: N8nName;
	/** n8n's version, as `2.41.1`. */
	version: string;
	/** The Node.js binary that runs it: its own Node.js 24 for 2.x, the caller's for 1.x. */
	node: string;
	/** n8n's command line program, a script for `node`. */
	cli: string;
	/** What this n8n needs in its environment on top of everything else. */
	env: Record<string, string>;
}

const manifestFiles = ['package.json', 'package-lock.json', '.npmrc'];

const particulars: Record<N8nName, { ownNode: boolean; env: Record<string, string> }> = {
	// This module asks a server of n8n's for its list at every start.
	'n8n-2': { ownNode: true, env: { N8N_DISABLED_MODULES: 'mcp-registry' } },
	'n8n-1': {
		ownNode: false,
		env: {
			// Its isolated-vm has no build for Node.js 20.
			N8N_EXPRESSION_ENGINE: 'legacy',
			N8N_RUNNERS_ENABLED: 'true',
			// 2.x's way with SQLite: a write-ahead log, which lets a main and workers share the file.
			DB_SQLITE_POOL_SIZE: '4',
		},
	},
};

/** Installs where it has not been done yet (2 GB, some minutes), else answers in milliseconds. */
export async function ensureInstalled(
	name: N8nName,
	say: (line: string) => void = (line) => console.error(line),
): Promise<Installation> {
	const manifest = join(__dirname, 'installs', name);
	const folder = join(__dirname, '.n8n', name);
	const stampFile = join(folder, 'installed');
	const stamp = stampOf(manifest);
	if (!existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== stamp) {
		rmSync(stampFile, { force: true });
		mkdirSync(folder, { recursive: true });
		for (const file of manifestFiles) copyFileSync(join(manifest, file), join(folder, file));
		await install(name, folder, say);
		writeFileSync(stampFile, stamp);
	}
	return installationIn(name, folder);
}

function stampOf(manifest: string): string {
	const hash = createHash('sha256').update(`${process.platform} ${process.arch} `);
	for (const file of manifestFiles) hash.update(readFileSync(join(manifest, file)));
	return hash.digest('hex');
}

function installationIn(name: N8nName, folder: string): Installation {
	const modules = join(folder, 'node_modules');
	const { version } = JSON.parse(readFileSync(join(modules, 'n8n/package.json'), 'utf8')) as {
		version: string;
	};
	const { ownNode, env } = particulars[name];
	const node = ownNode ? join(modules, 'node/bin/node') : process.execPath;
	return { name, version, node, cli: join(modules, 'n8n/bin/n8n'), env };
}

async function install(name: N8nName, folder: string, say: (line: string) => void): Promise<void> {
	const started = Date.now();
	const { dependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
		dependencies: Record<string, string>;
	};
	const what = Object.entries(dependencies).map(([name, version]) => `${name} ${version}`);
	say(
		`${name}: installing ${what.join(' and ')} into ${folder}, about 2 GB, mostly 2 to 10 minutes. This happens once`,
	);
	const counter = packageCounter(folder);
	const packages = () => {
		const { done, total } = counter();
		return progressLine(done, total, Date.now() - started);
	};
	const elapsed = () => duration(Date.now() - started);
	const steps: Array<[string, string[], () => string]> = [
		['downloading', ['ci', '--legacy-peer-deps', '--ignore-scripts'], packages],
		['building sqlite3', ['rebuild', 'sqlite3', '--ignore-scripts=false'], elapsed],
	];
	if (particulars[name].ownNode) {
		// The package `node` fetches the binary for this platform in its install script.
		const args = ['rebuild', 'node', '--ignore-scripts=false'];
		steps.splice(1, 0, ['fetching Node.js', args, elapsed]);
	}
	for (const [index, [step, args, far]] of steps.entries()) {
		const line = () => `${name}: step ${index + 1} of ${steps.length}, ${step}: ${far()}`;
		await whileSaying(line, npm(args, folder), say);
	}
	say(`${name}: installed in ${elapsed()}`);
}

function npm(args: string[], cwd: string): Promise<void> {
	return new Promise((resolve, reject) => {
		const onWindows = process.platform === 'win32';
		const child = spawn('npm', [...args, '--no-fund', '--no-audit', '--loglevel=error'], {
			cwd,
			stdio: ['ignore', 'pipe', 'pipe'],
			shell: onWindows,
		});
		endWithThisProcess(child);
		let output = '';
		const collect = (chunk: Buffer) => (output = (output + chunk.toString()).slice(-4_000));
		child.stdout.on('data', collect);
		child.stderr.on('data', collect);
		child.on('error', reject);
		child.on('close', (code) => {
			if (code === 0) return resolve();
			reject(new Error(`\`npm ${args.join(' ')}\` in ${cwd} ended with ${code}:\n${output}`));
		});
	});
}

if (require.main === module) {
	const wanted = process.argv.slice(2);
	const unknown = wanted.filter((name) => !n8nNames.includes(name as N8nName));
	if (unknown.length > 0)
		throw new Error(`Unknown: ${unknown.join(', ')}. Known: ${n8nNames.join(', ')}`);
	void (async () => {
		for (const name of n8nNames) {
			if (wanted.length === 0 || wanted.includes(name)) {
				const { version, node } = await ensureInstalled(name);
				console.error(`${name}: n8n ${version} is installed, run by ${node}`);
			}
		}
	})().catch((error: unknown) => {
		console.error((error as Error).message);
		process.exitCode = 1;
	});
}
