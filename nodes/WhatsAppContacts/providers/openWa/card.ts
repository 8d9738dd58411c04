/**
 * A card for OpenWA, which pastes name and number into a vCard of its own: line breaks become
 * blanks, nothing is escaped, and there is no `N`. The number is printed as it is sent, and its
 * digits are what the card's Message button writes to.
 */
import type { CardPhone, ContactCard } from '../../domain/cards/contactCard';
import { withoutEscapes } from '../unescaped';

/** Both are the server's; longer ones are 400. */
const MAX_NAME = 255;
const MAX_NUMBER = 30;

export interface OpenWaCard {
	readonly contactName: string;
	readonly contactNumber: string;
}

export function toOpenWaCard({ fullName, phones: [phone] }: ContactCard): OpenWaCard {
	return { contactName: withoutEscapes(fullName), contactNumber: phone ? shown(phone) : '' };
}

/** Whether the server would refuse its name. */
export function hasLongName({ fullName }: ContactCard): boolean {
	return fullName.length > MAX_NAME;
}

function shown({ styled, digits }: CardPhone): string {
	const isSafe =
		styled !== null && styled.length <= MAX_NUMBER && styled.replace(/\D/g, '') === digits;
	return isSafe ? styled : `+${digits}`;
}
