// What a vendor says of its accounts, so that no other file of the sandbox has to name it.

import type { IncomingHttpHeaders } from 'node:http';
import type { AnyInstance } from './instanceTypes';

/** The accounts of one gateway. */
export interface AccountKind<S extends AnyInstance = AnyInstance> {
	/** The instances that every sandbox has, by the name under which tests find their credential. */
	standard: Readonly<Record<string, S>>;
	/** Credentials that `examples/` name: n8n's type, and whose account it is. */
	examples: Readonly<Record<string, { type: string; standard: string }>>;
	/** What the node's credential holds beside apiUrl, instance and token. */
	credentialOf(settings: S): Readonly<Record<string, string | boolean | undefined>>;
	/** The path segment, percent-encoded, of the server that it is on; by default all share one. */
	serverOf?(settings: S): string;
	/** Where a request carries its secrets; echoed secrets are found by it. */
	secretsIn(call: { segments: string[]; headers: IncomingHttpHeaders }): {
		token: string | string[] | undefined;
		clientToken?: string | string[] | undefined;
	};
	/** On the inbox page; the colour is CSS. */
	badge: { label: string; color: string };
}
