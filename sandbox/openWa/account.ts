// OpenWA's sessions: in what one differs from the next, the standard one, how it is
// shown, and what the methods are given.

import type { AccountKind } from '../accountKind';
import type { Call, Outcome } from '../gateway';
import type { AnyInstance } from '../instanceTypes';
import type { Instance } from '../instances';

/** A session on a server of its own. */
export interface OpenWaInstance extends AnyInstance {
	provider: 'openWa';
	/** Default `wwebjs`, as it is the server's. Ids and what is known of contacts differ. */
	engine?: 'wwebjs' | 'baileys';
	/** A server of summer 2026: no keys, no quotes, nobody looks for the recipient before a send. */
	older?: boolean;
	/** What the node's credential says of keys. */
	idempotencyKeys?: boolean;
	/** Default `ready`; older pages print capitals. */
	state?:
		| 'created'
		| 'initializing'
		| 'qr_ready'
		| 'authenticating'
		| 'ready'
		| 'READY'
		| 'disconnected'
		| 'action_required'
		| 'failed'
		| null;
	/** Of the API key. Default `operator`; a viewer may only read. */
	role?: 'viewer' | 'operator';
	/** Requests a second, a minute and an hour; without them the owner has raised the limits. */
	rateLimits?: readonly [number, number, number];
	/** The owner's own pacing of sends: refused, with so many seconds in the body. */
	pacing?: number;
	/** Baileys after a restart: nobody is known but by the chats. */
	withoutContacts?: boolean;
	/** An image for production tells no complaints about fields. */
	production?: boolean;
	/** So long a send takes; a client may have given up before. */
	takesMs?: number;
	/** By the card's name: the engine does not say whether it left. */
	engineBreaks?: Record<string, 'sent' | 'lost'>;
	/** Ids of messages that cannot be quoted any more. */
	forgotten?: string[];
	/** What `check` names as whatsappId: the number (default) or its privacy id. */
	chatIdAs?: 'number' | 'lid';
	/** A trouble of the engine with `check`: in the words for an unknown number, or 503. */
	checkFails?: 400 | 503;
	/** A picture that cannot be had: 503. */
	pictureFails?: boolean;
}

/** A session with this vendor's switches. */
export type OpenWa = Instance<OpenWaInstance>;
/** `subject` is what the path names behind the method: a contact's id or a number. */
export type Handler = (call: Call, instance: OpenWa, subject: string) => Outcome;

/** Its secret looks like the vendor's and opens nothing anywhere else. */
export const account = {
	standard: {
		openWa: {
			provider: 'openWa',
			instance: '3f2b8c1e-5d47-4a90-9c6e-7b1d0a2f4e68',
			token: 'owa_k1_sb5e7d9c1f3a6b8d0e2c4f6a8b0d1e3f',
		},
	},
	examples: { 'OpenWA account': { type: 'whatsAppOpenWaApi', standard: 'openWa' } },
	credentialOf: ({ idempotencyKeys = false }) => ({ ignoreSslIssues: false, idempotencyKeys }),
	// Its limits count a server's requests, so no session shares a server with another test's.
	serverOf: ({ instance }) => encodeURIComponent(instance),
	secretsIn: ({ headers }) => ({ token: headers['x-api-key'] }),
	badge: { label: 'OpenWA', color: 'light-dark(#a34a12, #f0a35e)' },
} as const satisfies AccountKind<OpenWaInstance>;
