/** The properties of one vCard that a contact card has a place for: names, texts, phones. */
import type { CardText } from '../cards/contactCard';
import { isBlank, oneLine } from '../typed';
import type { VCardProperty } from './syntax';
import { components, paramValues, unescapeText } from './text';

/** A property that is used, without its transfer encoding. */
export interface Decoded {
	readonly property: VCardProperty;
	readonly text: string;
	/** `2.1`, `3.0`, `4.0` */
	readonly version: string;
}

/** What was read, and the names of properties of which something was left out. */
export interface Fields<T> {
	readonly fields: T;
	readonly omitted: readonly string[];
}

/** Texts of a card as far as a vCard gives them. */
export type Texts = Readonly<Partial<Record<CardText, string>>>;

/** A phone as typed. */
export interface VCardPhone {
	readonly text: string;
	/** Its WhatsApp id, where a card that WhatsApp shared tells it. */
	readonly waid?: string;
}

/** Properties of text and their names in a card. */
export const textNames: ReadonlyMap<string, CardText> = new Map([
	['FN', 'fullName'],
	['ORG', 'company'],
	['EMAIL', 'email'],
	['URL', 'url'],
	['NOTE', 'businessDescription'],
]);

/** The parts of `N`: last; first; middle; and titles, which are no loss if `FN` has them too. */
export function readNames(all: readonly Decoded[], fullName = ''): Fields<Texts> {
	const [first = [], ...others] = all
		.map(({ text, version }) => components(text, version))
		.filter((parts) => parts.some((part) => !isBlank(part)));
	const [lastName = '', firstName = '', middleName = '', ...titles] = first;
	const parts = Object.entries({ firstName, middleName, lastName });
	const isLeftOut =
		others.some((names) => names.join(';') !== first.join(';')) ||
		titles.some((title) => !fullName.includes(title));
	return {
		fields: Object.fromEntries(parts.filter(([, part]) => !isBlank(part))),
		omitted: isLeftOut ? ['N'] : [],
	};
}

/** The most preferred text of each name, or the first of them. */
export function readTexts(all: readonly Decoded[]): Fields<Texts> {
	const best = new Map<CardText, { value: string; preference: number }>();
	const omitted: string[] = [];
	for (const { property, text, version } of all) {
		const key = textNames.get(property.name);
		if (key === undefined) continue;
		const [value = '', ...departments] =
			key === 'company' ? components(text, version) : [oneLine(unescapeText(text, version))];
		if (departments.some((department) => department !== '')) omitted.push(property.name);
		if (isBlank(value)) continue;
		const preference = preferenceOf(property);
		const other = best.get(key);
		if (other !== undefined && other.value !== value) omitted.push(property.name);
		if (other === undefined || preference < other.preference) best.set(key, { value, preference });
	}
	const fields = Object.fromEntries([...best].map(([key, { value }]) => [key, value]));
	return { fields, omitted };
}

/** All phones: those with a WhatsApp id first, then the preferred ones. */
export function readPhones(all: readonly Decoded[]): Fields<readonly VCardPhone[]> {
	const phones: Array<VCardPhone & { readonly rank: number }> = [];
	const omitted: string[] = [];
	for (const { property, text: encoded, version } of all) {
		const typed = unescapeText(encoded, version).trim();
		// The extension of `tel:+1-201-555-0123;ext=5` cannot be part of a WhatsApp number.
		const end = /^tel:/i.test(typed) ? typed.indexOf(';') : -1;
		if (end >= 0) omitted.push(property.name);
		const text = end < 0 ? typed : typed.slice(0, end);
		const waid = paramValues(property, 'WAID').find((id) => id !== '');
		if (isBlank(text) && waid === undefined) continue;
		// Only a phone with a WhatsApp id can open a chat.
		phones.push({ text, waid, rank: preferenceOf(property) + (waid === undefined ? 1000 : 0) });
	}
	const fields = phones
		.sort((one, other) => one.rank - other.rank)
		.map(({ text, waid }) => ({ text, waid }));
	return { fields, omitted };
}

/** 1 is the most preferred, as version 4.0 counts; the older versions know only yes and no. */
function preferenceOf(property: VCardProperty): number {
	if (paramValues(property, 'TYPE').includes('pref')) return 1;
	const [grade] = paramValues(property, 'PREF');
	if (grade === undefined) return 101;
	return /^\d{1,3}$/.test(grade) ? Number(grade) : 1;
}
