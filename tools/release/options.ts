/** How release-it makes a release here: as data, so that a test can read it. */

/** A commit as the parser of Conventional Commits gives it. */
export interface Commit {
	readonly type: string | null;
	/** What breaks, by `!` or by a footer. */
	readonly notes: readonly unknown[];
}

const MAJOR = 0;
const MINOR = 1;
const PATCH = 2;

/**
 * What the commits make of the version; nothing where a user would notice nothing. Before 1.0.0 a
 * breaking change is a minor version.
 */
export function bumpOf(commits: readonly Commit[], version: string): { level?: number } {
	const has = (...types: string[]) => commits.some(({ type }) => types.includes(type ?? ''));
	if (commits.some(({ notes }) => notes.length > 0)) {
		return { level: version.startsWith('0.') ? MINOR : MAJOR };
	}
	if (has('feat')) return { level: MINOR };
	return has('fix', 'perf', 'revert') ? { level: PATCH } : {};
}

const versionFromCommits = (version: string) => ({
	infile: false,
	preset: 'conventionalcommits',
	whatBump: (commits: readonly Commit[]) => bumpOf(commits, version),
});

/** The part of package.json that a release reads. */
export interface ReleasedManifest {
	readonly version: string;
	readonly repository: { readonly url: string };
}

interface Situation {
	readonly manifest: ReleasedManifest;
	/** The first release is the version that package.json was made with. */
	readonly isFirst: boolean;
	readonly isDryRun: boolean;
}

export type ReleaseOptions = ReturnType<typeof releaseOptions>;

/** The checks run before anything is written; a dry run only names them. */
export function releaseOptions({ manifest, isFirst, isDryRun }: Situation) {
	const { version, repository } = manifest;
	const repositoryUrl = repository.url.replace(/^git\+|\.git$/g, '');
	return {
		'dry-run': isDryRun,
		ci: true,
		...(isFirst && { increment: version }),
		hooks: { 'before:bump': ['npm run lint', 'npm test', 'npm run verify -- --online'] },
		git: {
			commitMessage: 'chore(release): ${version}',
			tagName: 'v${version}',
			tagAnnotation: 'v${version}',
			// A person looks at it and pushes.
			push: false,
			requireUpstream: false,
			requireCleanWorkingDir: !isDryRun,
		},
		// CI publishes, by trusted publishing.
		npm: { publish: false, allowSameVersion: true },
		plugins: {
			// The words under Unreleased are the section; without words there is no release.
			'@release-it/keep-a-changelog': {
				addUnreleased: true,
				addVersionUrl: true,
				versionUrlFormats: { repositoryUrl },
			},
			...(!isFirst && { '@release-it/conventional-changelog': versionFromCommits(version) }),
		},
	};
}
