/** An instance on an Evolution API server, which its users host themselves. */
import type { Icon, ICredentialType, INodeProperties } from 'n8n-workflow';
import { sign } from '../nodes/WhatsAppContacts/providers/evolutionApi/signing';
import { apiUrlField, ignoreSslIssuesField, instanceField, tokenField } from './commonFields';
import { signForHttpRequest } from './signForHttpRequest';

export class WhatsAppEvolutionApi implements ICredentialType {
	name = 'whatsAppEvolutionApi';

	displayName = 'WhatsApp (Evolution) API';

	icon: Icon = {
		light: 'file:whatsAppEvolutionApi.svg',
		dark: 'file:whatsAppEvolutionApi.dark.svg',
	};

	documentationUrl = 'https://doc.evolution-api.com/v2/en/get-started/introduction';

	properties: INodeProperties[] = [
		{
			...apiUrlField,
			placeholder: 'e.g. https://evolution.example.com',
			hint: 'The address of your Evolution API server, with its path prefix if it has one',
		},
		{
			...instanceField,
			placeholder: 'e.g. my-shop',
			hint: "The instance's name on the server",
		},
		{
			...tokenField,
			placeholder: 'e.g. 429683C4C977…',
			hint: "The API key: the instance's own token, or the server's AUTHENTICATION_API_KEY",
		},
		{
			displayName: 'Server Version',
			name: 'serverVersion',
			type: 'options',
			options: [
				{ name: 'Automatic', value: 'auto' },
				{ name: 'V1', value: 'v1' },
				{ name: 'V2', value: 'v2' },
			],
			default: 'auto',
			description: 'The version of the server. Automatic finds it out with the first card.',
		},
		ignoreSslIssuesField,
	];

	authenticate = signForHttpRequest(sign);
}
