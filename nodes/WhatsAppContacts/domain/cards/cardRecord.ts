/** A card as a record of keys, from the node's own fields or from JSON. */
import { readCardPhone, readWhatsAppId } from '../numbers/cardPhone';
import { aliases, cardKeys, cardSchema } from './cardSchema';
import { type CardDraft, cardTexts } from './contactCard';
import { type FieldProblem, isProblem } from '../reading';
import { examplePhone, isGiven, oneLine, shortened } from '../typed';

/** A record that was read. */
export interface ReadRecord {
	readonly draft: CardDraft;
	readonly unknownKeys: readonly string[];
	readonly suspiciousPhones: readonly string[];
}

interface Given {
	readonly typedKey: string;
	readonly value: unknown;
}

/** Reads one record; `path` is where it stands, e.g. `contacts[1]`. */
export function readCardRecord(
	record: Readonly<Record<string, unknown>>,
	path: string,
	country?: string,
): { readonly value: ReadRecord } | FieldProblem {
	const given = new Map<string, Given>();
	const unknownKeys: string[] = [];
	for (const [typedKey, value] of Object.entries(record)) {
		if (!isGiven(value)) continue;
		const key = aliases.get(typedKey) ?? typedKey;
		const other = given.get(key);
		if (!cardKeys.has(key)) {
			unknownKeys.push(shortened(typedKey) || '(blank)');
		} else if (other === undefined) {
			given.set(key, { typedKey, value });
		} else if (!saysTheSame(other.value, value)) {
			return {
				field: `${path}.${typedKey}`,
				problem:
					`says something else than ${other.typedKey}, another name of the same field. ` +
					`Write only one of them, e.g. ${key}`,
			};
		}
	}
	const pathOf = (key: string) => `${path}.${given.get(key)?.typedKey ?? key}`;
	const checked = cardSchema.safeParse(
		Object.fromEntries([...given].map(([key, { value }]) => [key, value])),
	);
	if (!checked.success) {
		const [issue] = checked.error.issues;
		const [key = '', index] = issue?.path ?? [];
		const place = index === undefined ? '' : `[${index}]`;
		return { field: pathOf(String(key)) + place, problem: issue?.message ?? 'cannot be read' };
	}

	const { phone, phones = [], whatsAppId } = checked.data;
	const typedPhones = [
		...(phone === undefined ? [] : [{ field: pathOf('phone'), value: phone }]),
		...phones.map((value, index) => ({ field: `${pathOf('phones')}[${index}]`, value })),
	].filter(({ value }) => isGiven(value));
	const [main] = typedPhones;
	if (main === undefined) {
		return { field: `${path}.phone`, problem: `is empty. Write e.g. ${examplePhone}` };
	}
	const readPhones = [];
	const suspiciousPhones = [];
	for (const { field, value } of typedPhones) {
		const reading = readCardPhone(value, country);
		if (isProblem(reading)) return { field, problem: reading.problem };
		readPhones.push(reading.value.phone);
		if (reading.value.suspicious) suspiciousPhones.push(reading.value.phone.digits);
	}
	const id = whatsAppId === undefined ? undefined : readWhatsAppId(whatsAppId);
	if (id !== undefined && isProblem(id))
		return { field: pathOf('whatsAppId'), problem: id.problem };
	const draft = {
		texts: Object.fromEntries(
			cardTexts.flatMap((key) => {
				const value = checked.data[key];
				return value === undefined ? [] : [[key, oneLine(value)]];
			}),
		),
		phones: readPhones,
		whatsAppId: id?.value,
	};
	return { value: { draft, unknownKeys, suspiciousPhones } };
}

function saysTheSame(one: unknown, other: unknown): boolean {
	const texts = [one, other].filter(
		(value) => typeof value === 'string' || typeof value === 'number',
	);
	return texts.length === 2 && oneLine(String(one)) === oneLine(String(other));
}
