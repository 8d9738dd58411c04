/**
 * Signing for n8n's HTTP Request node, where a person writes the URL. One file for all credential
 * types, because n8n hands over requests of two shapes.
 */
import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';
import { withoutLast } from '../nodes/WhatsAppContacts/domain/texts';
import type { Signable } from '../nodes/WhatsAppContacts/providers/provider';

/** Makes an `authenticate`: it adds the secrets to n8n's requests, old (`uri`) or new (`url`). */
export function signForHttpRequest<C>(sign: (request: Signable, credential: C) => Signable) {
	return async (
		credential: ICredentialDataDecryptedObject,
		request: IHttpRequestOptions & { uri?: string },
	): Promise<IHttpRequestOptions> => {
		const { uri, baseURL, ...rest } = request;
		// n8n's types promise a URL; a request with a base alone has none.
		const { url: path }: Partial<IHttpRequestOptions> = request;
		const typed = uri ?? path ?? '';
		const url =
			baseURL !== undefined && !URL.canParse(typed)
				? `${withoutLast(baseURL, '/')}/${typed.replace(/^\/+/, '')}`
				: typed;
		const headers = { ...(request.headers as Readonly<Record<string, string>> | undefined) };
		const signed = sign({ url, headers, isTyped: true }, credential as C);
		return {
			...rest,
			...(uri === undefined ? { url: signed.url } : { uri: signed.url, url: signed.url }),
			headers: { ...signed.headers },
			// A redirect would carry the secrets to wherever it points.
			disableFollowRedirect: true,
			...{ followRedirect: false, followAllRedirects: false },
		};
	};
}
