/** Conventional Commits: what the commits since the last version mean for the next one. */

export interface Commit {
	/** `feat`, `fix`, …; empty where the subject has another form. */
	readonly type: string;
	readonly scope?: string;
	/** The subject without type and scope. */
	readonly text: string;
	/** What a user must change; `undefined` when nothing breaks. */
	readonly breaking?: string;
}

const SUBJECT = /^(?<type>[a-z]+)(?:\((?<scope>[^()]+)\))?(?<mark>!)?: +(?<text>\S.*)$/;
const FOOTER = /^BREAKING[ -]CHANGE: +(?<text>[\s\S]+)/m;

/** Reads a whole commit message. */
export function parseCommit(message: string): Commit {
	const [subject = '', ...body] = message.trim().split('\n');
	const { type = '', scope, mark, text = subject } = SUBJECT.exec(subject)?.groups ?? {};
	// A footer ends with its paragraph.
	const footer = FOOTER.exec(body.join('\n'))?.groups?.text?.split(/\n\s*\n/)[0];
	const breaking = footer?.replace(/\s+/g, ' ').trim() ?? (mark === undefined ? undefined : text);
	return {
		type,
		...(scope !== undefined && { scope }),
		text,
		...(breaking !== undefined && { breaking }),
	};
}

type Bump = 'major' | 'minor' | 'patch';

/** `undefined` when nothing happened that a user would notice. */
export function bumpOf(commits: readonly Commit[]): Bump | undefined {
	if (commits.some(({ breaking }) => breaking !== undefined)) return 'major';
	if (commits.some(({ type }) => type === 'feat')) return 'minor';
	return commits.some(({ type }) => ['fix', 'perf', 'revert'].includes(type)) ? 'patch' : undefined;
}

/** Before 1.0.0 a breaking change is a minor version, and anything else a patch. */
export function nextVersion(version: string, bump: Bump): string {
	const parts = /^(\d+)\.(\d+)\.(\d+)$/.exec(version);
	if (!parts) throw new Error(`${version} is no version that a release can follow`);
	const [major = 0, minor = 0, patch = 0] = parts.slice(1).map(Number);
	const step =
		major === 0 ? ({ major: 'minor', minor: 'minor', patch: 'patch' } as const)[bump] : bump;
	if (step === 'major') return `${major + 1}.0.0`;
	return step === 'minor' ? `${major}.${minor + 1}.0` : `${major}.${minor}.${patch + 1}`;
}
