/** Contact cards from the text of vCards. */
import {
	type CardEntry,
	type CardProblem,
	type CardsReading,
	collectCards,
	whatIsWrong,
} from '../cards/cardList';
import { readCardPhone, type ReadCardPhone, readWhatsAppId } from '../numbers/cardPhone';
import { isWrittenInternationally } from '../numbers/phone';
import { isProblem, type Reading } from '../reading';
import { examplePhone, plain } from '../typed';
import type { VCardPhone } from './phones';
import { readVCards, type VCardContact } from './readVCards';

/** A file of cards: how messages name it, and its text. */
export interface CardFile {
	readonly name: string;
	readonly text: string;
}

/** Reads the value of the parameter `vCard`: the text of one or many vCards. */
export function readVCardCards(text: unknown, country?: string, skip = false): CardsReading {
	const field = 'vCard';
	const reading = readVCards(text);
	if (isProblem(reading)) return { field, problem: reading.problem };
	return cardsOf(reading.value, field, country, skip);
}

/** Reads the file that the parameter `binaryPropertyName` names. */
export function readFileCards(
	file: Reading<CardFile>,
	country?: string,
	skip = false,
): CardsReading {
	const field = 'binaryPropertyName';
	if (isProblem(file)) return { field, problem: file.problem };
	const { name, text } = file.value;
	const reading = readVCards(text);
	if (isProblem(reading)) {
		const problem = `the file ${name} holds no vCard. Choose a .vcf file, as phones and address books export it`;
		return { field, problem };
	}
	// What is cut out of a text keeps all of it in memory, and no one else holds this one.
	return structuredClone(cardsOf(reading.value, field, country, skip));
}

function cardsOf(
	contacts: readonly VCardContact[],
	field: string,
	country: string | undefined,
	skip: boolean,
): CardsReading {
	return collectCards(contacts, {
		field,
		skip,
		nameOf: ({ label }) => label,
		entryOf: (contact, index) => {
			const entry = readVCardEntry(contact, country, titleOf(contact, index));
			return isProblem(entry) ? { field, ...entry } : entry;
		},
		noName: (contact, index) => ({
			field,
			problem: `${titleOf(contact, index)} has no name. Add a line with one, e.g. FN:Ana Silva`,
			reason: 'has no name',
		}),
	});
}

const titleOf = ({ label }: VCardContact, index: number) =>
	`card ${index + 1}${label === '' ? '' : ` (${label})`}`;

interface ReadNumber extends ReadCardPhone {
	readonly waid?: string;
}

/** One card of a text; `title` is what messages call it. */
export function readVCardEntry(
	contact: VCardContact,
	country: string | undefined,
	title: string,
): { readonly value: CardEntry } | Omit<CardProblem, 'field'> {
	const refusal = (problem: string) => ({
		problem: `${title}: ${problem}`,
		reason: whatIsWrong(problem),
	});
	if (contact.nameProblem !== undefined) return refusal(contact.nameProblem);
	const omitted = new Set(contact.omitted);
	const people = contact.phones.filter(({ isMachine }) => !isMachine);
	if (people.length > 0 && people.length < contact.phones.length) omitted.add('vCard.TEL');
	const numbers: ReadNumber[] = [];
	let problem: string | undefined;
	for (const phone of people.length > 0 ? people : contact.phones) {
		const reading = readNumber(phone, country);
		if (!isProblem(reading)) {
			if (phone.waid !== undefined && reading.value.waid === undefined) omitted.add('vCard.TEL');
			numbers.push(reading.value);
			continue;
		}
		problem ??= reading.problem;
		omitted.add('vCard.TEL');
		// A better number that lacks its country code only must not make way for another one.
		if (numbers.length === 0 && isPhone(phone.text)) return refusal(reading.problem);
	}
	const [main] = numbers;
	if (main === undefined) {
		if (problem !== undefined) return refusal(problem);
		return {
			problem: `${title} has no phone number. Add a line with one, e.g. TEL:${examplePhone}`,
			reason: 'has no phone number',
		};
	}
	const suspicious = numbers.filter((number) => number.suspicious);
	return {
		value: {
			draft: {
				texts: contact.texts,
				phones: numbers.map(({ phone }) => phone),
				whatsAppId: main.waid,
			},
			omitted,
			suspicious: suspicious.map(({ phone }) => phone.digits),
		},
	};
}

/** The WhatsApp id stands for a number that is not international, or cannot be read. */
function readNumber({ text, waid }: VCardPhone, country?: string): Reading<ReadNumber> {
	const id = waid === undefined ? undefined : readWhatsAppId(waid);
	const digits = id === undefined || isProblem(id) ? undefined : id.value;
	const typed = isProblem(text) ? undefined : text.value;
	const isUsable = digits === undefined || (typed !== undefined && isWrittenInternationally(typed));
	const reading =
		isUsable && typed !== undefined ? readCardPhone(typed, country) : { problem: 'is empty' };
	if (!isProblem(reading)) return { value: { ...reading.value, waid: digits } };
	if (digits !== undefined) {
		return { value: { phone: { digits, styled: null }, suspicious: false, waid: digits } };
	}
	return isProblem(text) ? text : reading;
}

/** Written as a phone number is, and no short code (`4004`), service code (`*144#`) or address. */
function isPhone(text: Reading<string>): boolean {
	if (isProblem(text)) return false;
	const typed = plain(text.value);
	const { length } = typed.replace(/\D/g, '');
	return /^[\d\s().\-/]+$/.test(typed) && length >= 7 && length <= 15;
}
