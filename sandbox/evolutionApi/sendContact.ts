// sendContact of both generations: schema, channel, number check, then straight into the WhatsApp
// socket. v1 really waits for options.delay; v2 ignores everything but number and cards.

import { digitsOf, isOnWhatsApp } from '../directory';
import type { Draft, Outcome } from '../gateway';
import { hexId, isObject, isText, json, otherKeys, type JsonObject } from '../replies';
import type { AcceptedCard } from '../types';
import type { Evolution, Handler } from './account';
import { sent } from './answers';
import { createJid, isGroup } from './createJid';
import { checkNumbers } from './numberCheck';
import { connectionClosed, notLoaded, refusal, schemaRefusal } from './refusals';
import { problems } from './schema';
import { sendContactV1, sendContactV2 } from './schemas';
import { vcard } from './vcard';

const CARD_KEYS = ['fullName', 'wuid', 'phoneNumber', 'organization', 'email', 'url'];
const BODY_KEYS = {
	evolutionV2: [
		'number',
		'contact',
		...['delay', 'presence', 'quoted', 'linkPreview', 'mentionsEveryOne', 'mentioned'],
	],
	evolutionV1: ['number', 'contactMessage', 'options'],
};

/** v2 hands no options on; only Meta's channel looks at the quote. */
const ignored = (channel: string | undefined, body: JsonObject): string[] =>
	['delay', 'presence', ...(channel === 'WHATSAPP-BUSINESS' ? [] : ['quoted'])].filter(
		(key) => body[key] !== undefined,
	);

/** Meta's channel asks Meta instead of checking the number. */
export const sendContact: Handler = (instance, body) => {
	const { provider, channel } = instance.settings;
	const isV1 = provider === 'evolutionV1';
	const wrong = problems(isV1 ? sendContactV1 : sendContactV2, body);
	if (wrong.length > 0) return schemaRefusal(wrong);
	if (!isObject(body)) return schemaRefusal(['instance is not of a type(s) object']);

	if (channel === 'EVOLUTION') return refusal(400, ['Method not available on Evolution Channel']);
	const number = String(body.number);
	const jid = createJid(number);
	const cards = isV1 ? body.contactMessage : body.contact;
	const messageId = channel === 'WHATSAPP-BUSINESS' ? `wamid.${hexId(24)}` : hexId(16);
	const checked =
		channel === 'WHATSAPP-BUSINESS' ? (meta(instance, jid) ?? jid) : check(instance, number);
	if (typeof checked !== 'string') return checked;

	const options = isV1 ? body.options : body;
	const { delay, presence, quoted } = isObject(options) ? options : ({} as JsonObject);
	const accepts: Draft = {
		chatId: checked,
		cards: cardsOf(cards),
		messageId,
		undocumentedKeys: undocumented(provider, body, cards),
	};
	if (typeof delay === 'number') accepts.delay = delay;
	if (isText(presence)) accepts.presence = presence;
	const key = isObject(quoted) ? quoted.key : undefined;
	if (isObject(key) && isText(key.id)) accepts.quotedMessageId = key.id;
	if (!isV1) accepts.ignoredKeys = ignored(channel, body);
	const outcome: Outcome = { ...json(201, sent(instance, accepts)), accepts };
	return isV1 && accepts.delay !== undefined ? { ...outcome, waitMs: accepts.delay } : outcome;
};

/** The id that the card goes to after the number check of the Baileys channel, or its refusal. */
function check(instance: Evolution, number: string): string | Outcome {
	if (instance.settings.state === null) return notLoaded('contactMessage');
	const checked = checkNumbers(instance, [number]);
	if ('failed' in checked) {
		return checked.failed === 'socketClosed' ? connectionClosed() : notLoaded('id');
	}
	const [row] = checked.rows;
	if (row?.exists) return row.jid;
	// Thrown inside try and turned into text there.
	return refusal(400, row !== undefined && isGroup(row.jid) ? ['[object Object]'] : [row]);
}

/** Meta's refusals come back inside a 201; a group's id becomes digits that are nobody's. */
function meta(instance: Evolution, jid: string): Outcome | undefined {
	if (!isGroup(jid) && isOnWhatsApp(instance, digitsOf(jid))) return undefined;
	return json(201, {
		message: '(#131030) Recipient phone number not in allowed list',
		type: 'OAuthException',
		code: 131030,
		error_data: {
			messaging_product: 'whatsapp',
			details: 'Recipient phone number not in allowed list: Add recipient phone number to list.',
		},
		fbtrace_id: 'AbCdEfGhIjKlMnOpQrStUvW',
	});
}

function undocumented(
	provider: keyof typeof BODY_KEYS,
	body: JsonObject,
	cards: unknown,
): string[] {
	const name = provider === 'evolutionV1' ? 'contactMessage' : 'contact';
	const inCards = Array.isArray(cards)
		? cards.flatMap((card, index) =>
				isObject(card) ? otherKeys(card, CARD_KEYS, `${name}[${index}].`) : [],
			)
		: [];
	return [...otherKeys(body, BODY_KEYS[provider]), ...inCards];
}

/** Of any body, for a fault may look for a card before anything is judged. */
export function cardsOf(cards: unknown): AcceptedCard[] {
	if (!Array.isArray(cards)) return [];
	return cards.filter(isObject).map((contact) => ({
		name: typeof contact.fullName === 'string' ? contact.fullName : '',
		phones: isText(contact.phoneNumber) ? [contact.phoneNumber] : [],
		...(isText(contact.organization) ? { company: contact.organization } : {}),
		...(isText(contact.email) ? { email: contact.email } : {}),
		...(isText(contact.url) ? { url: contact.url } : {}),
		...(isText(contact.wuid) ? { whatsAppId: contact.wuid } : {}),
		vcard: vcard(contact),
	}));
}
