/**
 * The way out over n8n's own request helper, where the host does not hand out its outbound policy
 * (n8n 1.x, early 2.x).
 */
import type { RequestHelperFunctions } from 'n8n-workflow';
import { createHelperSend } from './helperSend';
import type { Send } from './http';
import { headersOf } from './requestHeaders';

/** Sends with n8n's helper (the one without authentication: that one sends twice on 401). */
export function createN8nSend(
	helpers: Pick<RequestHelperFunctions, 'httpRequest'>,
	options: { readonly ignoreSslIssues: boolean },
): { send: Send; close(): Promise<void> } {
	return createHelperSend((request, abortSignal) =>
		helpers.httpRequest({
			method: request.method,
			url: request.url,
			headers: headersOf(request),
			...(request.body === undefined ? {} : { body: Buffer.from(request.body) }),
			abortSignal,
			// Its own limit is one of idleness, 300 s by default; ours is for the whole request.
			timeout: 0,
			encoding: 'stream',
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
			skipSslCertificateValidation: options.ignoreSslIssues,
		}),
	);
}
