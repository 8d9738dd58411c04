// GOWA's lists: groups as its library spells them, and the whole store of contacts.

import { chatsOf, jidOf } from '../chats';
import type { Handler } from './account';
import { success } from './replies';

/** Go's nil list. */
const orNull = <T>(rows: T[]): T[] | null => (rows.length === 0 ? null : rows);

/** Those that the account is in, with their members, which no parameter leaves out. */
export const groups: Handler = (_call, device) => {
	const rows = chatsOf(device)
		.filter(({ kind, left }) => (kind === 'group' || kind === 'community') && !left)
		.map((chat) => ({
			...{ JID: jidOf(chat), OwnerJID: '', Name: chat.name ?? '', Topic: '' },
			...{ IsAnnounce: false, IsParent: chat.kind === 'community', LinkedParentJID: '' },
			...{ ParticipantCount: 1, Participants: [{ JID: '553190000001@s.whatsapp.net' }] },
		}));
	return success('Success get list groups', { data: orNull(rows) });
};

/** Members of groups too, of whom no name is known. */
export const contacts: Handler = (_call, device) => {
	const rows = chatsOf(device)
		.filter(({ kind }) => kind === 'person')
		.map((chat) => ({
			jid: jidOf(chat),
			name: chat.isMember ? '' : (chat.contactName ?? chat.name ?? ''),
		}));
	return success('Success get list contacts', { data: orNull(rows) });
};
