/** WAHA, self-hosted (github.com/devlikeapro/waha). */
import { z } from 'zod';
import { commonFields, headerSecret } from '../credential';
import type { Provider } from '../provider';
import { spellChatId } from './chatId';
import { chats } from './chats';
import { checkNumber } from './checkNumber';
import { connection } from './connection';
import { declares } from './declares';
import { getContactInfo } from './getContactInfo';
import { received } from './received';
import { sendContact } from './sendContact';
import { sign } from './signing';

export const waha: Provider = {
	...declares,
	credential: z.object({ ...commonFields, token: headerSecret }),
	secretsOf: ({ token }) => [token],
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
