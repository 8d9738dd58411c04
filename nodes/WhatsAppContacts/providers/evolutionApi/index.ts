/** Evolution API, self-hosted, v1 and v2 (github.com/evolution-foundation/evolution-api). */
import { z } from 'zod';
import { commonFields, headerSecret, optionalSwitch, orDefault } from '../credential';
import type { Provider } from '../provider';
import { spellChatId } from './chatId';
import { chats } from './chats';
import { checkNumber } from './checkNumber';
import { connection } from './connection';
import { declares } from './declares';
import { getContactInfo } from './getContactInfo';
import { received } from './received';
import { sendContact } from './sendContact';
import { type EvolutionApiCredential, serverVersions, sign } from './signing';

export const evolutionApi: Provider<EvolutionApiCredential> = {
	...declares,
	credential: z.object({
		...commonFields,
		token: headerSecret,
		serverVersion: orDefault(
			z.enum(serverVersions, { message: 'is unknown. Choose Automatic, v2 or v1' }).default('auto'),
		),
		ignoreSslIssues: optionalSwitch,
	}),
	secretsOf: ({ token }) => [token],
	sign,
	ignoresSslIssues: ({ ignoreSslIssues }) => ignoreSslIssues,
	spellChatId,
	sendContact,
	getContactInfo,
	checkNumber,
	received,
	chats,
	connection,
};
