/** n8n's credentials helper over plain objects: what the engine needs of n8n's database. */
import type { ICredentialDataDecryptedObject, ICredentialsHelper } from 'n8n-workflow';

/** By credential name, as `--credentials FILE` has it. */
export type CredentialStore = Readonly<
	Record<string, { readonly type: string; readonly data: ICredentialDataDecryptedObject }>
>;

/** Hands out the stored data of the credential that a node names. */
export function createCredentialsHelper(store: CredentialStore): ICredentialsHelper {
	const helper: Partial<ICredentialsHelper> = {
		getParentTypes: () => [],
		isCredentialUsableByNode: () => true,
		authenticate: async (_credential, _type, request) => ({ url: '', ...request }),
		preAuthentication: async () => undefined,
		getDecrypted: async (_data, { name }, type) => {
			const found = Object.hasOwn(store, name) ? store[name] : undefined;
			if (found?.type !== type) {
				throw new Error(`There is no credential "${name}" of the type ${type}`);
			}
			return { ...found.data };
		},
		getCredentialsProperties: () => [],
	};
	return helper as ICredentialsHelper;
}
