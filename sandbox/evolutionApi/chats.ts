// Evolution's lists of groups and of chats. That of groups costs the server a question for each of
// them; that of chats is read from its database and knows names in its own way.

import { chatsOf, jidOf } from '../chats';
import type { Chat } from '../instanceTypes';
import { empty, isObject, json } from '../replies';
import type { Handler } from './account';
import { unable } from './lookups';
import { refusal } from './refusals';

const isGroup = ({ kind }: Chat) => kind === 'group' || kind === 'community';

/** The query is not optional, and every group that was left is gone. */
export const fetchAllGroups: Handler = (instance, _body, query) => {
	if (!['true', 'false'].includes(query.get('getParticipants') ?? '')) {
		return refusal(400, ['The getParticipants needs to be informed in the query']);
	}
	const refused = unable(instance, 'fetchAllGroups');
	if (refused !== undefined) return refused;
	const { ignoresGroups, provider } = instance.settings;
	if (ignoresGroups) return provider === 'evolutionV1' ? empty(200) : json(200, []);
	const rows = chatsOf(instance).filter((chat) => isGroup(chat) && !chat.left);
	return json(
		200,
		rows.map((chat) => ({
			id: jidOf(chat),
			subject: chat.name,
			...{ subjectOwner: null, subjectTime: 1_717_780_437, pictureUrl: null, size: 12 },
			...{ creation: 1_717_780_437, owner: null, desc: null, descId: null },
			...{ restrict: false, announce: false },
			...(provider === 'evolutionV2' && {
				isCommunity: chat.kind === 'community',
				isCommunityAnnounce: false,
				linkedParent: null,
			}),
		})),
	);
};

/** Chats with stored messages; before 2.3.0 a group is called as whoever wrote last. */
export const findChats: Handler = (instance, body) => {
	const { take, skip = 0 } = isObject(body) ? body : {};
	const isOld = instance.settings.version === '2.2.3';
	const rows = chatsOf(instance)
		.filter(({ kind, left, isMember }) => kind !== 'me' && !left && !isMember)
		.map((chat, index) => ({
			id: `chat-${index + 1}`,
			remoteJid: jidOf(chat),
			pushName: isOld && isGroup(chat) ? 'Bia (last writer)' : (chat.name ?? null),
			...{ profilePicUrl: null, updatedAt: '2024-06-07T17:13:57.000Z', unreadCount: 0 },
			...(!isOld && { windowActive: false, isSaved: true }),
		}));
	const isPaged = !isOld && typeof take === 'number';
	return json(200, isPaged ? rows.slice(Number(skip), Number(skip) + take) : rows);
};
