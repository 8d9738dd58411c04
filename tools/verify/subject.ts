/** What the checks look at, and what a check is. */
import type { ICredentialType, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Bundled } from '../build/licences/bundled';
import { bundledPackages } from '../build/licences/bundled';
import { modulesOf } from './modules';
import type { Tarball } from './tarball';

/** The parts of package.json that n8n and npm read. */
export interface Manifest {
	readonly name: string;
	readonly version: string;
	readonly main: string;
	readonly n8n: { readonly nodes: readonly string[]; readonly credentials: readonly string[] };
	readonly [field: string]: unknown;
}

/** Read once, so that every check speaks of the same build. */
export interface Subject {
	readonly root: string;
	readonly tarball: Tarball;
	/** Of the unpacked package. */
	readonly manifest: Manifest;
	/** The built files that package.json registers, with their text. */
	readonly built: ReadonlyArray<{ readonly file: string; readonly text: string }>;
	/** Which packages lie in them, found from the bundles themselves. */
	readonly bundled: readonly Bundled[];
	readonly nodes: readonly INodeTypeDescription[];
	readonly credentials: readonly ICredentialType[];
}

/** One row of the check-list. */
export interface Check {
	readonly id: string;
	/** A sentence that is true when it passes. */
	readonly asks: string;
	/** What is wrong; empty when it passes. */
	readonly problems: (subject: Subject) => readonly string[] | Promise<readonly string[]>;
	/** Numbers worth showing beside a pass. */
	readonly note?: (subject: Subject) => string;
}

/** Loads the built classes as n8n would: a bundle that does not load passes no check. */
export function readSubject(root: string, tarball: Tarball): Subject {
	const manifest = readJson(path.join(tarball.folder, 'package.json')) as Manifest;
	const { nodes, credentials } = manifest.n8n;
	const built = [...nodes, ...credentials].map((file) => ({
		file,
		text: readFileSync(path.join(tarball.folder, file), 'utf8'),
	}));
	const modules = built.flatMap(({ text }) => modulesOf(text).map(({ name }) => name));
	return {
		root,
		tarball,
		manifest,
		built,
		bundled: bundledPackages(modules, root),
		nodes: nodes.map((file) => create<INodeType>(tarball.folder, file).description),
		credentials: credentials.map((file) => create<ICredentialType>(tarball.folder, file)),
	};
}

/** As nobody knows it yet: each check says which shape it expects. */
export function readJson(file: string): unknown {
	return JSON.parse(readFileSync(file, 'utf8'));
}

/** As n8n does: the class that is named like the file. */
function create<T extends object>(folder: string, file: string): T {
	const name = path.basename(file).split('.')[0] ?? '';
	const load = createRequire(path.join(folder, 'package.json'));
	const classes = load(`./${file}`) as Readonly<Record<string, new () => T>>;
	const Class = classes[name];
	if (!Class) throw new Error(`${file} exports no class ${name}`);
	return new Class();
}
