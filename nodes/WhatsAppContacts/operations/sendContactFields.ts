/** Send Contact in the editor. */
import type { INodeProperties } from 'n8n-workflow';
import {
	concurrencyFields,
	defaultCountryField,
	maxRetriesField,
	timeoutField,
} from './settingsFields';
import { noticesOf, shownWhere } from './shownWhere';

/** Lists are alphabetical, as n8n's lint wants them; a provider's own fields are shown for it only. */
const contactFields: INodeProperties[] = [
	{
		displayName: 'Phone',
		name: 'phone',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. +55 11 98765-4321',
		description: 'The phone number on the card, with its country code',
	},
	{
		displayName: 'First Name',
		name: 'firstName',
		type: 'string',
		default: '',
		placeholder: 'e.g. Ana',
		description: 'A card needs a name: a first, middle or last name',
	},
	{
		displayName: 'Middle Name',
		name: 'middleName',
		type: 'string',
		default: '',
		placeholder: 'e.g. Maria',
		description: 'The middle name or patronymic, shown between first and last name',
	},
	{
		displayName: 'Last Name',
		name: 'lastName',
		type: 'string',
		default: '',
		placeholder: 'e.g. Silva',
		description: 'The family name',
	},
	{
		displayName: 'Company',
		name: 'company',
		type: 'string',
		default: '',
		placeholder: 'e.g. Padaria Central',
		displayOptions: shownWhere(({ carries }) => carries.company),
		description: 'The company that the contact works for, or the name of a card without a person',
	},
	{
		displayName: 'Email',
		name: 'email',
		type: 'string',
		default: '',
		placeholder: 'e.g. ana@example.com',
		displayOptions: shownWhere(({ carries }) => carries.email),
		description: 'The email address on the card',
	},
	{
		displayName: 'URL',
		name: 'url',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://example.com',
		displayOptions: shownWhere(({ carries }) => carries.url),
		description: 'The web page on the card',
	},
	{
		displayName: 'Business Description',
		name: 'businessDescription',
		type: 'string',
		default: '',
		placeholder: 'e.g. Bread and cakes since 1980',
		displayOptions: shownWhere(({ carries }) => carries.businessDescription),
		description: 'A short text about the contact, which WhatsApp Web does not show',
	},
	{
		displayName: 'WhatsApp ID',
		name: 'whatsAppId',
		type: 'string',
		default: '',
		placeholder: 'e.g. 5511987654321',
		displayOptions: shownWhere(({ carries }) => carries.whatsAppId),
		description:
			"The number behind the card's Message button, if it is not the phone number on the card",
	},
];

const sendOptions: INodeProperties[] = [
	...concurrencyFields,
	defaultCountryField,
	{
		displayName: 'Delay (Seconds)',
		name: 'delaySeconds',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 15, numberPrecision: 0 },
		default: 3,
		displayOptions: shownWhere(({ delaySeconds }) => delaySeconds?.holds === 'theNextMessage'),
		description: 'How long the gateway waits before it sends the next message, in whole seconds',
	},
	{
		displayName: 'Delay (Seconds)',
		name: 'delaySeconds',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 60, numberPrecision: 3 },
		default: 1,
		displayOptions: shownWhere(({ delaySeconds }) => delaySeconds?.holds === 'thisCard'),
		description: 'How long the server waits before it sends this card',
	},
	maxRetriesField,
	{
		displayName: 'On Unknown Delivery',
		name: 'onUnknownDelivery',
		type: 'options',
		options: [
			{
				name: 'Report and Do Not Resend',
				value: 'report',
				description: 'Fail the message and never send it again in this run',
			},
			{
				name: 'Resend',
				value: 'resend',
				description: 'Send it again, even if the card may then arrive twice',
			},
		],
		default: 'report',
		description: 'What to do when nobody can tell whether a card has left',
	},
	{
		displayName: 'Pause Between Messages (Seconds)',
		name: 'pauseSeconds',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 3600, numberPrecision: 3 },
		default: 0,
		description:
			'The least time between two messages of this instance. If any item has a pause, all messages of the run leave one at a time.',
	},
	{
		displayName: 'Presence',
		name: 'presence',
		type: 'options',
		options: [
			{ name: 'Available', value: 'available' },
			{ name: 'Composing', value: 'composing' },
			{ name: 'Paused', value: 'paused' },
			{ name: 'Recording', value: 'recording' },
			{ name: 'Unavailable', value: 'unavailable' },
		],
		default: 'composing',
		displayOptions: shownWhere(({ presence }) => presence),
		description: 'What the recipient sees during the delay',
	},
	{
		displayName: 'Quoted Message ID',
		name: 'quotedMessageId',
		type: 'string',
		default: '',
		placeholder: 'e.g. 3EB0C767D097B7C7C030',
		displayOptions: shownWhere(({ quotes }) => quotes),
		description:
			'The ID of a message of the same chat that the card replies to. A reply to a message that the gateway does not know may never arrive.',
	},
	{
		displayName: 'Skip Invalid Cards',
		name: 'skipInvalidCards',
		type: 'boolean',
		default: false,
		displayOptions: { hide: { '/specifyContacts': ['fields'] } },
		description:
			'Whether to leave out cards that cannot be sent, such as those without a phone number, and to send the others. The output names them in skippedCards.',
	},
	timeoutField,
];

export const sendContactFields: INodeProperties[] = [
	{
		displayName: 'Contact Cards From',
		name: 'specifyContacts',
		type: 'options',
		options: [
			{ name: 'Fields', value: 'fields', description: 'Fill in a form for each contact' },
			{ name: 'JSON', value: 'json', description: 'A list of contacts from another node' },
			{ name: 'vCard', value: 'vCard', description: 'The text of a .vcf file' },
		],
		default: 'fields',
		description: 'How the contact cards are given',
	},
	{
		displayName: 'Contacts',
		name: 'contacts',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Contact' },
		default: { contact: [{ phone: '' }] },
		displayOptions: { show: { specifyContacts: ['fields'] } },
		description: 'The contacts whose cards are sent',
		placeholder: 'Add Contact',
		options: [{ displayName: 'Contact', name: 'contact', values: contactFields }],
	},
	{
		displayName: 'Contacts (JSON)',
		name: 'contactsJson',
		type: 'json',
		default: '[]',
		displayOptions: { show: { specifyContacts: ['json'] } },
		placeholder: 'e.g. [{"firstName": "Ana", "lastName": "Silva", "phone": "+5511987654321"}]',
		description:
			'One contact or a list of contacts, each an object with phone and name, or firstName, middleName and lastName, or company, and optionally email, businessDescription, whatsAppId and a web address. Example: [{"fullName": "Ana Silva", "phone": "+5511987654321", "company": "Padaria Central"}].',
	},
	{
		displayName: 'vCard Text',
		name: 'vCard',
		type: 'string',
		typeOptions: { rows: 6 },
		default: '',
		displayOptions: { show: { specifyContacts: ['vCard'] } },
		placeholder: 'e.g. BEGIN:VCARD …',
		description: 'One or many vCards, as in a .vcf file (version 2.1, 3.0 or 4.0)',
	},
	...noticesOf('sendContact'),
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: sendOptions,
	},
];
