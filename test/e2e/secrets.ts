// Looks for a secret in a text, in every spelling that a program may have given it.

/** The ways in which gateways, n8n and their libraries write a text down. */
export function spellingsOf(secret: string): string[] {
	const inJson = (text: string) => JSON.stringify(text).slice(1, -1);
	const html = secret
		.replace(/&/g, '&amp;')
		.replace(/</g, '&lt;')
		.replace(/>/g, '&gt;')
		.replace(/"/g, '&quot;');
	const once = [secret, encodeURIComponent(secret), encodeURI(secret), html];
	const form = new URLSearchParams({ secret }).toString().slice('secret='.length);
	const plain = [...once, form, Buffer.from(secret).toString('base64')];
	// n8n stores executions as JSON, and texts within them may be JSON already.
	return [...new Set(plain.flatMap((text) => [text, inJson(text), inJson(inJson(text))]))];
}

/** The places, by name, that hold one of the secrets; empty when all is well. */
export function leaks(places: Record<string, string>, secrets: readonly string[]): string[] {
	const wanted = secrets.flatMap(spellingsOf).map((spelling) => spelling.toLowerCase());
	return Object.entries(places).flatMap(([place, text]) => {
		const lower = text.toLowerCase();
		const found = wanted.find((spelling) => lower.includes(spelling));
		if (found === undefined) return [];
		const at = lower.indexOf(found);
		return [`${place}: …${text.slice(Math.max(0, at - 120), at + found.length + 40)}…`];
	});
}
