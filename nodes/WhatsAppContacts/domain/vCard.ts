/** What the properties of a vCard mean for a contact card. */
import type { CardText } from './contactCard';
import type { Reading } from './reading';
import { isProblem } from './reading';
import { isBlank, oneLine, quoted } from './typed';
import { splitVCards, type VCardProperty } from './vCardSyntax';
import { components, decodeValue, paramValues, unescapeText } from './vCardText';

/** A vCard's contact; its phones are still as typed. */
export interface VCardContact {
	/** How messages name the card; `''` if it has no name. */
	readonly label: string;
	readonly texts: Readonly<Partial<Record<CardText, string>>>;
	/** Those with a WhatsApp id first, then the preferred ones. */
	readonly phones: ReadonlyArray<{ readonly text: string; readonly waid?: string }>;
	/** Names such as `vCard.PHOTO`. */
	readonly omitted: ReadonlySet<string>;
}

/** Of no interest to anyone who receives a card. */
const unmentioned = new Set(['BEGIN', 'END', 'VERSION', 'PRODID', 'UID', 'REV']);

const textOf: Readonly<Record<string, CardText>> = {
	FN: 'fullName',
	ORG: 'company',
	EMAIL: 'email',
	URL: 'url',
	NOTE: 'businessDescription',
};

/** Reads the text of one or many vCards. */
export function readVCards(text: unknown): Reading<readonly VCardContact[]> {
	const advice = 'Write a vCard from BEGIN:VCARD to END:VCARD, e.g. the text of a .vcf file';
	if (text !== undefined && text !== null && typeof text !== 'string') {
		return { problem: `is no text. ${advice}` };
	}
	if (text === undefined || text === null || isBlank(text))
		return { problem: `is empty. ${advice}` };
	const contacts: VCardContact[] = [];
	for (const [index, properties] of splitVCards(text).entries()) {
		const contact = readContact(properties);
		if (isProblem(contact)) return { problem: `card ${index + 1}: ${contact.problem}` };
		contacts.push(contact.value);
	}
	if (contacts.length > 0) return { value: contacts };
	return { problem: `${quoted(text)} holds no vCard. ${advice}` };
}

interface Found {
	readonly value: string;
	readonly preference: number;
}

function readContact(properties: readonly VCardProperty[]): Reading<VCardContact> {
	const version = properties.find(({ name }) => name === 'VERSION')?.value.trim() ?? '';
	const texts: Partial<Record<CardText, string>> = {};
	const found = new Map<CardText, Found>();
	const phones: Array<Found & { readonly waid?: string }> = [];
	const omitted = new Set<string>();
	let parts: string[] | undefined;

	for (const property of properties) {
		const { name } = property;
		if (unmentioned.has(name) || name.startsWith('X-') || property.value.trim() === '') continue;
		const key = Object.hasOwn(textOf, name) ? textOf[name] : undefined;
		if (key === undefined && name !== 'N' && name !== 'TEL') {
			omitted.add(`vCard.${name}`);
			continue;
		}
		const decoded = decodeValue(property);
		if (isProblem(decoded)) return decoded;
		const preference = preferenceOf(property);
		if (name === 'N') {
			const typed = components(decoded.value, version).map(oneLine);
			if (parts === undefined) parts = typed;
			else if (parts.join() !== typed.join()) omitted.add('vCard.N');
		} else if (name === 'TEL') {
			const [number = '', ...rest] = unescapeText(decoded.value, version).trim().split(';');
			const [waid] = paramValues(property, 'WAID').filter((id) => id !== '');
			if (rest.length > 0) omitted.add('vCard.TEL');
			if (!isBlank(number) || waid !== undefined) phones.push({ value: number, preference, waid });
		} else if (key !== undefined) {
			const [first = '', ...rest] =
				name === 'ORG'
					? components(decoded.value, version).map(oneLine)
					: [oneLine(unescapeText(decoded.value, version))];
			if (rest.some((part) => part !== '')) omitted.add('vCard.ORG');
			const value = name === 'EMAIL' ? first.replace(/^mailto:/i, '') : first;
			if (isBlank(value)) continue;
			const other = found.get(key);
			if (other !== undefined && other.value !== value) omitted.add(`vCard.${name}`);
			if (other === undefined || preference < other.preference) {
				found.set(key, { value, preference });
			}
		}
	}

	for (const [key, { value }] of found) texts[key] = value;
	const [lastName = '', firstName = '', middleName = '', ...titles] = parts ?? [];
	for (const [key, value] of Object.entries({ firstName, middleName, lastName })) {
		if (!isBlank(value)) texts[key as 'firstName' | 'middleName' | 'lastName'] = value;
	}
	// With FN, "Dr." and "Jr." stand there.
	if (texts.fullName === undefined && titles.some((title) => title !== '')) omitted.add('vCard.N');
	phones.sort((one, other) => rankOf(one) - rankOf(other));
	return {
		value: {
			label: texts.fullName ?? ([firstName, lastName].join(' ').trim() || (texts.company ?? '')),
			texts,
			phones: phones.map(({ value, waid }) => ({ text: value, waid })),
			omitted,
		},
	};
}

/** The order of phones: a chat can only be opened by one with a WhatsApp id. */
function rankOf({ waid, preference }: { waid?: string; preference: number }): number {
	return (waid === undefined ? 1000 : 0) + preference;
}

/** 1 is the most preferred, as version 4.0 counts; the older versions know only yes and no. */
function preferenceOf(property: VCardProperty): number {
	if (paramValues(property, 'TYPE').includes('pref')) return 1;
	const [grade] = paramValues(property, 'PREF');
	if (grade === undefined) return 101;
	return /^\d{1,3}$/.test(grade) ? Number(grade) : 1;
}
