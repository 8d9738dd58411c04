/**
 * OpenWA's groups and contacts. The server cuts its whole list, so a further page costs as much as
 * the first: one of the largest is asked for. Baileys knows few contacts after a restart.
 */
import { encodeSegment } from '../apiUrl';
import { listed, type ListOutcome, readRows, textOf } from '../listedChats';
import type { Answer, ChatList } from '../provider';
import { reader } from './refusal';
import type { OpenWaCredential } from './signing';

type ChatStep = ReturnType<ChatList<OpenWaCredential>['ask']>;

/** The most that the server gives. */
const PAGE = 1000;

export const chats: ChatList<OpenWaCredential> = {
	inOne: false,
	ask: (kind, { instance }) =>
		kind === 'groups'
			? page('groups', instance, readRowsOf)
			: page('contacts', instance, (answer) => {
					const outcome = readRowsOf(answer);
					const isEmpty = 'done' in outcome && outcome.done.length === 0;
					return isEmpty ? { next: page('chats', instance, readRowsOf) } : outcome;
				}),
	ifEmpty:
		'With the engine Baileys, OpenWA knows people again only once they have written since it was started',
};

function page(
	method: 'groups' | 'contacts' | 'chats',
	session: string,
	read: (answer: Answer) => ListOutcome,
): ChatStep {
	const path = `api/sessions/${encodeSegment(session)}/${method}?limit=${PAGE}&offset=0`;
	return { method, request: { method: 'GET', path }, read };
}

function readRowsOf(answer: Answer): ListOutcome {
	const read = readRows(answer, reader);
	if ('refused' in read) return read;
	return listed(read.rows, (row) => ({
		id: textOf(row, 'id'),
		name: textOf(row, 'name', 'pushName'),
	}));
}
