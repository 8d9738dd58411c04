/** A session on a WAHA server, which its users host themselves. */
import type { Icon, ICredentialType, INodeProperties } from 'n8n-workflow';
import { sign } from '../nodes/WhatsAppContacts/providers/waha/signing';
import { apiUrlField, instanceField, tokenField } from './commonFields';
import { signForHttpRequest } from './signForHttpRequest';

export class WhatsAppWahaApi implements ICredentialType {
	name = 'whatsAppWahaApi';

	displayName = 'WhatsApp (WAHA) API';

	icon: Icon = { light: 'file:whatsAppWahaApi.svg', dark: 'file:whatsAppWahaApi.dark.svg' };

	documentationUrl = 'https://waha.devlike.pro/docs/how-to/security/';

	properties: INodeProperties[] = [
		{
			...apiUrlField,
			placeholder: 'e.g. https://waha.example.com',
			hint: 'The address of your WAHA server, with its path prefix if it has one, without /api',
		},
		{
			...instanceField,
			default: 'default',
			placeholder: 'e.g. default',
			hint: "The session's name on the server",
		},
		{
			...tokenField,
			placeholder: 'e.g. 9f8c2d4b6a1e…',
			hint: "The API key: the server's WAHA_API_KEY, or a key of the session",
		},
	];

	authenticate = signForHttpRequest(sign);
}
