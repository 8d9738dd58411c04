// What PlugzAPI and Z-API call a webhook with: unsigned, and only one card a message is documented.

import type { Webhook } from '../webhooks';

export const webhook: Webhook = ({ instance }, message) => {
	const { at, cards, fromMe = false, from, group, lid, messageId, name, quotes } = message;
	const contacts = cards.map(({ displayName, vcard }) => ({
		displayName,
		vCard: vcard,
		phones: [...vcard.matchAll(/waid=(\d+)/g)].map(([, digits]) => digits),
	}));
	const person = lid === undefined ? from : `${lid}@lid`;
	return {
		body: {
			isStatusReply: false,
			chatLid: lid === undefined ? null : `${lid}@lid`,
			connectedPhone: '554499999999',
			waitingMessage: false,
			isEdit: false,
			isGroup: group !== undefined,
			isNewsletter: false,
			instanceId: instance,
			messageId,
			phone: group === undefined ? person : `${group}-group`,
			fromMe,
			momment: at,
			status: 'RECEIVED',
			chatName: name,
			senderName: name,
			senderLid: lid === undefined ? null : `${lid}@lid`,
			participantPhone: group === undefined || lid !== undefined ? null : from,
			participantLid: group === undefined || lid === undefined ? null : `${lid}@lid`,
			broadcast: false,
			type: 'ReceivedCallback',
			...(quotes && { referenceMessageId: '3EB0' }),
			...(message.disappearing && { messageExpirationSeconds: 604_800 }),
			...(contacts.length === 0
				? { text: { message: 'Hello' } }
				: { contact: contacts.length === 1 ? contacts[0] : contacts }),
		},
	};
};
