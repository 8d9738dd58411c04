/** Contact cards in the webhooks of PlugzAPI and Z-API (docs/providers/plugzapi.md). */
import { idOf, isGroupId, senderOf, sharedCards, timeOfMilliseconds } from '../eventValues';
import type { ReceivedEvents } from '../provider';

/** The table writes ReceivedCallBack, the samples ReceivedCallback. */
const TYPE = 'receivedcallback';

export const received: ReceivedEvents = {
	read(event) {
		const { type } = event;
		if (typeof type !== 'string' || type.toLowerCase() !== TYPE) return undefined;
		// No form of several cards is documented: a list under either name is taken for them.
		const values = [event.contact, event.contacts].filter(
			(value) => value !== undefined && value !== null,
		);
		const cards = values.flatMap((value) => sharedCards(value, 'vCard'));
		if (cards.length === 0) return undefined;
		const chatId = idOf(event.phone);
		const isGroup = event.isGroup === true || isGroupId(chatId);
		const fromMe = event.fromMe === true;
		const other = isGroup
			? [event.participantPhone, event.participantLid, event.senderLid]
			: [event.phone, event.senderLid, event.chatLid];
		return {
			instance: idOf(event.instanceId),
			messageId: idOf(event.messageId),
			chatId,
			isGroup,
			fromMe,
			sender: senderOf(
				fromMe ? [event.connectedPhone] : other,
				event.senderName,
				isGroup || fromMe ? undefined : event.chatName,
			),
			timestamp: timeOfMilliseconds(event.momment),
			cards,
		};
	},
	secretKeys: [],
};
