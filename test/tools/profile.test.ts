/** What the bench reads in a sampled profile. */
import { hotFunctions } from '../../tools/bench/profile';

const frame = (functionName: string, url: string) => ({
	...{ functionName, url, scriptId: '1', lineNumber: 1, columnNumber: 0 },
});

it('adds up what functions took by themselves, without idle time, the most first', () => {
	const nodes = [
		{ id: 1, callFrame: frame('(idle)', '') },
		{ id: 2, callFrame: frame('read', 'file:///home/me/node_modules/zod/index.js') },
		{ id: 3, callFrame: frame('send', '/home/me/dist/node.js') },
		{ id: 4, callFrame: frame('read', 'file:///home/me/node_modules/zod/index.js') },
		{ id: 5, callFrame: frame('', '') },
	];
	const profile = {
		...{ nodes, startTime: 0, endTime: 1000 },
		samples: [1, 2, 3, 4, 5],
		timeDeltas: [600, 100, 150, 100, 50],
	};
	expect(hotFunctions(profile)).toEqual([
		{ name: 'read', file: 'zod/index.js', share: 0.5 },
		{ name: 'send', file: 'dist/node.js', share: 0.375 },
		{ name: '(anonymous)', file: 'V8', share: 0.125 },
	]);
});

it('shows ten', () => {
	const nodes = Array.from({ length: 12 }, (_, id) => ({ id, callFrame: frame(`f${id}`, '') }));
	const samples = nodes.map(({ id }) => id);
	const timeDeltas = samples.map((id) => id + 1);
	const hot = hotFunctions({ nodes, samples, timeDeltas, startTime: 0, endTime: 1 });
	expect(hot.map(({ name }) => name)).toEqual(
		[11, 10, 9, 8, 7, 6, 5, 4, 3, 2].map((id) => `f${id}`),
	);
});
