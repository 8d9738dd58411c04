/** Evolution API: the header `apikey`; the instance stands in each method's own path. */
import { belowOrRefuse } from '../apiUrl';
import type { Credential, Signable } from '../provider';

/** Which body form a server takes: v1 and v2 differ, `auto` learns it. */
export const serverVersions = ['auto', 'v2', 'v1'] as const;
export type ServerVersion = (typeof serverVersions)[number];

export interface EvolutionApiCredential extends Credential {
	readonly serverVersion: ServerVersion;
	/** The server is the user's own and may have a certificate of its own making. */
	readonly ignoreSslIssues: boolean;
}

/** Adds the key to a request to the user's server, and to no other. */
export function sign(request: Signable, { apiUrl, token }: Credential): Signable {
	belowOrRefuse(request, apiUrl);
	return { url: request.url, headers: { ...request.headers, apikey: token } };
}
