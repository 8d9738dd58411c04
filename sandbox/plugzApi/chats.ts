// PlugzAPI's and Z-API's lists: groups, and every open chat, in pages of the caller's size.

import { chatsOf } from '../chats';
import type { Chat } from '../instanceTypes';
import type { Outcome } from '../gateway';
import { json } from '../replies';
import type { Handler, PlugzApi } from './account';

/** Only the groups. */
export const groups: Handler = (call, instance) =>
	page(instance, call.query, ({ kind }) => kind === 'group');

/** People and groups with an open chat, and whatever else the phone shows there. */
export const chats: Handler = (call, instance) =>
	page(instance, call.query, ({ kind }) => kind !== 'me' && kind !== 'community');

function page(
	instance: PlugzApi,
	query: URLSearchParams,
	isListed: (chat: Chat) => boolean,
): Outcome {
	const [page, size] = [Number(query.get('page')), Number(query.get('pageSize'))];
	if (!(page >= 1) || !(size >= 1)) return json(400, { error: 'page and pageSize are required' });
	const most = instance.settings.mostPerPage ?? size;
	const rows = chatsOf(instance)
		.filter((chat) => !chat.left && !chat.isMember && isListed(chat))
		.map(rowOf);
	const from = (page - 1) * Math.min(size, most);
	return json(200, rows.slice(from, from + Math.min(size, most)));
}

/** Most yes and no are texts. */
function rowOf(chat: Chat): object {
	const { kind, id, archived = false } = chat;
	const isGroup = kind === 'group';
	const suffix = { newsletter: '@newsletter', status: '@broadcast' }[kind as string] ?? '';
	const phone = isGroup && !id.includes('-') ? `${id}-group` : id + suffix;
	return {
		...{ isGroup, name: chat.contactName ?? chat.name ?? phone, phone, unread: '0' },
		...{ lastMessageTime: '1730918668000', isMuted: '0', isMarkedSpam: 'false' },
		...{ archived: String(archived), pinned: 'false', muteEndTime: null, messagesUnread: '0' },
	};
}
