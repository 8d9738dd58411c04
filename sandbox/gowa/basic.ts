// HTTP Basic as fiber's middleware reads it: what it cannot read is another refusal than a wrong
// pair.

/** The `user:password` of a header; nothing where it is none that the middleware reads. */
export function pairIn(header: string | undefined): string | undefined {
	const [, base64] = /^Basic ([A-Za-z0-9+/]+={0,2})$/i.exec(header ?? '') ?? [];
	if (base64 === undefined) return undefined;
	const bytes = Buffer.from(base64, 'base64');
	const pair = bytes.toString('utf8');
	if (!Buffer.from(pair).equals(bytes) || bytes.toString('base64') !== base64) return undefined;
	return /\p{Cc}/u.test(pair) || !pair.includes(':') ? undefined : pair;
}

/** Another scheme is no attempt at all. */
export const isBasic = (header: string | undefined): boolean => /^Basic\b/i.test(header ?? '');
