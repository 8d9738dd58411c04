/** What a release would do, from plain data: `release.ts` shows it or does it. */
import { entriesOf, unreleasedOf, withRelease } from './changelog';
import { bumpOf, nextVersion, parseCommit } from './commits';

/** All that a plan depends on, so that tests need no repository. */
export interface Situation {
	/** Of package.json. */
	readonly version: string;
	/** The last version's tag, e.g. `v0.1.0`; `undefined` before the first release. */
	readonly lastTag: string | undefined;
	/** Whole messages of the commits since then, newest first. */
	readonly messages: readonly string[];
	readonly changelog: string;
	readonly date: string;
	readonly repository: string;
}

/** Everything that a release writes, so that a dry run shows the same. */
export interface Plan {
	readonly version: string;
	readonly tag: string;
	/** The changelog's new section. */
	readonly section: string;
	/** The whole new changelog. */
	readonly changelog: string;
	readonly why: string;
}

/** Answers a sentence where there is nothing to release. */
export function planRelease(situation: Situation): Plan | string {
	const { version: current, lastTag, messages, changelog, date, repository } = situation;
	const commits = messages.map(parseCommit);
	const bump = bumpOf(commits);
	if (lastTag !== undefined && bump === undefined) {
		return `Nothing since ${lastTag} that a user would notice: no feat, fix, perf or breaking change`;
	}
	// The first release is the version that package.json was made with.
	const version =
		lastTag === undefined || bump === undefined ? current : nextVersion(current, bump);
	const body = unreleasedOf(changelog) || entriesOf(commits);
	const previous = lastTag?.replace(/^v/, '');
	return {
		version,
		tag: `v${version}`,
		section: `## [${version}] - ${date}\n\n${body}`,
		changelog: withRelease(changelog, { version, previous, date, body, repository }),
		why:
			lastTag === undefined
				? 'the first release'
				: `${String(bump)} change since ${lastTag}; commits: ${commits.length}`,
	};
}
