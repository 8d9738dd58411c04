/** What keeps the project itself in order: comments for linters, workflows, documents. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ABILITIES_PAGE, withAbilities } from '../documents/abilities';
import { draw, PAGE, withDrawing } from '../documents/drawing';
import { changelogProblems } from './changelog';
import { sourcesIn } from '../sources';
import type { Check } from './subject';

function read(root: string, file: string): string {
	const at = path.join(root, file);
	return existsSync(at) ? readFileSync(at, 'utf8') : '';
}

const WORKFLOWS = ['.github/workflows/ci.yml', '.github/workflows/publish.yml'];

/** What a file has to say, else it is a problem. */
function lacks(root: string, file: string, parts: ReadonlyArray<string | RegExp>): string[] {
	const text = read(root, file);
	return parts
		.filter((part) => (typeof part === 'string' ? !text.includes(part) : !part.test(text)))
		.map((part) => `${file} lacks ${String(part)}`);
}

/** Of the repository, not of the package: nobody who installs it sees these. */
export const projectChecks: readonly Check[] = [
	{
		id: 'no-disable',
		asks: 'no comment in the sources switches a lint rule or the compiler off',
		problems: ({ root }) =>
			sourcesIn(root, ['nodes', 'credentials']).filter((file) =>
				/eslint-disable|@ts-(?:ignore|nocheck|expect-error)/.test(read(root, file)),
			),
	},
	{
		id: 'ci',
		asks: 'CI runs on Node.js 20, 22 and 24',
		problems: ({ root }) => lacks(root, WORKFLOWS[0] ?? '', [/node: \[20, 22, 24\]/, 'npm ci']),
	},
	{
		id: 'publish',
		asks: 'a tag publishes with provenance, by trusted publishing, with no more rights than that',
		problems: ({ root }) =>
			lacks(root, WORKFLOWS[1] ?? '', [
				'npm publish --provenance --access public',
				'id-token: write',
				/^permissions: \{\}$/m,
				/tags: \['v/,
			]).concat(
				/NPM_TOKEN|NODE_AUTH_TOKEN/.test(read(root, WORKFLOWS[1] ?? '')) ? ['a token'] : [],
			),
	},
	{
		id: 'actions',
		asks: 'every action is pinned to a commit',
		problems: ({ root }) =>
			WORKFLOWS.flatMap((file) => read(root, file).match(/uses: .+/g) ?? []).filter(
				(use) => !/@[0-9a-f]{40} # v\d/.test(use),
			),
	},
	{
		id: 'drawing',
		asks: 'the drawing of the architecture is current (npm run drawing)',
		problems: ({ root }) =>
			withDrawing(read(root, PAGE), draw()) === read(root, PAGE)
				? []
				: [`${PAGE} is not what the imports say`],
	},
	{
		id: 'abilities',
		asks: 'the table of what each gateway can do is what the providers declare (npm run drawing)',
		problems: ({ root }) => {
			const page = read(root, ABILITIES_PAGE);
			return withAbilities(page) === page ? [] : [`${ABILITIES_PAGE} is not what they say`];
		},
	},
	{
		id: 'changelog',
		asks: 'CHANGELOG.md is in the form of Keep a Changelog and knows the version',
		problems: ({ root, manifest }) =>
			changelogProblems(read(root, 'CHANGELOG.md'), manifest.version),
	},
];
