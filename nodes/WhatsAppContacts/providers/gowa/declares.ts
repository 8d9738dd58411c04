/** What GOWA is and can do (docs/providers/gowa.md). */
import type { Declared } from '../provider';

export const declares = {
	displayName: 'GOWA',
	credentialName: 'whatsAppGowaApi',
	delivers: 'sendsItself',
	carries: {
		company: false,
		email: false,
		url: false,
		businessDescription: false,
		whatsAppId: false,
	},
	phonesPerCard: 'one',
	cardsPerMessage: 'one',
	quotes: false,
	presence: false,
	lookUps: { registration: true, businessProfile: true },
	notices: {},
	rates: {},
} as const satisfies Declared;
