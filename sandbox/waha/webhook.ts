// What WAHA calls a webhook with, signed where it has a key: the HMAC-SHA512 of the body's bytes.

import { createHmac } from 'node:crypto';
import type { WahaInstance } from './account';
import type { Told, Webhook } from '../webhooks';

/** The message as NOWEB and GOWS have it; a disappearing one is not unwrapped for `vCards`. */
function dataOf({ cards, quotes, disappearing }: Told): object {
	const [first, ...others] = cards;
	const bare: object =
		first === undefined
			? {
					extendedTextMessage: {
						text: 'Thanks',
						...(quotes && { contextInfo: { quotedMessage: { contactMessage: quotes } } }),
					},
				}
			: others.length === 0
				? { contactMessage: first }
				: { contactsArrayMessage: { contacts: cards } };
	return disappearing ? { ephemeralMessage: { message: bare } } : bare;
}

export const webhook: Webhook = (settings, told) => {
	const { instance, webhookSecret, engine = 'NOWEB' } = settings as WahaInstance;
	const { at, cards, disappearing, fromMe = false, from, group, lid, messageId, name } = told;
	const person = lid === undefined ? `${from}@c.us` : `${lid}@lid`;
	const chat = group === undefined ? person : `${group}@g.us`;
	const isLost = disappearing && engine === 'NOWEB';
	const vCards = isLost || cards.length === 0 ? null : cards.map(({ vcard }) => vcard);
	const requestId = `req-${messageId}`;
	return {
		body: {
			id: `evt_${messageId.toLowerCase()}`,
			timestamp: at,
			event: fromMe ? 'message.any' : 'message',
			session: instance,
			metadata: {},
			me: { id: '79222222222@c.us', pushName: 'WAHA', lid: '123@lid' },
			payload: {
				id: `${fromMe}_${chat}_${messageId}${group === undefined ? '' : `_${person}`}`,
				timestamp: Math.floor(at / 1000),
				from: chat,
				fromMe,
				source: 'app',
				to: '79222222222@c.us',
				participant: group === undefined ? null : person,
				body: cards.length === 0 ? 'Hello' : null,
				hasMedia: false,
				media: null,
				ack: 1,
				ackName: 'SERVER',
				location: null,
				vCards: vCards ?? (engine === 'WEBJS' ? [] : null),
				replyTo: null,
				_data:
					engine === 'WEBJS' ? { notifyName: name } : { pushName: name, message: dataOf(told) },
			},
			engine,
			environment: { version: '2026.2.1', engine, tier: 'CORE', browser: null },
		},
		headers: (body) => ({
			'User-Agent': 'WAHA/2026.2.1',
			'X-Webhook-Request-Id': requestId,
			'X-Webhook-Timestamp': String(at),
			...(webhookSecret !== undefined && {
				'X-Webhook-Hmac': createHmac('sha512', webhookSecret).update(body).digest('hex'),
				'X-Webhook-Hmac-Algorithm': 'sha512',
			}),
		}),
	};
};
