/** A GREEN-API instance (console.green-api.com). */
import type {
	Icon,
	ICredentialDataDecryptedObject,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';
import { sign } from '../nodes/WhatsAppContacts/providers/greenApi/signing';
import { signForHttpRequest } from './signForHttpRequest';

export class WhatsAppGreenApi implements ICredentialType {
	name = 'whatsAppGreenApi';

	displayName = 'WhatsApp (GREEN-API) API';

	icon: Icon = { light: 'file:whatsAppGreenApi.svg', dark: 'file:whatsAppGreenApi.dark.svg' };

	documentationUrl = 'https://green-api.com/en/docs/before-start/';

	properties: INodeProperties[] = [
		{
			displayName: 'API URL',
			name: 'apiUrl',
			type: 'string',
			required: true,
			default: 'https://api.green-api.com',
			placeholder: 'e.g. https://7105.api.green-api.com',
			description: 'apiUrl of the instance, as the GREEN-API console shows it',
		},
		{
			displayName: 'Instance',
			name: 'instance',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. 7105475055',
			description: 'idInstance of the instance, as the GREEN-API console shows it',
		},
		{
			displayName: 'Token',
			name: 'token',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'apiTokenInstance of the instance, as the GREEN-API console shows it',
		},
	];

	authenticate = async (
		credential: ICredentialDataDecryptedObject,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> => signForHttpRequest(request, credential, sign);
}
