/** Texts of any length, which come from outside: cut before anything looks into them. */

/** More than a message or a look for a gateway's own words can need, in UTF-16 units. */
const MAX_SAID = 5000;

/**
 * Cut where it is longer; the mark of the cut tells the redaction that half a secret may stand
 * before it, so no other way of cutting may be used on what comes from outside.
 */
export function bounded(text: string, max = MAX_SAID): string {
	return text.length > max ? `${copied(text.slice(0, max).toWellFormed())}…` : text;
}

/** A slice would keep the whole text in memory for as long as it is kept itself. */
function copied(text: string): string {
	return String(JSON.parse(JSON.stringify(text)));
}

/** Without any of these characters at its end; a pattern would start anew at each of them. */
export function withoutLast(text: string, characters: string): string {
	let end = text.length;
	while (end > 0 && characters.includes(text.charAt(end - 1))) end--;
	return text.slice(0, end);
}
