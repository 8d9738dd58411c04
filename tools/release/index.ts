/**
 * `npm run release`: the next version from the commits, its words from CHANGELOG.md, committed and
 * tagged by release-it. Pushing the tag lets CI publish. `-- --dry-run` only shows it.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type ReleasedManifest, type ReleaseOptions, releaseOptions } from './options';
import { otherMentions, placeholdersIn } from './placeholders';

/** The part of release-it that is used; its own types declare no call. */
interface ReleaseIt {
	readonly default: (
		options: ReleaseOptions,
	) => Promise<{ readonly name: string; readonly version?: string | null }>;
}

const { values: flags } = parseArgs({
	options: { 'dry-run': { type: 'boolean', default: false } },
});

const say = (text: string) => void process.stdout.write(`${text}\n`);
const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8' }).trim();
const read = (file: string) => readFileSync(file, 'utf8');

/** Whether nobody can be reached yet; says which lines to change. */
function hasPlaceholders(): boolean {
	const manifest = read('package.json');
	const found = placeholdersIn(manifest);
	if (found.length === 0) return false;
	const files = git('ls-files').split('\n');
	const mentions = otherMentions(manifest, (file) => read(file), files);
	say('\nNot ready to be published: these lines stand for values that nobody has given yet.\n');
	for (const line of [...found, ...mentions]) say(`  ${line}`);
	say('\nPut in your own name, address and repository, and commit that.\n');
	return true;
}

async function main(): Promise<number> {
	const isDryRun = flags['dry-run'];
	if (hasPlaceholders() && !isDryRun) return 1;
	const manifest = JSON.parse(read('package.json')) as ReleasedManifest;
	const isFirst = git('tag', '--list', 'v*', '--merged', 'HEAD') === '';
	const { default: release } = (await import('release-it')) as unknown as ReleaseIt;
	const made = await release(releaseOptions({ manifest, isFirst, isDryRun }));
	if (made.version == null) {
		say('Nothing since the last version that a user would notice: no feat, fix, perf or revert');
		return isDryRun ? 0 : 1;
	}
	say(`Then push it: git push --follow-tags. CI publishes ${made.name}@${made.version}`);
	return 0;
}

main().then(
	(code) => {
		process.exitCode = code;
	},
	// release-it has said what is wrong.
	() => {
		process.exitCode = 1;
	},
);
