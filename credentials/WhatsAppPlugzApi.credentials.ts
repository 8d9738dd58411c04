/** A PlugzAPI or Z-API instance; both are one API under two names. */
import type { Icon, ICredentialType, INodeProperties } from 'n8n-workflow';
import { sign } from '../nodes/WhatsAppContacts/providers/plugzApi/signing';
import { apiUrlField, instanceField, tokenField } from './commonFields';
import { signForHttpRequest } from './signForHttpRequest';

export class WhatsAppPlugzApi implements ICredentialType {
	name = 'whatsAppPlugzApi';

	displayName = 'WhatsApp (PlugzAPI / Z-API) API';

	icon: Icon = { light: 'file:whatsAppPlugzApi.svg', dark: 'file:whatsAppPlugzApi.dark.svg' };

	documentationUrl = 'https://developer.z-api.io/en/';

	properties: INodeProperties[] = [
		{
			...apiUrlField,
			default: 'https://api.plugzapi.com.br',
			placeholder: 'e.g. https://api.z-api.io',
			hint: 'For PlugzAPI https://api.plugzapi.com.br, for Z-API https://api.z-api.io',
		},
		{
			...instanceField,
			placeholder: 'e.g. 3C67AB641C8A…',
			hint: 'Instance ID, as the page of the instance shows it',
		},
		{
			...tokenField,
			placeholder: 'e.g. 0F2A4C6E8B1D…',
			hint: 'Token of the instance, as the page of the instance shows it',
		},
		{
			displayName: 'Client Token',
			name: 'clientToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			placeholder: 'e.g. F4a1b2c3d4e5…',
			hint: "The account's security token. Needed only if it is switched on under Security.",
		},
	];

	authenticate = signForHttpRequest(sign);
}
