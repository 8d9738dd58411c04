/** Ways up that a path hides in encodings. Credential files bundle it: no zod here. */

/** What servers that took these bytes for ASCII read in them: overlong UTF-8. */
const OVERLONG: Readonly<Record<string, string>> = { 'À®': '.', 'À¯': '/', 'Á\u009c': '\\' };

function decodedOnce(text: string): string {
	const plain = text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
		try {
			return decodeURIComponent(run);
		} catch {
			return run.replace(/%(..)/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
		}
	});
	return plain.replace(/À[®¯]|Á\u009c/g, (bytes) => OVERLONG[bytes] ?? bytes).normalize('NFKC');
}

/**
 * Whether a path leads up once it is decoded, however often, as a server or a proxy before it may
 * do before it routes. A name with an encoded `/` in it does not.
 */
export function leadsUp(typed: string): boolean {
	let path = typed;
	for (let times = 0; ; times++) {
		const parts = path.replace(/[\p{Cc}\p{Cf}\s]/gu, '').split(/[/\\]/);
		// Behind a semicolon stand parameters, which some servers take off first.
		if (parts.some((part) => /^\.\.(;|$)/.test(part))) return true;
		const next = decodedOnce(path);
		if (next === path) return false;
		// Nobody encodes a name so often.
		if (times === 8) return true;
		path = next;
	}
}
