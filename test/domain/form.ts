/** The form of every problem: what is wrong. What to write, with an example. Printable, short. */
export const problemForm =
	/^[^\p{Cc}\p{Cs}]{1,300}\. (?:Write|Add|Remove|Use|Export)[^\p{Cc}\p{Cs}]{1,250}$/u;

/** A typed value as a test's name. */
export function show(value: unknown, country?: string): string {
	const text = typeof value === 'bigint' ? `${value}n` : (JSON.stringify(value) ?? String(value));
	return `${text.length > 80 ? `${text.slice(0, 80)}…` : text}${country ? ` in ${country}` : ''}`;
}
