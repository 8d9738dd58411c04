// GREEN-API's questions: contact info, registration, avatar, and what the instance says of itself.

import { digitsOf, isOnWhatsApp, lidOf, personOf } from '../directory';
import type { Call, Outcome } from '../gateway';
import { isObject, json, type JsonObject } from '../replies';
import type { GreenApi } from './account';
import { error, invalid } from './refusals';
import { chatIdProblem, wrongType } from './sendContact';

const NOT_AUTHORIZED = 'instance is starting or not authorized';

/** Unknown texts are empty, and groups are refused. */
export function getContactInfo(call: Call, instance: GreenApi, body: unknown): Outcome {
	const chatId = isObject(body) ? body.chatId : undefined;
	const wrong = wrongType(call, chatId);
	if (wrong !== undefined) return wrong;
	const problem = chatIdProblem(chatId);
	if (problem !== undefined) return invalid(call, problem);
	if (String(chatId).endsWith('@g.us')) {
		return invalid(
			call,
			'The method GetContactInfo does not support group chats, to work with groups, use the GetGroupData method',
		);
	}
	if (instance.settings.state === 'notAuthorized') return error(call, 400, NOT_AUTHORIZED);
	return json(200, contactInfo(instance, String(chatId)));
}

function contactInfo(instance: GreenApi, chatId: string): JsonObject {
	const { lidMode, oldRelease } = instance.settings;
	const person = personOf(instance, chatId);
	const { business } = person;
	// Before release 5.44.25.19 an unknown name was no key at all.
	const name = (key: string, value: string | undefined) =>
		oldRelease && value === undefined ? {} : { [key]: value ?? '' };
	return {
		avatar: person.avatarUrl ?? '',
		...name('name', person.name),
		...name('contactName', person.contactName),
		email: business?.email ?? '',
		category: business?.category ?? '',
		description: business?.description ?? '',
		products: business && 'products' in business ? business.products : [],
		chatId: lidMode && person.digits ? `${lidOf(person.digits, person)}@lid` : chatId,
		lastSeen: null,
		isArchive: false,
		isDisappearing: false,
		isMute: false,
		messageExpiration: 0,
		muteExpiration: null,
		isBusiness: business !== undefined,
	};
}

/** Takes a number or a chat id; newer releases answer the privacy id as chatId. */
export function checkWhatsapp(call: Call, instance: GreenApi, body: unknown): Outcome {
	const asked = isObject(body) ? (body.chatId ?? body.phoneNumber) : undefined;
	if (asked === undefined) return invalid(call, "'phoneNumber' is required");
	const problem = registrationProblem(asked);
	if (problem !== undefined) return invalid(call, problem);
	if (instance.settings.state === 'notAuthorized') return error(call, 400, NOT_AUTHORIZED);
	const person = personOf(instance, String(asked));
	const existsWhatsapp = isOnWhatsApp(instance, person.digits);
	if (instance.settings.oldRelease) return json(200, { existsWhatsapp });
	return json(200, {
		existsWhatsapp,
		chatId: existsWhatsapp ? `${lidOf(person.digits, person)}@lid` : '',
		username: '',
		phoneNumber: `${person.digits}@c.us`,
		fromCache: false,
	});
}

function registrationProblem(asked: unknown): string | undefined {
	if (typeof asked === 'string' && asked.includes('@')) {
		return /^\d+@(?:c\.us|lid)$/.test(asked)
			? undefined
			: "'chatId' must be one of the next formats: 'phone_number@c.us' or 'chat_id@lid'";
	}
	const number = Number(asked);
	if (typeof asked === 'boolean' || Number.isNaN(number)) return "'phoneNumber' must be a number";
	// A Singaporean number is too short for it.
	if (String(asked).replace(/\D/g, '').length < 11) {
		return 'bad phone number, valid from 11 to 16 digits';
	}
	return Number.isSafeInteger(number) ? undefined : "'phoneNumber' must be a safe number";
}

/** `available` is about the person; an empty address is a picture that is not shown. */
export function getAvatar(call: Call, instance: GreenApi, body: unknown): Outcome {
	const chatId = isObject(body) ? body.chatId : undefined;
	const problem = chatIdProblem(chatId);
	if (problem !== undefined) return invalid(call, problem);
	const { avatarUrl } = personOf(instance, String(chatId));
	const available =
		String(chatId).endsWith('@g.us') || isOnWhatsApp(instance, digitsOf(String(chatId)));
	return json(200, { urlAvatar: avatarUrl ?? '', available });
}

/** Answers 200 in every state; only the word tells. */
export function getStateInstance(_call: Call, { settings }: GreenApi): Outcome {
	if (settings.bareNullState) return json(200, null);
	return json(200, {
		stateInstance: settings.state === undefined ? 'authorized' : settings.state,
	});
}

/** How the account is set up, whether or not its phone is connected. */
export function getSettings(_call: Call, { settings }: GreenApi): Outcome {
	return json(200, {
		wid: '11001234567@c.us',
		typeInstance: 'whatsapp',
		webhookUrl: '',
		delaySendMessagesMilliseconds: settings.delaySendMessagesMilliseconds ?? 500,
		markIncomingMessagesReaded: 'no',
		outgoingWebhook: 'yes',
		incomingWebhook: 'yes',
		stateWebhook: 'yes',
		enableLidMode: settings.lidMode ? 'yes' : 'no',
	});
}
