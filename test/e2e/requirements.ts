// What the end-to-end tests take from the operating system: looked for before anything starts, so
// that a machine without it fails with the command that mends it, instead of skipping tests.
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const programs = {
	postgres: { names: ['postgres'], debianPackage: 'postgresql', for: 'queue mode' },
	redis: { names: ['redis-server'], debianPackage: 'redis-server', for: 'queue mode' },
	chromium: {
		names: ['chromium', 'chromium-browser'],
		debianPackage: 'chromium',
		for: 'a browser',
	},
} as const;

/** A program that must be on the machine: Redis and PostgreSQL, or Chromium for the browser. */
export type Requirement = keyof typeof programs;

/** The programs' paths; throws one error that names every missing one and how to install it. */
export function requirePrograms<R extends Requirement>(...wanted: R[]): Record<R, string> {
	const paths = new Map(wanted.map((name) => [name, findProgram(programs[name].names)]));
	const missing = wanted.filter((name) => paths.get(name) === undefined);
	if (missing.length > 0) {
		const what = missing.map((name) => `${programs[name].names[0]} (${programs[name].for})`);
		const packages = missing.map((name) => programs[name].debianPackage);
		throw new Error(
			`The end-to-end tests need ${what.join(' and ')}. ` +
				`On Debian or Ubuntu: apt-get install -y ${packages.join(' ')}`,
		);
	}
	return Object.fromEntries(paths) as Record<R, string>;
}

function findProgram(names: readonly string[]): string | undefined {
	const path = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
	const folders = [...path, ...postgresFolders()];
	return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

/** Debian keeps PostgreSQL's server out of the path, one folder for each version. */
function postgresFolders(): string[] {
	const base = '/usr/lib/postgresql';
	if (!existsSync(base)) return [];
	const versions = readdirSync(base).sort((one, other) => Number(other) - Number(one));
	return versions.map((version) => join(base, version, 'bin'));
}

function isExecutable(path: string): boolean {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}
