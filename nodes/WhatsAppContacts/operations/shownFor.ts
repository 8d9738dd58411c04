/** The fields that both operations have, and how an operation's own are shown for it alone. */
import type { INodeProperties } from 'n8n-workflow';

export const chatIdField: INodeProperties = {
	displayName: 'Phone Number or Chat ID',
	name: 'chatId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. +55 11 98765-4321',
	description:
		'The phone number with its country code, or a chat ID: a group, e.g. 120363043968066561@g.us, or a privacy ID ending in @lid. To look someone up it must be a person.',
};

export const simplifyField: INodeProperties = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
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
