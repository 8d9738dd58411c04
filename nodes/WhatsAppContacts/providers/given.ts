/** What of a card a gateway cannot carry, in the public names. */
import { type CardText, cardTexts, type ContactCard } from '../domain/cards/contactCard';

/** A field that not every gateway carries; `phones` are the numbers beyond the first. */
export type CardField = CardText | 'phones' | 'whatsAppId';

/** Carried by every gateway: where it takes no parts of a name, they travel in the full one. */
export const nameFields = ['fullName', 'firstName', 'middleName', 'lastName'] as const;

/** The fields that these cards have and the gateway does not carry; they may repeat. */
export function leftOut(cards: readonly ContactCard[], carried: readonly CardField[]): string[] {
	return cards.flatMap(fieldsOf).filter((field) => !carried.includes(field));
}

function fieldsOf(card: ContactCard): CardField[] {
	const fields = ([...cardTexts, 'whatsAppId'] as const).filter(
		(field) => card[field] !== undefined,
	);
	return card.phones.length > 1 ? [...fields, 'phones'] : fields;
}
