// What Evolution's servers call a webhook with: the message as WhatsApp has it, and the instance's
// token in the body, which v1 keeps to itself unless it is exposed.

import type { EvolutionInstance } from './account';
import type { SharedCard, Told, Webhook } from '../webhooks';

function messageOf({ cards, quotes, disappearing }: Told): object {
	const [first, ...others] = cards;
	const contextInfo = quotes && {
		contextInfo: { stanzaId: '3EB0', quotedMessage: { contactMessage: quotes } },
	};
	const bare: object =
		first === undefined
			? quotes
				? { extendedTextMessage: { text: 'Thanks', ...contextInfo } }
				: { conversation: 'Hello' }
			: others.length === 0
				? { contactMessage: { ...first, ...contextInfo } }
				: { contactsArrayMessage: arrayOf(cards, contextInfo) };
	return disappearing ? { ephemeralMessage: { message: bare } } : bare;
}

const arrayOf = (contacts: SharedCard[], contextInfo?: object) => ({
	displayName: `${contacts.length} contatos`,
	contacts,
	...contextInfo,
});

export const webhook: Webhook = (settings, told) => {
	const { instance, token, webhookSecret, provider } = settings as EvolutionInstance;
	const isV1 = provider === 'evolutionV1';
	const person = told.lid === undefined ? `${told.from}@s.whatsapp.net` : `${told.lid}@lid`;
	const message = messageOf(told);
	return {
		body: {
			event: 'messages.upsert',
			instance,
			data: {
				key: {
					remoteJid: told.group === undefined ? person : `${told.group}@g.us`,
					fromMe: told.fromMe ?? false,
					id: told.messageId,
					...(told.group !== undefined && { participant: person }),
				},
				pushName: told.name,
				status: 'DELIVERY_ACK',
				message,
				messageType: Object.keys(message)[0],
				// v1 passes the number on in whatever form it has it.
				messageTimestamp: isV1
					? { low: Math.floor(told.at / 1000), high: 0, unsigned: true }
					: Math.floor(told.at / 1000),
				...(isV1 ? { owner: instance } : { instanceId: '5d1e6b7c-0000-4000-8000-000000000001' }),
				source: 'android',
			},
			destination: 'http://127.0.0.1/',
			date_time: new Date(told.at).toISOString(),
			sender: '5511900000000@s.whatsapp.net',
			server_url: 'http://127.0.0.1/',
			...(!isV1 && { apikey: token }),
		},
		// The headers that were registered come back; v1 knows none.
		headers: () => ({
			...(!isV1 && webhookSecret !== undefined && { 'X-Webhook-Secret': webhookSecret }),
		}),
	};
};
