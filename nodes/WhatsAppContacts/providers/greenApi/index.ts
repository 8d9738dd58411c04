/** GREEN-API (green-api.com). */
import { z } from 'zod';
import { commonFields, pathSecret } from '../credential';
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

export const greenApi: Provider = {
	...declares,
	credential: z.object({ ...commonFields, token: pathSecret }),
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
