/**
 * `npm run release`: the next version from the commits, in package.json and CHANGELOG.md, committed
 * and tagged. Pushing the tag lets CI publish. `-- --dry-run` only shows it; without it,
 * `-- --tests-are-green` says that a person has seen the tests and `npm run verify` pass.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Plan, planRelease } from './plan';

const root = path.resolve(__dirname, '../..');
const changelogFile = path.join(root, 'CHANGELOG.md');
const manifestFile = path.join(root, 'package.json');
const lockFile = path.join(root, 'package-lock.json');

const { values: flags } = parseArgs({
	options: {
		'dry-run': { type: 'boolean', default: false },
		'tests-are-green': { type: 'boolean', default: false },
	},
});

function git(...args: string[]): string {
	return execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
}

function say(text: string): void {
	process.stdout.write(`${text}\n`);
}

interface Manifest {
	readonly name: string;
	readonly version: string;
	readonly repository: { readonly url: string };
}

function readManifest(): Manifest {
	return JSON.parse(readFileSync(manifestFile, 'utf8')) as Manifest;
}

function plan(): Plan | string {
	const { version, repository } = readManifest();
	const [lastTag] = git('tag', '--list', 'v*', '--merged', 'HEAD', '--sort=-v:refname').split('\n');
	const range = lastTag ? [`${lastTag}..HEAD`] : [];
	return planRelease({
		version,
		lastTag: lastTag || undefined,
		messages: git('log', '--format=%B%x00', ...range)
			.split('\0')
			.filter((each) => each.trim()),
		changelog: readFileSync(changelogFile, 'utf8'),
		date: new Date().toISOString().slice(0, 10),
		repository: repository.url.replace(/^git\+|\.git$/g, ''),
	});
}

function show({ version, tag, section, why }: Plan): void {
	const { name, version: current } = readManifest();
	say(`Version  ${current} → ${version} (${why})`);
	say(`Commit   chore(release): ${version}`);
	say(`Tag      ${tag}`);
	say(`Then     git push --follow-tags`);
	say(`CI runs  npm publish --provenance --access public   (${name}@${version})`);
	say(`\nCHANGELOG.md\n\n${section}`);
}

function carryOut({ version, tag, changelog }: Plan): void {
	writeFileSync(changelogFile, changelog);
	replaceVersion(manifestFile, version, 1);
	// The lock file says it for itself and for its root package.
	replaceVersion(lockFile, version, 2);
	git('add', 'CHANGELOG.md', 'package.json', 'package-lock.json');
	git('commit', '--quiet', '--message', `chore(release): ${version}`);
	git('tag', '--annotate', tag, '--message', tag);
}

/** In the text, so that nothing else of the file changes. */
function replaceVersion(file: string, version: string, times: number): void {
	const text = readFileSync(file, 'utf8');
	let left = times;
	const next = text.replace(/("version": ")[^"]+(")/g, (all, before: string, after: string) =>
		left-- > 0 ? `${before}${version}${after}` : String(all),
	);
	writeFileSync(file, next);
}

function main(): number {
	const planned = plan();
	if (typeof planned === 'string') {
		say(planned);
		return flags['dry-run'] ? 0 : 1;
	}
	show(planned);
	if (flags['dry-run']) return 0;
	const refusal = git('status', '--porcelain')
		? 'There are uncommitted changes. Commit them first'
		: flags['tests-are-green']
			? undefined
			: 'Run the tests and npm run verify, then add --tests-are-green';
	if (refusal !== undefined) {
		say(`\n${refusal}. Nothing was done`);
		return 1;
	}
	carryOut(planned);
	say('\nDone. Push it with git push --follow-tags');
	return 0;
}

process.exitCode = main();
