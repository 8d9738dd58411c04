// The rules that n8n's own scan of community packages applies, over the same files.
import { n8nCommunityNodesPlugin } from '@n8n/eslint-plugin-community-nodes';
import nodesBase from 'eslint-plugin-n8n-nodes-base';
import jsonParser from 'jsonc-eslint-parser';
import tseslint from 'typescript-eslint';

const typescript = { parser: tseslint.parser, sourceType: 'module' };
const plugins = { 'n8n-nodes-base': nodesBase };

// Rules that n8n's scan switches off as well.
const offInTheScan = Object.fromEntries(
	[
		'cred-class-field-documentation-url-miscased',
		'cred-class-field-type-options-password-missing',
		'node-class-description-inputs-wrong-regular-node',
		'node-class-description-outputs-wrong',
		'node-param-type-options-max-value-present',
	].map((rule) => [`n8n-nodes-base/${rule}`, 'off']),
);

export default [
	{ ignores: ['dist/**', 'node_modules/**', 'test/e2e/.n8n/**', 'tools/bench/**'] },
	{ linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
	{
		...n8nCommunityNodesPlugin.configs.recommended,
		files: ['package.json', 'nodes/**/*.ts', 'credentials/**/*.ts'],
		ignores: [],
	},
	{ files: ['nodes/**/*.ts', 'credentials/**/*.ts'], languageOptions: typescript },
	{
		files: ['package.json'],
		languageOptions: { parser: jsonParser },
		plugins,
		rules: nodesBase.configs.community.rules,
	},
	{
		files: ['credentials/**/*.ts'],
		plugins,
		rules: { ...nodesBase.configs.credentials.rules, ...offInTheScan },
	},
	{
		files: ['nodes/**/*.ts'],
		plugins,
		rules: { ...nodesBase.configs.nodes.rules, ...offInTheScan },
	},
];
