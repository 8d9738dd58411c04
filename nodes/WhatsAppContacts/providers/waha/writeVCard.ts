/**
 * A card as a vCard 3.0. WAHA's own has no `N`, without which some phones show no name, and escapes
 * nothing; one that is given goes out as it is.
 */
import type { CardPhone, ContactCard } from '../../domain/cards/contactCard';
import { namePartsOf } from '../nameParts';

export function toVCard(card: ContactCard): string {
	const { fullName, phones } = card;
	// Some phones read N and some FN: both say the same name.
	const { firstName, middleName, lastName } = namePartsOf(card);
	const names = [lastName, firstName, middleName, '', ''];
	return [
		'BEGIN:VCARD',
		'VERSION:3.0',
		`N:${names.map((part = '') => component(part)).join(';')}`,
		`FN:${text(fullName)}`,
		...line('ORG', card.company && component(card.company)),
		...phones.map((phone, index) => telephone(phone, index === 0 ? card.whatsAppId : undefined)),
		...line('EMAIL', card.email && text(card.email)),
		// An address of the web is no text: there a backslash would be part of it.
		...line('URL', card.url),
		...line('NOTE', card.businessDescription && text(card.businessDescription)),
		'END:VCARD',
	].join('\n');
}

/** How a number is shown; `waid` is what the card's Message button writes to. */
export function shown({ styled, digits }: CardPhone): string {
	return styled ?? `+${digits}`;
}

function telephone(phone: CardPhone, whatsAppId = phone.digits): string {
	return `TEL;type=CELL;type=VOICE;waid=${whatsAppId}:${shown(phone)}`;
}

function line(name: string, value: string | undefined): string[] {
	return value === undefined ? [] : [`${name}:${value}`];
}

/** A part of a structured value, which a semicolon would end. Texts of a card are on one line. */
function component(part: string): string {
	return text(part).replaceAll(';', '\\;');
}

/** Elsewhere a semicolon is one as it is, and phones show a backslash before it. */
function text(value: string): string {
	return value.replace(/[\\,]/g, '\\$&');
}
