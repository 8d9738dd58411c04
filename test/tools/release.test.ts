/** What commits mean for the next version, and what becomes of the changelog. */
import {
	changelogProblems,
	entriesOf,
	unreleasedOf,
	withRelease,
} from '../../tools/release/changelog';
import { bumpOf, nextVersion, parseCommit } from '../../tools/release/commits';
import { planRelease, type Situation } from '../../tools/release/plan';

describe('A commit', () => {
	it.each([
		['feat: cards', { type: 'feat', text: 'cards' }],
		['fix(pace): one a second', { type: 'fix', scope: 'pace', text: 'one a second' }],
		['feat!: no v1', { type: 'feat', text: 'no v1', breaking: 'no v1' }],
		[
			'refactor(api)!: new names\n\nWhy.\n\nBREAKING CHANGE: `to` is\n`chatId` now\n\nRefs: #1',
			{ type: 'refactor', scope: 'api', text: 'new names', breaking: '`to` is `chatId` now' },
		],
		['perf: faster\n\nBREAKING-CHANGE: x', { type: 'perf', text: 'faster', breaking: 'x' }],
		['Merge branch main', { type: '', text: 'Merge branch main' }],
		['fix:no blank', { type: '', text: 'fix:no blank' }],
	])('%j is read', (message, commit) => {
		expect(parseCommit(message)).toStrictEqual(commit);
	});
});

describe('The next version', () => {
	const bump = (...messages: string[]) => bumpOf(messages.map(parseCommit));

	it.each([
		[['docs: x', 'test: y', 'chore: z', 'refactor: a'], undefined],
		[['docs: x', 'fix: y'], 'patch'],
		[['perf: x'], 'patch'],
		[['fix: x', 'feat: y', 'fix: z'], 'minor'],
		[['feat: x', 'fix!: y'], 'major'],
		[['docs: x\n\nBREAKING CHANGE: y'], 'major'],
		[[], undefined],
	])('of %j is a %s', (messages, expected) => {
		expect(bump(...messages)).toBe(expected);
	});

	it.each([
		['1.2.3', 'major', '2.0.0'],
		['1.2.3', 'minor', '1.3.0'],
		['1.2.3', 'patch', '1.2.4'],
		['0.2.3', 'major', '0.3.0'],
		['0.2.3', 'minor', '0.3.0'],
		['0.2.3', 'patch', '0.2.4'],
	] as const)('after %s, %s, is %s', (version, by, next) => {
		expect(nextVersion(version, by)).toBe(next);
	});

	it('does not follow something that is no version', () => {
		expect(() => nextVersion('1.0.0-beta', 'patch')).toThrow('1.0.0-beta');
	});
});

const repository = 'https://github.com/a/b';
const first = '# Changelog\n\nText.\n\n## [Unreleased]\n\n### Added\n\n- Cards\n';

describe('The changelog', () => {
	it('gives what is written under Unreleased, without later sections and links', () => {
		expect(unreleasedOf(first)).toBe('### Added\n\n- Cards');
		expect(unreleasedOf('## [Unreleased]\n\n## [1.0.0] - 2025-01-01\n\nx')).toBe('');
		expect(unreleasedOf('## [Unreleased]\n\nx\n\n[Unreleased]: y')).toBe('x');
		expect(() => unreleasedOf('# Changelog')).toThrow('Unreleased');
	});

	it('names from commits what a user notices, breaking changes first', () => {
		const messages = ['feat(node): cards', 'fix: pace', 'docs: x', 'perf!: no v1'];
		expect(entriesOf(messages.map(parseCommit))).toBe(
			'### Changed\n\n- **Breaking:** no v1\n- No v1\n\n### Added\n\n- node: Cards\n\n### Fixed\n\n- Pace',
		);
	});

	it('moves Unreleased under each version and keeps the older sections and links', () => {
		const one = withRelease(first, {
			version: '0.1.0',
			previous: undefined,
			date: '2025-01-01',
			body: '### Added\n\n- Cards',
			repository,
		});
		expect(one).toBe(
			'# Changelog\n\nText.\n\n## [Unreleased]\n\n## [0.1.0] - 2025-01-01\n\n### Added\n\n- Cards\n\n' +
				'[Unreleased]: https://github.com/a/b/compare/v0.1.0...HEAD\n' +
				'[0.1.0]: https://github.com/a/b/releases/tag/v0.1.0\n',
		);
		const two = withRelease(
			one.replace('[Unreleased]\n', '[Unreleased]\n\n### Fixed\n\n- Pace\n'),
			{
				version: '0.1.1',
				previous: '0.1.0',
				date: '2025-02-01',
				body: '### Fixed\n\n- Pace',
				repository,
			},
		);
		expect(two).toBe(
			'# Changelog\n\nText.\n\n## [Unreleased]\n\n## [0.1.1] - 2025-02-01\n\n### Fixed\n\n- Pace\n\n' +
				'## [0.1.0] - 2025-01-01\n\n### Added\n\n- Cards\n\n' +
				'[Unreleased]: https://github.com/a/b/compare/v0.1.1...HEAD\n' +
				'[0.1.1]: https://github.com/a/b/compare/v0.1.0...v0.1.1\n' +
				'[0.1.0]: https://github.com/a/b/releases/tag/v0.1.0\n',
		);
		expect(changelogProblems(two, '0.1.1')).toEqual([]);
	});

	it('is refused with other headings, other kinds, or nothing about the version', () => {
		expect(changelogProblems('# Changelog', '1.0.0')).toHaveLength(1);
		expect(changelogProblems('## [Unreleased]\n', '1.0.0')).toEqual(['it says nothing of 1.0.0']);
		expect(changelogProblems('## [Unreleased]\n\n## 1.0.0\n\n### News\n\n- x', '1.0.0')).toEqual([
			'"## 1.0.0" is no heading of a version',
			'"### News" is none of Added, Changed, Deprecated, Removed, Fixed, Security',
			'it says nothing of 1.0.0',
		]);
	});
});

describe('A release', () => {
	const situation: Situation = {
		version: '0.1.0',
		lastTag: 'v0.1.0',
		messages: ['feat: cards'],
		changelog: '# Changelog\n\n## [Unreleased]\n',
		date: '2025-03-01',
		repository,
	};

	it('is the version of package.json the first time, whatever the commits say', () => {
		const plan = planRelease({ ...situation, lastTag: undefined, messages: ['feat!: all'] });
		expect(plan).toMatchObject({ version: '0.1.0', tag: 'v0.1.0', why: 'the first release' });
	});

	it('takes its section from Unreleased, and from the commits where that is empty', () => {
		expect(planRelease(situation)).toMatchObject({
			version: '0.2.0',
			section: '## [0.2.0] - 2025-03-01\n\n### Added\n\n- Cards',
		});
		expect(planRelease({ ...situation, changelog: first })).toMatchObject({
			section: '## [0.2.0] - 2025-03-01\n\n### Added\n\n- Cards',
		});
	});

	it('is refused when a user would notice nothing', () => {
		expect(planRelease({ ...situation, messages: ['docs: x'] })).toMatch(/^Nothing since v0\.1\.0/);
	});
});
