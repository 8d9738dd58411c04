/** What a sampled profile of the processor says: which functions took the time by themselves. */
import type { Profiler } from 'node:inspector';
import type { HotFunction } from './types';

/** Time in which nothing of ours, n8n's or Node.js' ran. */
const IDLE: ReadonlySet<string> = new Set(['(idle)', '(program)', '(root)']);

/** The ten most expensive, of the time that was not idle. */
export function hotFunctions({
	nodes,
	samples = [],
	timeDeltas = [],
}: Profiler.Profile): HotFunction[] {
	const byId = new Map(nodes.map((node) => [node.id, node.callFrame]));
	const times = new Map<string, { name: string; file: string; microseconds: number }>();
	let total = 0;
	for (const [at, id] of samples.entries()) {
		const frame = byId.get(id);
		const microseconds = timeDeltas[at] ?? 0;
		if (!frame || IDLE.has(frame.functionName)) continue;
		total += microseconds;
		const name = frame.functionName || '(anonymous)';
		const file = shortened(frame.url);
		const key = `${file} ${name} ${frame.lineNumber}`;
		const known = times.get(key) ?? { name, file, microseconds: 0 };
		known.microseconds += microseconds;
		times.set(key, known);
	}
	return [...times.values()]
		.sort((one, other) => other.microseconds - one.microseconds)
		.slice(0, 10)
		.map(({ name, file, microseconds }) => ({ name, file, share: microseconds / total }));
}

/** The package and the file, without where they are installed. */
function shortened(url: string): string {
	if (url === '') return 'V8';
	const path = url.replace(/^file:\/\//, '');
	const inModules = path.lastIndexOf('/node_modules/');
	if (inModules >= 0) return path.slice(inModules + '/node_modules/'.length);
	return path.startsWith('/') ? path.split('/').slice(-2).join('/') : path;
}
