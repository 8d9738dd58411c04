// WAHA's lists. The rows are the engine's own, and NOWEB's groups are no list at all.

import { chatsOf, jidOf, pageOf } from '../chats';
import type { Chat } from '../instanceTypes';
import { json } from '../replies';
import type { Handler, Waha } from './account';
import { withoutStore } from './refusals';

const isGroup = ({ kind }: Chat) => kind === 'group' || kind === 'community';
const engineOf = ({ settings }: Waha) => settings.engine ?? 'NOWEB';

/** WhatsApp Web's chats keep groups that were left, and know no communities. */
export const groups: Handler = ({ query }, instance) => {
	const all = chatsOf(instance).filter(isGroup);
	const joined = all.filter(({ left }) => !left);
	const [limit, offset] = [query.get('limit'), query.get('offset')];
	switch (engineOf(instance)) {
		case 'NOWEB':
			return json(200, Object.fromEntries(joined.map((chat) => [jidOf(chat), rowOfNoweb(chat)])));
		case 'GOWS':
			return json(200, pageOf(joined.map(rowOfGows), limit, offset));
		case 'WEBJS':
		case 'WPP': {
			const chats = all.filter(({ kind }) => kind === 'group');
			return json(200, pageOf(chats.map(rowOfWebjs), limit, offset));
		}
	}
};

const rowOfNoweb = (chat: Chat) => ({
	...{ id: jidOf(chat), subject: chat.name, size: 12, announce: false },
	...{ isCommunity: chat.kind === 'community', isCommunityAnnounce: false },
});

const rowOfGows = (chat: Chat) => ({
	...{ JID: jidOf(chat), Name: chat.name ?? '', Topic: '', ParticipantCount: 12 },
	...{ IsAnnounce: false, IsParent: chat.kind === 'community', IsDefaultSubGroup: false },
});

const rowOfWebjs = (chat: Chat) => ({
	id: { server: 'g.us', user: chat.id, _serialized: jidOf(chat) },
	...{ name: chat.name, isGroup: true, isReadOnly: chat.left === true, timestamp: 1_717_780_437 },
	...{ archived: chat.archived === true, pinned: false, isMuted: false },
});

/** All that the engine knows: WEBJS knows groups, members of groups and oneself too. */
export const allContacts: Handler = ({ query }, instance) => {
	const engine = engineOf(instance);
	if (engine === 'NOWEB' && instance.settings.withoutStore) return withoutStore();
	const knowsAll = engine === 'WEBJS' || engine === 'WPP';
	const listed = chatsOf(instance).filter(
		({ kind, isMember }) => kind === 'person' && (knowsAll || !isMember),
	);
	const beside = knowsAll ? ['group', 'me', 'newsletter', 'status'] : ['newsletter', 'status'];
	const rows = [...chatsOf(instance).filter(({ kind }) => beside.includes(kind)), ...listed];
	const page = pageOf(rows, query.get('limit'), query.get('offset'));
	return json(200, knowsAll ? page.map(contactOfWebjs) : page.map(contactOf));
};

const contactOf = (chat: Chat) => ({
	id: jidOf(chat, '@c.us'),
	name: chat.contactName ?? '',
	pushname: chat.name ?? '',
});

const contactOfWebjs = (chat: Chat) => ({
	...{ id: jidOf(chat, '@c.us'), number: chat.id, name: chat.contactName, pushname: chat.name },
	// Of members only the number shows, until they are written to.
	...(chat.isMember && { pushname: undefined }),
	...{ isMe: chat.kind === 'me', isGroup: isGroup(chat), isWAContact: true },
	...{ isMyContact: chat.contactName !== undefined, isBlocked: false },
});
