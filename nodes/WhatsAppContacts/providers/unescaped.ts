/**
 * Texts of a card for servers that paste them into a vCard without escaping, and show the name
 * beside it as it is: escaping is no way out. A card's texts are on one line already; nothing in
 * them may split the structured N and ORG, or be read as an escape (`C:\new` as two lines).
 */

/** For a value whose parts a semicolon divides. */
export function structured(text: string): string {
	return withoutEscapes(text).replace(/;/g, ',');
}

/** The nearest sign that no reader of a vCard takes for an escape; browsers read it alike in URLs. */
export function withoutEscapes(text: string): string {
	return text.replace(/\\/g, '/');
}
