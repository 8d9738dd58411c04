/**
 * Secrets of digits only, which a gateway may echo as a JSON number: JavaScript then shows other
 * digits from the 17th on, and from the 22nd on an exponent.
 */

/** Shorter ones count only as the whole number, or they would be found in every id. */
const SHORT_SECRET = 8;
/** So many digits of a number are always exact, also behind a few others. */
const EXACT_DIGITS = 12;

interface Numeric {
	readonly value: number;
	/** Digits that no other number has; empty where only the value counts. */
	readonly digits: string;
}

/** Where numbers stand in a text that say one of these secrets; none where no secret is a number. */
export function numbersOf(secrets: readonly string[]) {
	const numerics = secrets.flatMap(numericOf);
	return (text: string): Array<readonly [number, number]> => {
		const found: Array<readonly [number, number]> = [];
		if (numerics.length === 0) return found;
		for (const match of text.matchAll(/\d[\d.]*(?:e[+-]?\d+)?/gi)) {
			const [number] = match;
			if (numerics.some((numeric) => says(number, numeric))) {
				found.push([match.index, match.index + number.length]);
			}
		}
		return found;
	};
}

function numericOf(secret: string): Numeric[] {
	const value = Math.abs(Number(secret));
	const digits = /^\d+$/.test(secret) ? first(secret) : '';
	return Number.isFinite(value) || digits !== '' ? [{ value, digits }] : [];
}

/** Zeros at the edges are what a number loses. */
function first(secret: string): string {
	const digits = secret.replace(/^0+/, '');
	return digits.length > 15 ? digits.slice(0, EXACT_DIGITS) : digits;
}

function says(number: string, { value, digits }: Numeric): boolean {
	if (Number(number) === value) return true;
	return digits.length >= SHORT_SECRET && number.replaceAll('.', '').includes(digits);
}
