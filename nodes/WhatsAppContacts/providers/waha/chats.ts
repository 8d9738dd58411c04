/**
 * WAHA's groups and contacts. Each engine has rows of its own, and NOWEB no list of groups but an
 * object; without its store it knows no contacts.
 */
import { z } from 'zod';
import { encodeSegment } from '../apiUrl';
import { asRecord } from '../bodies';
import {
	bareList,
	listed,
	type ListedRow,
	type ListOutcome,
	readRows,
	textOf,
} from '../listedChats';
import type { Answer, ChatList, Credential } from '../provider';
import { reasonIn, refuse } from '../refusal';
import { declares } from './declares';
import { reader } from './refusal';

type ChatStep = ReturnType<ChatList<Credential>['ask']>;

/** A page of contacts, of which busy accounts have tens of thousands. */
const PAGE = 5000;
const MOST_PAGES = 4;

/** By their ids, as NOWEB has them; any other object is no list. */
const byId = z.record(z.string().endsWith('@g.us'), z.unknown()).transform(Object.values);
const groupRows = z.union([bareList, byId]);

export const chats: ChatList<Credential> = {
	inOne: false,
	ask: (kind, { instance }) => (kind === 'groups' ? askGroups(instance) : askPeople(instance, [])),
	ifEmpty:
		'Some releases of WAHA list none for a while: update the server if they are there in WhatsApp. With the engine NOWEB, switch its store on in the session',
	ifSlow: 'WAHA asks WhatsApp, or its web page, for all chats, so many take long',
};

function askGroups(session: string): ChatStep {
	return {
		method: 'groups',
		request: {
			method: 'GET',
			path: `api/${encodeSegment(session)}/groups?exclude=participants`,
		},
		read(answer) {
			const read = readRows(answer, reader, groupRows);
			if ('refused' in read) return read;
			return listed(read.rows.filter(takesMessages), (row) => ({
				id: idOf(row.id) ?? textOf(row, 'JID'),
				name: textOf(row, 'subject', 'name', 'Name'),
			}));
		},
	};
}

/** Not a community's parent, and not a group that was left. */
function takesMessages({ isCommunity, IsParent, isReadOnly, Suspended }: ListedRow): boolean {
	return ![isCommunity, IsParent, isReadOnly, Suspended].includes(true);
}

function askPeople(session: string, before: readonly ListedRow[]): ChatStep {
	const query = `session=${encodeSegment(session)}&limit=${PAGE}&offset=${before.length}`;
	return {
		method: 'contacts/all',
		request: { method: 'GET', path: `api/contacts/all?${query}&sortBy=id&sortOrder=asc` },
		read(answer): ListOutcome {
			if (isWithoutStore(answer)) return { refused: withoutStore(answer) };
			const read = readRows(answer, reader);
			if ('refused' in read) return read;
			const all = [...before, ...read.rows];
			const isLast = read.rows.length < PAGE || all.length >= PAGE * MOST_PAGES;
			return isLast ? people(all) : { next: askPeople(session, all) };
		},
		// What is known is better than nothing.
		...(before.length > 0 && { otherwise: () => people(before) }),
	};
}

function people(rows: readonly ListedRow[]): ListOutcome {
	const others = rows.filter(({ isMe, isGroup }) => isMe !== true && isGroup !== true);
	return listed(others, (row) => ({ id: idOf(row.id), name: textOf(row, 'name', 'pushname') }));
}

/** WhatsApp Web renamed `_serialized` in 2026. */
function idOf(id: unknown): string | null {
	if (typeof id === 'string') return id;
	const { user, server, ...more } = asRecord(id);
	const whole = textOf(more, '_serialized', '$1');
	const isSplit = typeof user === 'string' && typeof server === 'string';
	return whole ?? (isSplit ? `${user}@${server}` : null);
}

function isWithoutStore(answer: Answer): boolean {
	return answer.status === 400 && /enable noweb store/i.test(reasonIn(answer));
}

function withoutStore(answer: Answer) {
	return refuse(declares.displayName, answer, {
		happening: 'rejected',
		reason: "the session's engine NOWEB keeps no contacts",
		advice:
			'On the WAHA dashboard, switch the store of NOWEB on (config.noweb.store.enabled and full_sync) and start the session anew. Groups are listed without it',
	});
}
