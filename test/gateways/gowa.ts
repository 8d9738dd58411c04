/** What the suites know of GOWA. */
import type { Kit } from './kit';
import { lists } from './gowa.lists';
import { gowa as vectors } from './gowa.vectors';

const basic = (token: string) => `Basic ${Buffer.from(token).toString('base64')}`;

export const gowa = {
	gateway: 'gowa',
	provider: 'gowa',
	credential: {
		type: 'whatsAppGowaApi',
		displayName: 'WhatsApp (GOWA) API',
		className: 'WhatsAppGowaApi',
		usualInstance: '',
		fixed: {},
		hasClientToken: false,
	},
	exampleAccount: 'GOWA account',
	vectors,
	lists,
	accounts: ['gowa'],
	variants: [{}, { accountValidation: false }],
	disconnect: { state: 'disconnected' },
	reconnect: { state: 'connected' },
	states: [
		[{ state: 'loggedOut' }, /not connected \(false\)\. Log the device in on the server's page/],
		[{ state: 'disconnected' }, /not connected \(false\)\. Reconnect the device/],
	],
	statePath: 'app/status',
	stateAnswer: (state) => ({
		code: 'SUCCESS',
		results: {
			is_connected: typeof state === 'string' ? state === 'connected' : state,
			is_logged_in: state !== 'loggedOut',
		},
	}),
	person: (digits) => `${digits}@s.whatsapp.net`,
	tokenIn: 'basic',
	// The device stands in a header.
	sendPath: () => '/send/contact',
	signing: {
		credential: { instance: 'my shop+1@s.whatsapp.net' },
		path: '/getSettings',
		headers: { 'X-Device-Id': 'my%20shop%2B1@s.whatsapp.net', Authorization: 'Basic {basic}' },
	},
	lookUpsByAddress: ({ instance, token }) => ({
		headers: { 'X-Device-Id': instance, Authorization: basic(token) },
		lookUps: ['info', 'avatar', 'check', 'business-profile'].map((method) => ({
			path: `/user/${method}?phone=5511999999999%40s.whatsapp.net`,
			chatId: '5511999999999@s.whatsapp.net',
		})),
	}),
	vCardLines: 'BEGIN VERSION N FN TEL END',
	semicolonsInName: 4,
	form: { label: 'GOWA', fields: [], options: [], lacks: ['Quoted Message ID'] },
	rates: {},
	cardsPerMessage: 'one',
} as const satisfies Kit<'gowa'>;
