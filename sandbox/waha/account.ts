// WAHA's sessions: in what one differs from the next, the standard one, how it is
// shown, and what the methods are given.

import type { AccountKind } from '../accountKind';
import type { Call, Outcome } from '../gateway';
import type { AnyInstance } from '../instanceTypes';
import type { Instance } from '../instances';
import type { JsonObject } from '../replies';

/** A session; its engine decides what the server can do. */
export interface WahaInstance extends AnyInstance {
	provider: 'waha';
	/** Default `NOWEB`. Only WEBJS and WPP know `about`; WPP shows less of a card; answers differ. */
	engine?: 'NOWEB' | 'GOWS' | 'WEBJS' | 'WPP';
	/** A server before 2025.9.5: WEBJS sends no cards. */
	withoutWebjsCards?: boolean;
	/** Default `WORKING`; in every other status methods answer 422. */
	state?:
		| 'STOPPED'
		| 'STARTING'
		| 'SCAN_QR_CODE'
		| 'WORKING'
		| 'FAILED'
		| 'PASSKEY_REQUIRED'
		| 'PASSKEY_CONFIRMATION_REQUIRED';
	/** What the key may do. Default both; the status of the session it may always read. */
	scopes?: Array<'send' | 'read'>;
	/** GOWS: sends to numbers without WhatsApp fail; else they are accepted and never arrive. */
	noLid?: boolean;
	/** Servers of 2026: a number without WhatsApp is 422. */
	checksNumbers?: boolean;
	/** What check-exists names as chatId: the number (default) or its privacy id. */
	chatIdAs?: 'number' | 'lid';
	/** Versions of 2024: an accepted send has an empty answer. */
	emptyAnswers?: boolean;
	/** No contact is known of strangers: a 500 by GOWS and WEBJS, in words of their own. */
	strangersCrash?: boolean;
	/** The picture is a 500 with this text; `item-not-found` (old NOWEB) only where there is none. */
	pictureFails?: 'item-not-found' | 'bad-request' | 'rate-overlimit';
	/** The about text is a 500 with this text. */
	aboutFails?: string;
	/** NOWEB without a store: contacts are 400. */
	withoutStore?: boolean;
}

/** A session with this vendor's switches. */
export type Waha = Instance<WahaInstance>;
/** The whole call, for look-ups have their words in the query. */
export type Handler = (call: Call, instance: Waha, body: JsonObject) => Outcome;

/** Its secret looks like the vendor's and opens nothing anywhere else. */
export const account = {
	standard: {
		waha: { provider: 'waha', instance: 'default', token: 'sbw0c4a6e8f1b3d5f7092b4d6f8a0c2e' },
	},
	examples: { 'WAHA account': { type: 'whatsAppWahaApi', standard: 'waha' } },
	credentialOf: () => ({}),
	secretsIn: ({ headers }) => ({ token: headers['x-api-key'] }),
	badge: { label: 'WAHA', color: 'light-dark(#0b6b62, #6fd8cb)' },
} as const satisfies AccountKind<WahaInstance>;
