/** What the suites know of PlugzAPI / Z-API. */
import type { Kit } from './kit';
import { received } from './plugzApi.received';
import { lists } from './plugzApi.lists';
import { plugzApi as vectors } from './plugzApi.vectors';

export const plugzApi = {
	gateway: 'plugzApi',
	provider: 'plugzApi',
	credential: {
		type: 'whatsAppPlugzApi',
		displayName: 'WhatsApp (PlugzAPI / Z-API) API',
		className: 'WhatsAppPlugzApi',
		usualInstance: '',
		fixed: {},
		hasClientToken: true,
	},
	exampleAccount: 'PlugzAPI account',
	vectors,
	lists,
	received,
	accounts: ['plugzApi', 'plugzApiClientToken'],
	variants: [{ sendContacts: 'known' }, { sendContacts: 405 }, { sendContacts: 'NOT_FOUND' }],
	disconnect: { connected: false },
	reconnect: { connected: true },
	states: [
		[{ connected: false }, /\(false\)\. Scan the QR code/],
		[{ connected: false, flagsAs: 'text' }, /\(false\)\. Scan the QR code/],
	],
	statePath: 'status',
	stateAnswer: (connected) => ({ connected }),
	person: (digits) => digits,
	tokenIn: 'path',
	sendPath: (instance, token) => `/instances/${instance}/token/${token}/send-contact`,
	signing: {
		credential: { instance: '3D/5', clientToken: 'CLIENT' },
		path: '/instances/3D%2F5/token/{token}/getSettings',
		headers: { 'Client-Token': 'CLIENT' },
	},
	lookUpsByAddress: ({ instance, token }) => ({
		headers: {},
		lookUps: ['contacts/', 'profile-picture?phone='].map((method) => ({
			path: `/instances/${instance}/token/${token}/${method}5511999999999`,
			chatId: '5511999999999',
		})),
	}),
	vCardLines: null,
	semicolonsInName: 0,
	form: {
		label: 'PlugzAPI / Z-API',
		fields: ['businessDescription'],
		options: ['Delay (Seconds)'],
	},
	rates: {},
	cardsPerMessage: 'many',
} as const satisfies Kit<'plugzApi'>;
