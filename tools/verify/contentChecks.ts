/** What the tarball holds: files, icons, codex, sizes, and that nothing else is needed. */
import type { Icon } from 'n8n-workflow';
import { existsSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { moduleAt, modulesOf } from './modules';
import { type Check, readJson, type Subject } from './subject';

const kB = (bytes: number) => `${Math.round(bytes / 1000)} kB`;

/** Upper bounds, in bytes: a library that slips in shows here first. */
const LIMITS = { node: 1_700_000, credential: 20_000, packed: 400_000 };

const EXPECTED =
	/^(?:package\.json|README\.md|LICENSE\.md|dist\/(?:THIRD_PARTY_LICENSES\.md|sbom\.cdx\.json|(?:nodes|credentials)\/.+\.(?:js|svg|node\.json)|nodes\/.+\/__schema__\/.+\.json))$/;

/** A file too many is as wrong as one too few: npm publishes what it is given. */
export const contentChecks: readonly Check[] = [
	{
		id: 'files',
		asks: 'the tarball holds what was built, README and licence, and nothing else',
		problems: ({ tarball }) => [
			...tarball.files.filter((file) => !EXPECTED.test(file.path)).map((file) => file.path),
			...['README.md', 'dist/THIRD_PARTY_LICENSES.md', 'dist/sbom.cdx.json']
				.filter((file) => !tarball.files.some((each) => each.path === file))
				.map((file) => `${file} is missing`),
		],
		note: ({ tarball }) => `${tarball.files.length} files`,
	},
	{
		id: 'icons',
		asks: 'every node and credential has a light and a dark icon: square SVG, different',
		problems: (subject) => iconsOf(subject).flatMap(iconProblems),
	},
	{
		id: 'codex',
		asks: 'every node has a codex with its own id, categories, aliases and links',
		problems: (subject) =>
			subject.nodes.flatMap((node, index) => codexProblems(subject, node.name, index)),
	},
	{
		id: 'self-contained',
		asks: 'nothing is required but n8n-workflow, crypto and, by undici, Node.js itself',
		problems: ({ built }) => built.flatMap(({ file, text }) => requireProblems(file, text)),
	},
	{
		id: 'sizes',
		asks: 'the files stay below their bounds',
		problems: ({ tarball, manifest }) => [
			...tarball.files
				.filter(({ path: file, size }) => size > boundOf(file, manifest.n8n.nodes))
				.map(({ path: file, size }) => `${file} has ${kB(size)}`),
			...(tarball.packedSize > LIMITS.packed ? [`packed ${kB(tarball.packedSize)}`] : []),
		],
		note: ({ tarball }) => `${kB(tarball.packedSize)} packed, ${kB(tarball.unpackedSize)} unpacked`,
	},
];

function boundOf(file: string, nodes: readonly string[]): number {
	if (nodes.includes(file)) return LIMITS.node;
	return file.endsWith('.credentials.js') ? LIMITS.credential : Infinity;
}

/** The two files of each `icon`, as full paths. */
function iconsOf({ tarball, manifest, nodes, credentials }: Subject): Array<[string, string]> {
	const owners = [...nodes, ...credentials];
	return [...manifest.n8n.nodes, ...manifest.n8n.credentials].map((file, index) => {
		const icon: Icon | undefined = owners[index]?.icon;
		const { light, dark } = typeof icon === 'object' ? icon : { light: '', dark: '' };
		const at = (name: string) =>
			path.join(tarball.folder, path.dirname(file), name.replace(/^file:/, ''));
		return [at(light), at(dark)];
	});
}

function iconProblems([light, dark]: [string, string]): string[] {
	const missing = [light, dark].filter((file) => !file.endsWith('.svg') || !existsSync(file));
	if (missing.length > 0) return missing.map((file) => `${path.basename(file)} is no SVG file`);
	const [one, other] = [readFileSync(light, 'utf8'), readFileSync(dark, 'utf8')];
	return [
		...[light, dark]
			.filter((file) => !isSquare(readFileSync(file, 'utf8')))
			.map((file) => `${path.basename(file)} is not square`),
		...(one === other ? [`${path.basename(light)} and its dark form are the same`] : []),
	];
}

/** By its viewBox: n8n asks for square icons, and draws them at sizes of its own. */
export function isSquare(svg: string): boolean {
	const [, width, height] = /viewBox="[\d.-]+ [\d.-]+ ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
	return width !== undefined && Number(width) === Number(height);
}

function codexProblems({ tarball, manifest }: Subject, name: string, index: number): string[] {
	const file = (manifest.n8n.nodes[index] ?? '').replace(/\.js$/, '.json');
	const at = path.join(tarball.folder, file);
	if (!existsSync(at)) return [`${file} is missing`];
	const codex = { node: '', categories: [], alias: [], resources: {}, ...(readJson(at) as object) };
	const id = `${manifest.name}.${name}`;
	return [
		...(codex.node === id ? [] : [`node is "${codex.node}", not "${id}"`]),
		...(['categories', 'alias'] as const).filter((key) => codex[key].length === 0),
		...['primaryDocumentation', 'credentialDocumentation'].filter(
			(key) => !Object.hasOwn(codex.resources, key),
		),
	].map((problem) => `${path.basename(file)}: ${problem}`);
}

/** `require` of a module by our own code or by a library that has no business with it. */
export function requireProblems(file: string, bundle: string): string[] {
	const modules = modulesOf(bundle);
	return bundle.split('\n').flatMap((line, index) => {
		const required = /\brequire\("([^"]+)"\)/.exec(line)?.[1];
		if (required === undefined || ['n8n-workflow', 'crypto', 'node:crypto'].includes(required)) {
			return [];
		}
		const module = moduleAt(modules, index + 1) ?? '';
		const isNode = required.startsWith('node:') || builtinModules.includes(required);
		const isAllowed = isNode && module.startsWith('node_modules/undici/');
		return isAllowed ? [] : [`${file}:${index + 1} (${module}) requires ${required}`];
	});
}
