/** WAHA, self-hosted (github.com/devlikeapro/waha). */
import { z } from 'zod';
import { commonFields, headerSecret } from '../credential';
import type { Provider } from '../provider';
import { spellChatId } from './chatId';
import { connection } from './connection';
import { getContactInfo } from './getContactInfo';
import { credentialName, displayName } from './names';
import { sendContact } from './sendContact';
import { sign } from './signing';

export const waha: Provider = {
	displayName,
	credentialName,
	credential: z.object({ ...commonFields, token: headerSecret }),
	secretsOf: ({ token }) => [token],
	sign,
	ignoresSslIssues: () => false,
	// It writes to the WhatsApp socket itself and has no queue.
	concurrency: 1,
	ratesPerSecond: {},
	sendOptions: {},
	sendStatus: 'sent',
	spellChatId,
	sendContact,
	getContactInfo,
	connection,
};
