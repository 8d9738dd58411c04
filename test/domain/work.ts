/**
 * What a reading costs, in counts that are the same on every machine: how often each block of the
 * domain's code ran, and how many characters and bytes went through the built-in functions. These
 * are slow for good once they were replaced: who counts does so in a realm of its own
 * (`@jest-environment node`).
 */
import { Session } from 'node:inspector';

export interface Work {
	/** Blocks of `nodes/` that ran, and characters and bytes that built-in functions went over. */
	readonly steps: number;
	/** Arrays of bytes that were made. */
	readonly byteArrays: number;
}

type Method = (this: unknown, ...given: unknown[]) => unknown;

const stringMethods = [
	...['includes', 'indexOf', 'match', 'replace', 'replaceAll', 'split'],
	...['toLowerCase', 'toUpperCase', 'toWellFormed', 'trim', 'trimEnd', 'trimStart'],
] as const;

const lengthOf = (value: unknown) =>
	typeof value === 'string' || ArrayBuffer.isView(value)
		? ((value as { readonly length?: number }).length ?? 0)
		: 0;

/** Runs a function and counts. */
export function workOf(act: () => void): Work {
	let characters = 0;
	let byteArrays = 0;
	const restore: Array<() => void> = [];
	const watch = (
		owner: object,
		name: string,
		see: (self: unknown, given: unknown[], result: unknown) => void,
	) => {
		const described = Object.getOwnPropertyDescriptor(owner, name);
		if (described === undefined) return;
		const method = described.value as Method;
		Object.defineProperty(owner, name, {
			...described,
			value: function (this: unknown, ...given: unknown[]) {
				const result = method.apply(this, given);
				see(this, given, result);
				return result;
			},
		});
		restore.push(() => Object.defineProperty(owner, name, described));
	};
	for (const name of stringMethods) {
		watch(String.prototype, name, (self) => (characters += lengthOf(self)));
	}
	watch(Array.prototype, 'join', (_self, _given, result) => (characters += lengthOf(result)));
	const exec = RegExp.prototype.exec;
	RegExp.prototype.exec = function (this: RegExp, text: string) {
		const from = this.global || this.sticky ? this.lastIndex : 0;
		const found = exec.call(this, text);
		const to = found ? found.index + found[0].length : this.sticky ? from : text.length;
		characters += to - from + 1;
		return found;
	};
	restore.push(() => (RegExp.prototype.exec = exec));
	watch(TextEncoder.prototype, 'encode', (_self, _given, result) => {
		characters += lengthOf(result);
		byteArrays += 1;
	});
	watch(TextDecoder.prototype, 'decode', (_self, [bytes]) => (characters += lengthOf(bytes)));
	watch(Uint8Array, 'of', () => (byteArrays += 1));
	try {
		const blocks = blocksRunBy(act);
		return { steps: blocks + characters, byteArrays };
	} finally {
		for (const undo of restore) undo();
	}
}

interface Coverage {
	readonly result: ReadonlyArray<{
		readonly url: string;
		readonly functions: ReadonlyArray<{
			readonly ranges: ReadonlyArray<{ readonly count: number }>;
		}>;
	}>;
}

/**
 * One for the file: to begin takes long, and what was compiled before is counted as a whole, without
 * its loops.
 */
let counting: { take(): Coverage; stop(): void } | undefined;

afterAll(() => counting?.stop());

function count() {
	const session = new Session();
	session.connect();
	const ask = (method: string, given: object = {}): unknown => {
		let answer: unknown;
		session.post(method, given, (error, result) => {
			if (error) throw error;
			answer = result;
		});
		return answer;
	};
	ask('Profiler.enable');
	ask('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
	return {
		take: () => ask('Profiler.takePreciseCoverage') as Coverage,
		stop: () => session.disconnect(),
	};
}

function blocksRunBy(act: () => void): number {
	counting ??= count();
	// Counts begin anew each time they are taken.
	counting.take();
	act();
	const { result } = counting.take();
	return result
		.filter(({ url }) => url.includes('/nodes/'))
		.flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges))
		.reduce((sum, { count }) => sum + count, 0);
}
