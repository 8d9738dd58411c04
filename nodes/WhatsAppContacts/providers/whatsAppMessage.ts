/**
 * Cards in a message as WhatsApp itself writes it, which the self-hosted gateways hand on as it is.
 * A card that is only quoted stands under `contextInfo` and is not looked at.
 */
import type { SharedCard } from '../domain/receivedCard';
import { asRecord } from './bodies';
import { sharedCards } from './eventValues';

/** Around the messages of disappearing chats, of those that are seen once, and of one's own phone. */
const wrappers = [
	'ephemeralMessage',
	'viewOnceMessage',
	'viewOnceMessageV2',
	'viewOnceMessageV2Extension',
	'deviceSentMessage',
] as const;

/** Deeper than WhatsApp wraps anything. */
const MAX_DEPTH = 8;

/** The contact cards of a message; `undefined` for a message of another kind. */
export function cardsInMessage(value: unknown): SharedCard[] | undefined {
	let message = asRecord(value);
	for (let depth = 0; depth < MAX_DEPTH; depth += 1) {
		const { contactMessage, contactsArrayMessage } = message;
		if (isThere(contactMessage)) return sharedCards(contactMessage, 'vcard');
		if (isThere(contactsArrayMessage)) {
			return sharedCards(asRecord(contactsArrayMessage).contacts, 'vcard');
		}
		const wrapper = wrappers.find((name) => isThere(message[name]));
		if (wrapper === undefined) return undefined;
		message = asRecord(asRecord(message[wrapper]).message);
	}
	return undefined;
}

const isThere = (value: unknown) => value !== undefined && value !== null;
