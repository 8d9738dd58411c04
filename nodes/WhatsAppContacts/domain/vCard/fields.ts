/** The texts of one vCard that a contact card has a place for: names, company, addresses, note. */
import type { CardText } from '../cards/contactCard';
import { isBlank, oneLine } from '../typed';
import { preferenceOf } from './phones';
import type { VCardProperty } from './syntax';
import { components, listComponents, unescapeText } from './text';

/** A property that is used, without its transfer encoding. */
export interface Decoded {
	readonly property: VCardProperty;
	readonly text: string;
}

/** What was read, and the names of properties of which something was left out. */
export interface Fields {
	readonly texts: Texts;
	readonly omitted: readonly string[];
}

/** Texts of a card as far as a vCard gives them. */
export type Texts = Readonly<Partial<Record<CardText, string>>>;

/** Properties of text and their names in a card. */
export const textNames: ReadonlyMap<string, CardText> = new Map([
	['FN', 'fullName'],
	['ORG', 'company'],
	['EMAIL', 'email'],
	['URL', 'url'],
	['NOTE', 'businessDescription'],
]);

/** What a business's own card says of it when WhatsApp forwards it. */
export const businessNames: ReadonlyMap<string, CardText> = new Map([
	['X-WA-BIZ-NAME', 'company'],
	['X-WA-BIZ-DESCRIPTION', 'businessDescription'],
]);

/** The parts of `N`: last; first; middle; and titles, which are no loss if `FN` has them too. */
export function readNames(all: readonly string[], version: string, fullName = ''): Fields {
	const [first = [], ...others] = all
		.map((text) => listComponents(text, version))
		.filter((parts) => parts.some((part) => !isBlank(part)));
	const [lastName = '', firstName = '', middleName = '', ...titles] = first;
	const parts = Object.entries({ firstName, middleName, lastName });
	const same = first.join(';');
	const said = new Set(wordsOf(fullName));
	const isLeftOut =
		others.some((names) => names.join(';') !== same) ||
		titles.some((title) => wordsOf(title).some((word) => !said.has(word)));
	return {
		texts: Object.fromEntries(parts.filter(([, part]) => !isBlank(part))),
		omitted: isLeftOut ? ['N'] : [],
	};
}

const wordsOf = (text: string) => text.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== '');

/** The most preferred text of each name, or the first of them. */
export function readTexts(all: readonly Decoded[], version: string): Fields {
	const best = new Map<CardText, { value: string; preference: number }>();
	const omitted: string[] = [];
	for (const { property, text } of all) {
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
	for (const { property, text } of all) {
		const key = businessNames.get(property.name);
		const value = oneLine(unescapeText(text, version));
		if (key === undefined || isBlank(value)) continue;
		const other = best.get(key);
		if (other === undefined) best.set(key, { value, preference: 0 });
		else if (other.value !== value) omitted.push(property.name);
	}
	return {
		texts: Object.fromEntries([...best].map(([key, { value }]) => [key, value])),
		omitted,
	};
}
