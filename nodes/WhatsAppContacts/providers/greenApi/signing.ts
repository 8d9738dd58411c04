/** GREEN-API: `{apiUrl}/waInstance{id}/{method}/{token}`; the path is the whole credential. */
import { belowOrRefuse, encodeSegment, join } from '../apiUrl';
import type { Credential, Signable } from '../provider';

/** Adds instance and token to `{apiUrl}/{method}[/…]`; a signed URL stays as it is. */
export function sign(request: Signable, { apiUrl, instance, token }: Credential): Signable {
	const split = belowOrRefuse(request, apiUrl);
	const account = `waInstance${encodeSegment(instance)}`;
	const secret = encodeSegment(token);
	const [first = '', ...rest] = split.segments;
	if (first === account && rest[1] === secret) return request;
	return { ...request, url: join({ ...split, segments: [account, first, secret, ...rest] }) };
}
