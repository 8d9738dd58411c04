/** What OpenWA is and can do (docs/providers/openwa.md). */
import type { Declared } from '../provider';

export const declares = {
	displayName: 'OpenWA',
	credentialName: 'whatsAppOpenWaApi',
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
	quotes: true,
	presence: false,
	lookUps: { registration: true, businessProfile: false },
	notices: {
		sendContact:
			'OpenWA takes one card a message and, unless its owner has changed that, 10 requests a second, 100 a minute and 1,000 an hour. The node keeps to these limits, so 200 cards take about 2 minutes',
		getContactInfo:
			'OpenWA takes 100 requests a minute and 1,000 an hour unless its owner has changed that, and a look-up is two or three. The node keeps to these limits, so 100 items take about 3 minutes',
		checkNumber:
			'OpenWA checks one number a request, 100 a minute and 1,000 an hour unless its owner has changed that. The node keeps to these limits',
	},
	// RATE_LIMIT_SHORT, _MEDIUM and _LONG, which count the client's address.
	rates: {
		perServer: [
			{ starts: 10, perMs: 1000 },
			{ starts: 100, perMs: 60_000 },
			{ starts: 1000, perMs: 3_600_000 },
		],
	},
} as const satisfies Declared;
