/** Runs dependency-cruiser, which is an ES module, over some folders. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');
const program = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

/**
 * What it prints. Violations are in the text and no error; it refuses only what it cannot read.
 * @param cwd the folder that `args` and the rules' paths are relative to
 */
export function cruise(cwd: string, ...args: string[]): string {
	const rules = path.join(__dirname, 'rules.js');
	const { stdout, stderr } = spawnSync(
		process.execPath,
		[program, '--config', rules, '--progress', 'none', ...args],
		{ cwd, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
	);
	if (stdout === '') throw new Error(`dependency-cruiser said nothing: ${stderr}`);
	return stdout;
}

/** One forbidden import. */
interface Violation {
	readonly from: string;
	readonly to: string;
	/** The rule's name. */
	readonly rule: string;
	/** The rule's reason. */
	readonly comment?: string;
}

interface Found {
	readonly summary: {
		readonly totalCruised: number;
		readonly ruleSetUsed: { readonly forbidden: ReadonlyArray<{ readonly name: string }> };
		readonly violations: ReadonlyArray<{
			readonly from: string;
			readonly to: string;
			readonly rule: { readonly name: string };
			readonly comment?: string;
		}>;
	};
}

/** Every import that the rules forbid, with what was asked: how many files, which rules. */
export function violationsIn(
	cwd: string,
	...folders: string[]
): { violations: Violation[]; files: number; rules: string[] } {
	const { summary } = JSON.parse(cruise(cwd, '--output-type', 'json', ...folders)) as Found;
	const violations = summary.violations.map(({ from, to, rule: { name }, comment }) => ({
		from,
		to,
		rule: name,
		...(comment !== undefined && { comment }),
	}));
	const rules = summary.ruleSetUsed.forbidden.map(({ name }) => name);
	return { violations, files: summary.totalCruised, rules };
}
