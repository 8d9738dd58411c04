/** PlugzAPI (plugzapi.com.br) and Z-API (z-api.io), one API under two names. */
import { z } from 'zod';
import { commonFields, optionalHeaderSecret, pathSecret } from '../credential';
import type { Provider } from '../provider';
import { spellChatId } from './chatId';
import { connection } from './connection';
import { getContactInfo } from './getContactInfo';
import { credentialName, displayName } from './names';
import { sendContact } from './sendContact';
import { type PlugzApiCredential, sign } from './signing';

export const plugzApi: Provider<PlugzApiCredential> = {
	displayName,
	credentialName,
	credential: z.object({ ...commonFields, token: pathSecret, clientToken: optionalHeaderSecret }),
	secretsOf: ({ token, clientToken }) =>
		clientToken === undefined ? [token] : [token, clientToken],
	sign,
	ignoresSslIssues: () => false,
	// It only enqueues.
	concurrency: 8,
	ratesPerSecond: {},
	sendOptions: { delaySeconds: { min: 1, max: 15, kind: 'whole', example: 3 } },
	sendStatus: 'queued',
	spellChatId,
	sendContact,
	getContactInfo,
	connection,
};
