/** The credentials that the examples name, pointing at the sandbox gateway. */
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { AnySandbox } from '..';
import type { CredentialStore } from '../engine/credentials';
import type { Gateway } from '../gateway';
import { GATEWAYS } from '../gateways';

/** By the names in `examples/*.json`, so that these run without being edited. */
export function exampleCredentials({ credentials }: AnySandbox): CredentialStore {
	const all: readonly Gateway[] = GATEWAYS;
	const entries = all.flatMap(({ account }) => Object.entries(account.examples));
	return Object.fromEntries(
		entries.map(([name, { type, standard }]) => {
			const data = { ...credentials[standard] } as ICredentialDataDecryptedObject;
			return [name, { type, data }];
		}),
	);
}
