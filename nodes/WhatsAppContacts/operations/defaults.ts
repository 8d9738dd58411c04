/**
 * What an option is worth when it is not given. n8n's lint wants the editor's defaults as literals
 * beside their fields; a test compares them with these.
 */
import type { Declared } from '../providers';

/**
 * Requests in flight: where a run begins, and how far it may grow while the gateway keeps up. One
 * that writes to WhatsApp itself could make many sends look like spam.
 */
export const usualConcurrency = {
	queues: { send: { first: 8, most: 64 }, lookUp: { first: 8, most: 64 } },
	sendsItself: { send: { first: 1, most: 1 }, lookUp: { first: 1, most: 4 } },
} as const satisfies Readonly<Record<Declared['delivers'], unknown>>;

export const usual = {
	maxRetries: 3,
	/** Milliseconds for one attempt. */
	timeout: 30_000,
	pauseSeconds: 0,
	simplify: true,
	specifyContacts: 'fields',
	onUnknownDelivery: 'report',
	skipInvalidCards: false,
	includeOwn: false,
	keepOthers: false,
} as const;
