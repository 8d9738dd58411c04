// n8n's own rules, as its scan of community packages applies them, over what is published; and the
// strict, type-checked rules of typescript-eslint over everything that is TypeScript.
import { n8nCommunityNodesPlugin } from '@n8n/eslint-plugin-community-nodes';
import nodesBase from 'eslint-plugin-n8n-nodes-base';
import regexp from 'eslint-plugin-regexp';
import jsonParser from 'jsonc-eslint-parser';
import tseslint from 'typescript-eslint';

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

const n8n = [
	{
		...n8nCommunityNodesPlugin.configs.recommended,
		files: ['package.json', 'nodes/**/*.ts', 'credentials/**/*.ts'],
		ignores: [],
	},
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

const strict = {
	files: ['**/*.ts'],
	extends: [tseslint.configs.strictTypeChecked],
	languageOptions: {
		parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
	},
	rules: {
		// A type that is imported as a value would bring its file along.
		'@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
		// A number in a text looks as it is meant; everything else has to be said.
		'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
		// `return close();` ends a function that gives nothing, in one line.
		'@typescript-eslint/no-confusing-void-expression': 'off',
		// Taking a text apart by code points is what the spread is for.
		'@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
		// Leaving a key out is done by naming it; an underscore says that it is known.
		'@typescript-eslint/no-unused-vars': [
			'error',
			{ ignoreRestSiblings: true, argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
		],
		// Types know the newest n8n only, where older ones lack methods, and they know nothing of what
		// happens during an `await`: a signal that was not aborted may be now.
		'@typescript-eslint/no-unnecessary-condition': 'off',
		// n8n's interfaces ask for promises, and in an async function a throw is a rejection.
		'@typescript-eslint/require-await': 'off',
		// A type parameter that is used once names what a file or an answer is taken for.
		'@typescript-eslint/no-unnecessary-type-parameters': 'off',
	},
};

/** Texts come from outside, and n8n has one thread: no pattern may cost more than its text is long. */
const patterns = {
	files: ['nodes/**/*.ts', 'credentials/**/*.ts'],
	plugins: { regexp },
	rules: {
		'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
		'regexp/no-super-linear-move': [
			'error',
			{ report: 'potential', ignoreSticky: false, ignorePartial: false },
		],
		// One that is put together at run time could not be looked at.
		'no-restricted-syntax': [
			'error',
			{
				selector: "NewExpression[callee.name='RegExp']",
				message: 'Write the pattern as a literal',
			},
		],
	},
};

/** Rules that hold for what is published, and get in the way of what only looks at it. */
const beside = {
	files: ['sandbox/**/*.ts', 'test/**/*.ts', 'tools/**/*.ts'],
	rules: {
		// JSON that somebody sent is shown as the vendor's own code would show it.
		'@typescript-eslint/no-base-to-string': 'off',
	},
};

const tests = {
	files: ['test/**/*.ts'],
	rules: {
		// Jest's matchers, as `expect.any(String)`, are `any` by their types.
		'@typescript-eslint/no-unsafe-assignment': 'off',
		// Built files are loaded by path, through Jest's own modules.
		'@typescript-eslint/no-require-imports': 'off',
		// A method that is watched is taken from its prototype, and given its `this` again.
		'@typescript-eslint/unbound-method': 'off',
		// A variable of the environment is gone only when it is deleted.
		'@typescript-eslint/no-dynamic-delete': 'off',
	},
};

const standIns = {
	files: ['sandbox/engine/standInNodes.ts'],
	// n8n's Code node runs code that somebody typed, and so does what stands for it.
	rules: { '@typescript-eslint/no-implied-eval': 'off' },
};

export default tseslint.config(
	{
		ignores: [
			'dist/**',
			'node_modules/**',
			'test/e2e/.n8n/**',
			'tools/bench/.work/**',
			'.stryker-tmp/**',
		],
	},
	{ linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
	n8n,
	strict,
	patterns,
	beside,
	tests,
	standIns,
);
