/** How gateways spell chats: all put a suffix behind an id, and each has suffixes of its own. */
import type { ChatId } from '../domain/numbers/chatId';

/** The suffix of each kind of chat; `''` where the bare digits are meant. */
export type Suffixes = Readonly<Record<ChatId['kind'], string>>;

/** Makes a provider's `spellChatId`. */
export function spellingWith(suffixes: Suffixes): (chatId: ChatId) => string {
	return (chatId) => (chatId.kind === 'person' ? chatId.digits : chatId.id) + suffixes[chatId.kind];
}
