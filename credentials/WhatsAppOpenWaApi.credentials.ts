/** A session on an OpenWA server, which its users host themselves. */
import type { Icon, ICredentialType, INodeProperties } from 'n8n-workflow';
import { sign } from '../nodes/WhatsAppContacts/providers/openWa/signing';
import { apiUrlField, ignoreSslIssuesField, instanceField, tokenField } from './commonFields';
import { signForHttpRequest } from './signForHttpRequest';

export class WhatsAppOpenWaApi implements ICredentialType {
	name = 'whatsAppOpenWaApi';

	displayName = 'WhatsApp (OpenWA) API';

	icon: Icon = { light: 'file:whatsAppOpenWaApi.svg', dark: 'file:whatsAppOpenWaApi.dark.svg' };

	documentationUrl = 'https://github.com/rmyndharis/OpenWA';

	properties: INodeProperties[] = [
		{
			...apiUrlField,
			placeholder: 'e.g. https://openwa.example.com',
			hint: 'The address of your OpenWA server, with its path prefix if it has one, without /api',
		},
		{
			...instanceField,
			placeholder: 'e.g. 3f2b8c1e-5d47-4a90-9c6e-…',
			hint: "The session's ID on the server, a UUID; its name does not work",
		},
		{
			...tokenField,
			placeholder: 'e.g. owa_k1_9f8c2d…',
			hint: 'An API key of the server; to send and to check numbers its role is operator',
		},
		{
			displayName: 'Idempotency Keys (OpenWA Since Autumn 2026)',
			name: 'idempotencyKeys',
			type: 'boolean',
			default: false,
			description:
				'Whether the server keeps the header Idempotency-Key of sends, as OpenWA does since autumn 2026: the API page of your version then has a part "Idempotent sends". A card in doubt is sent again with its key and arrives once. An older server ignores the key, and the card would arrive twice.',
		},
		ignoreSslIssuesField,
	];

	authenticate = signForHttpRequest(sign);
}
