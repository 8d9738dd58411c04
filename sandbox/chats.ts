// The chats of an account, as gateways list them: groups, people, and what looks like either and
// takes no cards. One name is an attempt to get code into whatever shows it.

import { contactsOf } from './directory';
import type { Instance } from './instances';
import type { Chat } from './instanceTypes';

const GROUPS: Chat[] = [
	{ kind: 'group', id: '120363043968066561', name: 'Sales team' },
	{ kind: 'group', id: '5511987654321-1623281429', name: 'Família Oliveira' },
	{ kind: 'group', id: '120363019502650977', name: 'Old orders', archived: true },
	{ kind: 'group', id: '120363019502650978', name: 'Left behind', left: true },
];

const FIRST_NAMES = [
	...['Aline', 'Bruno', 'Carla', 'Diego', 'Érica', 'Felipe', 'Gabriela', 'Hugo', 'Íris'],
	...['Jonas', 'Karina'],
];
const LAST_NAMES = ['Almeida', 'Barbosa', 'Conceição'];

/** With those who have a profile in the directory they are forty. */
const PEOPLE: Chat[] = [
	...LAST_NAMES.flatMap((last, row) =>
		FIRST_NAMES.map((first, column): Chat => ({
			kind: 'person',
			id: String(5_511_970_001_101 + row * FIRST_NAMES.length + column),
			name: `${first} ${last}`,
		})),
	),
	{ kind: 'person', id: '5511970009999', name: '={{ 6 * 7 }}' },
];

const OTHERS: Chat[] = [
	{ kind: 'person', id: '5511970002222', name: 'Only a Member', isMember: true },
	{ kind: 'community', id: '120363019502650979', name: 'All of us' },
	{ kind: 'newsletter', id: '120363144038483540', name: 'News of the day' },
	{ kind: 'status', id: 'status' },
	{ kind: 'me', id: '553190000001', name: 'Sandbox' },
];

/** All that an instance knows, in no order that anybody could want. */
export function chatsOf(instance: Instance): Chat[] {
	const { chats } = instance.settings;
	if (chats !== undefined) return chats;
	const profiled = contactsOf(instance).map(([id, { name, contactName }]): Chat => ({
		kind: 'person',
		id,
		...(name !== undefined && { name }),
		...(contactName !== undefined && { contactName }),
	}));
	return [...OTHERS, ...PEOPLE, ...GROUPS, ...profiled];
}

/** The id as most vendors spell it. */
export function jidOf({ kind, id }: Chat, ofPeople = '@s.whatsapp.net'): string {
	const suffixes = {
		group: '@g.us',
		community: '@g.us',
		newsletter: '@newsletter',
		status: '@broadcast',
		person: ofPeople,
		me: ofPeople,
	};
	return id.includes('@') ? id : id + suffixes[kind];
}

/** A page of a list, by two numbers of the query; all of it where they are missing. */
export function pageOf<T>(rows: T[], limit: string | null, offset: string | null): T[] {
	const from = Number(offset ?? 0);
	return rows.slice(from, limit === null ? undefined : from + Number(limit));
}
