// PlugzAPI's and Z-API's accounts: in what one differs from the next, the standard ones, how they
// are shown, and what the methods are given.

import type { AccountKind } from '../accountKind';
import type { Call, Outcome } from '../gateway';
import type { AnyInstance } from '../instanceTypes';
import type { Instance } from '../instances';

/** PlugzAPI and Z-API are one API on two pages that differ in details. */
export interface PlugzApiInstance extends AnyInstance {
	provider: 'plugzApi';
	/** The account's security token; when set, every request must carry it. */
	clientToken?: string;
	/** The text when it is missing. Default `null not allowed`. */
	missingClientToken?: 'null not allowed' | 'your client-token is not configured';
	ipNotAllowed?: boolean;
	/** Default true. Disconnected: cards are queued, the 1001st is refused with 429. */
	connected?: boolean;
	smartphoneConnected?: boolean;
	/** Disconnected instances answer 200 `{"value":false}` instead of queueing. */
	valueFalse?: boolean;
	/** How the gateway does not know send-contacts. Default: it knows it. */
	sendContacts?: 'known' | 405 | 'NOT_FOUND' | 404;
	/** How the gateway does not know phone-exists-batch. Default: it knows it. */
	phoneExistsBatch?: 'known' | 405 | 'NOT_FOUND' | 404;
	/** How the gateway does not know groups, as a white label may not. Default: it knows it. */
	groups?: 'known' | 405 | 'NOT_FOUND';
	/** The most rows of a page, whatever is asked for. */
	mostPerPage?: number;
	/** Yes and no are booleans (default), or texts as the pages' samples have them. */
	flagsAs?: 'boolean' | 'text';
	/** PlugzAPI's page: required (default); Z-API's: optional. */
	descriptionRequired?: boolean;
	/** Default all three. */
	answerIds?: Array<'zaapId' | 'messageId' | 'id'>;
	/** phone-exists and profile-picture: documented as arrays (default), objects in practice. */
	answersAs?: 'array' | 'object';
	/** contacts/{phone} of a stranger: an object of nulls (default) or 404. */
	unknownContact?: 'nulls' | 404;
}

/** An instance with this vendor's switches. */
export type PlugzApi = Instance<PlugzApiInstance>;
/** `argument` is the last segment of paths like contacts/{phone}, else empty. */
export type Handler = (call: Call, instance: PlugzApi, body: unknown, argument: string) => Outcome;

/** Their secrets look like the vendor's and open nothing anywhere else. */
export const account = {
	standard: {
		/** An account without an activated Client-Token. */
		plugzApi: {
			provider: 'plugzApi',
			instance: '3D5A0B0C0D0E0F101112131415161718',
			token: '5B0A1B2C3D4E5F6071829304',
		},
		/** The account demands Client-Token; the credential has it. */
		plugzApiClientToken: {
			provider: 'plugzApi',
			instance: '3D5A0B0C0D0E0F101112131415161719',
			token: '5B0A1B2C3D4E5F6071829305',
			clientToken: 'F5b0c1d2e3f405162738495a6b7c8d9e0S',
		},
		/** A gateway that does not know send-contacts. */
		plugzApiOld: {
			provider: 'plugzApi',
			instance: '3D5A0B0C0D0E0F10111213141516171A',
			token: '5B0A1B2C3D4E5F6071829306',
			sendContacts: 405,
			phoneExistsBatch: 405,
		},
	},
	examples: { 'PlugzAPI account': { type: 'whatsAppPlugzApi', standard: 'plugzApi' } },
	credentialOf: ({ clientToken }) => (clientToken === undefined ? {} : { clientToken }),
	secretsIn: ({ segments, headers }) => ({
		token: segments[3],
		clientToken: headers['client-token'],
	}),
	badge: { label: 'PlugzAPI', color: 'light-dark(#5a3fb0, #bda9ff)' },
} as const satisfies AccountKind<PlugzApiInstance>;
