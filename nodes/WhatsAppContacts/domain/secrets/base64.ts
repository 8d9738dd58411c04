/** Secrets in base64: six bits a character, so what stands before a secret shifts all of it. */

/** Two blanks, a header's name or a whole URL in base64: shorter runs hold no secret worth it. */
const MIN_RUN = 8;

/** Where base64 stands that says one of these texts, whole runs of it. */
export function base64Of(
	text: string,
	secrets: readonly string[],
): Array<readonly [number, number]> {
	const found: Array<readonly [number, number]> = [];
	const bytes = secrets.map((secret) => Buffer.from(secret));
	for (let at = 0; at < text.length;) {
		const { plain, end } = runAt(text, at);
		if (plain.length >= MIN_RUN && holdsOne(plain, bytes)) found.push([at, end]);
		at = end + 1;
	}
	return found;
}

/** A run of base64 characters without the escapes that JSON and URLs put between them. */
function runAt(text: string, start: number): { plain: string; end: number } {
	const parts: string[] = [];
	let end = start;
	for (let from = start; ; from = end) {
		while (isSign(text.charCodeAt(end))) end++;
		parts.push(text.slice(from, end));
		if (text[end] === '\\') {
			end++;
			continue;
		}
		const escaped =
			text[end] === '%' ? signs.get(text.slice(end, end + 3).toUpperCase()) : undefined;
		if (escaped === undefined) return { plain: parts.join(''), end };
		parts.push(escaped);
		end += 3;
	}
}

const signs: ReadonlyMap<string, string> = new Map([
	['%2B', '+'],
	['%2F', '/'],
]);

/** The characters of both alphabets: `+/` and `-_`. */
function isSign(unit: number): boolean {
	const lower = unit | 0x20;
	return (
		(unit >= 0x30 && unit <= 0x39) ||
		(lower >= 0x61 && lower <= 0x7a) ||
		unit === 0x2b ||
		unit === 0x2f ||
		unit === 0x2d ||
		unit === 0x5f
	);
}

function holdsOne(run: string, secrets: readonly Buffer[]): boolean {
	return [0, 1, 2, 3].some((shift) => {
		const said = Buffer.from(run.slice(shift), 'base64');
		return secrets.some((secret) => said.includes(secret));
	});
}
