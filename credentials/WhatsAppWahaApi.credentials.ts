/** A session on a WAHA server, which its users host themselves. */
import type { Icon, ICredentialType, INodeProperties } from 'n8n-workflow';
import { credentialName } from '../nodes/WhatsAppContacts/providers/waha/names';
import { sign } from '../nodes/WhatsAppContacts/providers/waha/signing';
import { apiUrlField, instanceField, tokenField } from './commonFields';
import { signForHttpRequest } from './signForHttpRequest';

// n8n's lint wants the ending Api, and n8n the class's name to be the file's.
export class WhatsAppWahaApi implements ICredentialType {
	name = credentialName;

	displayName = 'WhatsApp (WAHA) API';

	icon: Icon = { light: 'file:whatsAppWaha.svg', dark: 'file:whatsAppWaha.dark.svg' };

	documentationUrl = 'https://waha.devlike.pro/docs/how-to/security/';

	properties: INodeProperties[] = [
		{
			...apiUrlField,
			placeholder: 'e.g. https://waha.example.com',
			description:
				'The address of your WAHA server, with its path prefix if it has one, without /api',
		},
		{
			...instanceField,
			default: 'default',
			placeholder: 'e.g. default',
			description: "The session's name on the server",
		},
		{
			...tokenField,
			placeholder: 'e.g. 9f8c2d4b6a1e…',
			description: "The API key: the server's WAHA_API_KEY, or a key of the session",
		},
	];

	authenticate = signForHttpRequest(sign);
}
