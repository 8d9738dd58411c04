// GREEN-API's accounts: in what one differs from the next, the standard one, how it is
// shown, and what the methods are given.

import type { AccountKind } from '../accountKind';
import type { Call, Outcome } from '../gateway';
import type { AnyInstance } from '../instanceTypes';
import type { Instance } from '../instances';

/** A hosted account, which queues while its phone is away. */
export interface GreenApiInstance extends AnyInstance {
	provider: 'greenApi';
	/** Default `authorized`. In every other state but `starting` cards are queued. */
	state?:
		| 'authorized'
		| 'notAuthorized'
		| 'blocked'
		| 'sleepMode'
		| 'starting'
		| 'yellowCard'
		| 'suspended'
		| 'pendingPassword'
		| null;
	/** getStateInstance answers a bare `null`, as while an instance is being created. */
	bareNullState?: boolean;
	/** Every method but getStateInstance answers 400 with this message, e.g. `Instance is deleted`. */
	refusal?: string;
	/** Status 466: the monthly quota of calls, or of correspondents. */
	quota?: 'invoke' | 'correspondents';
	/** Answers name people by `@lid`. */
	lidMode?: boolean;
	/** checkWhatsapp answers `existsWhatsapp` only; getContactInfo leaves empty names out. */
	oldRelease?: boolean;
	/** Default `refuse`; what the vendor does with keys it does not document is not known. */
	undocumentedKeys?: 'refuse' | 'record';
	/** Requests per second by method, over the documented ones; `false` for none at all. */
	rates?: Record<string, number> | false;
	/** Ids that can be quoted in any chat, besides messages of the same chat. */
	quotable?: string[];
	/** The instance setting that paces the queue; shown by getSettings. Default 500. */
	delaySendMessagesMilliseconds?: number;
}

/** An instance with this vendor's switches. */
export type GreenApi = Instance<GreenApiInstance>;
/** Answers a method once the guards have passed. */
export type Handler = (call: Call, instance: GreenApi, body: unknown) => Outcome;

/** Its secret looks like the vendor's and opens nothing anywhere else. */
export const account = {
	standard: {
		greenApi: {
			provider: 'greenApi',
			instance: '7105000001',
			token: 'sb1c7d2e9f4a4b6c8d0e1f2a3b4c5d6e7f8091a2b3c4d5e6f7',
		},
	},
	examples: { 'GREEN-API account': { type: 'whatsAppGreenApi', standard: 'greenApi' } },
	credentialOf: () => ({}),
	secretsIn: ({ segments }) => ({ token: segments[2] }),
	badge: { label: 'GREEN-API', color: 'light-dark(#1c6b28, #86d892)' },
} as const satisfies AccountKind<GreenApiInstance>;
