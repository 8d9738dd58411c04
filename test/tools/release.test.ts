/** Releases, made by release-it in a repository of their own, and what they are refused for. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bumpOf } from '../../tools/release/options';
import { otherMentions, placeholdersIn } from '../../tools/release/placeholders';
import { changelogProblems } from '../../tools/verify/changelog';

const root = path.resolve(__dirname, '../..');

describe('The next version', () => {
	const commit = (type: string, notes: readonly string[] = []) => ({ type, notes });

	it.each([
		['0.2.3', [commit('docs'), commit('refactor'), commit('chore')], undefined],
		['0.2.3', [], undefined],
		['0.2.3', [commit('docs'), commit('fix')], 'patch'],
		['0.2.3', [commit('perf')], 'patch'],
		['0.2.3', [commit('revert')], 'patch'],
		['0.2.3', [commit('fix'), commit('feat'), commit('fix')], 'minor'],
		['0.2.3', [commit('feat'), commit('fix', ['no v1'])], 'minor'],
		['1.2.3', [commit('feat'), commit('fix', ['no v1'])], 'major'],
		['1.2.3', [commit('docs', ['no v1'])], 'major'],
		['10.0.0', [commit('fix', ['no v1'])], 'major'],
	])('after %s, of %j, is a %s', (version, commits, expected) => {
		const { level } = bumpOf(commits, version);
		expect(level === undefined ? undefined : ['major', 'minor', 'patch'][level]).toBe(expected);
	});
});

const manifest = {
	name: 'n8n-nodes-x',
	version: '0.1.0',
	author: { name: 'Ana', email: 'ana@people.org' },
	homepage: 'https://github.com/ana/n8n-nodes-x#readme',
	bugs: { url: 'https://github.com/ana/n8n-nodes-x/issues' },
	repository: { type: 'git', url: 'git+https://github.com/ana/n8n-nodes-x.git' },
	scripts: { lint: 'true', test: 'true', verify: 'true' },
};

const textOf = (value: unknown) => `${JSON.stringify(value, null, '\t')}\n`;

describe('A placeholder', () => {
	const invented = 'https://github.com/n8n-nodes-x/n8n-nodes-x';

	it.each([
		[{}, []],
		[
			{ author: { name: 'n8n-nodes-x maintainers', email: 'ana@people.org' } },
			['package.json:5 author.name: n8n-nodes-x maintainers'],
		],
		[
			{ author: { name: 'Ana', email: 'a@n8n-nodes-x.example' } },
			['package.json:6 author.email: a@n8n-nodes-x.example'],
		],
		[
			{ author: { name: 'Ana', email: 'a@example.com' } },
			['package.json:6 author.email: a@example.com'],
		],
		[{ author: { name: 'Ana' } }, ['package.json author.email is missing']],
		[
			{ author: undefined },
			['package.json author.name is missing', 'package.json author.email is missing'],
		],
		[{ homepage: `${invented}#readme` }, [`package.json:8 homepage: ${invented}#readme`]],
		[{ homepage: '' }, ['package.json homepage is missing']],
		[{ homepage: 'https://example.org/x' }, ['package.json:8 homepage: https://example.org/x']],
		[
			{ homepage: 'https://github.com/<you>/x' },
			['package.json:8 homepage: https://github.com/<you>/x'],
		],
		[
			{ bugs: { url: 'https://github.com/your-name/x' } },
			['package.json:10 bugs.url: https://github.com/your-name/x'],
		],
		[{ bugs: { url: `${invented}/issues` } }, [`package.json:10 bugs.url: ${invented}/issues`]],
		[
			{ repository: { url: `git+${invented}.git` } },
			[`package.json:13 repository.url: git+${invented}.git`],
		],
	])('%j: %j', (change, expected) => {
		expect(placeholdersIn(textOf({ ...manifest, ...change }))).toEqual(expected);
	});

	it('is found where code and texts name the invented repository', () => {
		const files: Readonly<Record<string, string>> = {
			'a.ts': `1\n\tconst url = '${invented}';\n`,
			'package.json': invented,
			'b.png': invented,
			'c.md': 'nothing',
		};
		const read = (file: string) => files[file] ?? '';
		const named = textOf({ ...manifest, homepage: invented });
		expect(otherMentions(named, read, Object.keys(files))).toEqual([
			`a.ts:2 const url = '${invented}';`,
		]);
		expect(otherMentions(textOf(manifest), read, Object.keys(files))).toEqual([]);
	});
});

describe('A release', () => {
	const folder = mkdtempSync(path.join(tmpdir(), 'release-'));
	afterAll(() => rmSync(folder, { recursive: true }));

	const at = (file: string) => path.join(folder, file);
	const read = (file: string) => readFileSync(at(file), 'utf8');
	const git = (...args: string[]) =>
		execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.cd', ...args], {
			cwd: folder,
			encoding: 'utf8',
		}).trim();
	const commit = (message: string) =>
		git('commit', '--quiet', '--all', '--allow-empty', '-m', message);
	const write = (words: string) =>
		writeFileSync(
			at('CHANGELOG.md'),
			read('CHANGELOG.md').replace('## [Unreleased]\n', `## [Unreleased]\n\n${words}\n`),
		);

	function release(...args: string[]) {
		const program = path.join(root, 'tools/release/index.ts');
		const env = {
			...process.env,
			GIT_AUTHOR_NAME: 'a',
			GIT_AUTHOR_EMAIL: 'a@b.cd',
			GIT_COMMITTER_NAME: 'a',
			GIT_COMMITTER_EMAIL: 'a@b.cd',
		};
		const { status, stdout, stderr } = spawnSync(
			process.execPath,
			['--import', 'tsx', program, ...args],
			{
				cwd: folder,
				encoding: 'utf8',
				env,
			},
		);
		return { status, said: stdout + stderr };
	}

	/** What a refused or a dry release leaves as it was. */
	const state = () => [
		git('log', '--format=%s'),
		git('tag'),
		git('status', '--porcelain'),
		read('CHANGELOG.md'),
		read('package.json'),
	];

	beforeAll(() => {
		git('init', '--quiet', '--initial-branch', 'main');
		symlinkSync(path.join(root, 'node_modules'), at('node_modules'));
		writeFileSync(at('.gitignore'), 'node_modules\n');
		writeFileSync(at('package.json'), textOf(manifest));
		writeFileSync(
			at('CHANGELOG.md'),
			'# Changelog\n\nText.\n\n## [Unreleased]\n\n### Added\n\n- Cards\n',
		);
		git('add', '.');
		commit('feat!: cards');
	});

	it('is refused while the manifest names nobody; a dry run says so, shows all and writes nothing', () => {
		writeFileSync(
			at('package.json'),
			textOf({ ...manifest, author: { name: 'Ana', email: 'a@b.example' } }),
		);
		commit('chore: a');
		const before = state();
		const { status, said } = release();
		expect(status).toBe(1);
		expect(said).toContain('package.json:6 author.email: a@b.example');
		const dry = release('--dry-run');
		expect(dry.said).toContain('package.json:6 author.email: a@b.example');
		for (const part of ['0.1.0...0.1.0', '- Cards', '! npm run verify']) {
			expect(dry.said).toContain(part);
		}
		expect(dry.status).toBe(0);
		expect(state()).toEqual(before);
	});

	it('is refused while a check is red, and where something is not committed', () => {
		writeFileSync(
			at('package.json'),
			textOf({ ...manifest, scripts: { ...manifest.scripts, verify: 'false' } }),
		);
		commit('chore: b');
		const before = state();
		expect(release().status).toBe(1);
		expect(state()).toEqual(before);
		writeFileSync(at('package.json'), textOf(manifest));
		const uncommitted = state();
		const { status, said } = release();
		expect(said).toContain('Working dir must be clean');
		expect(status).toBe(1);
		expect(state()).toEqual(uncommitted);
		commit('chore: c');
	});

	it('is the version of package.json the first time, whatever the commits say', () => {
		expect(release().status).toBe(0);
		expect(git('tag')).toBe('v0.1.0');
		expect(git('log', '-1', '--format=%s')).toBe('chore(release): 0.1.0');
		const date = new Date(git('log', '-1', '--format=%cI')).toLocaleDateString('sv');
		expect(read('CHANGELOG.md')).toBe(
			`# Changelog\n\nText.\n\n## [Unreleased]\n\n## [0.1.0] - ${date}\n\n### Added\n\n- Cards\n\n` +
				'[Unreleased]: https://github.com/ana/n8n-nodes-x/compare/v0.1.0...HEAD\n' +
				'[0.1.0]: https://github.com/ana/n8n-nodes-x/releases/tag/v0.1.0\n',
		);
		expect(changelogProblems(read('CHANGELOG.md'), '0.1.0')).toEqual([]);
	});

	it('is refused without words, and where a user would notice nothing', () => {
		commit('fix: pace');
		const before = state();
		const { status, said } = release();
		expect(said).toContain('no entries under "Unreleased"');
		expect(status).toBe(1);
		expect(state()).toEqual(before);
	});

	it('takes the version from the commits and the words from Unreleased', () => {
		write('### Fixed\n\n- Pace');
		commit('docs: say it');
		expect(release().status).toBe(0);
		expect((JSON.parse(read('package.json')) as { version: string }).version).toBe('0.1.1');
		expect(git('tag').split('\n')).toEqual(['v0.1.0', 'v0.1.1']);
		const headings = read('CHANGELOG.md')
			.match(/^##.*$|^\[.*$/gm)
			?.map((line) => line.replace(/\d{4}-.*/, ''));
		expect(headings).toEqual([
			'## [Unreleased]',
			'## [0.1.1] - ',
			'### Fixed',
			'## [0.1.0] - ',
			'### Added',
			'[Unreleased]: https://github.com/ana/n8n-nodes-x/compare/v0.1.1...HEAD',
			'[0.1.1]: https://github.com/ana/n8n-nodes-x/compare/v0.1.0...v0.1.1',
			'[0.1.0]: https://github.com/ana/n8n-nodes-x/releases/tag/v0.1.0',
		]);
		write('### Fixed\n\n- Nothing');
		commit('docs: more');
		const { status, said } = release();
		expect(said).toContain('Nothing since the last version');
		expect(status).toBe(1);
	});
});
