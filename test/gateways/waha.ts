/** What the suites know of WAHA. */
import type { Kit } from './kit';
import { received } from './waha.received';
import { lists } from './waha.lists';
import { waha as vectors } from './waha.vectors';

export const waha = {
	gateway: 'waha',
	provider: 'waha',
	credential: {
		type: 'whatsAppWahaApi',
		displayName: 'WhatsApp (WAHA) API',
		className: 'WhatsAppWahaApi',
		// Its one session is called so unless somebody names it otherwise.
		usualInstance: 'default',
		fixed: {},
		hasClientToken: false,
	},
	exampleAccount: 'WAHA account',
	vectors,
	lists,
	received,
	accounts: ['waha'],
	variants: [{}],
	disconnect: { state: 'SCAN_QR_CODE' },
	reconnect: { state: 'WORKING' },
	states: [
		[{ state: 'STOPPED' }, /\(STOPPED\)\. Start the session on the WAHA dashboard/],
		[{ state: 'STARTING' }, /\(STARTING\)\. Wait a moment and try again/],
		[{ state: 'SCAN_QR_CODE' }, /\(SCAN_QR_CODE\)\. Scan the session's QR code/],
		[{ state: 'FAILED' }, /\(FAILED\)\. Restart the session on the WAHA dashboard/],
		[{ state: 'PASSKEY_REQUIRED' }, /\(PASSKEY_REQUIRED\)\. Open WhatsApp on the phone/],
		[
			{ state: 'PASSKEY_CONFIRMATION_REQUIRED' },
			/CONFIRMATION_REQUIRED\)\. Open WhatsApp on the phone/,
		],
	],
	statePath: 'api/sessions/{instance}',
	stateAnswer: (status) => ({ status }),
	person: (digits) => `${digits}@c.us`,
	tokenIn: 'header',
	// The session stands in the body.
	sendPath: () => '/api/sendContactVcard',
	signing: {
		credential: { instance: 'default' },
		path: '/getSettings',
		headers: { 'X-Api-Key': '{token}' },
	},
	lookUpsByAddress: ({ instance, token }) => ({
		headers: { 'X-Api-Key': token },
		lookUps: [
			{
				path: `/api/contacts?contactId=5511999999999%40c.us&session=${instance}`,
				chatId: '5511999999999@c.us',
			},
			{
				path: `/api/contacts/check-exists?phone=5511999999999&session=${instance}`,
				chatId: '5511999999999',
			},
		],
	}),
	vCardLines: 'BEGIN VERSION N FN ORG TEL EMAIL URL END',
	semicolonsInName: 4,
	form: {
		label: 'WAHA',
		fields: ['company', 'email', 'url', 'businessDescription', 'whatsAppId'],
		options: [],
	},
	rates: {},
	cardsPerMessage: 'many',
} as const satisfies Kit<'waha'>;
