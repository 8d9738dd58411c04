/**
 * The phone library's numbering data without what only formatting needs: the node reads numbers and
 * never formats any, and the patterns would be 9 kB of the tarball.
 */

/** A numbering plan is a list, laid out as the library's METADATA.md describes version 4. */
type NumberingPlan = readonly unknown[];

interface Metadata {
	readonly version: number;
	readonly countries: Readonly<Record<string, NumberingPlan>>;
	readonly nonGeographic?: Readonly<Record<string, NumberingPlan>>;
}

const VERSION = 4;
const FORMATS = 4;

/** The same data with no formats; `0` is how the library writes what is missing. */
export function withoutFormats<M extends Metadata>(metadata: M): M {
	if (metadata.version !== VERSION) {
		throw new Error(
			`The phone library's data has version ${metadata.version}, not ${VERSION}. See its METADATA.md for the place of the formats`,
		);
	}
	const strip = (plans: Readonly<Record<string, NumberingPlan>> = {}) =>
		Object.fromEntries(Object.entries(plans).map(([name, plan]) => [name, plan.with(FORMATS, 0)]));
	return {
		...metadata,
		countries: strip(metadata.countries),
		...(metadata.nonGeographic && { nonGeographic: strip(metadata.nonGeographic) }),
	};
}
