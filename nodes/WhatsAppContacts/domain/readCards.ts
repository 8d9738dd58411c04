/** The three places that contact cards come from, read into the same cards. */
import { z } from 'zod';
import { readCardPhone, readWhatsAppId } from './cardPhone';
import { readCardRecord } from './cardRecord';
import { type ContactCard, findTwins, makeCard } from './contactCard';
import { parseJsonText } from './jsonText';
import { isWrittenInternationally } from './phone';
import { type FieldProblem, isProblem } from './reading';
import { examplePhone, isBlank } from './typed';
import { readVCards } from './vCard';

/** The cards of one item. */
export interface ReadCards {
	/** At least one, no two alike. */
	readonly cards: readonly ContactCard[];
	/** What was left out; sorted, without repeats. */
	readonly omittedFields: readonly string[];
	/** Digits of numbers that look as if their country code were missing. */
	readonly suspiciousPhones: readonly string[];
}

/** Cards, or what is wrong and where. */
export type CardsReading = { readonly value: ReadCards } | FieldProblem;

const exampleCard = `{"firstName": "Ana", "phone": "${examplePhone}"}`;
const nameAdvice = 'Write a first name, last name or company, e.g. Ana';

const fieldsSchema = z
	.object({ contact: z.array(z.record(z.unknown())).nullish() })
	.strict()
	.nullish();

/** Reads the value of the parameter `contacts`, a fixedCollection of n8n's. */
export function readFieldCards(value: unknown, country?: string): CardsReading {
	const checked = fieldsSchema.safeParse(value === '' ? undefined : value);
	if (!checked.success) {
		return {
			field: 'contacts',
			problem: `is no list of contacts. Write e.g. {"contact": [${exampleCard}]}`,
		};
	}
	return readRecords(checked.data?.contact ?? [], country, 'contacts', (key) => ({
		problem: `is no field of a contact. Remove it, or choose JSON in Contact Cards From, e.g. ${key}`,
	}));
}

/** Reads the value of the parameter `contactsJson`: a card or a list, as text or as data. */
export function readJsonCards(value: unknown, country?: string): CardsReading {
	const field = 'contactsJson';
	let data = value;
	if (typeof value === 'string') {
		const text = value.replace(/^\uFEFF/, '');
		if (isBlank(text)) return noCards(field);
		const parsed = parseJsonText(text);
		if (isProblem(parsed)) {
			return { field, problem: `${parsed.problem}. Write a list, e.g. [${exampleCard}]` };
		}
		data = parsed.value;
	}
	if (data === null || data === undefined) return noCards(field);
	const list: unknown[] = Array.isArray(data) ? data : [data];
	const isRecord = (card: unknown): card is Record<string, unknown> =>
		typeof card === 'object' && card !== null && !Array.isArray(card);
	const wrong = list.findIndex((card) => !isRecord(card));
	if (wrong >= 0) {
		return {
			field: Array.isArray(data) ? `contacts[${wrong}]` : field,
			problem: `is no contact card. Write e.g. ${exampleCard}`,
		};
	}
	return readRecords(list.filter(isRecord), country, field);
}

function readRecords(
	records: ReadonlyArray<Readonly<Record<string, unknown>>>,
	country: string | undefined,
	field: string,
	refuseUnknown?: (key: string) => { problem: string },
): CardsReading {
	const cards: ContactCard[] = [];
	const omitted: string[] = [];
	const suspicious: string[] = [];
	for (const [index, record] of records.entries()) {
		const path = `contacts[${index}]`;
		const reading = readCardRecord(record, path, country);
		if (isProblem(reading)) return reading;
		const { draft, unknownKeys, suspiciousPhones } = reading.value;
		const [unknownKey] = unknownKeys;
		if (refuseUnknown !== undefined && unknownKey !== undefined) {
			return { field: `${path}.${unknownKey}`, ...refuseUnknown(unknownKey) };
		}
		const card = makeCard(draft);
		if (card === undefined) return { field: path, problem: `has no name. ${nameAdvice}` };
		cards.push(card);
		omitted.push(...unknownKeys);
		suspicious.push(...suspiciousPhones);
	}
	return collect(field, cards, omitted, suspicious);
}

/** Reads the value of the parameter `vCard`: the text of one or many vCards. */
export function readVCardCards(text: unknown, country?: string): CardsReading {
	const field = 'vCard';
	const reading = readVCards(text);
	if (isProblem(reading)) return { field, problem: reading.problem };
	const cards: ContactCard[] = [];
	const omitted: string[] = [];
	const suspicious: string[] = [];
	for (const [index, contact] of reading.value.entries()) {
		omitted.push(...contact.omitted);
		const label = `card ${index + 1}${contact.label === '' ? '' : ` (${contact.label})`}`;
		const phones = [];
		let whatsAppId: string | undefined;
		for (const { text: typed, waid } of contact.phones) {
			const id = waid === undefined ? undefined : readWhatsAppId(waid);
			const digits = id === undefined || isProblem(id) ? undefined : id.value;
			if (waid !== undefined && digits === undefined) omitted.push('vCard.TEL');
			if (phones.length === 0) whatsAppId = digits;
			if (digits !== undefined && !isWrittenInternationally(typed)) {
				phones.push({ digits, styled: null });
				continue;
			}
			const phone = readCardPhone(typed, country);
			if (isProblem(phone)) return { field, problem: `${label}: ${phone.problem}` };
			phones.push(phone.value.phone);
			if (phone.value.suspicious) suspicious.push(phone.value.phone.digits);
		}
		if (phones.length === 0) {
			const advice = `Add a line with one, e.g. TEL:${examplePhone}`;
			return { field, problem: `${label} has no phone number. ${advice}` };
		}
		const card = makeCard({ texts: contact.texts, phones, whatsAppId });
		if (card === undefined) {
			return { field, problem: `${label} has no name. Add a line with one, e.g. FN:Ana Silva` };
		}
		cards.push(card);
	}
	return collect(field, cards, omitted, suspicious);
}

function collect(
	field: string,
	cards: readonly ContactCard[],
	omitted: readonly string[],
	suspicious: readonly string[],
): CardsReading {
	if (cards.length === 0) return noCards(field);
	const twins = findTwins(cards);
	if (twins !== undefined) {
		const [one, other] = twins;
		const name = cards[one]?.fullName ?? '';
		return {
			field,
			problem:
				`cards ${one + 1} and ${other + 1} (${name}) are identical. ` +
				`Remove one of them, e.g. card ${other + 1}`,
		};
	}
	return {
		value: {
			cards,
			omittedFields: [...new Set(omitted)].sort(),
			suspiciousPhones: [...new Set(suspicious)],
		},
	};
}

function noCards(field: string): FieldProblem {
	const example = field === 'vCard' ? 'a vCard from BEGIN:VCARD to END:VCARD' : exampleCard;
	return { field, problem: `holds no contact card. Write at least one, e.g. ${example}` };
}
