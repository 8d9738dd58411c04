// GREEN-API's list of groups and people, which the vendor keeps and refreshes in its own time.

import { chatsOf, jidOf } from '../chats';
import type { Call, Outcome } from '../gateway';
import { json } from '../replies';
import type { GreenApi } from './account';
import { error } from './refusals';

/** What the vendor's page does not mention is not here. */
const LISTED = ['group', 'person', 'newsletter'];

/** Groups that were left are still there; `contactName` is the phone's, and missing for groups. */
export function getContacts(call: Call, instance: GreenApi): Outcome {
	if (instance.settings.state === 'notAuthorized') {
		return error(call, 400, 'instance is starting or not authorized');
	}
	const group = call.query.get('group');
	const count = call.query.get('count');
	const rows = chatsOf(instance)
		.filter(({ kind, isMember }) => LISTED.includes(kind) && isMember !== true)
		.map((chat) => {
			const isUser = chat.kind === 'person';
			return {
				id: jidOf(chat, '@c.us'),
				name: chat.name ?? '',
				...(isUser && chat.contactName !== undefined && { contactName: chat.contactName }),
				type: isUser ? 'user' : 'group',
			};
		})
		.filter(({ type }) => group === null || (type === 'group') === (group === 'true'));
	return json(200, count === null ? rows : rows.slice(0, Number(count)));
}
