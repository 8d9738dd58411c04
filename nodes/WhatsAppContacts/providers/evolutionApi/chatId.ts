/**
 * Evolution's spelling of a chat: bare digits for a person, or its tolerance of extra digits is
 * lost; `@g.us` always for a group, or the dash of an old one is lost too.
 */
import type { ChatId } from '../../domain/chatId';

export function spellChatId(chatId: ChatId): string {
	switch (chatId.kind) {
		case 'person':
			return chatId.digits;
		case 'lid':
			return `${chatId.id}@lid`;
		case 'oldGroup':
		case 'newGroup':
			return `${chatId.id}@g.us`;
	}
}
