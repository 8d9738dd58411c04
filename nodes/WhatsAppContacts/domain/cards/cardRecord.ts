/** A card as a record of keys, from the node's own fields or from JSON. */
import type { z } from 'zod';
import { readCardPhone, readWhatsAppId } from '../numbers/cardPhone';
import { type CardProblem, whatIsWrong } from './cardList';
import { cardKeyOf, cardSchemas, type CardValues, phoneKinds } from './cardSchema';
import { type CardDraft, type CardPhone, cardTexts } from './contactCard';
import { isProblem } from '../reading';
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

/** What is wrong, and at which key of the record. */
interface Misfit {
	readonly place: string;
	readonly problem: string;
}

/** Reads one record; `path` is where it stands, e.g. `contacts[1]`. */
export function readCardRecord(
	record: Readonly<Record<string, unknown>>,
	path: string,
	country?: string,
): { readonly value: ReadRecord } | CardProblem {
	const refusal = ({ place, problem }: Misfit): CardProblem => ({
		field: `${path}.${place}`,
		problem,
		reason: `${place} ${whatIsWrong(problem)}`,
	});
	const keys = keysOf(record);
	if ('problem' in keys) return refusal(keys);
	const { given, unknownKeys } = keys;
	const nameOf = (key: string) => shortened(given.get(key)?.typedKey ?? key);
	const checked = checkGiven(given);
	if ('issue' in checked) {
		const { key, issue } = checked;
		const [index] = issue?.path ?? [];
		const place = nameOf(key) + (index === undefined ? '' : `[${index}]`);
		return refusal({ place, problem: issue?.message ?? 'cannot be read' });
	}

	const { values } = checked;
	const { phones = [], whatsAppId } = values;
	const single = [...phoneKinds, 'phone' as const].filter((key) => isGiven(values[key]));
	const typedPhones = [
		...single.map((key) => ({ place: nameOf(key), value: values[key] })),
		...phones.flatMap((value, index) =>
			isGiven(value) ? [{ place: `${nameOf('phones')}[${index}]`, value }] : [],
		),
	];
	if (typedPhones.length === 0) {
		return {
			field: `${path}.phone`,
			problem: `is empty${notUnderstood(unknownKeys)}. Write e.g. ${examplePhone}`,
			reason: `has no phone number${notUnderstood(unknownKeys)}`,
		};
	}
	const numbers = numbersOf(typedPhones, country);
	if ('problem' in numbers) return refusal(numbers);
	const id = whatsAppId === undefined ? undefined : readWhatsAppId(whatsAppId);
	if (id && isProblem(id)) return refusal({ place: nameOf('whatsAppId'), problem: id.problem });
	const texts = Object.fromEntries(
		cardTexts.flatMap((key) => {
			const value = values[key];
			return value === undefined ? [] : [[key, oneLine(value)]];
		}),
	);
	const draft = { texts, phones: numbers.phones, whatsAppId: id?.value };
	return { value: { draft, unknownKeys, suspiciousPhones: numbers.suspiciousPhones } };
}

const schemas = Object.entries(cardSchemas);

/** Checks what is given, and only that: of a schema's fifteen keys a card has three or four. */
function checkGiven(
	given: ReadonlyMap<string, Given>,
):
	| { readonly values: CardValues }
	| { readonly key: string; readonly issue: z.ZodIssue | undefined } {
	const values: Record<string, unknown> = {};
	for (const [key, schema] of schemas) {
		const typed = given.get(key);
		if (typed === undefined) continue;
		const checked = schema.safeParse(typed.value);
		if (!checked.success) return { key, issue: checked.error.issues[0] };
		values[key] = checked.data;
	}
	return { values };
}

/** What is given, by the names of the fields, however the keys are written. */
function keysOf(
	record: Readonly<Record<string, unknown>>,
):
	{ readonly given: ReadonlyMap<string, Given>; readonly unknownKeys: readonly string[] } | Misfit {
	const given = new Map<string, Given>();
	const unknownKeys: string[] = [];
	for (const [typedKey, value] of Object.entries(record)) {
		if (!isGiven(value)) continue;
		const key = cardKeyOf(typedKey);
		const other = key === undefined ? undefined : given.get(key);
		if (key === undefined) {
			unknownKeys.push(shortened(typedKey) || '(blank)');
		} else if (other === undefined) {
			given.set(key, { typedKey, value });
		} else if (!saysTheSame(other.value, value)) {
			const problem =
				`says something else than ${shortened(other.typedKey)}, another name of the same ` +
				`field. Write only one of them, e.g. ${key}`;
			return { place: shortened(typedKey), problem };
		}
	}
	return { given, unknownKeys };
}

function numbersOf(
	typedPhones: ReadonlyArray<{ readonly place: string; readonly value: unknown }>,
	country: string | undefined,
): { readonly phones: CardPhone[]; readonly suspiciousPhones: string[] } | Misfit {
	const phones: CardPhone[] = [];
	const suspiciousPhones: string[] = [];
	for (const { place, value } of typedPhones) {
		const reading = readCardPhone(value, country);
		if (isProblem(reading)) return { place, problem: reading.problem };
		phones.push(reading.value.phone);
		if (reading.value.suspicious) suspiciousPhones.push(reading.value.phone.digits);
	}
	return { phones, suspiciousPhones };
}

/** What a missing name or number may be hidden in; as long as a message can be. */
export function notUnderstood(unknownKeys: readonly string[]): string {
	if (unknownKeys.length === 0) return '';
	const named: string[] = [];
	let length = 0;
	for (const key of unknownKeys.slice(0, 20)) {
		length += key.length + 2;
		if (length > 180) break;
		named.push(key);
	}
	const rest = unknownKeys.length - named.length;
	if (unknownKeys.length === 1) return `, and the key ${named.join('')} was not understood`;
	const more = rest > 0 ? ` and ${rest} more` : '';
	return `, and the keys ${named.join(', ')}${more} were not understood`;
}

function saysTheSame(one: unknown, other: unknown): boolean {
	const texts = [one, other].filter(
		(value) => typeof value === 'string' || typeof value === 'number',
	);
	return texts.length === 2 && oneLine(String(one)) === oneLine(String(other));
}
