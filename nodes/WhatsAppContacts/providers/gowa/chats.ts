/** GOWA's groups, each with all its members, and its whole store of contacts, in no order. */
import { z } from 'zod';
import { listed, readRows, textOf } from '../listedChats';
import type { ChatList } from '../provider';
import { reader } from './refusal';
import type { GowaCredential } from './signing';

/** An empty list is `null`. */
const answerSchema = z
	.object({ results: z.object({ data: z.array(z.unknown()).nullish() }) })
	.transform(({ results }) => results.data ?? []);

export const chats: ChatList<GowaCredential> = {
	inOne: false,
	ask: (kind) => (kind === 'groups' ? askGroups() : askPeople()),
	ifEmpty: 'Just after a device was logged in, GOWA knows nobody until WhatsApp has told it',
	ifSlow: 'GOWA asks WhatsApp for all groups with all their members, so many take long',
};

function askGroups(): ReturnType<ChatList<GowaCredential>['ask']> {
	return {
		method: 'user/my/groups',
		request: { method: 'GET', path: 'user/my/groups' },
		read(answer) {
			const read = readRows(answer, reader, answerSchema);
			if ('refused' in read) return read;
			// Of a community only its groups take messages.
			const groups = read.rows.filter(
				({ IsParent, Suspended }) => ![IsParent, Suspended].includes(true),
			);
			return listed(groups, (row) => ({ id: textOf(row, 'JID'), name: textOf(row, 'Name') }));
		},
	};
}

function askPeople(): ReturnType<ChatList<GowaCredential>['ask']> {
	return {
		method: 'user/my/contacts',
		request: { method: 'GET', path: 'user/my/contacts' },
		read(answer) {
			const read = readRows(answer, reader, answerSchema);
			if ('refused' in read) return read;
			return listed(read.rows, (row) => ({ id: textOf(row, 'jid'), name: textOf(row, 'name') }));
		},
	};
}
