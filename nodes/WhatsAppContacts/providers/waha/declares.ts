/** What WAHA is and can do (docs/providers/waha.md). */
import type { Declared } from '../provider';

export const declares = {
	displayName: 'WAHA',
	credentialName: 'whatsAppWahaApi',
	delivers: 'sendsItself',
	carries: {
		company: true,
		email: true,
		url: true,
		businessDescription: true,
		whatsAppId: true,
	},
	phonesPerCard: 'many',
	cardsPerMessage: 'many',
	quotes: true,
	presence: false,
	lookUps: { registration: true, businessProfile: false },
	notices: {},
	rates: {},
} as const satisfies Declared;
