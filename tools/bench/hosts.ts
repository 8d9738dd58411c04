/** Where the contenders' code comes from: one n8n for all of them, and the package as built. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { INodeType, IVersionedNodeType } from 'n8n-workflow';

export const root = path.resolve(__dirname, '../..');

/** The complete n8n of the end-to-end tests; installed by `npx tsx test/e2e/install.ts n8n-2`. */
const n8nFolder = path.join(root, 'test/e2e/.n8n/n8n-2/node_modules/n8n-nodes-base/package.json');

/** A copy of the package as users get it, so that a build meanwhile disturbs no run. */
export const packageFolder = path.join(__dirname, '.work/package');

const BUILT = 'dist/nodes/WhatsAppContacts/WhatsAppContacts.node.js';

/** Packs and unpacks the built package. */
export function unpackPackage(): void {
	const work = path.dirname(packageFolder);
	rmSync(work, { recursive: true, force: true });
	mkdirSync(work, { recursive: true });
	const pack = ['pack', '--ignore-scripts', '--silent', '--pack-destination', work];
	execFileSync('npm', pack, { cwd: root, stdio: 'ignore' });
	const tarball = readdirSync(work).find((file) => file.endsWith('.tgz'));
	if (tarball === undefined) throw new Error('npm packed nothing');
	execFileSync('tar', ['-xzf', tarball], { cwd: work });
	// Beside n8n's own copy of n8n-workflow, as in n8n, where all nodes share it.
	const modules = path.join(work, 'node_modules');
	mkdirSync(modules);
	symlinkSync(hostFolder('n8n-workflow'), path.join(modules, 'n8n-workflow'));
	const orion = 'n8n-nodes-evolution-api';
	cpSync(path.join(__dirname, 'node_modules', orion), path.join(modules, orion), {
		recursive: true,
	});
}

export const files = {
	node: path.join(packageFolder, BUILT),
	orion: path.join(
		__dirname,
		'.work/node_modules/n8n-nodes-evolution-api/dist/nodes/EvolutionApi/EvolutionApi.node.js',
	),
} as const;

/** Brings what has to be there before a run; the complete n8n takes some minutes the first time. */
export function install(say: (line: string) => void): void {
	const needs: ReadonlyArray<readonly [file: string, command: string]> = [
		[path.join(root, BUILT), 'npm run build'],
		[path.join(__dirname, 'node_modules/n8n-nodes-evolution-api'), 'npm ci --prefix tools/bench'],
		[n8nFolder, 'npx tsx test/e2e/install.ts n8n-2'],
	];
	for (const [file, command] of needs) {
		if (existsSync(file)) continue;
		say(`${command} (once)`);
		execFileSync(command, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], shell: true });
	}
}

/** `require` as a file of n8n-nodes-base would: its n8n-core, its n8n-workflow. */
export const hostRequire = createRequire(n8nFolder);

const hostFolder = (name: string): string =>
	path.dirname(hostRequire.resolve(`${name}/package.json`));

export interface Host {
	readonly core: typeof import('n8n-core');
	readonly workflow: typeof import('n8n-workflow');
}

export function loadHost(): Host {
	return {
		core: hostRequire('n8n-core') as Host['core'],
		workflow: hostRequire('n8n-workflow') as Host['workflow'],
	};
}

type NodeClass = new () => INodeType | IVersionedNodeType;

/** The node class that a file exports. */
export function loadNode(file: string, name: string): INodeType | IVersionedNodeType {
	const exported = hostRequire(file) as Record<string, NodeClass | undefined>;
	const type = exported[name];
	if (!type) throw new Error(`${file} exports no ${name}`);
	return new type();
}
