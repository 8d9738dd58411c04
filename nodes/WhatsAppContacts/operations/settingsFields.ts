/** The options that both operations share, in the editor. */
import type { INodeProperties } from 'n8n-workflow';
import { countryOptions } from './countryOptions';
import { shownWhere } from './shownWhere';

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

export const defaultCountryField: INodeProperties = {
	displayName: 'Default Country',
	name: 'defaultCountry',
	type: 'options',
	options: countryOptions,
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
