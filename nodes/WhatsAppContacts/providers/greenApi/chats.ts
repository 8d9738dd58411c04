/** GREEN-API `getContacts`: groups and people in one answer, from the vendor's cache. */
import { listed, readRows, textOf } from '../listedChats';
import type { ChatList, Credential } from '../provider';
import { reader } from './refusal';

export const chats: ChatList<Credential> = {
	inOne: true,
	ask: () => ({
		method: 'getContacts',
		request: { method: 'GET', path: 'getContacts' },
		read(answer) {
			const read = readRows(answer, reader);
			if ('refused' in read) return read;
			return listed(read.rows, (row) => ({
				id: textOf(row, 'id'),
				// The phone book's name, else the profile's or the group's subject.
				name: textOf(row, 'contactName', 'name'),
			}));
		},
	}),
	ifEmpty:
		'GREEN-API fills its list some minutes after the phone was connected, and groups even later. If it stays empty, connect the phone again in the GREEN-API console',
};
