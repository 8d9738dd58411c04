/** How a look-up's result begins, before a gateway has said anything, and where it says "nobody". */
import type { ContactInfo, GetContactInfoCommand, NumberCheck } from '../domain/commands';

/** Of a number without an account there is no id either, whatever the answer repeats. */
export const nobody: NumberCheck = { exists: false, whatsAppId: null, lid: null };

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
