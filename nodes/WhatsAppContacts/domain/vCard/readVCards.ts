/** The contacts in the text of one or many vCards, and what of them has no place in a card. */
import { isProblem, type Reading } from '../reading';
import { isBlank, oneLine, quoted, shortened } from '../typed';
import { businessNames, type Decoded, readNames, readTexts, type Texts, textNames } from './fields';
import { readPhones, type VCardPhone } from './phones';
import { splitVCards, type VCardLines } from './syntax';
import { decodeValue, unescapeText } from './text';

/** A vCard's contact; its phones are still as typed. */
export interface VCardContact {
	/** How messages name the card; `''` if it has no name. */
	readonly label: string;
	readonly texts: Texts;
	/** The best for WhatsApp first. */
	readonly phones: readonly VCardPhone[];
	/** Names such as `vCard.PHOTO`. */
	readonly omitted: ReadonlySet<string>;
	/** Why the name cannot be read, if so: another one would be wrong. */
	readonly nameProblem?: string;
}

/** Of no interest to anyone who receives a card, as everything that begins with `X-`. */
const unmentioned = new Set(['BEGIN', 'END', 'VERSION', 'PRODID', 'UID', 'REV']);

/** Reads the text of one or many vCards. */
export function readVCards(text: unknown): Reading<readonly VCardContact[]> {
	const advice = 'Write a vCard from BEGIN:VCARD to END:VCARD, e.g. the text of a .vcf file';
	const typed = text ?? '';
	if (typeof typed !== 'string') return { problem: `is no text. ${advice}` };
	if (isBlank(typed)) return { problem: `is empty. ${advice}` };
	const contacts = splitVCards(typed).map(readContact);
	if (contacts.length > 0) return { value: contacts };
	return { problem: `${quoted(typed)} holds no vCard. ${advice}` };
}

function readContact({ properties, strayNames }: VCardLines): VCardContact {
	const version = properties.find(({ name }) => name === 'VERSION')?.value.trim() ?? '';
	const used: Decoded[] = [];
	const unreadable = new Map<string, string>();
	const labels = new Map<string, string>();
	const leftOut: string[] = [...strayNames];
	for (const property of properties) {
		const { group, name, value } = property;
		// An AGENT's value, a card of its own, stands on the lines below.
		const isEmpty = value.trim() === '' && name !== 'AGENT';
		if (isEmpty || unmentioned.has(name) || name === 'TEL') continue;
		const isLabel = name === 'X-ABLABEL' && group !== '';
		if (!isLabel && !textNames.has(name) && !businessNames.has(name) && name !== 'N') {
			leftOut.push(name);
			continue;
		}
		const decoded = decodeValue(property);
		if (isProblem(decoded)) unreadable.set(name, decoded.problem);
		else if (isLabel) labels.set(group, oneLine(unescapeText(decoded.value, version)));
		else used.push({ property, text: decoded.value });
	}
	const names = used.filter(({ property }) => property.name === 'N').map(({ text }) => text);
	const others = readTexts(used, version);
	const parts = readNames(names, version, others.texts.fullName);
	const numbers = properties.filter(({ name }) => name === 'TEL');
	const { phones, isCut } = readPhones(numbers, labels, version);
	const texts: Texts = { ...parts.texts, ...others.texts };
	const label = labelOf(texts);
	const nameProblem = nameProblemOf(texts, unreadable);
	leftOut.push(
		...parts.omitted,
		...others.omitted,
		...unreadable.keys(),
		...(isCut ? ['TEL'] : []),
	);
	const omitted = new Set(
		leftOut
			.filter((name) => businessNames.has(name) || !name.startsWith('X-'))
			.map((name) => `vCard.${shortened(name)}`),
	);
	return { label, texts, phones, omitted, ...(nameProblem !== undefined && { nameProblem }) };
}

function labelOf({ fullName, firstName, lastName, company }: Texts): string {
	const label = fullName ?? ([firstName, lastName].filter(Boolean).join(' ') || company);
	return shortened(label ?? '');
}

/** What a card is named by, in this order; one that is not readable is not replaced by the next. */
function nameProblemOf(texts: Texts, unreadable: ReadonlyMap<string, string>): string | undefined {
	if (texts.fullName !== undefined) return undefined;
	const hasParts = [texts.firstName, texts.middleName, texts.lastName].some(Boolean);
	return (
		unreadable.get('FN') ??
		(hasParts
			? undefined
			: (unreadable.get('N') ?? (texts.company ? undefined : unreadable.get('ORG'))))
	);
}
