// GOWA's devices: in what one differs from the next, the standard one, how it is
// shown, and what the methods are given.

import type { AccountKind } from '../accountKind';
import type { Call, Outcome } from '../gateway';
import type { AnyInstance } from '../instanceTypes';
import type { Instance } from '../instances';
import { pairIn } from './basic';

/** A device; `token` is a pair of its server's, `''` where the server has no Basic auth. */
export interface GowaInstance extends AnyInstance {
	provider: 'gowa';
	/** Default `connected`. */
	state?: 'connected' | 'disconnected' | 'loggedOut';
	/** `--account-validation`; default true: a number is looked up before anything is done with it. */
	accountValidation?: boolean;
	/** The server cannot ask WhatsApp: every number is "not on whatsapp" then. */
	questionsFail?: boolean;
	/** WhatsApp does not let the account begin chats. */
	timelocked?: boolean;
	/** A picture is hidden, or does not come within five seconds. */
	pictures?: 'hidden' | 'late';
}

/** A device with this vendor's switches. */
export type Gowa = Instance<GowaInstance>;
/** The whole call, for look-ups have their words in the query. */
export type Handler = (call: Call, device: Gowa) => Outcome;

/** Its secret looks like one that an owner made up and opens nothing anywhere else. */
export const account = {
	standard: {
		gowa: { provider: 'gowa', instance: 'my-shop', token: 'shopkeeper:sbg0e5a7c9d1f3b5' },
	},
	examples: { 'GOWA account': { type: 'whatsAppGowaApi', standard: 'gowa' } },
	credentialOf: () => ({}),
	secretsIn: ({ headers }) => ({ token: pairIn(headers.authorization) }),
	badge: { label: 'GOWA', color: 'light-dark(#0a6e8f, #6cc8e8)' },
} as const satisfies AccountKind<GowaInstance>;
