// Evolution's instances, of a v2 and of a v1 server: in what one differs from the next, the standard
// ones, how they are shown, and what the methods are given. The generations differ so much that each
// is a gateway here.

import type { AccountKind } from '../accountKind';
import type { Outcome } from '../gateway';
import type { AnyInstance } from '../instanceTypes';
import type { Instance } from '../instances';

/** One instance of a server; several may differ in channel and state. */
export interface EvolutionInstance extends AnyInstance {
	provider: 'evolutionV2' | 'evolutionV1';
	/** Of a v2 server; default 2.3.6. v1 is 1.8.2. Privacy ids are known since 2.3.0. */
	version?: '2.2.3' | '2.3.6' | '2.3.7' | '2.4.0-rc2';
	/** Default `open`; `null` answers no state: known to the database, not loaded in memory. */
	state?: 'open' | 'connecting' | 'close' | 'refused' | null;
	/** Says `open`, and every send fails with `Connection Closed`. */
	deadSocket?: boolean;
	/** Default `WHATSAPP-BAILEYS`. On Meta's channel, numbers not on WhatsApp get its 201 error. */
	channel?: 'WHATSAPP-BAILEYS' | 'WHATSAPP-BUSINESS' | 'EVOLUTION';
	/** What the server as a whole answers in place of every route. */
	server?: 'unlicensed' | 'cors' | 'notEvolution';
	/** fetchProfile fails inside and answers 200 with nulls. */
	profileOfNulls?: boolean;
	/** fetchProfile leaves numberExists out of an answer that has data. */
	withoutNumberExists?: boolean;
	/** fetchProfile's status: text (older Baileys, default) or `{status, setAt}`. */
	aboutAs?: 'text' | 'object';
	/** fetchBusinessProfile answers its 500, and fetchProfile its 200 of nulls. */
	businessProfileFails?: boolean;
	/** findContacts: `remoteJid` (to 2.3.6, default), `honoured` (2.3.7), `ignored`: all contacts. */
	filters?: 'remoteJid' | 'honoured' | 'ignored';
	/** Groups (`…@g.us`) that the instance is not in, or that do not exist. */
	missingGroups?: string[];
	/** The instance's setting: its groups are not listed either. */
	ignoresGroups?: boolean;
	/** The status of an accepted send. Default PENDING. */
	sendStatus?: 'ERROR' | 'PENDING' | 'SERVER_ACK' | 'DELIVERY_ACK' | 'READ' | 'PLAYED';
}

/** An instance of either generation; `provider` tells them apart. */
export type Evolution = Instance<EvolutionInstance>;
/** Answers a method once the guards have passed. */
export type Handler = (instance: Evolution, body: unknown, query: URLSearchParams) => Outcome;

const shared = {
	credentialOf: () => ({ serverVersion: 'auto', ignoreSslIssues: false }),
	secretsIn: ({ headers }) => ({ token: headers.apikey }),
} as const satisfies Partial<AccountKind<EvolutionInstance>>;

/** Their secrets look like the vendor's and open nothing anywhere else. */
export const accountV2 = {
	...shared,
	standard: {
		evolutionV2: {
			provider: 'evolutionV2',
			instance: 'sales',
			token: 'SB2-4F1E-9C7A-D0B3-5A6E8F21',
		},
	},
	examples: { 'Evolution API account': { type: 'whatsAppEvolutionApi', standard: 'evolutionV2' } },
	badge: { label: 'Evolution v2', color: 'light-dark(#0a5c8a, #7cc8f2)' },
} as const satisfies AccountKind<EvolutionInstance>;

export const accountV1 = {
	...shared,
	standard: {
		evolutionV1: {
			provider: 'evolutionV1',
			instance: 'sales',
			token: 'SB1-7A3C-2E9F-B4D1-0C8E6A53',
		},
	},
	examples: {
		'Evolution API v1 account': { type: 'whatsAppEvolutionApi', standard: 'evolutionV1' },
	},
	badge: { label: 'Evolution v1', color: 'light-dark(#8a4a0a, #f0b27a)' },
} as const satisfies AccountKind<EvolutionInstance>;
