// The accepted messages as a messenger would order them: by chat, newest chat first, each quote
// next to what it quotes. This is also what /inbox.json says.

import { nameOf } from '../directory';
import type { AcceptedCard, AcceptedMessage } from '../types';

/** Read from the chat id, whichever gateway spelt it. */
export type ChatKind = 'person' | 'group' | 'privacyId';

/** A message without its request body, which a page has no use for. */
export interface InboxMessage {
	sequence: number;
	/** ISO 8601, UTC. */
	at: string;
	messageId: string;
	method: string;
	state: 'queued' | 'sent';
	undelivered?: string;
	quoted?: { messageId: string; cards?: string[] };
	/** Asked for in the body and without effect on this gateway. */
	ignoredKeys: string[];
	cards: AcceptedCard[];
}

/** Of one instance: the same person by two gateways is two chats. */
export interface Conversation {
	/** Names the chat in an address. */
	key: string;
	provider: string;
	instance: string;
	chatId: string;
	kind: ChatKind;
	title: string;
	messages: InboxMessage[];
}

/** What the page draws and `/inbox.json` says. */
export interface Inbox {
	/** Changes whenever the rest does. */
	version: string;
	messages: number;
	cards: number;
	/** Older messages that are accepted but not listed. */
	omitted: number;
	conversations: Conversation[];
}

/** A page of more would be slow to draw, and nobody reads it. */
const LISTED = 500;

/** The counts are of all messages, the conversations of the latest. */
export function inboxOf(accepted: AcceptedMessage[], version: string): Inbox {
	const listed = accepted.slice(-LISTED);
	const byKey = new Map<string, Conversation>();
	const byId = new Map(listed.map((message) => [message.messageId, message]));
	for (const message of listed) {
		const key = `${message.provider}/${message.instance}/${message.chatId}`;
		const conversation = byKey.get(key) ?? startOf(message, key);
		conversation.messages.push(entryOf(message, byId));
		// Moved to the end, so that the last chat written to comes last.
		byKey.delete(key);
		byKey.set(key, conversation);
	}
	return {
		version,
		messages: accepted.length,
		cards: accepted.reduce((sum, { cards }) => sum + cards.length, 0),
		omitted: accepted.length - listed.length,
		conversations: [...byKey.values()].reverse(),
	};
}

function startOf({ provider, instance, chatId }: AcceptedMessage, key: string): Conversation {
	const kind = kindOf(chatId);
	return { key, provider, instance, chatId, kind, title: titleOf(chatId, kind), messages: [] };
}

function kindOf(chatId: string): ChatKind {
	if (chatId.endsWith('@lid')) return 'privacyId';
	return chatId.endsWith('@g.us') || chatId.includes('-') ? 'group' : 'person';
}

function titleOf(chatId: string, kind: ChatKind): string {
	const id = chatId.replace(/(?:@.*|-group)$/, '');
	if (kind === 'group') return `Group …${id.slice(-6)}`;
	if (kind === 'privacyId') return `Private …${id.slice(-6)}`;
	return nameOf(id) ?? `+${id}`;
}

function entryOf(message: AcceptedMessage, byId: Map<string, AcceptedMessage>): InboxMessage {
	const { sequence, at, messageId, method, state, undelivered, ignoredKeys, cards } = message;
	const entry: InboxMessage = {
		...{ sequence, messageId, method, state, ignoredKeys, cards },
		at: new Date(at).toISOString(),
	};
	if (undelivered !== undefined) entry.undelivered = undelivered;
	const { quotedMessageId: id } = message;
	if (id !== undefined) {
		const original = byId.get(id);
		entry.quoted = original
			? { messageId: id, cards: original.cards.map(({ name }) => name) }
			: { messageId: id };
	}
	return entry;
}
