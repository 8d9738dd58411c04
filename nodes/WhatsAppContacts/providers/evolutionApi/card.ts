/** A card for Evolution, which pastes its fields into a vCard without escaping them. */
import type { ContactCard } from '../../domain/cards/contactCard';
import { structured, withoutEscapes } from '../unescaped';

/** The server's schema refuses shorter texts for `phoneNumber` and `wuid`. */
const MIN_LENGTH = 10;

export interface EvolutionCard {
	readonly fullName: string;
	readonly phoneNumber: string;
	readonly wuid?: string;
	readonly organization?: string;
	readonly email?: string;
	readonly url?: string;
}

export function toEvolutionCard(card: ContactCard): EvolutionCard {
	const [phone] = card.phones;
	const digits = phone?.digits ?? '';
	// Without `wuid` the server invents one, and the card then says "Invite" in place of "Message".
	const wuid = card.whatsAppId ?? digits;
	return {
		fullName: structured(card.fullName),
		...(wuid.length >= MIN_LENGTH && { wuid }),
		phoneNumber: longEnough(phone?.styled ?? `+${digits}`, digits),
		...(card.company !== undefined && { organization: structured(card.company) }),
		...(card.email !== undefined && { email: withoutEscapes(card.email) }),
		...(card.url !== undefined && { url: withoutEscapes(card.url) }),
	};
}

/** Whether the card has an id of its own that the server would refuse, so that it is left out. */
export function hasShortId({ whatsAppId }: ContactCard): boolean {
	return whatsAppId !== undefined && whatsAppId.length < MIN_LENGTH;
}

/** Numbers of small countries reach the schema's length by their blanks: `+12 34 56 7`. */
function longEnough(shown: string, digits: string): string {
	return shown.length >= MIN_LENGTH ? shown : `+${digits.match(/\d{1,2}/g)?.join(' ') ?? ''}`;
}
