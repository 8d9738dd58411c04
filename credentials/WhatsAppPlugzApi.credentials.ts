/** A PlugzAPI or Z-API instance; both are one API under two names. */
import type {
	Icon,
	ICredentialDataDecryptedObject,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';
import { sign } from '../nodes/WhatsAppContacts/providers/plugzApi/signing';
import { signForHttpRequest } from './signForHttpRequest';

export class WhatsAppPlugzApi implements ICredentialType {
	name = 'whatsAppPlugzApi';

	displayName = 'WhatsApp (PlugzAPI / Z-API) API';

	icon: Icon = { light: 'file:whatsAppPlugzApi.svg', dark: 'file:whatsAppPlugzApi.dark.svg' };

	documentationUrl = 'https://developer.z-api.io/en/';

	properties: INodeProperties[] = [
		{
			displayName: 'API URL',
			name: 'apiUrl',
			type: 'string',
			required: true,
			default: 'https://api.plugzapi.com.br',
			description: 'For PlugzAPI https://api.plugzapi.com.br, for Z-API https://api.z-api.io',
		},
		{
			displayName: 'Instance',
			name: 'instance',
			type: 'string',
			required: true,
			default: '',
			description: 'Instance ID, as the page of the instance shows it',
		},
		{
			displayName: 'Token',
			name: 'token',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'Token of the instance, as the page of the instance shows it',
		},
		{
			displayName: 'Client Token',
			name: 'clientToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: "The account's security token. Needed only if it is switched on under Security.",
		},
	];

	authenticate = async (
		credential: ICredentialDataDecryptedObject,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> => signForHttpRequest(request, credential, sign);
}
