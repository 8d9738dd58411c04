/** The numbers on a card: like a recipient's, but never a group or a privacy id. */
import type { CardPhone } from '../cards/contactCard';
import { readChatId } from './chatId';
import { readPhone, refusalOfDigits } from './phone';
import { isProblem, type Reading } from '../reading';
import { examplePhone, plain, quoted, typedText } from '../typed';

/** A card's phone and whether it looks like a number without its country code. */
export interface ReadCardPhone {
	readonly phone: CardPhone;
	readonly suspicious: boolean;
}

/** Reads a card's phone number, or a person's chat id (`D@c.us`, `D@s.whatsapp.net`). */
export function readCardPhone(value: unknown, country?: string): Reading<ReadCardPhone> {
	const person = readPerson(value);
	if (person !== undefined) {
		return isProblem(person)
			? person
			: { value: { phone: { digits: person.value, styled: null }, suspicious: false } };
	}
	const reading = readPhone(value, country);
	if (isProblem(reading)) return reading;
	const { digits, styled, suspicious } = reading.value;
	return { value: { phone: { digits, styled }, suspicious } };
}

/** Reads the id behind a card's Message button: the digits of any spelling. */
export function readWhatsAppId(value: unknown): Reading<string> {
	const person = readPerson(value);
	if (person !== undefined) return person;
	const typed = typedText(value);
	if (isProblem(typed)) return typed;
	const text = plain(typed.value).replace(/^tel:/i, '');
	if (!/^\+?[\d\s().\-/]+$/.test(text)) {
		return {
			problem: `${quoted(typed.value)} is no WhatsApp id. Write its digits, e.g. 5511987654321`,
		};
	}
	const digits = text.replace(/\D/g, '').replace(/^00/, '');
	const refusal = refusalOfDigits(digits, typed.value);
	return refusal === undefined ? { value: digits } : { problem: refusal };
}

/** The digits of a chat id, or nothing if the value is none. */
function readPerson(value: unknown): Reading<string> | undefined {
	if (typeof value !== 'string') return undefined;
	if (!value.includes('@') && !/-group$/i.test(plain(value))) return undefined;
	const reading = readChatId(value);
	if (isProblem(reading)) return reading;
	const { chatId } = reading.value;
	if (chatId.kind !== 'person') {
		const what = chatId.kind === 'lid' ? 'a privacy id' : 'a group';
		return { problem: `${quoted(value)} is ${what}. Write a phone number, e.g. ${examplePhone}` };
	}
	const refusal = refusalOfDigits(chatId.digits, value);
	return refusal === undefined ? { value: chatId.digits } : { problem: refusal };
}
