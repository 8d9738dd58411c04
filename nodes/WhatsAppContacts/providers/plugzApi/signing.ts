/** PlugzAPI / Z-API: `{apiUrl}/instances/{id}/token/{token}/…` and the account's Client-Token. */
import { belowOrRefuse, encodeSegment, join } from '../apiUrl';
import type { Credential, Signable } from '../provider';

/** The account-wide token is needed only once the account has switched it on. */
export interface PlugzApiCredential extends Credential {
	readonly clientToken?: string;
}

/** Adds instance, token and header; a signed URL stays as it is. */
export function sign(request: Signable, credential: PlugzApiCredential): Signable {
	const split = belowOrRefuse(request, credential.apiUrl);
	const account = [
		'instances',
		encodeSegment(credential.instance),
		'token',
		encodeSegment(credential.token),
	];
	const signed = account.every((segment, index) => split.segments[index] === segment);
	return {
		url: signed ? request.url : join({ ...split, segments: [...account, ...split.segments] }),
		headers: credential.clientToken
			? { ...request.headers, 'Client-Token': credential.clientToken }
			: request.headers,
	};
}
