// OpenWA's lists. whatsapp-web.js knows all that its page knows; Baileys only what came as events.

import { chatsOf, jidOf, pageOf } from '../chats';
import { json } from '../replies';
import type { Handler, OpenWa } from './account';

/** Older servers look at neither and answer everything. */
function paged(instance: OpenWa, query: URLSearchParams, rows: object[]) {
	if (instance.settings.older) return json(200, rows);
	return json(200, pageOf(rows, query.get('limit') ?? '1000', query.get('offset')));
}

/** Groups that were left may stay in whatsapp-web.js; nobody says so. */
export const groups: Handler = ({ query }, instance) => {
	const rows = chatsOf(instance)
		.filter(({ kind, left }) => kind === 'group' && !left)
		.map((chat) => ({
			...{ id: jidOf(chat), name: chat.name ?? jidOf(chat) },
			...{ participantsCount: 12, isAdmin: false, linkedParentJID: null },
		}));
	return paged(instance, query, rows);
};

export const contacts: Handler = ({ query }, instance) => {
	const { engine, withoutContacts } = instance.settings;
	const rows = chatsOf(instance)
		.filter(({ kind, isMember }) => kind === 'person' && !isMember && !withoutContacts)
		.map((chat) => ({
			...{ id: jidOf(chat, '@c.us'), name: chat.contactName, pushName: chat.name },
			number: chat.id,
			isMyContact: engine === 'baileys' || chat.contactName !== undefined,
			isBlocked: false,
		}));
	return paged(instance, query, rows);
};

/** Of every kind, with a word for it; the name of a nameless one is its id. */
export const chats: Handler = ({ query }, instance) => {
	const kinds: Record<string, string> = {
		...{ group: 'group', person: 'individual', newsletter: 'channel', status: 'status' },
	};
	const rows = chatsOf(instance)
		.filter(({ kind, left, isMember }) => kind in kinds && !left && !isMember)
		.map((chat) => ({
			...{ id: jidOf(chat, '@c.us'), name: chat.contactName ?? chat.name ?? jidOf(chat, '@c.us') },
			...{ isGroup: chat.kind === 'group', kind: kinds[chat.kind], unreadCount: 0 },
			...{ timestamp: 1_717_780_437, archived: chat.archived === true, pinned: false },
		}));
	return paged(instance, query, rows);
};
