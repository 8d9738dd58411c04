/** What Evolution API v1 and v2 are and can do (docs/providers/evolution-api.md). */
import type { Declared } from '../provider';

export const declares = {
	displayName: 'Evolution API',
	credentialName: 'whatsAppEvolutionApi',
	delivers: 'sendsItself',
	carries: {
		company: true,
		email: true,
		url: true,
		businessDescription: false,
		whatsAppId: true,
	},
	phonesPerCard: 'one',
	cardsPerMessage: 'many',
	quotes: true,
	delaySeconds: { min: 0, max: 60, kind: 'decimal', example: 1.5, holds: 'thisCard' },
	presence: true,
	lookUps: { registration: true, businessProfile: true },
	notices: {
		sendContact:
			'An Evolution API server of version 2 ignores the options Quoted Message ID, Delay and Presence for contact cards',
	},
	rates: {},
} as const satisfies Declared;
