/** Contact cards in WAHA's webhooks (docs/providers/waha.md). */
import type { SharedCard } from '../../domain/receivedCard';
import { asRecord } from '../bodies';
import { idOf, isGroupId, senderOf, timeOfSeconds } from '../eventValues';
import type { ReceivedEvents } from '../provider';
import { cardsInMessage } from '../whatsAppMessage';

type Values = Readonly<Record<string, unknown>>;

/** `message.any` has one's own messages too. */
const events: ReadonlySet<unknown> = new Set(['message', 'message.any']);

export const received: ReceivedEvents = {
	read(event) {
		if (!events.has(event.event)) return undefined;
		const payload = asRecord(event.payload);
		// What the engine made of the message: each has its own words for it.
		const data = asRecord(payload._data);
		const cards = cardsOf(payload, data);
		if (cards === undefined) return undefined;
		const fromMe = payload.fromMe === true;
		const me = asRecord(event.me);
		const chatId = fromMe ? chatIdOfOwn(payload) : idOf(payload.from);
		const isGroup = isGroupId(chatId);
		const key = asRecord(data.key);
		const other = isGroup
			? [payload.participant, key.participantAlt]
			: [payload.from, key.remoteJidAlt];
		const { PushName } = asRecord(data.Info);
		return {
			instance: idOf(event.session),
			messageId: idOf(payload.id),
			chatId,
			isGroup,
			fromMe,
			sender: fromMe
				? senderOf([me.id, me.lid], me.pushName)
				: senderOf(other, data.pushName, data.notifyName, PushName),
			timestamp: timeOfSeconds(payload.timestamp),
			cards,
		};
	},
	secretKeys: [],
};

/**
 * `vCards` is missing on NOWEB and GOWS before 2025.11.2, and on NOWEB `null` in disappearing chats.
 * The name above a card stands in the engine's words only.
 */
function cardsOf({ vCards }: Values, data: Values): SharedCard[] | undefined {
	const inData = cardsInMessage(data.message ?? data.Message);
	if (!Array.isArray(vCards) || vCards.length === 0) return inData;
	return vCards.map((vCard: unknown, index) => ({
		displayName: inData?.[index]?.displayName ?? null,
		vCard,
	}));
}

/** Engines differ in what `from` is of one's own message; the id names the chat in all of them. */
function chatIdOfOwn({ id, from, to }: Values): string | null {
	return /^true_([^_@]+@[^_@]+)_/.exec(idOf(id) ?? '')?.[1] ?? idOf(to) ?? idOf(from);
}
