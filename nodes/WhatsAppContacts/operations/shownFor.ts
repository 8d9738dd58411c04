/** The fields that both operations have, and how an operation's own are shown for it alone. */
import type { INodeProperties } from 'n8n-workflow';

/** For what asks a gateway: Read Received Cards asks none, and shows neither it nor a credential. */
export const hiddenWithoutGateway = { operation: ['readReceivedCards'] };

/**
 * A locator, so that a group can be picked. Nothing is checked by a pattern here: n8n would refuse
 * whole runs by it, and stumble over numbers; the node judges each item, in better words.
 */
export const chatIdField: INodeProperties = {
	displayName: 'Phone Number or Chat ID',
	name: 'chatId',
	type: 'resourceLocator',
	required: true,
	default: { mode: 'phone', value: '' },
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Choose a group or a person',
			hint: 'A chat that is not listed can be written by its phone number or ID',
			typeOptions: {
				searchListMethod: 'getChats',
				searchable: true,
				// n8n's own offer would make a credential of the first gateway, whichever is chosen.
				skipCredentialsCheckInRLC: true,
				slowLoadNotice: {
					message: 'With many groups, some gateways need up to a minute for their list',
					timeout: 8000,
				},
			},
		},
		{
			displayName: 'By Phone Number or ID',
			// A mode named `id` would be labelled "By ID", whatever stands above.
			name: 'phone',
			type: 'string',
			placeholder: 'e.g. +55 11 98765-4321',
		},
	],
	displayOptions: { hide: hiddenWithoutGateway },
	description:
		'The phone number with its country code, or a chat ID: a group, e.g. 120363043968066561@g.us, or a privacy ID ending in @lid. To look someone up it must be a person.',
};

export const simplifyField: INodeProperties = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	displayOptions: { hide: hiddenWithoutGateway },
	description: 'Whether to return a simplified version of the response instead of the raw data',
};

/** Shows fields for one operation only. */
export function shownFor(operation: string, fields: readonly INodeProperties[]): INodeProperties[] {
	return fields.map((field) => ({
		...field,
		displayOptions: {
			...field.displayOptions,
			show: { operation: [operation], ...field.displayOptions?.show },
		},
	}));
}
