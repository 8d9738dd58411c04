/** Whether CHANGELOG.md is in the form of Keep a Changelog, which a release reads. */

const UNRELEASED = '## [Unreleased]';
const KINDS = ['Added', 'Changed', 'Deprecated', 'Removed', 'Fixed', 'Security'] as const;

/** The text between the heading Unreleased and the next version's. */
function unreleasedOf(changelog: string): string {
	const after = changelog.slice(changelog.indexOf(UNRELEASED) + UNRELEASED.length);
	const end = after.search(/^(?:## |\[[^\]]+\]: )/m);
	return (end === -1 ? after : after.slice(0, end)).trim();
}

/** What is not in the form, and whether it says nothing of the version of package.json. */
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
