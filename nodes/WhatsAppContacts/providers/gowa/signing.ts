/** GOWA: HTTP Basic, if the server has any users, and the device in `X-Device-Id`. */
import { belowOrRefuse } from '../apiUrl';
import type { Credential, Signable } from '../provider';

/** `token` is `user:password`, or empty where the server asks for none. */
export interface GowaCredential extends Credential {
	/** The server is the user's own and may have a certificate of its own making. */
	readonly ignoreSslIssues: boolean;
}

/** What stands behind `Basic`. */
export function basicOf(token: string): string {
	return Buffer.from(token.toWellFormed()).toString('base64');
}

/** Adds device and user to a request to the user's server, and to no other. */
export function sign(
	request: Signable,
	{ apiUrl, instance, token }: Pick<GowaCredential, 'apiUrl' | 'instance'> & { token?: unknown },
): Signable {
	belowOrRefuse(request, apiUrl);
	// n8n hands the HTTP Request node's credential over as it is stored.
	const pair = typeof token === 'string' ? token : '';
	return {
		url: request.url,
		headers: {
			...request.headers,
			'X-Device-Id': deviceId(instance),
			...(pair.trim() !== '' && { Authorization: `Basic ${basicOf(pair)}` }),
		},
	};
}

/** The server decodes it; a JID stays readable for one that does not. */
function deviceId(instance: string): string {
	return encodeURIComponent(instance.toWellFormed()).replace(/%40/g, '@').replace(/%3A/g, ':');
}
