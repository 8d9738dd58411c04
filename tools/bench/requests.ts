/** The vendors' requests, written out plainly for the contenders that have no node of their own. */
import type { Form } from './types';

export interface Account {
	readonly apiUrl: string;
	readonly instance: string;
	readonly token: string;
}

export interface Card {
	readonly chat: string;
	readonly name: string;
	readonly phone: string;
}

export interface Request {
	readonly url: string;
	readonly headers: Record<string, string>;
}

/** Evolution API's check of numbers. */
export function checkRequestFor({ apiUrl, instance, token }: Account): Request {
	return { url: `${apiUrl}/chat/whatsappNumbers/${instance}`, headers: { apikey: token } };
}

export function requestFor(form: Form, { apiUrl, instance, token }: Account): Request {
	if (form === 'plugzApi') {
		return { url: `${apiUrl}/instances/${instance}/token/${token}/send-contact`, headers: {} };
	}
	if (form === 'greenApi') {
		return { url: `${apiUrl}/waInstance${instance}/sendContact/${token}`, headers: {} };
	}
	return { url: `${apiUrl}/message/sendContact/${instance}`, headers: { apikey: token } };
}

export function bodyFor(form: Form, { chat, name, phone }: Card): object {
	if (form === 'plugzApi') {
		return {
			phone: chat,
			contactName: name,
			contactPhone: phone,
			contactBusinessDescription: name,
		};
	}
	if (form === 'greenApi') {
		return {
			chatId: `${chat}@c.us`,
			contact: { phoneContact: Number(phone), firstName: name },
		};
	}
	const contact = [{ fullName: name, wuid: phone, phoneNumber: `+${phone}` }];
	return { number: chat, contact };
}

/** The same body as an expression of n8n's HTTP Request node. */
export const bodyExpressions: Readonly<Record<Form, string>> = {
	plugzApi:
		'={{ { phone: $json.chat, contactName: $json.name, contactPhone: $json.phone, contactBusinessDescription: $json.name } }}',
	greenApi:
		'={{ { chatId: $json.chat + "@c.us", contact: { phoneContact: Number($json.phone), firstName: $json.name } } }}',
	evolutionV2:
		'={{ { number: $json.chat, contact: [{ fullName: $json.name, wuid: $json.phone, phoneNumber: "+" + $json.phone }] } }}',
};

/** Numbers that every gateway knows; each item has a chat of its own unless told. */
export function cardsOf(items: number, tag: string, oneChat: boolean): Card[] {
	return Array.from({ length: items }, (_, index) => ({
		// The last digit keeps clear of 0000, which the sandbox says is not on WhatsApp.
		chat: `55119${1_000_000 + (oneChat ? 0 : index)}1`,
		name: `Card ${tag} ${index}`,
		phone: `55219${2_000_000 + index}1`,
	}));
}
