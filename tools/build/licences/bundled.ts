/** Which packages a bundle was made from, and what their folders say of them. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A package below node_modules, wherever in the tree it stands. */
export interface Bundled {
	readonly name: string;
	readonly version: string;
	readonly licence: string;
	readonly homepage?: string;
	/** As the lock file names it, e.g. `node_modules/undici`. */
	readonly folder: string;
	/** The whole texts, by file name. */
	readonly texts: ReadonlyArray<{ readonly file: string; readonly text: string }>;
	/** The names of its own dependencies. */
	readonly dependsOn: readonly string[];
}

/** The package folder of a bundled file, the innermost one: a dependency may bring its own. */
export function packageFolder(file: string): string | undefined {
	return /^.*(?:^|\/)node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0];
}

/** The packages that some files of a bundle come from, sorted by folder. */
export function bundledPackages(files: readonly string[], root: string): Bundled[] {
	const folders = files.map(packageFolder).filter((folder) => folder !== undefined);
	return [...new Set(folders)].sort().map((folder) => readPackage(folder, root));
}

interface Manifest {
	readonly name: string;
	readonly version: string;
	readonly license?: string;
	readonly homepage?: string;
	readonly dependencies?: Readonly<Record<string, string>>;
}

function readPackage(folder: string, root: string): Bundled {
	const at = path.join(root, folder);
	const manifest = JSON.parse(readFileSync(path.join(at, 'package.json'), 'utf8')) as Manifest;
	const texts = readdirSync(at)
		.filter((file) => /^(licen[cs]e|notice|copying)/i.test(file))
		.sort()
		.map((file) => ({ file, text: readFileSync(path.join(at, file), 'utf8').trim() }));
	if (texts.length === 0) throw new Error(`${folder} has no licence text to pass on`);
	return {
		name: manifest.name,
		version: manifest.version,
		licence: manifest.license ?? 'unknown',
		...(manifest.homepage !== undefined && { homepage: manifest.homepage }),
		folder,
		texts,
		dependsOn: Object.keys(manifest.dependencies ?? {}),
	};
}
