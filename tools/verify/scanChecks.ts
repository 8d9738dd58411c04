/** n8n's scan on the sources and on the tarball, and the one finding that stays. */
import type { ESLint, Linter } from 'eslint';
import path from 'node:path';
import { moduleAt, modulesOf } from './modules';
import { rulesInUse, scan, sourceFiles, TARBALL_FILES } from './scanRules';
import type { Check, Subject } from './subject';

interface Finding extends Linter.LintMessage {
	readonly file: string;
	/** The module of the bundle that it lies in. */
	readonly module: string | undefined;
}

/**
 * The built node carries undici, which uses timers and Node's own modules. docs/decisions.md says
 * why; in code of our own, and in any other library, the same rules hold.
 */
const STAYS = {
	module: /^node_modules\/undici\//,
	rules: [
		'@n8n/community-nodes/no-restricted-globals',
		'@n8n/community-nodes/no-restricted-imports',
	],
};

/** Both conditions: another rule in undici, or these rules elsewhere, are findings. */
export const stays = ({ module, ruleId }: Pick<Finding, 'module' | 'ruleId'>): boolean =>
	module !== undefined && STAYS.module.test(module) && STAYS.rules.includes(ruleId ?? '');

/** Findings with their place in the bundle. */
function findingsOf(folder: string, results: readonly ESLint.LintResult[]): Finding[] {
	return results.flatMap(({ filePath, messages, source }) => {
		const modules = modulesOf(source ?? '');
		return messages.map((message) => ({
			...message,
			file: path.relative(folder, filePath),
			module: moduleAt(modules, message.line),
		}));
	});
}

function describe({ file, line, ruleId, message, module }: Finding): string {
	const place = module === undefined ? '' : ` (${module})`;
	return `${file}:${line}${place} ${ruleId ?? 'parser'}: ${message}`;
}

const tarballFindings = new WeakMap<Subject, Promise<Finding[]>>();

function inTarball(subject: Subject): Promise<Finding[]> {
	const { folder } = subject.tarball;
	const known = tarballFindings.get(subject);
	if (known) return known;
	const found = scan(folder, TARBALL_FILES).then((results) => findingsOf(folder, results));
	tarballFindings.set(subject, found);
	return found;
}

/** On the sources nothing is let through; on the tarball what `stays` names. */
export const scanChecks: readonly Check[] = [
	{
		id: 'scan-sources',
		asks: "n8n's scan finds nothing in the sources, warnings included",
		problems: async ({ root }) =>
			findingsOf(root, await scan(root, await sourceFiles())).map(describe),
		note: rulesInUse,
	},
	{
		id: 'scan-tarball',
		asks: "n8n's scan finds nothing in the tarball outside bundled undici",
		problems: async (subject) =>
			(await inTarball(subject)).filter((each) => !stays(each)).map(describe),
	},
	{
		id: 'scan-undici',
		asks: 'the finding that stays is still there, so the check-list may speak of it',
		problems: async (subject) =>
			(await inTarball(subject)).some(stays)
				? []
				: ['undici is clean now: take the exception out of verify and out of docs/decisions.md'],
	},
];
