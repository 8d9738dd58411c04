/** What n8n and npm ask of package.json. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Check, Manifest } from './subject';

const unless = (isRight: boolean, problem: string): string[] => (isRight ? [] : [problem]);

const keysOf = (value: unknown): string[] =>
	typeof value === 'object' && value !== null ? Object.keys(value) : [];

/** npm runs these for whoever installs the package, or instead of what CI was told to run. */
const LIFECYCLE =
	/^(?:pre|post)?(?:install|prepare|uninstall|publish|pack|version)$|^dependencies$/;

/** Fields by which a package would pull in others. */
const PULLING = [
	'dependencies',
	'optionalDependencies',
	'bundledDependencies',
	'bundleDependencies',
	'overrides',
	'resolutions',
];

/** The scan looks at some of these too; here each says what it asks. */
export const manifestChecks: readonly Check[] = [
	{
		id: 'name',
		asks: 'the name begins with n8n-nodes-, and the keyword that n8n searches for is there',
		problems: ({ manifest: { name, keywords } }) => [
			...unless(/^(?:@[^/]+\/)?n8n-nodes-/.test(name), name),
			...unless(
				Array.isArray(keywords) && keywords.includes('n8n-community-node-package'),
				'no keyword n8n-community-node-package',
			),
		],
	},
	{
		id: 'licence',
		asks: 'the licence is MIT, and its text is in the tarball',
		problems: ({ manifest, tarball }) => [
			...unless(manifest.license === 'MIT', String(manifest.license)),
			...unless(existsSync(path.join(tarball.folder, 'LICENSE.md')), 'no LICENSE.md'),
		],
	},
	{
		id: 'dependencies',
		asks: 'no run-time dependencies; the only peer is n8n-workflow "*"',
		problems: ({ manifest }) => [
			...PULLING.filter((field) => keysOf(manifest[field]).length > 0),
			...unless(
				JSON.stringify(manifest.peerDependencies) === '{"n8n-workflow":"*"}',
				`peerDependencies: ${JSON.stringify(manifest.peerDependencies)}`,
			),
		],
	},
	{
		id: 'lifecycle',
		asks: 'no lifecycle scripts',
		problems: ({ manifest }) => keysOf(manifest.scripts).filter((name) => LIFECYCLE.test(name)),
	},
	{
		id: 'origin',
		asks: 'author, homepage and a public GitHub repository are named',
		problems: ({ manifest }) => originProblems(manifest),
	},
	{
		id: 'registered',
		asks: 'main, every node and every credential of package.json are in the tarball, and no other',
		problems: ({ manifest, tarball }) => {
			const { nodes, credentials } = manifest.n8n;
			const files = tarball.files.map(({ path: file }) => file);
			const registered = [...nodes, ...credentials];
			const classes = files.filter((file) => /\.(?:node|credentials)\.js$/.test(file));
			return [
				...[manifest.main, ...registered]
					.filter((file) => !files.includes(file))
					.map((file) => `${file} is missing`),
				...classes
					.filter((file) => !registered.includes(file))
					.map((file) => `${file} is not registered`),
			];
		},
	},
];

function originProblems({ author, homepage, repository }: Manifest): string[] {
	const { url } = { url: '', ...(repository as object | undefined) };
	const people = keysOf(author);
	return [
		...unless(people.includes('name') && people.includes('email'), 'author needs name and email'),
		...unless(typeof homepage === 'string' && homepage !== '', 'no homepage'),
		...unless(/^git\+https:\/\/github\.com\/[^/]+\/[^/]+\.git$/.test(url), `repository ${url}`),
	];
}
