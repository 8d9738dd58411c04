/** That the README names the n8ns that were run, and that nobody forgets to run a newer one. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Check, readJson } from './subject';

const majorOf = (version: string) => Number(version.split('.')[0]);
const newestMajor = (versions: readonly string[]) => Math.max(0, ...versions.map(majorOf));

/** What the README has to say of the next major version, as long as nobody has run it. */
const notRun = (major: number) => `n8n ${major}: not run`;

/** Where the README's list of versions differs from what the tests install. */
export function versionProblems(readme: string, installed: readonly string[]): string[] {
	const part = /^## Versions that were run$([\s\S]*?)(?=^## |(?![\s\S]))/m.exec(readme)?.[1] ?? '';
	const rows = part.split('\n').filter((line) => line.startsWith('|'));
	const named = rows.flatMap((row) => row.split('|')[1]?.match(/\d+\.\d+\.\d+/g) ?? []);
	const newest = newestMajor(installed);
	return [
		...installed.filter((each) => !named.includes(each)).map((each) => `${each} is not named`),
		...named.filter((each) => !installed.includes(each)).map((each) => `${each} is not run`),
		...(part.includes(notRun(newest + 1)) ? [] : [`it does not say "${notRun(newest + 1)}"`]),
		...(part.includes(notRun(newest)) ? [`it says "${notRun(newest)}"`] : []),
	];
}

/** Major versions that can be had and that the tests do not install. */
export function majorsNotRun(published: readonly string[], installed: readonly string[]): number[] {
	const newest = newestMajor(installed);
	return [...new Set(published.map(majorOf))].filter((major) => major > newest).sort();
}

/** The n8ns that tests run: engines from package.json, complete ones from their own manifests. */
function installedIn(root: string): string[] {
	const complete = path.join(root, 'test/e2e/installs');
	const manifests = readdirSync(complete).map((name) => path.join(complete, name, 'package.json'));
	const all = [path.join(root, 'package.json'), ...manifests.filter(existsSync)];
	const versions = all.flatMap((file) => {
		const { dependencies, devDependencies } = readJson(file) as {
			readonly dependencies?: Readonly<Record<string, string>>;
			readonly devDependencies?: Readonly<Record<string, string>>;
		};
		return Object.entries({ ...dependencies, ...devDependencies })
			.filter(([name]) => /^n8n(?:-core(?:-\d+)?)?$/.test(name))
			.map(([, version]) => version.replace(/^npm:n8n-core@/, ''));
	});
	return [...new Set(versions)];
}

/** Needs no network. */
export const versionChecks: readonly Check[] = [
	{
		id: 'versions',
		asks: 'README.md names the n8n versions that are run, and says which comes next and is not',
		problems: ({ root }) =>
			versionProblems(readFileSync(path.join(root, 'README.md'), 'utf8'), installedIn(root)),
		note: ({ root }) => installedIn(root).join(', '),
	},
];

/** Asked only with `--online`, as each release does: a new n8n turns up while nothing here changes. */
export const onlineChecks: readonly Check[] = [
	{
		id: 'newest-n8n',
		asks: 'no n8n-core of a later major version can be had from the registry',
		problems: ({ root }) => {
			const said = execFileSync('npm', ['view', 'n8n-core', 'versions', '--json'], {
				cwd: root,
				encoding: 'utf8',
				shell: process.platform === 'win32',
			});
			return majorsNotRun(JSON.parse(said) as string[], installedIn(root)).map(
				(major) => `n8n-core ${major} can be had and has not been run`,
			);
		},
	},
];
