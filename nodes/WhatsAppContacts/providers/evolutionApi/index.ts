/** Evolution API, self-hosted, v1 and v2 (github.com/evolution-foundation/evolution-api). */
import { z } from 'zod';
import { commonFields, headerSecret } from '../credential';
import type { Provider } from '../provider';
import { spellChatId } from './chatId';
import { checkNumber } from './checkNumber';
import { connection } from './connection';
import { declares } from './declares';
import { getContactInfo } from './getContactInfo';
import { received } from './received';
import { sendContact } from './sendContact';
import { type EvolutionApiCredential, serverVersions, sign } from './signing';

/** Credentials that were made by n8n's API or an older version may hold a blank. */
const orDefault = <T extends z.ZodTypeAny>(schema: T) =>
	z.preprocess((value) => (value === null || value === '' ? undefined : value), schema);

export const evolutionApi: Provider<EvolutionApiCredential> = {
	...declares,
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
	spellChatId,
	sendContact,
	getContactInfo,
	checkNumber,
	received,
	connection,
};
