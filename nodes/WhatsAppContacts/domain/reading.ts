/**
 * The result of reading something a person typed: a value, or what is wrong with it.
 *
 * `problem` is `<what is wrong>. <what to write, with an example>`; the caller puts the field's
 * name before it. A reading is data, never a throw: one bad item must not stop the reading of
 * the others.
 */
export type Reading<T> = { readonly value: T } | { readonly problem: string };

/** Narrows a reading to its failure. */
export function isProblem<T>(reading: Reading<T>): reading is { readonly problem: string } {
	return 'problem' in reading;
}

/** A problem with the name of its field, such as `contacts[1].phone`. */
export interface FieldProblem {
	readonly field: string;
	readonly problem: string;
}
