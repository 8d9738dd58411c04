/**
 * CHANGELOG.md in the form of Keep a Changelog. People write under Unreleased as they work; what
 * nobody wrote down is taken from the commits.
 */
import type { Commit } from './commits';

const UNRELEASED = '## [Unreleased]';
const KINDS = ['Added', 'Changed', 'Deprecated', 'Removed', 'Fixed', 'Security'] as const;

/** The text between the heading Unreleased and the next version's. */
export function unreleasedOf(changelog: string): string {
	const start = changelog.indexOf(UNRELEASED);
	if (start === -1) throw new Error(`CHANGELOG.md has no heading "${UNRELEASED}"`);
	const after = changelog.slice(start + UNRELEASED.length);
	const end = after.search(/^(?:## |\[[^\]]+\]: )/m);
	return (end === -1 ? after : after.slice(0, end)).trim();
}

/** A section's body from commits: only what a user notices. */
export function entriesOf(commits: readonly Commit[]): string {
	const lines = (title: string, texts: readonly string[]) =>
		texts.length > 0 ? [`### ${title}\n\n${texts.map((text) => `- ${text}`).join('\n')}`] : [];
	const sentence = ({ scope, text }: Commit) =>
		`${scope === undefined ? '' : `${scope}: `}${text.charAt(0).toUpperCase()}${text.slice(1)}`;
	const of = (...types: string[]) =>
		commits.filter(({ type }) => types.includes(type)).map(sentence);
	const broken = commits.flatMap(({ breaking }) => breaking ?? []);
	return [
		...lines('Changed', [
			...broken.map((text) => `**Breaking:** ${text}`),
			...of('perf', 'revert'),
		]),
		...lines('Added', of('feat')),
		...lines('Fixed', of('fix')),
	].join('\n\n');
}

interface Release {
	readonly version: string;
	/** The version before; `undefined` for the first. */
	readonly previous: string | undefined;
	/** `YYYY-MM-DD`. */
	readonly date: string;
	/** Below the version's heading. */
	readonly body: string;
	/** e.g. `https://github.com/owner/name`. */
	readonly repository: string;
}

/** Moves Unreleased under the version's heading, and renews the links at the end. */
export function withRelease(changelog: string, release: Release): string {
	const { version, previous, date, body, repository } = release;
	const start = changelog.indexOf(UNRELEASED);
	const rest = changelog
		.slice(start + UNRELEASED.length)
		.replace(unreleasedOf(changelog), '')
		.replace(/^\[Unreleased\]: .*\n?/m, '')
		.trim();
	const link =
		previous === undefined
			? `${repository}/releases/tag/v${version}`
			: `${repository}/compare/v${previous}...v${version}`;
	const links = [
		`[Unreleased]: ${repository}/compare/v${version}...HEAD`,
		`[${version}]: ${link}`,
	].join('\n');
	// Older links stand at the end already; older sections before them.
	const firstLink = rest.search(/^\[[^\]]+\]: /m);
	const sections = (firstLink === -1 ? rest : rest.slice(0, firstLink)).trim();
	const older = firstLink === -1 ? '' : `\n${rest.slice(firstLink).trim()}`;
	return [
		`${changelog.slice(0, start)}${UNRELEASED}`,
		`## [${version}] - ${date}\n\n${body}`,
		...(sections === '' ? [] : [sections]),
		`${links}${older}\n`,
	].join('\n\n');
}

/** Why a changelog is not in the form, for `npm run verify`. */
export function changelogProblems(changelog: string, version: string): string[] {
	if (!changelog.includes(UNRELEASED)) return [`CHANGELOG.md has no heading "${UNRELEASED}"`];
	const headings = changelog.match(/^## .*$/gm) ?? [];
	const kinds = changelog.match(/^### .*$/gm) ?? [];
	const isReleased = headings.some((heading) => heading.startsWith(`## [${version}] - `));
	return [
		...headings
			.filter((heading) => !/^## \[(?:Unreleased|\d+\.\d+\.\d+\] - \d{4}-\d\d-\d\d$)/.test(heading))
			.map((heading) => `"${heading}" is no heading of a version`),
		...kinds
			.filter((kind) => !(KINDS as readonly string[]).includes(kind.slice(4)))
			.map((kind) => `"${kind}" is none of ${KINDS.join(', ')}`),
		...(isReleased || unreleasedOf(changelog) !== '' ? [] : [`it says nothing of ${version}`]),
	];
}
