/** GOWA, self-hosted (github.com/aldinokemal/go-whatsapp-web-multidevice). */
import { z } from 'zod';
import { withoutLast } from '../../domain/texts';
import { commonFields, encodedSecret, optionalSwitch, orDefault } from '../credential';
import type { Provider } from '../provider';
import { spellChatId } from './chatId';
import { chats } from './chats';
import { checkNumber } from './checkNumber';
import { connection } from './connection';
import { declares } from './declares';
import { getContactInfo } from './getContactInfo';
import { sendContact } from './sendContact';
import { basicOf, type GowaCredential, sign } from './signing';

/** A user's name this short is part of too many other words to be hidden. */
const MIN_USER = 4;

const pair = encodedSecret.refine(
	(value) => value.includes(':'),
	'has no colon in it. Write user and password with one between them, e.g. admin:secret',
);

export const gowa: Provider<GowaCredential> = {
	...declares,
	credential: z.object({
		...commonFields,
		// A default would be read as a pair too.
		token: orDefault(pair.optional()).transform((value) => value ?? ''),
		ignoreSslIssues: optionalSwitch,
	}),
	secretsOf,
	sign,
	ignoresSslIssues: ({ ignoreSslIssues }) => ignoreSslIssues,
	spellChatId,
	sendContact,
	getContactInfo,
	checkNumber,
	chats,
	connection,
};

/** A server may repeat the header, what it read in it, or either part. */
function secretsOf({ token }: GowaCredential): string[] {
	if (token === '') return [];
	const colon = token.indexOf(':');
	const user = token.slice(0, colon);
	return [
		token,
		// Padding may be left out.
		withoutLast(basicOf(token), '='),
		token.slice(colon + 1),
		...(user.length < MIN_USER ? [] : [user]),
	];
}
