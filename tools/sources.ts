/** The TypeScript files of some folders, for everything that reads the project's own sources. */
import { readdirSync } from 'node:fs';
import path from 'node:path';

/** Relative to the project, with forward slashes, sorted. */
export function sourcesIn(root: string, folders: readonly string[]): string[] {
	return folders
		.flatMap((folder) =>
			readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
				`${folder}/${file}`.split(path.sep).join('/'),
			),
		)
		.filter((file) => file.endsWith('.ts'))
		.sort();
}
