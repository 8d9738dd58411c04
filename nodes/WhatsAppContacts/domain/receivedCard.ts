/**
 * Contact cards that somebody shared in a chat, in the words of Send Contact, so that a card can go
 * on as it came. They were written by strangers: nothing here throws, whatever stands in them.
 */
import type { ContactCard } from './cards/contactCard';
import { type CardDraft, makeCard } from './cards/contactCard';
import { whatIsWrong } from './cards/cardList';
import { readCardPhone } from './numbers/cardPhone';
import { isProblem, type Reading } from './reading';
import { examplePhone, isBlank, isGiven, shortened } from './typed';
import { readVCardEntry } from './vCard/cards';
import { splitTexts } from './vCard/lines';
import { readVCards, type VCardContact } from './vCard/readVCards';

/** A card as a gateway hands it on. */
export interface SharedCard {
	/** What WhatsApp shows above the card. */
	readonly displayName: string | null;
	/** The text of its vCard, unless something else stands there. */
	readonly vCard: unknown;
	/** Numbers that the gateway read out of it, for where it hands on no vCard. */
	readonly phones?: readonly unknown[];
}

/** A message with contact cards; `null` is what its gateway does not say. */
export interface ReceivedMessage {
	/** The account that received it. */
	readonly instance: string | null;
	readonly messageId: string | null;
	/** As the gateway spells it; Send Contact takes it for an answer. */
	readonly chatId: string | null;
	readonly isGroup: boolean;
	readonly fromMe: boolean;
	readonly sender: {
		readonly phone: string | null;
		readonly lid: string | null;
		readonly name: string | null;
	};
	/** ISO 8601, UTC. */
	readonly timestamp: string | null;
	readonly cards: readonly SharedCard[];
}

/** A card in the keys that Send Contact takes as JSON. */
export interface ReceivedContact {
	readonly fullName: string;
	readonly firstName: string | null;
	readonly middleName: string | null;
	readonly lastName: string | null;
	readonly company: string | null;
	readonly phone: string;
	readonly phones: readonly string[];
	/** `null` where the card names none: its number may not be on WhatsApp. */
	readonly whatsAppId: string | null;
	readonly email: string | null;
	readonly url: string | null;
	readonly businessDescription: string | null;
}

/** A card that was read. */
export interface ReadSharedCard {
	readonly contact: ReceivedContact;
	/** What of the card has no place in `contact`. */
	readonly omittedFields: readonly string[];
	readonly vCard: string | null;
}

/** What can be done about somebody else's card. */
const advice = `Ask the sender to share the contact again, with a name and a number such as ${examplePhone}`;

/**
 * Reads each card of a message; one text may hold several. Card by card as they are asked for, so
 * that a message of thousands leaves n8n time for others.
 */
export function* readSharedCards(cards: readonly SharedCard[]): Generator<Reading<ReadSharedCard>> {
	let index = 0;
	for (const card of cards) {
		for (const each of oneByOne(card)) {
			yield readSharedCard(each, index);
			index += 1;
		}
	}
}

/** A text of many cards is cut, or each of its cards would carry all of it. */
function oneByOne(card: SharedCard): SharedCard[] {
	if (typeof card.vCard !== 'string') return [card];
	const texts = splitTexts(card.vCard);
	return texts.length < 2 ? [card] : texts.map((vCard) => ({ displayName: null, vCard }));
}

function readSharedCard(card: SharedCard, index: number): Reading<ReadSharedCard> {
	const { vCard } = card;
	const hasText = typeof vCard === 'string' && !isBlank(vCard);
	const hasPhones = card.phones?.some(isGiven) ?? false;
	const draft = !hasText && hasPhones ? draftOfPhones(card) : draftOfVCard(card, index);
	const title = `card ${index + 1}`;
	if (isProblem(draft)) {
		const said = whatIsWrong(draft.problem);
		return { problem: `${said.startsWith(title) ? said : `${title} ${said}`}. ${advice}` };
	}
	const made = makeCard(draft.value);
	if (made === undefined) return { problem: `${title} has no name. ${advice}` };
	return {
		value: {
			contact: contactOf(made, draft.value.whatsAppId),
			omittedFields: draft.value.omittedFields,
			vCard: hasText ? vCard : null,
		},
	};
}

interface Draft extends CardDraft {
	readonly omittedFields: readonly string[];
}

function draftOfVCard({ displayName, vCard }: SharedCard, index: number): Reading<Draft> {
	const reading = readVCards(vCard);
	if (isProblem(reading)) return reading;
	const [contact] = reading.value;
	if (contact === undefined) return { problem: 'holds no vCard' };
	const named = withName(contact, displayName);
	const label = named.label === '' ? '' : ` (${named.label})`;
	const entry = readVCardEntry(named, undefined, `card ${index + 1}${label}`);
	if (isProblem(entry)) return entry;
	const { draft, omitted } = entry.value;
	return { value: { ...draft, omittedFields: [...omitted].sort() } };
}

/** A card without a name of its own is called as WhatsApp shows it. */
function withName(contact: VCardContact, displayName: string | null): VCardContact {
	const { fullName, firstName, middleName, lastName } = contact.texts;
	const isNamed = [fullName, firstName, middleName, lastName].some((name) => name !== undefined);
	if (isNamed || displayName === null) return contact;
	const { texts, phones, omitted } = contact;
	return {
		label: shortened(displayName),
		texts: { ...texts, fullName: displayName },
		phones,
		omitted,
	};
}

function draftOfPhones({ displayName, phones = [] }: SharedCard): Reading<Draft> {
	const numbers = [];
	for (const phone of phones.filter(isGiven)) {
		const reading = readCardPhone(phone);
		if (isProblem(reading)) return reading;
		numbers.push(reading.value.phone);
	}
	const texts = displayName === null ? {} : { fullName: displayName };
	return { value: { texts, phones: numbers, omittedFields: [] } };
}

function contactOf(card: ContactCard, whatsAppId: string | undefined): ReceivedContact {
	const phones = card.phones.map(({ digits }) => digits);
	return {
		fullName: card.fullName,
		firstName: card.firstName ?? null,
		middleName: card.middleName ?? null,
		lastName: card.lastName ?? null,
		company: card.company ?? null,
		phone: phones[0] ?? '',
		phones,
		whatsAppId: whatsAppId ?? null,
		email: card.email ?? null,
		url: card.url ?? null,
		businessDescription: card.businessDescription ?? null,
	};
}
