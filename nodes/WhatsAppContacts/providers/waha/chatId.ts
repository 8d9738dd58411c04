/** WAHA's spelling of a chat; the part before `@` is never judged. */
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
