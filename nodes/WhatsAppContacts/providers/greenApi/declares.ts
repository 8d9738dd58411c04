/** What GREEN-API is and can do (docs/providers/green-api.md). */
import type { Declared } from '../provider';

export const declares = {
	displayName: 'GREEN-API',
	credentialName: 'whatsAppGreenApi',
	delivers: 'queues',
	carries: {
		company: true,
		email: false,
		url: false,
		businessDescription: false,
		whatsAppId: false,
	},
	phonesPerCard: 'one',
	cardsPerMessage: 'one',
	quotes: true,
	presence: false,
	lookUps: { registration: true, businessProfile: true },
	notices: {
		sendContact:
			'GREEN-API takes one card a message, so several contacts leave as several messages, each with an item of its own',
		getContactInfo:
			'GREEN-API allows one look-up a second, so 100 items take about 2 minutes, and 100 registration checks a month on its free plan',
		checkNumber:
			'GREEN-API checks one number a request, ten a second, and 100 a month on its free plan',
	},
	// green-api.com, "Rate limits"
	rates: {
		perMethod: {
			sendContact: [{ starts: 50, perMs: 1000 }],
			getContactInfo: [{ starts: 1, perMs: 1000 }],
			getContacts: [{ starts: 1, perMs: 1000 }],
			checkWhatsapp: [{ starts: 10, perMs: 1000 }],
		},
	},
} as const satisfies Declared;
