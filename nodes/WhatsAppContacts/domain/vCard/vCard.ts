/** The contacts in the text of one or many vCards, and what of them has no place in a card. */
import { isProblem, type Reading } from '../reading';
import { isBlank, quoted, shortened } from '../typed';
import {
	type Decoded,
	readNames,
	readPhones,
	readTexts,
	type Texts,
	textNames,
	type VCardPhone,
} from './fields';
import { splitVCards, type VCardProperty } from './syntax';
import { decodeValue } from './text';

/** A vCard's contact; its phones are still as typed. */
export interface VCardContact {
	/** How messages name the card; `''` if it has no name. */
	readonly label: string;
	readonly texts: Texts;
	/** Those with a WhatsApp id first, then the preferred ones. */
	readonly phones: readonly VCardPhone[];
	/** Names such as `vCard.PHOTO`. */
	readonly omitted: ReadonlySet<string>;
}

/** Of no interest to anyone who receives a card, as everything that begins with `X-`. */
const unmentioned = new Set(['BEGIN', 'END', 'VERSION', 'PRODID', 'UID', 'REV']);

/** Reads the text of one or many vCards. */
export function readVCards(text: unknown): Reading<readonly VCardContact[]> {
	const advice = 'Write a vCard from BEGIN:VCARD to END:VCARD, e.g. the text of a .vcf file';
	const typed = text ?? '';
	if (typeof typed !== 'string') return { problem: `is no text. ${advice}` };
	if (isBlank(typed)) return { problem: `is empty. ${advice}` };
	const contacts: VCardContact[] = [];
	for (const [index, properties] of splitVCards(typed).entries()) {
		const contact = readContact(properties);
		if (isProblem(contact)) return { problem: `card ${index + 1}: ${contact.problem}` };
		contacts.push(contact.value);
	}
	if (contacts.length > 0) return { value: contacts };
	return { problem: `${quoted(typed)} holds no vCard. ${advice}` };
}

function readContact(properties: readonly VCardProperty[]): Reading<VCardContact> {
	const version = properties.find(({ name }) => name === 'VERSION')?.value.trim() ?? '';
	const used: Decoded[] = [];
	const omitted = new Set<string>();
	for (const property of properties) {
		const { name } = property;
		if (unmentioned.has(name) || name.startsWith('X-')) continue;
		// An AGENT's value, a card of its own, stands on the lines below; a TEL may be all waid.
		const isEmpty = property.value.trim() === '' && name !== 'AGENT' && name !== 'TEL';
		if (isEmpty) continue;
		if (!textNames.has(name) && name !== 'N' && name !== 'TEL') {
			omitted.add(`vCard.${shortened(name)}`);
			continue;
		}
		const decoded = decodeValue(property);
		if (isProblem(decoded)) return decoded;
		used.push({ property, text: decoded.value, version });
	}
	const named = (name: string) => used.filter(({ property }) => property.name === name);
	const others = readTexts(used);
	const names = readNames(named('N'), others.fields.fullName);
	const phones = readPhones(named('TEL'));
	for (const name of [...names.omitted, ...others.omitted, ...phones.omitted]) {
		omitted.add(`vCard.${name}`);
	}
	const texts = { ...names.fields, ...others.fields };
	const { fullName, firstName, lastName, company } = texts;
	const label = fullName ?? ([firstName, lastName].filter(Boolean).join(' ') || company);
	return { value: { label: shortened(label ?? ''), texts, phones: phones.fields, omitted } };
}
