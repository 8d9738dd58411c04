/** A name in parts, for gateways whose recipients read the parts and not the full name. */
import type { ContactCard } from '../domain/cards/contactCard';

/** The parts of a name; absent ones are not part of it. */
export type NameParts = Pick<ContactCard, 'firstName' | 'middleName' | 'lastName'>;

/**
 * The parts as typed where they make the full name, else the full name whole as the first of them:
 * a phone's vCard may say `FN:Mãe` and `N:Silva;Maria`, and its reader shall see "Mãe".
 */
export function namePartsOf({ fullName, firstName, middleName, lastName }: ContactCard): NameParts {
	const parts = {
		...(firstName !== undefined && { firstName }),
		...(middleName !== undefined && { middleName }),
		...(lastName !== undefined && { lastName }),
	};
	return asRead(Object.values(parts).join(' ')) === asRead(fullName)
		? parts
		: { firstName: fullName };
}

/** Kinds and numbers of blanks, and how an accent is stored, make no difference to a reader. */
function asRead(text: string): string {
	return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}
