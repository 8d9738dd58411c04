/** A GREEN-API instance (console.green-api.com). */
import type { Icon, ICredentialType, INodeProperties } from 'n8n-workflow';
import { sign } from '../nodes/WhatsAppContacts/providers/greenApi/signing';
import { apiUrlField, instanceField, tokenField } from './commonFields';
import { signForHttpRequest } from './signForHttpRequest';

export class WhatsAppGreenApi implements ICredentialType {
	name = 'whatsAppGreenApi';

	displayName = 'WhatsApp (GREEN-API) API';

	icon: Icon = { light: 'file:whatsAppGreenApi.svg', dark: 'file:whatsAppGreenApi.dark.svg' };

	documentationUrl = 'https://green-api.com/en/docs/before-start/';

	properties: INodeProperties[] = [
		{
			...apiUrlField,
			default: 'https://api.green-api.com',
			placeholder: 'e.g. https://7105.api.green-api.com',
			hint: 'apiUrl of the instance, as the GREEN-API console shows it',
		},
		{
			...instanceField,
			placeholder: 'e.g. 7105475055',
			hint: 'idInstance of the instance, as the GREEN-API console shows it',
		},
		{
			...tokenField,
			placeholder: 'e.g. d75b3a663749…',
			hint: 'apiTokenInstance of the instance, as the GREEN-API console shows it',
		},
	];

	authenticate = signForHttpRequest(sign);
}
