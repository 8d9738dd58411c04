/** Contact cards in GREEN-API's webhooks (docs/providers/green-api.md). */
import type { SharedCard } from '../../domain/receivedCard';
import { asRecord } from '../bodies';
import { idOf, isGroupId, senderOf, sharedCards, timeOfSeconds } from '../eventValues';
import type { ReceivedEvents } from '../provider';

/** By `typeWebhook`: whether the message is the account's own, from its phone or from the API. */
const isOwn: ReadonlyMap<unknown, boolean> = new Map([
	['incomingMessageReceived', false],
	['outgoingMessageReceived', true],
	['outgoingAPIMessageReceived', true],
]);

export const received: ReceivedEvents = {
	read(event) {
		const fromMe = isOwn.get(event.typeWebhook);
		const cards = cardsIn(asRecord(event.messageData));
		if (fromMe === undefined || cards === undefined) return undefined;
		const { idInstance } = asRecord(event.instanceData);
		const { chatId, sender, senderName, senderContactName } = asRecord(event.senderData);
		return {
			instance: idOf(idInstance),
			messageId: idOf(event.idMessage),
			chatId: idOf(chatId),
			isGroup: isGroupId(idOf(chatId)),
			fromMe,
			sender: senderOf([sender], senderName, senderContactName),
			timestamp: timeOfSeconds(event.timestamp),
			cards,
		};
	},
	// The token of the webhook comes in a header, and no other secret at all.
	secretKeys: [],
};

/** A card that a reply quotes stands in `quotedMessage`, under `contact` or `contacts`. */
function cardsIn(data: Readonly<Record<string, unknown>>): SharedCard[] | undefined {
	if (data.typeMessage === 'contactMessage') {
		return sharedCards(data.contactMessageData, 'vcard');
	}
	if (data.typeMessage !== 'contactsArrayMessage') return undefined;
	// The sample has them in a second messageData, the table of the same page in the first.
	return sharedCards(asRecord(data.messageData).contacts ?? data.contacts, 'vcard');
}
