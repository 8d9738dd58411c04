/** GREEN-API (green-api.com). */
import { z } from 'zod';
import { commonFields, pathSecret } from '../credential';
import type { Provider } from '../provider';
import { spellChatId } from './chatId';
import { connection } from './connection';
import { getContactInfo } from './getContactInfo';
import { credentialName, displayName } from './names';
import { sendContact } from './sendContact';
import { sign } from './signing';

export const greenApi: Provider = {
	displayName,
	credentialName,
	credential: z.object({ ...commonFields, token: pathSecret }),
	secretsOf: ({ token }) => [token],
	sign,
	ignoresSslIssues: () => false,
	// It only enqueues.
	concurrency: 8,
	// green-api.com, "Rate limits"
	ratesPerSecond: { sendContact: 50, getContactInfo: 1, checkWhatsapp: 10 },
	sendOptions: {},
	sendStatus: 'queued',
	spellChatId,
	sendContact,
	getContactInfo,
	connection,
};
