/**
 * Which module each line of a bundle comes from. esbuild writes the module's path as a comment
 * above it, from the first column on.
 */

interface Module {
	/** Relative to the project, e.g. `node_modules/undici/index.js`. */
	readonly name: string;
	/** Its first and last line, from 1. */
	readonly from: number;
	readonly to: number;
}

const HEADING = /^\/\/ ((?:node_modules|nodes|credentials)\/\S+\.(?:[cm]?[jt]s|json))$/;

/** The modules of a bundle, in order. Lines above the first are esbuild's own. */
export function modulesOf(bundle: string): Module[] {
	const lines = bundle.split('\n');
	const starts = lines.flatMap((line, index) => {
		const name = HEADING.exec(line)?.[1];
		return name === undefined ? [] : [{ name, from: index + 1 }];
	});
	return starts.map(({ name, from }, index) => ({
		name,
		from,
		to: (starts[index + 1]?.from ?? lines.length + 1) - 1,
	}));
}

/** The module that a line stands in. */
export function moduleAt(modules: readonly Module[], line: number): string | undefined {
	return modules.find(({ from, to }) => from <= line && line <= to)?.name;
}
