/** What the suites know of OpenWA. */
import type { Kit } from './kit';
import { lists } from './openWa.lists';
import { openWa as vectors } from './openWa.vectors';

export const openWa = {
	gateway: 'openWa',
	provider: 'openWa',
	credential: {
		type: 'whatsAppOpenWaApi',
		displayName: 'WhatsApp (OpenWA) API',
		className: 'WhatsAppOpenWaApi',
		usualInstance: '',
		fixed: {},
		hasClientToken: false,
	},
	exampleAccount: 'OpenWA account',
	vectors,
	lists,
	accounts: ['openWa'],
	variants: [{}, { idempotencyKeys: true }, { engine: 'baileys' }],
	disconnect: { state: 'disconnected' },
	reconnect: { state: 'ready' },
	sendsWithoutId: true,
	states: [
		[{ state: 'created' }, /\(created\)\. Start the session on the server's dashboard/],
		[{ state: 'initializing' }, /\(initializing\)\. Wait a moment and try again/],
		[{ state: 'qr_ready' }, /\(qr_ready\)\. Scan the session's QR code/],
		[{ state: 'authenticating' }, /\(authenticating\)\. Wait a moment and try again/],
		[{ state: 'disconnected' }, /\(disconnected\)\. Start the session again/],
		[{ state: 'action_required' }, /\(action_required\)\. Open WhatsApp on the phone/],
		[{ state: 'failed' }, /\(failed\)\. Restart the session/],
		[{ state: null }, /Check that the API URL is that of an OpenWA server/],
	],
	statePath: 'api/sessions/{instance}',
	stateAnswer: (status) => ({ status }),
	person: (digits) => `${digits}@c.us`,
	tokenIn: 'header',
	sendPath: (instance) => `/api/sessions/${instance}/messages/send-contact`,
	signing: {
		credential: { instance: 'a-session' },
		path: '/getSettings',
		headers: { 'X-API-Key': '{token}' },
	},
	lookUpsByAddress: ({ instance, token }) => ({
		headers: { 'X-API-Key': token },
		lookUps: ['', '/profile-picture', '/phone']
			.map((method) => ({
				path: `/api/sessions/${instance}/contacts/5511999999999%40c.us${method}`,
				chatId: '5511999999999@c.us',
			}))
			.concat({
				path: `/api/sessions/${instance}/contacts/check/5511999999999`,
				chatId: '5511999999999',
			}),
	}),
	vCardLines: 'BEGIN VERSION FN TEL END',
	semicolonsInName: 0,
	form: { label: 'OpenWA', fields: [], options: [] },
	// A thousand requests an hour are slow in the long run.
	rates: { lookUpsPerSecond: 1, sendsPerSecond: 10, sendsPerMinute: 100, countServer: true },
	cardsPerMessage: 'one',
} as const satisfies Kit<'openWa'>;
