/**
 * n8n's scan of community packages, as its package has it: what it lints and by which rules. It
 * carries a version of n8n's plugin of its own; this project pins the newest, which the next scan
 * will carry, and so both look.
 */
import { ESLint, type Linter } from 'eslint';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const PLUGIN = '@n8n/eslint-plugin-community-nodes';

interface Scanner {
	buildScanConfig(): Promise<Linter.Config[]>;
	readonly SOURCE_FILE_PATTERNS: string[];
}

/** By a variable, for it has no types. */
const SCAN = '@n8n/scan-community-package';
const scanner = async () => (await import(`${SCAN}/scanner/scanner.mjs`)) as Scanner;

/** What the scan lints of the sources. */
export const sourceFiles = async (): Promise<string[]> => (await scanner()).SOURCE_FILE_PATTERNS;

/** What it lints of the published package; the scan writes this into a call. */
export const TARBALL_FILES = ['**/*.js', 'package.json'];

/** Of the package as a file in this folder would find it; its `exports` may hide package.json. */
function versionOf(name: string, from: string): string {
	const places = createRequire(path.join(from, 'x.js')).resolve.paths(name) ?? [];
	const file = places.map((at) => path.join(at, name, 'package.json')).find(existsSync);
	if (file === undefined) throw new Error(`${name} is not installed`);
	return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

/** Which scan and which plugins looked, e.g. `scan 0.32.0 with its plugin 0.29.0; plugin 0.32.0`. */
export function rulesInUse(): string {
	const scan = path.dirname(createRequire(__filename).resolve(`${SCAN}/package.json`));
	const [own, theirs, ours] = [
		versionOf(SCAN, __dirname),
		versionOf(PLUGIN, scan),
		versionOf(PLUGIN, __dirname),
	];
	return `scan ${own} with its plugin ${theirs}; plugin ${ours}`;
}

async function lint(folder: string, files: string[], overrideConfig: Linter.Config[]) {
	const eslint = new ESLint({
		cwd: folder,
		allowInlineConfig: false,
		overrideConfigFile: true,
		overrideConfig,
	});
	return await eslint.lintFiles(files);
}

/** The scan's configuration with the plugin that this project pins. */
async function withNewestPlugin(config: readonly Linter.Config[]): Promise<Linter.Config[]> {
	const { n8nCommunityNodesPlugin } = await import('@n8n/eslint-plugin-community-nodes');
	const isTheirs = ({ plugins = {} }: Linter.Config) => '@n8n/community-nodes' in plugins;
	return config.map((each) =>
		isTheirs(each) ? (n8nCommunityNodesPlugin.configs.recommended as Linter.Config) : each,
	);
}

/** Lints these files below a folder twice; comments in them switch nothing off. */
export async function scan(folder: string, files: string[]): Promise<ESLint.LintResult[]> {
	const config = await (await scanner()).buildScanConfig();
	const first = await lint(folder, files, config);
	const newest = await lint(folder, files, await withNewestPlugin(config));
	return newest.map((result) => {
		const known = new Set(result.messages.map(keyOf));
		const others = first.find(({ filePath }) => filePath === result.filePath)?.messages ?? [];
		const messages = [...result.messages, ...others.filter((each) => !known.has(keyOf(each)))];
		return { ...result, messages };
	});
}

const keyOf = ({ line, column, ruleId }: Linter.LintMessage) => `${line}:${column} ${ruleId}`;
