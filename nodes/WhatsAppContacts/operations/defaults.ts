/**
 * What an option is worth when it is not given. n8n's lint wants the editor's defaults as literals
 * beside their fields; a test compares them with these.
 */
import type { Declared } from '../providers';

/** Requests in flight; a gateway that writes to WhatsApp itself could make many look like spam. */
export const usualConcurrency: Readonly<Record<Declared['delivers'], number>> = {
	queues: 8,
	sendsItself: 1,
};

export const usual = {
	maxRetries: 3,
	/** Milliseconds for one attempt. */
	timeout: 30_000,
	pauseSeconds: 0,
	simplify: true,
	specifyContacts: 'fields',
	onUnknownDelivery: 'report',
	skipInvalidCards: false,
} as const;
