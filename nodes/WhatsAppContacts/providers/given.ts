/** Which of a card's fields were given, in the public names, to say which were left out. */
import type { ContactCard } from '../domain/contactCard';

const optionalFields = [
	'firstName',
	'middleName',
	'lastName',
	'company',
	'email',
	'url',
	'businessDescription',
	'whatsAppId',
] as const satisfies ReadonlyArray<keyof ContactCard>;

/** `phones` stands for the numbers beyond the first. */
export function givenOf(card: ContactCard): string[] {
	const given: string[] = optionalFields.filter((field) => card[field] !== undefined);
	return card.phones.length > 1 ? [...given, 'phones'] : given;
}
