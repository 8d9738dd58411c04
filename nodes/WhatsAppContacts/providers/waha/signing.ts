/** WAHA: the header `X-Api-Key`; the session stands in each method's own body or query. */
import { belowOrRefuse } from '../apiUrl';
import type { Credential, Signable } from '../provider';

/** Adds the key to a request to the user's server, and to no other. */
export function sign(request: Signable, { apiUrl, token }: Credential): Signable {
	belowOrRefuse(request, apiUrl);
	return { url: request.url, headers: { ...request.headers, 'X-Api-Key': token } };
}
