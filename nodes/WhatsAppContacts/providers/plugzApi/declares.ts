/** What PlugzAPI and Z-API are and can do; PlugzAPI is a white label (docs/providers/plugzapi.md). */
import type { Declared } from '../provider';

export const declares = {
	displayName: 'PlugzAPI / Z-API',
	credentialName: 'whatsAppPlugzApi',
	delivers: 'queues',
	carries: {
		company: false,
		email: false,
		url: false,
		businessDescription: true,
		whatsAppId: false,
	},
	phonesPerCard: 'many',
	cardsPerMessage: 'many',
	quotes: true,
	delaySeconds: { min: 1, max: 15, kind: 'whole', example: 3, holds: 'theNextMessage' },
	presence: false,
	lookUps: { registration: true, businessProfile: true },
	notices: {},
	rates: {},
} as const satisfies Declared;
