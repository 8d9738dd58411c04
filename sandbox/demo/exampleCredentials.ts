/** The credentials that the examples name, pointing at the sandbox gateway. */
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { CredentialStore } from '../engine/credentials';
import type { Sandbox } from '..';

/** By the names in `examples/*.json`, so that these run without being edited. */
export function exampleCredentials({ credentials }: Sandbox): CredentialStore {
	const entry = (type: string, data: object) => ({
		type,
		data: { ...data } as ICredentialDataDecryptedObject,
	});
	return {
		'GREEN-API account': entry('whatsAppGreenApi', credentials.greenApi),
		'PlugzAPI account': entry('whatsAppPlugzApi', credentials.plugzApi),
		'Evolution API account': entry('whatsAppEvolutionApi', credentials.evolutionV2),
		'Evolution API v1 account': entry('whatsAppEvolutionApi', credentials.evolutionV1),
		'WAHA account': entry('whatsAppWahaApi', credentials.waha),
	};
}
