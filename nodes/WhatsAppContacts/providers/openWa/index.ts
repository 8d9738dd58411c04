/** OpenWA, self-hosted (github.com/rmyndharis/OpenWA). */
import { z } from 'zod';
import { commonFields, headerSecret, optionalSwitch } from '../credential';
import type { Provider } from '../provider';
import { spellChatId } from './chatId';
import { chats } from './chats';
import { checkNumber } from './checkNumber';
import { connection } from './connection';
import { declares } from './declares';
import { getContactInfo } from './getContactInfo';
import { sendContact } from './sendContact';
import { type OpenWaCredential, sign } from './signing';

export const openWa: Provider<OpenWaCredential> = {
	...declares,
	credential: z.object({
		...commonFields,
		token: headerSecret,
		ignoreSslIssues: optionalSwitch,
		idempotencyKeys: optionalSwitch,
	}),
	secretsOf: ({ token }) => [token],
	sign,
	ignoresSslIssues: ({ ignoreSslIssues }) => ignoreSslIssues,
	spellChatId,
	sendKeys: {
		header: 'Idempotency-Key',
		isOn: ({ idempotencyKeys }) => idempotencyKeys,
	},
	sendContact,
	getContactInfo,
	checkNumber,
	chats,
	connection,
};
