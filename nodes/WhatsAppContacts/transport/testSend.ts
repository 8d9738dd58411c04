/**
 * The way out of a credential's Test button: n8n hands it no function but its old request helper.
 */
import type { ICredentialTestFunctions } from 'n8n-workflow';
import { createHelperSend } from './helperSend';
import type { Send } from './http';
import { headersOf } from './requestHeaders';

/** Sends with n8n's old helper, a stream and no redirects. */
export function createTestSend(
	helpers: ICredentialTestFunctions['helpers'],
	options: { readonly ignoreSslIssues: boolean },
): { send: Send; close: () => Promise<void> } {
	return createHelperSend((request, signal) =>
		helpers.request({
			method: request.method,
			uri: request.url,
			headers: headersOf(request),
			...(request.body === undefined ? {} : { body: Buffer.from(request.body) }),
			// It takes no signal. Its sockets do: without, a head that drips would go on for ever.
			agentOptions: { signal },
			timeout: 0,
			useStream: true,
			simple: false,
			resolveWithFullResponse: true,
			followRedirect: false,
			// Only if needed: where it stands, the helper replaces an error of a certificate and its code.
			...(options.ignoreSslIssues && { rejectUnauthorized: false }),
		}),
	);
}
