// sendContactVcard: straight into the WhatsApp socket. A vCard that is given goes out as it is; of
// the other form the server builds one, without N and without escaping.

import { digitsOf, isOnWhatsApp } from '../directory';
import type { Draft, Outcome } from '../gateway';
import { hexId, isObject, isText, json, otherKeys, empty, type JsonObject } from '../replies';
import type { AcceptedCard } from '../types';
import type { Handler, Waha, WahaInstance } from './account';
import { crash, invalid, noSuchNumber, notByEngine } from './refusals';
import { builtVcard, readVcard } from './vcard';

const BODY_KEYS = ['session', 'chatId', 'contacts', 'reply_to'];
const CARD_KEYS = ['fullName', 'organization', 'phoneNumber', 'whatsappId', 'vcard'];
const CHAT_ID = /^(?:\d+@c\.us|\d+(?:-\d+)?@g\.us|\d+@lid)$/;

/** A number without WhatsApp is accepted and never arrives, or has no LID and fails. */
export const sendContactVcard: Handler = (call, instance, body) => {
	const { engine, withoutWebjsCards, checksNumbers, noLid } = instance.settings;
	if (engine === 'WEBJS' && withoutWebjsCards) return notByEngine(instance);
	const { chatId, contacts, reply_to: quoted } = body;
	const problem = problemOf(body);
	if (problem !== undefined) return invalid(problem);
	if (isText(quoted) && engine !== 'WEBJS' && !isMessageId(quoted)) {
		return crash(
			call,
			'Message id be in format false_11111111111@c.us_AAAAAAAAAAAAAAAAAAAA[_participant]',
		);
	}
	const to = String(chatId);
	const isKnown = !to.endsWith('@c.us') || isOnWhatsApp(instance, digitsOf(to));
	if (!isKnown && checksNumbers) return noSuchNumber(digitsOf(to));
	if (!isKnown && noLid) {
		return crash(call, `2 UNKNOWN: no LID found for ${digitsOf(to)}@s.whatsapp.net from server`);
	}
	const id = `3EB0${hexId(18)}`;
	const accepts: Draft = {
		chatId: to,
		cards: engine === 'WPP' ? cardsOf(contacts).map(shownByWpp) : cardsOf(contacts),
		messageId: engine === undefined || engine === 'NOWEB' ? id : `true_${to}_${id}`,
		undocumentedKeys: undocumented(body),
		...(isText(quoted) && findsQuote(engine, quoted) ? { quotedMessageId: quoted } : {}),
		...(isKnown ? {} : { undelivered: 'noAccount' }),
	};
	return { ...answerOf(instance, accepts, id), accepts };
};

function problemOf({ session, chatId, contacts, reply_to: quoted }: JsonObject) {
	if (!isText(session)) return 'session must be a string';
	if (typeof chatId !== 'string' || !CHAT_ID.test(chatId)) return 'chatId must be a chat id';
	if (quoted !== undefined && quoted !== null && !isText(quoted))
		return 'reply_to must be a string';
	if (!Array.isArray(contacts) || contacts.length === 0) return 'contacts must be an array';
	return contacts.map(cardProblem).find((problem) => problem !== undefined);
}

function cardProblem(card: unknown, index: number): string | undefined {
	const at = `contacts.${index}`;
	if (!isObject(card)) return `${at} must be an object`;
	const { vcard, fullName, phoneNumber, organization, whatsappId } = card;
	for (const [key, value] of Object.entries({ organization, whatsappId })) {
		if (value !== undefined && typeof value !== 'string') return `${at}.${key} must be a string`;
	}
	if (isText(whatsappId) && !/^\d+$/.test(whatsappId)) return `${at}.whatsappId must be digits`;
	if (isText(vcard)) return readVcard(vcard) ? undefined : `${at}.vcard must be a vCard`;
	if (vcard !== undefined && vcard !== null) return `${at}.vcard must be a string`;
	if (!isText(fullName)) return `${at}.fullName must be a string`;
	return isText(phoneNumber) ? undefined : `${at}.phoneNumber must be a string`;
}

/** The last part alone, or three or four parts. */
const isMessageId = (id: string): boolean => [1, 3, 4].includes(id.split('_').length);

/** WEBJS looks for the whole id, and says nothing where it finds none. */
const findsQuote = (engine: WahaInstance['engine'], id: string): boolean =>
	engine !== 'WEBJS' || /^(?:true|false)_[^_]+@[^_]+_[^_]+(?:_[^_]+)?$/.test(id);

/** Of a vCard this engine takes the name and the first number. */
const shownByWpp = ({ name, phones, vcard }: AcceptedCard): AcceptedCard => ({
	name,
	phones: phones.slice(0, 1),
	...(vcard === undefined ? {} : { vcard }),
});

const undocumented = (body: JsonObject): string[] => [
	...otherKeys(body, BODY_KEYS),
	...(Array.isArray(body.contacts) ? body.contacts : []).flatMap((card, index) =>
		isObject(card) ? otherKeys(card, CARD_KEYS, `contacts[${index}].`) : [],
	),
];

/** Of any body, for a fault may look for a card before anything is judged. */
export function cardsOf(contacts: unknown): AcceptedCard[] {
	if (!Array.isArray(contacts)) return [];
	return contacts.filter(isObject).map((contact) => {
		const vcard = isText(contact.vcard) ? contact.vcard : builtVcard(contact);
		return { ...(readVcard(vcard) ?? { name: '', phones: [] }), vcard };
	});
}

/** Each engine answers its own object. */
function answerOf({ settings }: Waha, { chatId, cards, messageId }: Draft, id: string): Outcome {
	if (settings.emptyAnswers) return empty(201);
	const remoteJid = chatId.replace('@c.us', '@s.whatsapp.net');
	if (settings.engine === 'GOWS') {
		const Timestamp = new Date().toISOString().replace(/\.\d+/, '');
		const Info = { Chat: remoteJid, IsFromMe: true, IsGroup: false, ID: id, Timestamp };
		return json(201, { id: messageId, _data: { Info } });
	}
	if (settings.engine === 'WEBJS' || settings.engine === 'WPP') {
		return json(201, {
			id: { fromMe: true, remote: chatId, id, _serialized: messageId },
			timestamp: Math.floor(Date.now() / 1000),
			ackName: 'PENDING',
		});
	}
	const contacts = cards.map(({ vcard }) => ({ vcard }));
	return json(201, {
		key: { remoteJid, fromMe: true, id },
		message:
			contacts.length === 1
				? { contactMessage: contacts[0] }
				: { contactsArrayMessage: { contacts } },
		messageTimestamp: String(Math.floor(Date.now() / 1000)),
		status: 'PENDING',
	});
}
