// sendContact: validated in Joi's words, put into a queue, and answered with an id whatever becomes
// of the message later.

import type { Call, Draft, Outcome } from '../gateway';
import { digitsOf, isOnWhatsApp } from '../directory';
import { hexId, isObject, isText, json, otherKeys, type JsonObject } from '../replies';
import type { AcceptedCard } from '../types';
import type { GreenApi } from './account';
import { error, invalid } from './refusals';

const NAMES = ['firstName', 'middleName', 'lastName', 'company'] as const;
const BODY_KEYS = ['chatId', 'contact', 'quotedMessageId'];
const CONTACT_KEYS = ['phoneContact', ...NAMES];

const CHAT_ID = /^(?:\d+@c\.us|\d+(?:-\d+)?@g\.us|\d+@lid)$/;

/** Accepts whatever is well formed: what cannot arrive shows in `undelivered` alone. */
export function sendContact(call: Call, instance: GreenApi, body: unknown): Outcome {
	if (!isObject(body)) return invalid(call, "'value' must be of type object");
	if (Object.keys(body).length === 0) return invalid(call, "'value' must have at least 1 key");
	const refusal = wrongType(call, body.chatId) ?? refuse(body);
	if (typeof refusal === 'string') return invalid(call, refusal);
	if (refusal !== undefined) return refusal;

	const { chatId, contact, quotedMessageId } = body;
	if (typeof chatId !== 'string' || !isObject(contact)) return error(call, 400, 'bad request data');
	const undocumentedKeys = [
		...otherKeys(body, BODY_KEYS),
		...otherKeys(contact, CONTACT_KEYS, 'contact.'),
	];
	if (undocumentedKeys[0] !== undefined && instance.settings.undocumentedKeys !== 'record') {
		return invalid(call, `'${undocumentedKeys[0]}' is not allowed`);
	}
	const messageId = hexId(20);
	const accepts: Draft = {
		chatId,
		cards: [cardOf(contact)],
		messageId,
		state: (instance.settings.state ?? 'authorized') === 'authorized' ? 'sent' : 'queued',
		undocumentedKeys,
	};
	if (isText(quotedMessageId)) accepts.quotedMessageId = quotedMessageId;
	const undelivered = whyUndelivered(instance, chatId, accepts.quotedMessageId);
	if (undelivered !== undefined) accepts.undelivered = undelivered;
	return { ...json(200, { idMessage: messageId }), accepts };
}

/** The first thing wrong, in the order of the vendor's table; Joi stops at the first. */
function refuse({ chatId, contact, quotedMessageId }: JsonObject): string | undefined {
	const chat = chatIdProblem(chatId);
	if (chat !== undefined) return chat;
	if (contact === undefined) return "'contact' is required";
	if (!isObject(contact)) return "'contact' must be of type object";
	if (!CONTACT_KEYS.some((key) => contact[key] !== undefined)) {
		return "'value' must have at least 1 key";
	}
	const phone = phoneProblem(contact.phoneContact);
	if (phone !== undefined) return phone;
	for (const key of NAMES) {
		const problem = textProblem(`contact.${key}`, contact[key]);
		if (problem !== undefined) return problem;
	}
	if (!NAMES.some((key) => contact[key] !== undefined)) return "'value' must have at least 1 key";
	return textProblem('quotedMessageId', quotedMessageId);
}

/** A chatId of the wrong type gets past the validation and breaks the server behind it. */
export function wrongType(call: Call, chatId: unknown): Outcome | undefined {
	const types: Record<string, string> = { boolean: 'bool', number: 'float64' };
	const type = types[typeof chatId] ?? (isObject(chatId) ? 'map[string]interface {}' : undefined);
	if (type === undefined) return undefined;
	return error(call, 500, `interface conversion: interface {} is ${type}, not string`);
}

/** Shared with the look-ups, which complain in the same words. */
export function chatIdProblem(chatId: unknown): string | undefined {
	if (chatId === undefined) return "'chatId' is required";
	if (typeof chatId !== 'string') return "'chatId' must be a string";
	if (chatId === '') return "'chatId' is not allowed to be empty";
	if (CHAT_ID.test(chatId)) return undefined;
	return "'chatId' must be one of the next formats: 'phone_number@c.us', 'group_id@g.us' or 'chat_id@lid'";
}

/** Joi reads numeric strings as numbers. */
function phoneProblem(phone: unknown): string | undefined {
	if (phone === undefined) return "'contact.phoneContact' is required";
	const value = typeof phone === 'string' && phone.trim() !== '' ? Number(phone) : phone;
	if (typeof value !== 'number' || Number.isNaN(value)) {
		return "'contact.phoneContact' must be a number";
	}
	if (Math.abs(value) > Number.MAX_SAFE_INTEGER) {
		return "'contact.phoneContact' must be a safe number";
	}
	return Number.isInteger(value) ? undefined : "'contact.phoneContact' must be an integer";
}

function textProblem(label: string, value: unknown): string | undefined {
	if (value === undefined) return undefined;
	if (typeof value !== 'string') return `'${label}' must be a string`;
	return value === '' ? `'${label}' is not allowed to be empty` : undefined;
}

/** What the webhooks would tell later, and the answer does not. */
function whyUndelivered(instance: GreenApi, chatId: string, quoted?: string): string | undefined {
	const known = instance.journal.get(quoted ?? '') === chatId;
	const quotable = ['361B0E63F2FDF95903B6A9C9A102F34B', ...(instance.settings.quotable ?? [])];
	if (quoted !== undefined && !known && !quotable.includes(quoted))
		return 'quotedMessageId unknown';
	if (chatId.endsWith('@c.us') && !isOnWhatsApp(instance, digitsOf(chatId))) return 'noAccount';
	return undefined;
}

/** The card under the names that all gateways share; the phone is a number on this wire. */
export function cardOf(contact: JsonObject): AcceptedCard {
	const text = (key: string) => (isText(contact[key]) ? { [key]: contact[key] } : {});
	const names = [contact.firstName, contact.middleName, contact.lastName].filter(isText);
	return {
		name: names.join(' ') || (isText(contact.company) ? contact.company : ''),
		phones: contact.phoneContact === undefined ? [] : [String(contact.phoneContact)],
		...text('firstName'),
		...text('middleName'),
		...text('lastName'),
		...text('company'),
	};
}
