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

/** Credentials that were made by n8n's API or an older version may hold a blank. */
const orDefault = <T extends z.ZodTypeAny>(schema: T) =>
	z.preprocess((value) => (value === null || value === '' ? undefined : value), schema);

export const evolutionApi: Provider<EvolutionApiCredential> = {
	displayName,
	credentialName,
	credential: z.object({
		...commonFields,
		token: headerSecret,
		serverVersion: orDefault(
			z.enum(serverVersions, { message: 'is unknown. Choose Automatic, v2 or v1' }).default('auto'),
		),
		ignoreSslIssues: orDefault(
			z.boolean({ message: 'is not a yes or no. Choose true or false' }).default(false),
		),
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
