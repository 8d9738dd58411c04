/** PlugzAPI (plugzapi.com.br) and Z-API (z-api.io), one API under two names. */
import { z } from 'zod';
import { commonFields, optionalHeaderSecret, pathSecret } from '../credential';
import type { Provider } from '../provider';
import { spellChatId } from './chatId';
import { chats } from './chats';
import { checkNumber } from './checkNumber';
import { connection } from './connection';
import { declares } from './declares';
import { getContactInfo } from './getContactInfo';
import { received } from './received';
import { sendContact } from './sendContact';
import { type PlugzApiCredential, sign } from './signing';

export const plugzApi: Provider<PlugzApiCredential> = {
	...declares,
	credential: z.object({ ...commonFields, token: pathSecret, clientToken: optionalHeaderSecret }),
	secretsOf: ({ token, clientToken }) =>
		clientToken === undefined ? [token] : [token, clientToken],
	sign,
	ignoresSslIssues: () => false,
	spellChatId,
	sendContact,
	getContactInfo,
	checkNumber,
	received,
	chats,
	connection,
};
