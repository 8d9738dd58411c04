/** Evolution API, self-hosted, v1 and v2 (github.com/evolution-foundation/evolution-api). */
import { z } from 'zod';
import { commonFields, headerSecret } from '../credential';
import type { Provider } from '../provider';
import { spellChatId } from './chatId';
import { connection } from './connection';
import { getContactInfo } from './getContactInfo';
import { credentialName, displayName } from './names';
import { sendContact } from './sendContact';
import { type EvolutionApiCredential, serverVersions, sign } from './signing';

export const evolutionApi: Provider<EvolutionApiCredential> = {
	displayName,
	credentialName,
	credential: z.object({
		...commonFields,
		token: headerSecret,
		serverVersion: z
			.enum(serverVersions, { message: 'is unknown. Choose Automatic, v2 or v1' })
			.default('auto'),
		ignoreSslIssues: z.boolean().default(false),
	}),
	secretsOf: ({ token }) => [token],
	sign,
	ignoresSslIssues: ({ ignoreSslIssues }) => ignoreSslIssues,
	// It writes to the WhatsApp socket itself and has no queue.
	concurrency: 1,
	ratesPerSecond: {},
	sendOptions: {
		delaySeconds: { min: 0, max: 60, kind: 'decimal', example: 1.5 },
		presence: true,
	},
	sendStatus: 'sent',
	spellChatId,
	sendContact,
	getContactInfo,
	connection,
};
