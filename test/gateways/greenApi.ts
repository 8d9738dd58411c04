/** What the suites know of GREEN-API. */
import { received } from './greenApi.received';
import { lists } from './greenApi.lists';
import { greenApi as vectors } from './greenApi.vectors';
import type { Kit } from './kit';

export const greenApi = {
	gateway: 'greenApi',
	provider: 'greenApi',
	credential: {
		type: 'whatsAppGreenApi',
		displayName: 'WhatsApp (GREEN-API) API',
		className: 'WhatsAppGreenApi',
		usualInstance: '',
		fixed: {},
		hasClientToken: false,
	},
	exampleAccount: 'GREEN-API account',
	vectors,
	lists,
	received,
	accounts: ['greenApi'],
	variants: [{}],
	disconnect: { state: 'notAuthorized' },
	reconnect: { state: 'authorized' },
	listsToo: ['Left behind (group)'],
	states: [
		[{ state: 'notAuthorized' }, /\(notAuthorized\)\. Scan the QR code/],
		[{ state: 'blocked' }, /\(blocked\)\. The account is banned/],
		[{ state: 'sleepMode' }, /\(sleepMode\)\. The phone is off/],
		[{ state: 'starting' }, /\(starting\)\. Wait up to five minutes/],
		[{ state: 'yellowCard' }, /\(yellowCard\)\. WhatsApp has limited/],
		[{ state: 'suspended' }, /\(suspended\)\. WhatsApp has suspended/],
		[{ state: 'pendingPassword' }, /\(pendingPassword\)\. Enter the account password/],
		[{ state: null }, /still being created\. Wait a few minutes/],
		[{ bareNullState: true }, /still being created\. Wait a few minutes/],
	],
	statePath: 'getStateInstance',
	stateAnswer: (stateInstance) => ({ stateInstance }),
	person: (digits) => `${digits}@c.us`,
	tokenIn: 'path',
	sendPath: (instance, token) => `/waInstance${instance}/sendContact/${token}`,
	signing: {
		credential: { instance: '7105' },
		path: '/waInstance7105/getSettings/{token}',
		headers: {},
	},
	// The body names the chat.
	lookUpsByAddress: () => ({ headers: {}, lookUps: [] }),
	vCardLines: null,
	semicolonsInName: 0,
	form: { label: 'GREEN-API', fields: ['company'], options: [] },
	rates: { lookUpsPerSecond: 1, sendsPerSecond: 50 },
	cardsPerMessage: 'one',
} as const satisfies Kit<'greenApi'>;
