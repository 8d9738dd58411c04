/** The spelling of a chat in PlugzAPI and Z-API: digits, a dash or `-group`. */
import type { ChatId } from '../../domain/chatId';

export function spellChatId(chatId: ChatId): string {
	switch (chatId.kind) {
		case 'person':
			return chatId.digits;
		case 'lid':
			return `${chatId.id}@lid`;
		case 'oldGroup':
			return chatId.id;
		case 'newGroup':
			return `${chatId.id}-group`;
	}
}
