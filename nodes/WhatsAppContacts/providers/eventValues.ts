/**
 * Values of webhook events. Anybody who knows a webhook's address can send one, so nothing is what
 * it should be until it was looked at, and nothing that is repeated with every card may be long.
 */
import type { ReceivedMessage, SharedCard } from '../domain/receivedCard';
import { bounded } from '../domain/texts';
import { isBlank, oneLine } from '../domain/typed';
import { digitsOf, isoTime, lidOf } from './answer';
import { asRecord } from './bodies';

/** Longer than any id, and than any name that a person reads. */
const MAX_LENGTH = 300;

/** An id: a short text, or a number that JavaScript holds exactly. */
export function idOf(value: unknown): string | null {
	if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value);
	if (typeof value !== 'string' || value.length > MAX_LENGTH || isBlank(value)) return null;
	return oneLine(value);
}

/** The first of these texts that is a name; a long one is cut. */
export function nameOf(...values: readonly unknown[]): string | null {
	for (const value of values) {
		if (typeof value !== 'string') continue;
		const cut = bounded(value, MAX_LENGTH);
		if (!isBlank(cut)) return oneLine(cut);
	}
	return null;
}

/** Who wrote: of several ids of one person, the first that is a number, and the first privacy id. */
export function senderOf(
	ids: readonly unknown[],
	...names: readonly unknown[]
): ReceivedMessage['sender'] {
	const texts = ids.map(idOf);
	return {
		phone: texts.map(digitsOf).find((digits) => digits !== null) ?? null,
		lid: texts.map(lidOf).find((lid) => lid !== null) ?? null,
		name: nameOf(...names),
	};
}

/** Whether a chat is a group, by its id: every gateway's ending, or an old group's bare id. */
export function isGroupId(chatId: string | null): boolean {
	return chatId !== null && /@g\.us$|-group$|^\d{5,}-\d{5,}$/i.test(chatId);
}

/** Unix seconds, also as digits or as the two halves of a long number that some JSON has. */
export function timeOfSeconds(value: unknown): string | null {
	const { low, high } = asRecord(value);
	if (typeof low !== 'number' || typeof high !== 'number') return isoTime(value);
	return isoTime(high * 2 ** 32 + (low >>> 0));
}

/** Unix milliseconds, likewise. */
export function timeOfMilliseconds(value: unknown): string | null {
	const isDigits = typeof value === 'string' && /^\d{1,15}$/.test(value);
	const ms = isDigits ? Number(value) : value;
	return typeof ms === 'number' ? isoTime(ms / 1000) : null;
}

/** A card, or the cards of a list; what is none stays, and is told as a card that is unreadable. */
export function sharedCards(value: unknown, keyOfVCard: string): SharedCard[] {
	const list: readonly unknown[] = Array.isArray(value) ? value : [value];
	return list.map((each) => {
		const card = asRecord(each);
		return {
			displayName: nameOf(card.displayName),
			vCard: card[keyOfVCard],
			...(Array.isArray(card.phones) && { phones: card.phones.slice(0, MAX_LENGTH) }),
		};
	});
}
