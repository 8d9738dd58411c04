/** What of a card a gateway cannot carry, in the public names. */
import type { ContactCard } from '../domain/cards/contactCard';
import type { CarriedField, Declared } from './provider';

/** The fields that these cards have and the gateway does not carry; they may repeat. */
export function leftOut(
	cards: readonly ContactCard[],
	{ carries, phonesPerCard }: Pick<Declared, 'carries' | 'phonesPerCard'>,
): string[] {
	const missing = Object.entries(carries).flatMap(([field, isCarried]) =>
		isCarried ? [] : [field as CarriedField],
	);
	return cards.flatMap((card) => [
		...missing.filter((field) => card[field] !== undefined),
		...(phonesPerCard === 'one' && card.phones.length > 1 ? ['phones'] : []),
	]);
}
