/** Builders of Check Number's vectors: what is asked differs by gateway, and the items do not. */
import type { IDataObject } from 'n8n-workflow';
import type { Exchange, Failed, Vector } from './vector';

interface Usual {
	/** The number that is asked about, in digits. */
	readonly digits: string;
	/** Digits as the gateway spells a person's chat. */
	readonly person: (digits: string) => string;
}

/** Vectors of one gateway in which its usual number, or several, are checked. */
export function checksOf({ digits, person }: Usual) {
	/** A number's item; nobody is there unless said. */
	const item = (phone: string, said: IDataObject = {}): IDataObject => ({
		chatId: person(phone),
		phone,
		...{ exists: false, whatsAppId: null, lid: null },
		...said,
	});
	const failure = (phone: string, over: Partial<Failed>): Failed => ({
		...{ message: '', code: 'UNEXPECTED_RESPONSE', delivery: 'notSent', retryable: false },
		...{ httpStatus: 200, chatId: person(phone), contacts: [] },
		...over,
	});
	const check = (
		that: string,
		exchanges: readonly Exchange[],
		said: IDataObject,
		more: Partial<Vector> = {},
	): Vector => ({
		that,
		operation: 'checkNumber',
		parameters: { chatId: digits },
		exchanges,
		items: [item(digits, said)],
		...more,
	});
	const failed = (that: string, exchanges: readonly Exchange[], over: Partial<Failed>): Vector => ({
		...check(that, exchanges, {}),
		items: [],
		failed: [failure(digits, over)],
	});
	const several = (
		that: string,
		chats: readonly string[],
		exchanges: readonly Exchange[],
		items: readonly IDataObject[],
		more: Partial<Vector> = {},
	): Vector => ({
		...check(that, exchanges, {}, { chats, items }),
		// One in flight, so that the requests arrive in an order that can be written down.
		parameters: { options: { concurrency: 1 } },
		...more,
	});
	const refused = (chatId: string, message: RegExp): Vector => ({
		...check(`does not ask about ${chatId}`, [], {}),
		parameters: { chatId },
		items: [],
		failed: [failure('', { code: 'INVALID_INPUT', message, httpStatus: null, chatId: null })],
	});
	return {
		...{ item, failure, check, failed, several },
		/** Refused by the node itself, before any request. */
		onlyNumbers: [
			refused(
				'123456789012345@lid',
				/^chatId: is a privacy ID, which already is WhatsApp's own\. /,
			),
			refused('120363043968066561@g.us', /^chatId: is a group, and only a number can be checked/),
			refused('5511999999999-1623281429', /^chatId: is a group, .* Write a phone number, e\.g\. /),
			refused('Ana', /^chatId: /),
		],
	};
}
