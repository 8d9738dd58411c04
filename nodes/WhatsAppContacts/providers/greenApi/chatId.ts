/** GREEN-API's spelling of a chat. */
import type { ChatId } from '../../domain/chatId';

export function spellChatId(chatId: ChatId): string {
	switch (chatId.kind) {
		case 'person':
			return `${chatId.digits}@c.us`;
		case 'lid':
			return `${chatId.id}@lid`;
		case 'oldGroup':
		case 'newGroup':
			return `${chatId.id}@g.us`;
	}
}
