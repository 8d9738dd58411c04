/** A device on a GOWA server, which its users host themselves. */
import type { Icon, ICredentialType, INodeProperties } from 'n8n-workflow';
import { sign } from '../nodes/WhatsAppContacts/providers/gowa/signing';
import { apiUrlField, ignoreSslIssuesField, instanceField, tokenField } from './commonFields';
import { signForHttpRequest } from './signForHttpRequest';

export class WhatsAppGowaApi implements ICredentialType {
	name = 'whatsAppGowaApi';

	displayName = 'WhatsApp (GOWA) API';

	icon: Icon = { light: 'file:whatsAppGowaApi.svg', dark: 'file:whatsAppGowaApi.dark.svg' };

	documentationUrl = 'https://github.com/aldinokemal/go-whatsapp-web-multidevice#readme';

	properties: INodeProperties[] = [
		{
			...apiUrlField,
			placeholder: 'e.g. https://gowa.example.com',
			hint: 'The address of your GOWA server, with its APP_BASE_PATH if it has one. For versions 8 and newer.',
		},
		{
			...instanceField,
			placeholder: 'e.g. my-shop',
			hint: "The device's ID, as the server's page shows it, or its JID",
		},
		{
			...tokenField,
			required: false,
			placeholder: 'e.g. admin:9f8c2d4b…',
			hint: "User and password with a colon between, one pair of the server's APP_BASIC_AUTH. Leave it empty only if the server has none.",
		},
		ignoreSslIssuesField,
	];

	authenticate = signForHttpRequest(sign);
}
