/** Contact cards from the node's own fields and from JSON. */
import { z } from 'zod';
import {
	type CardEntry,
	type CardProblem,
	type CardsReading,
	collectCards,
	exampleCard,
	noCards,
} from './cardList';
import { notUnderstood, readCardRecord } from './cardRecord';
import { cardKeyOf } from './cardSchema';
import { cardTexts } from './contactCard';
import { parseJsonText } from '../jsonText';
import { isProblem } from '../reading';
import { examplePhone, isBlank, isGiven, oneLine, shortened } from '../typed';

export type { CardsReading, ReadCards, SkippedCard } from './cardList';
export { type CardFile, readFileCards, readVCardCards } from '../vCard/cards';

type CardRecord = Readonly<Record<string, unknown>>;

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
	const records = (checked.data?.contact ?? []).map(withTexts);
	if (records.length === 0) {
		return {
			field: 'contacts',
			problem: `holds no contact card. Add one with Add Contact, e.g. Ana, ${examplePhone}`,
		};
	}
	return collectCards(records, {
		field: 'contacts',
		nameOf,
		entryOf: (record, index) => {
			const reading = readCardRecord(record, pathOf(index), country);
			if (isProblem(reading)) return reading;
			const { draft, unknownKeys, suspiciousPhones } = reading.value;
			const [unknownKey] = unknownKeys;
			if (unknownKey === undefined) {
				return { value: { draft, omitted: [], suspicious: suspiciousPhones } };
			}
			return {
				field: `${pathOf(index)}.${unknownKey}`,
				problem: `is no field of a contact. Use the fields that the node shows, e.g. ${exampleCard}`,
			};
		},
		// The company is no field of every gateway's form.
		noName: (_record, index) => ({
			field: pathOf(index),
			problem: 'has no name. Write a first, middle or last name, e.g. Ana as First Name',
		}),
	});
}

/** n8n hands an expression's number on as a number, also in a field of text: a company "99". */
function withTexts(record: CardRecord): CardRecord {
	const numbers = cardTexts.filter((key) => Number.isFinite(record[key]));
	return { ...record, ...Object.fromEntries(numbers.map((key) => [key, String(record[key])])) };
}

/** Reads the value of the parameter `contactsJson`: a card or a list, as text or as data. */
export function readJsonCards(value: unknown, country?: string, skip = false): CardsReading {
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
	const { list, beside } = unwrapped(data);
	const unknownKeys: string[][] = [];
	return collectCards(list, {
		field,
		skip,
		nameOf,
		entryOf: (card, index): { readonly value: CardEntry } | CardProblem => {
			if (!isRecord(card)) {
				return {
					field: list === data || beside ? pathOf(index) : field,
					problem: `is no contact card. Write e.g. ${exampleCard}`,
				};
			}
			const record = readCardRecord(card, pathOf(index), country);
			if (isProblem(record)) return record;
			const { draft, suspiciousPhones } = record.value;
			unknownKeys[index] = [...record.value.unknownKeys];
			return {
				value: {
					draft,
					omitted: [...record.value.unknownKeys, ...(beside ?? [])],
					suspicious: suspiciousPhones,
				},
			};
		},
		noName: (_record, index) => ({
			field: pathOf(index),
			problem: `has no name${notUnderstood(unknownKeys[index] ?? [])}. Write a first name, last name or company, e.g. ${exampleCard}`,
		}),
	});
}

const pathOf = (index: number) => `contacts[${index}]`;

/** The cards of `{ "contacts": […] }`, a list or one card; and the keys beside the list. */
function unwrapped(data: unknown): { list: readonly unknown[]; beside?: string[] } {
	if (Array.isArray(data)) return { list: data };
	if (!isRecord(data)) return { list: [data] };
	const given = Object.entries(data).filter(([, value]) => isGiven(value));
	const wrapper = given.find(([key, value]) => /^contacts$/i.test(key) && Array.isArray(value));
	if (wrapper === undefined) return { list: [data] };
	const [own, list] = wrapper;
	return {
		list: list as unknown[],
		beside: given
			.map(([key]) => key)
			.filter((key) => key !== own)
			.map(keyName),
	};
}

const keyName = (key: string) => shortened(key) || '(blank)';

function isRecord(card: unknown): card is CardRecord {
	return typeof card === 'object' && card !== null && !Array.isArray(card);
}

/** How a card that is left out is named: by what stands where a name would. */
function nameOf(card: unknown): string {
	if (!isRecord(card)) return '';
	const texts = new Map<string, string>();
	for (const [typed, value] of Object.entries(card)) {
		const key = cardKeyOf(typed);
		if (key !== undefined && typeof value === 'string' && !isBlank(value)) {
			texts.set(key, oneLine(value.slice(0, 200)));
		}
	}
	const parts = ['firstName', 'middleName', 'lastName'].flatMap((key) => texts.get(key) ?? []);
	return shortened(texts.get('fullName') ?? (parts.join(' ') || (texts.get('company') ?? '')));
}
