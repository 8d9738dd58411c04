/**
 * A card as a record of keys, from the node's own fields or from JSON: which keys there are,
 * under which other names they are known, and what may stand in them.
 */
import { z } from 'zod';
import { readCardPhone, readWhatsAppId } from './cardPhone';
import { type CardDraft, type CardText, cardTexts } from './contactCard';
import { type FieldProblem, isProblem } from './reading';
import { examplePhone, isBlank, oneLine } from './typed';

/** A record that was read. */
export interface ReadRecord {
	readonly draft: CardDraft;
	readonly unknownKeys: readonly string[];
	readonly suspiciousPhones: readonly string[];
}

/** Names that the gateways' own bodies and other nodes use. */
const aliases = new Map<string, CardKey>([
	['phoneNumber', 'phone'],
	['phoneContact', 'phone'],
	['contactPhone', 'phone'],
	['number', 'phone'],
	['organization', 'company'],
	['wuid', 'whatsAppId'],
	['contactName', 'fullName'],
	['contactBusinessDescription', 'businessDescription'],
]);

const text = z.string({
	invalid_type_error: 'must be text. Write it in quotes, e.g. "Ana Silva"',
});
const number = z.union([z.string(), z.number()], {
	errorMap: () => ({ message: `must be text or a whole number. Write e.g. "${examplePhone}"` }),
});
const phoneList = z.array(number.nullish(), {
	invalid_type_error: `must be a list. Write e.g. ["${examplePhone}"]`,
});

const recordSchema = z
	.object({
		fullName: text,
		firstName: text,
		middleName: text,
		lastName: text,
		company: text,
		email: text,
		url: text,
		businessDescription: text,
		phone: number,
		phones: phoneList,
		whatsAppId: number,
	} satisfies Record<CardText | 'phone' | 'phones' | 'whatsAppId', z.ZodTypeAny>)
	.partial();
type CardKey = keyof typeof recordSchema.shape;
const cardKeys: ReadonlySet<string> = new Set(Object.keys(recordSchema.shape));

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
			unknownKeys.push(oneLine(typedKey) || '(blank)');
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
	const checked = recordSchema.safeParse(
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

function isGiven(value: unknown): boolean {
	return value !== null && value !== undefined && !(typeof value === 'string' && isBlank(value));
}

function saysTheSame(one: unknown, other: unknown): boolean {
	const texts = [one, other].filter(
		(value) => typeof value === 'string' || typeof value === 'number',
	);
	return texts.length === 2 && oneLine(String(one)) === oneLine(String(other));
}
