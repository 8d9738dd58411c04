/** Contact cards in Evolution API's webhooks, of v1 and v2 (docs/providers/evolution-api.md). */
import { asRecord } from '../bodies';
import { idOf, isGroupId, senderOf, timeOfSeconds } from '../eventValues';
import type { ReceivedEvents } from '../provider';
import { cardsInMessage } from '../whatsAppMessage';

/** `send.message` is what the API sent; what the account's phone sent is an upsert with `fromMe`. */
const events: ReadonlySet<unknown> = new Set(['messages.upsert', 'send.message']);

export const received: ReceivedEvents = {
	read(event) {
		if (!events.has(event.event)) return undefined;
		const data = asRecord(event.data);
		// `messageType` is `ephemeralMessage` in a disappearing chat, so it tells nothing.
		const cards = cardsInMessage(data.message);
		if (cards === undefined) return undefined;
		const key = asRecord(data.key);
		const chatId = chatIdOf(key);
		const isGroup = isGroupId(chatId);
		const fromMe = key.fromMe === true || event.event === 'send.message';
		const other = isGroup
			? [key.participant, key.participantAlt]
			: [key.remoteJid, key.remoteJidAlt];
		return {
			instance: idOf(event.instance),
			messageId: idOf(key.id),
			chatId,
			isGroup,
			fromMe,
			// At the event's top stands the account itself.
			sender: senderOf(fromMe ? [event.sender] : other, data.pushName),
			timestamp: timeOfSeconds(data.messageTimestamp),
			cards,
		};
	},
	// The instance's token, unless the server was told to keep it to itself.
	secretKeys: ['apikey'],
};

/** Where the server knows a privacy id's number, the number: servers before 2.3 know no other. */
function chatIdOf({ remoteJid, remoteJidAlt }: Readonly<Record<string, unknown>>): string | null {
	const [chatId, other] = [idOf(remoteJid), idOf(remoteJidAlt)];
	const isBetter = chatId?.endsWith('@lid') && other?.endsWith('@s.whatsapp.net');
	return isBetter === true ? other : chatId;
}
