/**
 * Random text of any code points, halves of pairs among them. fast-check's own unit `binary` makes a
 * table of all of them for each of its uses, which takes most of a second.
 */
import fc from 'fast-check';

const sign = fc.nat({ max: 0x10ffff }).map(
	(code) => String.fromCodePoint(code),
	(text) => (text as string).codePointAt(0) ?? -1,
);

export const anyText = (bounds: fc.StringSharedConstraints = {}) =>
	fc.string({ ...bounds, unit: sign });
