/** Contact cards from the node's own fields and from JSON. */
import { z } from 'zod';
import { type CardsReading, collectCards, exampleCard, noCards } from './cardList';
import { readCardRecord } from './cardRecord';
import { cardTexts } from './contactCard';
import { parseJsonText } from '../jsonText';
import { isProblem } from '../reading';
import { isBlank } from '../typed';

export type { CardsReading, ReadCards } from './cardList';
export { readVCardCards } from '../vCard/cards';

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
	return readRecords('contacts', records, country, true);
}

/** n8n hands an expression's number on as a number, also in a field of text: a company "99". */
function withTexts(record: CardRecord): CardRecord {
	const numbers = cardTexts.filter((key) => Number.isFinite(record[key]));
	return { ...record, ...Object.fromEntries(numbers.map((key) => [key, String(record[key])])) };
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
	const records = list.filter(isRecord);
	if (records.length < list.length) {
		const wrong = list.findIndex((card) => !isRecord(card));
		return {
			field: Array.isArray(data) ? `contacts[${wrong}]` : field,
			problem: `is no contact card. Write e.g. ${exampleCard}`,
		};
	}
	return readRecords(field, records, country, false);
}

function isRecord(card: unknown): card is CardRecord {
	return typeof card === 'object' && card !== null && !Array.isArray(card);
}

function readRecords(
	field: string,
	records: readonly CardRecord[],
	country: string | undefined,
	strict: boolean,
): CardsReading {
	const pathOf = (index: number) => `contacts[${index}]`;
	return collectCards(
		field,
		records,
		(record, index) => {
			const reading = readCardRecord(record, pathOf(index), country);
			if (isProblem(reading)) return reading;
			const { draft, unknownKeys, suspiciousPhones } = reading.value;
			const [unknownKey] = unknownKeys;
			if (strict && unknownKey !== undefined) {
				return {
					field: `${pathOf(index)}.${unknownKey}`,
					problem: `is no field of a contact. Use the fields that the node shows, e.g. ${exampleCard}`,
				};
			}
			return { value: { draft, omitted: unknownKeys, suspicious: suspiciousPhones } };
		},
		(_record, index) => ({
			field: pathOf(index),
			problem: `has no name. Write a first name, last name or company, e.g. ${exampleCard}`,
		}),
	);
}
