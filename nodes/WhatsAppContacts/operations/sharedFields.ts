/** The fields and options of every operation that asks a gateway, in the editor. */
import type { INodeProperties } from 'n8n-workflow';
import { countries } from '../domain/numbers/phone';
import { hiddenWithoutGateway, shownWhere } from './shownWhere';

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

/** Concurrency has another default for a gateway that writes to the WhatsApp socket itself. */
export const concurrencyFields: INodeProperties[] = [
	{
		displayName: 'Concurrency',
		name: 'concurrency',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 64, numberPrecision: 0 },
		default: 8,
		displayOptions: shownWhere(({ delivers }) => delivers === 'queues'),
		description:
			'How many requests may be in flight at the same time, to different chats. Without this option the node begins with 8, takes more while the gateway keeps up, and fewer when it does not.',
	},
	{
		displayName: 'Concurrency',
		name: 'concurrency',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 64, numberPrecision: 0 },
		default: 1,
		displayOptions: shownWhere(({ delivers }) => delivers === 'sendsItself'),
		description:
			'How many requests may be in flight at the same time, to different chats. The server sends at once and has no queue, so more than 1 can look like spam to WhatsApp. Without this option it is 1 for cards, and up to 4 for look-ups while the server keeps up.',
	},
];

const countryNames = new Intl.DisplayNames(['en'], { type: 'region' });

export const defaultCountryField: INodeProperties = {
	displayName: 'Default Country',
	name: 'defaultCountry',
	type: 'options',
	options: countries
		.map((code) => ({ name: countryNames.of(code) ?? code, value: code }))
		.sort((a, b) => a.name.localeCompare(b.name, 'en')),
	default: 'BR',
	description:
		'The country of phone numbers that are written without a country code. Without it, digits are taken as they are. Numbers that start with + or 00 always stay as they are.',
};

export const maxRetriesField: INodeProperties = {
	displayName: 'Max Retries',
	name: 'maxRetries',
	type: 'number',
	typeOptions: { minValue: 0, maxValue: 10, numberPrecision: 0 },
	default: 3,
	description:
		'How often a request is repeated when that is safe, for example when the gateway is busy. A card that may already have left is not repeated.',
};

export const timeoutField: INodeProperties = {
	displayName: 'Timeout (Ms)',
	name: 'timeout',
	type: 'number',
	typeOptions: { minValue: 100, maxValue: 600000 },
	default: 30000,
	description:
		'How long one request may take, from connecting to the end of the answer. 30000 milliseconds are 30 seconds.',
};
