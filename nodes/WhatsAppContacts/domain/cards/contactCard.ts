/** A visiting card as the node means it, whatever the gateway can carry of it. */

/** A card's phone number. */
export interface CardPhone {
	/** International, 7–15 digits. */
	readonly digits: string;
	/** As typed when typed with `+` (trimmed, line breaks out), else `null`. */
	readonly styled: string | null;
}

/** A checked card. Absent keys were not given; texts are one line, trimmed and never empty. */
export interface ContactCard {
	/** The name every provider can show: given, or joined from the parts, or the company. */
	readonly fullName: string;
	readonly firstName?: string;
	readonly middleName?: string;
	readonly lastName?: string;
	readonly company?: string;
	/** At least one; the first is the card's main number. */
	readonly phones: readonly CardPhone[];
	readonly email?: string;
	readonly url?: string;
	readonly businessDescription?: string;
	/** Digits behind the card's Message button, where they differ from the phone's. */
	readonly whatsAppId?: string;
}

/** The texts of a card, in the order in which messages name them. */
export const cardTexts = [
	'fullName',
	'firstName',
	'middleName',
	'lastName',
	'company',
	'email',
	'url',
	'businessDescription',
] as const;
export type CardText = (typeof cardTexts)[number];

/** What a source gave for a card; texts are one line and not blank. */
export interface CardDraft {
	readonly texts: Readonly<Partial<Record<CardText, string>>>;
	/** At least one; repeats are dropped. */
	readonly phones: readonly CardPhone[];
	readonly whatsAppId?: string;
}

/** The card of a draft, or nothing if it has no name at all. */
export function makeCard({ texts, phones, whatsAppId }: CardDraft): ContactCard | undefined {
	const parts = [texts.firstName, texts.middleName, texts.lastName];
	const joined = parts.filter((part) => part !== undefined).join(' ');
	const fullName = texts.fullName ?? (joined || texts.company);
	if (fullName === undefined) return undefined;
	const byDigits = new Map<string, CardPhone>();
	for (const phone of phones) {
		if (!byDigits.has(phone.digits)) byDigits.set(phone.digits, phone);
	}
	// A given name that is also the company's stays a name, and is not taken for its lack.
	const isNamedAsCompany = joined === '' && texts.fullName === texts.company;
	return {
		...texts,
		...(isNamedAsCompany && { firstName: fullName }),
		fullName,
		phones: [...byDigits.values()],
		...(whatsAppId === undefined || whatsAppId === phones[0]?.digits ? {} : { whatsAppId }),
	};
}

/** The same for cards that say the same, however their phones are styled. */
export function keyOf(card: ContactCard): string {
	const phones = card.phones.map((phone) => phone.digits);
	return JSON.stringify([cardTexts.map((text) => card[text]), phones, card.whatsAppId]);
}
