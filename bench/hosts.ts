/** Where the contenders' code comes from: one n8n for all of them, and the package as built. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { INodeType, IVersionedNodeType } from 'n8n-workflow';

export const root = path.resolve(__dirname, '..');

/** The complete n8n of the end-to-end tests; installed by `npx tsx e2e/install.ts n8n-2`. */
const n8nFolder = path.join(root, 'e2e/.n8n/n8n-2/node_modules/n8n-nodes-base/package.json');

export const files = {
	node: path.join(root, 'dist/nodes/WhatsAppContacts/WhatsAppContacts.node.js'),
	orion: path.join(
		__dirname,
		'node_modules/n8n-nodes-evolution-api/dist/nodes/EvolutionApi/EvolutionApi.node.js',
	),
} as const;

/** What has to be there before a run, with what brings it. */
export function missing(): string[] {
	const needs: ReadonlyArray<readonly [string, string]> = [
		[files.node, 'npm run build'],
		[files.orion, 'npm ci --prefix bench'],
		[n8nFolder, 'npx tsx e2e/install.ts n8n-2'],
	];
	return needs.flatMap(([file, command]) => (existsSync(file) ? [] : [command]));
}

/** `require` as a file of n8n-nodes-base would: its n8n-core, its n8n-workflow. */
export const hostRequire = createRequire(n8nFolder);

export interface Host {
	readonly core: typeof import('n8n-core');
	readonly workflow: typeof import('n8n-workflow');
}

export function loadHost(): Host {
	return { core: hostRequire('n8n-core'), workflow: hostRequire('n8n-workflow') } as Host;
}

type NodeClass = new () => INodeType | IVersionedNodeType;

/** The node class that a file exports. */
export function loadNode(file: string, name: string): INodeType | IVersionedNodeType {
	const exported = hostRequire(file) as Record<string, NodeClass | undefined>;
	const type = exported[name];
	if (!type) throw new Error(`${file} exports no ${name}`);
	return new type();
}
