/**
 * The rule configuration of n8n's own scan of community packages (`@n8n/scan-community-package`
 * 0.32.0), written anew: which rule sets it applies to which files. Run it with the plugins that
 * this project pins, so that the result is known before the package is published.
 */
import { ESLint, type Linter } from 'eslint';

/** What the scan lints of the sources. */
export const SOURCE_FILES = ['package.json', '{nodes,credentials}/**/*.{js,ts,json}'];

/** What it lints of the published package. */
export const TARBALL_FILES = ['**/*.js', 'package.json'];

/** The rules of `eslint-plugin-n8n-nodes-base` that the scan leaves out. */
const leftOut = {
	credentials: [
		'cred-class-field-documentation-url-miscased',
		'cred-class-field-type-options-password-missing',
	],
	nodes: [
		'node-class-description-inputs-wrong-regular-node',
		'node-class-description-outputs-wrong',
		'node-param-type-options-max-value-present',
	],
};

const off = (rules: readonly string[]): Linter.RulesRecord =>
	Object.fromEntries(rules.map((rule) => [`n8n-nodes-base/${rule}`, 'off']));

interface NodesBase extends ESLint.Plugin {
	readonly configs: Record<'community' | 'credentials' | 'nodes', Linter.Config>;
}

async function load<T>(name: string): Promise<T> {
	const module = (await import(name)) as { readonly default?: T };
	return module.default ?? (module as T);
}

async function scanRules(): Promise<Linter.Config[]> {
	const { n8nCommunityNodesPlugin } = await import('@n8n/eslint-plugin-community-nodes');
	const nodesBase = await load<NodesBase>('eslint-plugin-n8n-nodes-base');
	const parser = await load<Linter.Parser>('@typescript-eslint/parser');
	const { community, credentials, nodes } = nodesBase.configs;
	return [
		n8nCommunityNodesPlugin.configs.recommended,
		{ rules: { 'no-console': 'error' } },
		{ plugins: { 'n8n-nodes-base': nodesBase } },
		{ files: ['package.json'], rules: { ...community.rules } },
		{
			files: ['**/credentials/**/*.ts'],
			rules: { ...credentials.rules, ...off(leftOut.credentials) },
		},
		{ files: ['**/nodes/**/*.ts'], rules: { ...nodes.rules, ...off(leftOut.nodes) } },
		{ files: ['**/*.json', '**/*.ts'], languageOptions: { parser } },
	];
}

/** Lints these files below a folder; comments in them switch nothing off. */
export async function scan(folder: string, files: string[]): Promise<ESLint.LintResult[]> {
	const eslint = new ESLint({
		cwd: folder,
		allowInlineConfig: false,
		overrideConfigFile: true,
		overrideConfig: await scanRules(),
	});
	return await eslint.lintFiles(files);
}
