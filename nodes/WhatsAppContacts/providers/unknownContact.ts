/** A contact of whom nothing is known yet; every provider fills in what it says. */
import type { ContactInfo, GetContactInfoCommand } from '../domain/commands';

/** All keys, `null` where the provider does not say; the phone is what was asked. */
export function unknownContact({ chatId }: GetContactInfoCommand): ContactInfo {
	return {
		phone: chatId.kind === 'person' ? chatId.digits : null,
		lid: null,
		exists: null,
		name: null,
		contactName: null,
		about: null,
		avatarUrl: null,
		isBusiness: null,
		email: null,
		website: null,
		category: null,
		description: null,
		address: null,
		products: null,
		lastSeen: null,
		isArchived: null,
		isMuted: null,
		muteExpiration: null,
		isDisappearing: null,
		messageExpiration: null,
	};
}
