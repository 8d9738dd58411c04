/** Medians, spreads and the exponent of a growth. */

export interface Spread {
	readonly median: number;
	readonly min: number;
	readonly max: number;
}

export function spreadOf(values: readonly number[]): Spread {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = Math.floor(sorted.length / 2);
	const upper = sorted[middle] ?? NaN;
	const median = sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
	return { median, min: sorted[0] ?? NaN, max: sorted.at(-1) ?? NaN };
}

/** The slope through points on logarithmic scales: 1 is linear, 2 is quadratic. */
export function exponentOf(points: ReadonlyArray<readonly [number, number]>): number {
	const logs = points.map(([x, y]) => [Math.log(x), Math.log(y)] as const);
	const meanX = logs.reduce((sum, [x]) => sum + x, 0) / logs.length;
	const meanY = logs.reduce((sum, [, y]) => sum + y, 0) / logs.length;
	const covariance = logs.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
	return covariance / logs.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
}
