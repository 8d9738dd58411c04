/** OpenWA: the header `X-API-Key`; the session stands in each method's own path. */
import { belowOrRefuse } from '../apiUrl';
import type { Credential, Signable } from '../provider';

export interface OpenWaCredential extends Credential {
	/** The server is the user's own and may have a certificate of its own making. */
	readonly ignoreSslIssues: boolean;
	/** The server keeps `Idempotency-Key`; older ones ignore it, and would send twice. */
	readonly idempotencyKeys: boolean;
}

/** Adds the key to a request to the user's server, and to no other. */
export function sign(request: Signable, { apiUrl, token }: Credential): Signable {
	belowOrRefuse(request, apiUrl);
	return { url: request.url, headers: { ...request.headers, 'X-API-Key': token } };
}
