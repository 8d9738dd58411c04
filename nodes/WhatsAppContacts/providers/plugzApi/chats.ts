/**
 * `groups` and `chats` of PlugzAPI and Z-API, page by page. A white label may not know `groups`:
 * open groups are among the chats too. `contacts` is not asked, it holds the members of all groups.
 */
import { listed, type ListedRow, type ListOutcome, readRows, textOf } from '../listedChats';
import type { ChatList } from '../provider';
import { isUnknownMethod, reader } from './refusal';
import type { PlugzApiCredential } from './signing';

type ChatStep = ReturnType<ChatList<PlugzApiCredential>['ask']>;

/** The most that may be asked for is not documented. */
const PAGE = 500;
/** A page with fewer rows is the last, however few the gateway gives at most. */
const SURELY_LAST = 20;
const MOST_PAGES = 20;

export const chats: ChatList<PlugzApiCredential> = {
	inOne: false,
	ask: (kind) => (kind === 'groups' ? page('groups', []) : page('chats', [])),
	ifEmpty:
		'PlugzAPI and Z-API list people with whom there is a chat, and groups that the phone knows. Check that the phone is connected',
};

function page(method: 'groups' | 'chats', before: ReadonlyArray<readonly ListedRow[]>): ChatStep {
	return {
		method,
		request: { method: 'GET', path: `${method}?page=${before.length + 1}&pageSize=${PAGE}` },
		read(answer): ListOutcome {
			if (method === 'groups' && isUnknownMethod(answer)) return { next: page('chats', []) };
			const read = readRows(answer, reader);
			if ('refused' in read) return read;
			const pages = [...before, read.rows];
			return isLast(pages) ? done(pages) : { next: page(method, pages) };
		},
		// What is known is better than nothing.
		...(before.length > 0 && { otherwise: () => done(before) }),
	};
}

/** There is no total: the end is a page that is shorter than the one before, or brings nothing new. */
function isLast(pages: ReadonlyArray<readonly ListedRow[]>): boolean {
	const [last = [], previous] = [pages.at(-1), pages.at(-2)];
	if (pages.length === MOST_PAGES || last.length < (previous?.length ?? SURELY_LAST)) return true;
	return (
		previous !== undefined && textOf(last[0] ?? {}, 'phone') === textOf(previous[0] ?? {}, 'phone')
	);
}

function done(pages: ReadonlyArray<readonly ListedRow[]>): ListOutcome {
	return listed(pages.flat(), (row) => ({ id: textOf(row, 'phone'), name: textOf(row, 'name') }));
}
