// The 201 of a send: v1 answers the raw Baileys message, v2 its own record of it.

import type { Draft } from '../gateway';
import type { JsonObject } from '../replies';
import type { Evolution } from './account';

/** Repeats the cards that go out, vCards included; a quote leaves no trace in it. */
export function sent({ settings }: Evolution, { chatId, messageId, cards }: Draft): JsonObject {
	const isV1 = settings.provider === 'evolutionV1';
	const vcards = cards.map(({ name, vcard }) => ({ displayName: name, vcard }));
	const messageType = cards.length === 1 ? 'contactMessage' : 'contactsArrayMessage';
	const message =
		cards.length === 1
			? { contactMessage: { ...vcards[0], contextInfo: {} } }
			: {
					contactsArrayMessage: {
						displayName: `${cards.length} contacts`,
						contacts: vcards,
						contextInfo: {},
					},
				};
	const key = { remoteJid: chatId, fromMe: true, id: messageId };
	const status = settings.sendStatus ?? 'PENDING';
	const seconds = Math.floor(Date.now() / 1000);
	if (isV1) return { key, message, messageTimestamp: String(seconds), status };
	return {
		key,
		pushName: 'Você',
		status,
		message,
		contextInfo: {},
		messageType,
		messageTimestamp: seconds,
		instanceId: '2f1f5a3f-7a11-4d52-9d8e-0b6f3f0e5f0d',
		source: 'unknown',
	};
}
