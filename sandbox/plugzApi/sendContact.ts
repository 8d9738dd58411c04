// send-contact (flat, one card) and send-contacts (many cards, other key names). Both only enqueue.

import { digitsOf, isOnWhatsApp } from '../directory';
import type { Draft, Outcome } from '../gateway';
import { hexId, isObject, isText, json, otherKeys, type JsonObject } from '../replies';
import type { AcceptedCard } from '../types';
import type { Handler, PlugzApi } from './account';

const SHARED_KEYS = ['phone', 'messageId', 'delayMessage'];
const ONE_KEYS = [...SHARED_KEYS, 'contactName', 'contactPhone', 'contactBusinessDescription'];
const MANY_KEYS = [...SHARED_KEYS, 'contacts'];
const CARD_KEYS = ['name', 'phones', 'businessDescription'];

/** While the phone is away so many messages wait; the next is refused. */
const QUEUE_LIMIT = 1000;

/** A person, an old group, a new group, a privacy id. No suffix of the other vendors. */
const PHONE = /^(?:\d+|\d+-\d+|\d+-group|\d+@lid)$/;

const refused = (error: string): Outcome => json(400, { error });

/** Flat keys and one phone; PlugzAPI's page demands a description, Z-API's does not. */
export const sendContact: Handler = (_call, instance, body) => {
	if (!isObject(body)) return refused('Invalid body');
	const problem = sharedProblem(body) ?? cardProblem(instance, body);
	if (problem !== undefined) return refused(problem);
	return enqueue(instance, body, 'send-contact', otherKeys(body, ONE_KEYS));
};

function cardProblem({ settings }: PlugzApi, body: JsonObject): string | undefined {
	const { contactName, contactPhone, contactBusinessDescription: description } = body;
	if (!isText(contactName)) return 'Invalid contactName';
	if (!isText(contactPhone) || !/^\d+$/.test(contactPhone)) return 'Invalid contactPhone';
	const required = settings.descriptionRequired ?? true;
	if (required ? isText(description) : description === undefined || isText(description)) {
		return undefined;
	}
	return 'Invalid contactBusinessDescription';
}

/** Not every gateway knows it, and those that do not say so in three ways. */
export const sendContacts: Handler = (_call, instance, body) => {
	if (!isObject(body)) return refused('Invalid body');
	const { contacts } = body;
	const problem = sharedProblem(body);
	if (problem !== undefined) return refused(problem);
	if (!Array.isArray(contacts) || contacts.length === 0) return refused('Invalid contacts');
	const others = otherKeys(body, MANY_KEYS);
	for (const [index, card] of contacts.entries()) {
		if (!isObject(card)) return refused('Invalid contacts');
		const { name, phones, businessDescription } = card;
		if (!isText(name)) return refused('Invalid contact name');
		const numbers = Array.isArray(phones) && phones.length > 0 ? phones : [''];
		if (!numbers.every((phone) => typeof phone === 'string' && /^\d+$/.test(phone))) {
			return refused('Invalid contact phones');
		}
		if (businessDescription !== undefined && typeof businessDescription !== 'string') {
			return refused('Invalid contact businessDescription');
		}
		others.push(...otherKeys(card, CARD_KEYS, `contacts[${index}].`));
	}
	return enqueue(instance, body, 'send-contacts', others);
};

function sharedProblem({ phone, messageId, delayMessage: delay }: JsonObject): string | undefined {
	if (typeof phone !== 'string' || !PHONE.test(phone)) return 'Invalid phone';
	if (messageId !== undefined && !isText(messageId)) return 'Invalid messageId';
	if (delay === undefined || (typeof delay === 'number' && delay >= 1 && delay <= 15)) {
		return undefined;
	}
	return 'Invalid delayMessage';
}

function enqueue(
	instance: PlugzApi,
	body: JsonObject,
	method: string,
	undocumentedKeys: string[],
): Outcome {
	const { settings } = instance;
	const away = settings.connected === false;
	if (away && instance.queued >= QUEUE_LIMIT) return json(429, { error: 'Queue limit reached' });
	const chatId = String(body.phone);
	const messageId = hexId(20);
	const accepts: Draft = {
		chatId,
		cards: cardsOf(method, body),
		messageId,
		state: away ? 'queued' : 'sent',
		undocumentedKeys,
	};
	if (isText(body.messageId)) accepts.quotedMessageId = body.messageId;
	if (typeof body.delayMessage === 'number') accepts.delay = body.delayMessage;
	if (/^\d+$/.test(chatId) && !isOnWhatsApp(instance, digitsOf(chatId))) {
		accepts.undelivered = 'noAccount';
	}
	const ids = { zaapId: hexId(33), messageId, id: messageId };
	const keys = settings.answerIds ?? (['zaapId', 'messageId', 'id'] as const);
	return { ...json(200, Object.fromEntries(keys.map((key) => [key, ids[key]]))), accepts };
}

/** Of any body, for a fault may look for a card before anything is judged. */
export function cardsOf(method: string, body: JsonObject): AcceptedCard[] {
	if (method === 'send-contact') {
		const { contactName, contactPhone, contactBusinessDescription: description } = body;
		return [card(contactName, [contactPhone], description)];
	}
	const contacts = Array.isArray(body.contacts) ? body.contacts.filter(isObject) : [];
	return contacts.map(({ name, phones, businessDescription }) =>
		card(name, Array.isArray(phones) ? phones : [], businessDescription),
	);
}

const card = (name: unknown, phones: unknown[], description: unknown): AcceptedCard => ({
	name: typeof name === 'string' ? name : '',
	phones: phones.filter((phone) => typeof phone === 'string'),
	...(isText(description) ? { description } : {}),
});
