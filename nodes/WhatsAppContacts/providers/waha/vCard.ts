/**
 * A card as a vCard 3.0. WAHA's own has no `N`, without which some phones show no name, and escapes
 * nothing; one that is given goes out as it is.
 */
import type { CardPhone, ContactCard } from '../../domain/cards/contactCard';

export function toVCard(card: ContactCard): string {
	const { fullName, firstName, middleName, lastName, phones } = card;
	const hasParts = [firstName, middleName, lastName].some((part) => part !== undefined);
	const names = hasParts ? [lastName, firstName, middleName] : [undefined, fullName, undefined];
	return [
		'BEGIN:VCARD',
		'VERSION:3.0',
		`N:${[...names, '', ''].map((part) => escape(part ?? '')).join(';')}`,
		`FN:${escape(fullName)}`,
		...line('ORG', card.company && escape(card.company)),
		...phones.map((phone, index) => telephone(phone, index === 0 ? card.whatsAppId : undefined)),
		...line('EMAIL', card.email && escape(card.email)),
		// An address of the web is no text: there a backslash would be part of it.
		...line('URL', card.url),
		...line('NOTE', card.businessDescription && escape(card.businessDescription)),
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

/** Texts of a card are on one line already. */
function escape(text: string): string {
	return text.replace(/[\\;,]/g, '\\$&');
}
