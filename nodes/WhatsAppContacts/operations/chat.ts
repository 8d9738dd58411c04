/** Whom an item is about, read alike by every operation that asks a gateway. */
import { type ChatId, readChatId } from '../domain/numbers/chatId';
import type { FieldProblem } from '../domain/reading';
import type { ReadParameter } from './operation';

/** A chat, and its number where it looks as if its country code were missing. */
interface ReadChat {
	readonly chatId: ChatId;
	readonly suspiciousPhones: readonly string[];
}

/** Reads the parameter `chatId`. */
export function readChat(
	parameter: ReadParameter,
	defaultCountry: string | undefined,
): { readonly value: ReadChat } | FieldProblem {
	const chat = readChatId(parameter('chatId'), defaultCountry);
	if ('problem' in chat) return { field: 'chatId', problem: chat.problem };
	const { chatId, suspicious } = chat.value;
	const isSuspicious = suspicious && chatId.kind === 'person';
	return { value: { chatId, suspiciousPhones: isSuspicious ? [chatId.digits] : [] } };
}
