/** The numbers on a card: like a recipient's, but never a group or a privacy id. */
import type { CardPhone } from '../cards/contactCard';
import { readChatId } from './chatId';
import { orSetDefaultCountry, refusalOfDigits } from './digits';
import { readPhone } from './phone';
import { isProblem, type Reading } from '../reading';
import { examplePhone, quoted } from '../typed';
import { readWritten } from './written';

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
	const written = readWritten(value);
	if (isProblem(written)) return written;
	const { typed, text } = written.value;
	if (!/^\+?[\d\s().\-/]+$/.test(text)) {
		return {
			problem: `${quoted(typed)} is no WhatsApp id. Write its digits, e.g. 5511987654321`,
		};
	}
	// WhatsApp's ids are international: no country helps here.
	const reading = readPhone(typed);
	return isProblem(reading)
		? { problem: reading.problem.replace(orSetDefaultCountry, '') }
		: { value: reading.value.digits };
}

/** The digits of a chat id, or nothing if the value is none. */
function readPerson(value: unknown): Reading<string> | undefined {
	const written = readWritten(value);
	if (isProblem(written) || !/@|-group$/i.test(written.value.text)) return undefined;
	const { typed } = written.value;
	const reading = readChatId(value);
	if (isProblem(reading)) return reading;
	const { chatId } = reading.value;
	if (chatId.kind !== 'person') {
		const what = chatId.kind === 'lid' ? 'a privacy id' : 'a group';
		return { problem: `${quoted(typed)} is ${what}. Write a phone number, e.g. ${examplePhone}` };
	}
	const refusal = refusalOfDigits(chatId.digits, typed);
	return refusal === undefined ? { value: chatId.digits } : { problem: refusal };
}
