/** What the suites know of Evolution API: its two generations are gateways of their own here. */
import { receivedV1, receivedV2 } from './evolutionApi.received';
import { lists } from './evolutionApi.lists';
import { evolutionApi as vectors } from './evolutionApi.vectors';
import type { Kit } from './kit';

const shared = {
	provider: 'evolutionApi',
	vectors,
	lists,
	variants: [{}],
	disconnect: { state: 'close' },
	reconnect: { state: 'open' },
	statePath: 'instance/connectionState/{instance}',
	stateAnswer: (state) => ({ instance: { state } }),
	person: (digits) => digits,
	tokenIn: 'header',
	sendPath: (instance) => `/message/sendContact/${instance}`,
	signing: {
		credential: { instance: 'sales' },
		path: '/getSettings',
		headers: { apikey: '{token}' },
	},
	// The body names the chat.
	lookUpsByAddress: () => ({ headers: {}, lookUps: [] }),
	vCardLines: 'BEGIN VERSION N FN ORG EMAIL URL item1.TEL item1.X-ABLabel END',
	semicolonsInName: 0,
	form: {
		label: 'Evolution API',
		fields: ['company', 'email', 'url', 'whatsAppId'],
		options: ['Delay (Seconds)', 'Presence'],
	},
	rates: {},
	cardsPerMessage: 'many',
} as const satisfies Partial<Kit>;

const credential = {
	type: 'whatsAppEvolutionApi',
	displayName: 'WhatsApp (Evolution) API',
	className: 'WhatsAppEvolutionApi',
	usualInstance: '',
	hasClientToken: false,
} as const;

export const evolutionV2 = {
	...shared,
	gateway: 'evolutionV2',
	received: receivedV2,
	credential: { ...credential, fixed: { serverVersion: 'v2' } },
	exampleAccount: 'Evolution API account',
	accounts: ['evolutionV2'],
	states: [
		[{ state: 'connecting' }, /\(connecting\)\. Wait a moment, or scan/],
		[{ state: 'close' }, /\(close\)\. Connect the instance by its QR code/],
		[{ state: null }, /The instance is not loaded; restart it/],
	],
} as const satisfies Kit<'evolutionV2'>;

export const evolutionV1 = {
	...shared,
	gateway: 'evolutionV1',
	received: receivedV1,
	credential: { ...credential, fixed: { serverVersion: 'v1' } },
	exampleAccount: 'Evolution API v1 account',
	accounts: ['evolutionV1'],
	listsToo: ['All of us (group)', 'Only a Member (+5511970002222)'],
	states: [[{ state: 'refused' }, /\(refused\)\. Connect the instance by its QR code/]],
} as const satisfies Kit<'evolutionV1'>;
