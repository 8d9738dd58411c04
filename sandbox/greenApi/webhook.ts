// What GREEN-API calls a webhook with: one event a message, and the token of the webhook in a header.

import type { Webhook, Told } from '../webhooks';

const WID = '79876543210@c.us';

function messageDataOf({ cards, quotes }: Told): object {
	const quotedMessage = quotes && {
		quotedMessage: {
			stanzaId: '3EB0',
			participant: WID,
			typeMessage: 'contactMessage',
			contact: quotes,
		},
	};
	const [first, ...others] = cards;
	if (first === undefined) {
		return quotes
			? {
					typeMessage: 'quotedMessage',
					extendedTextMessageData: { text: 'Thanks' },
					...quotedMessage,
				}
			: { typeMessage: 'textMessage', textMessageData: { textMessage: 'Hello' } };
	}
	const forwarding = { forwardingScore: 0, isForwarded: false };
	return others.length === 0
		? {
				typeMessage: 'contactMessage',
				contactMessageData: { ...first, ...forwarding },
				...quotedMessage,
			}
		: {
				typeMessage: 'contactsArrayMessage',
				// Inside another of the same name, in the documentation's sample.
				messageData: { contacts: cards, ...forwarding },
				...quotedMessage,
			};
}

export const webhook: Webhook = ({ instance, webhookSecret }, message) => {
	const person = message.lid === undefined ? `${message.from}@c.us` : `${message.lid}@lid`;
	return {
		body: {
			typeWebhook: message.fromMe ? 'outgoingMessageReceived' : 'incomingMessageReceived',
			instanceData: { idInstance: Number(instance), wid: WID, typeInstance: 'whatsapp' },
			timestamp: Math.floor(message.at / 1000),
			idMessage: message.messageId,
			senderData: {
				chatId: message.group === undefined ? person : `${message.group}@g.us`,
				sender: message.fromMe ? WID : person,
				chatName: message.name,
				senderName: message.name,
				senderContactName: '',
			},
			messageData: messageDataOf(message),
		},
		headers: () => ({
			...(webhookSecret !== undefined && { Authorization: `Bearer ${webhookSecret}` }),
		}),
	};
};
