/** Get Contact Info: how an item's parameters become a look-up, and what comes out. */
import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';
import type { ChatId } from '../domain/numbers/chatId';
import { type ContactInfo, extraDetails, type GetContactInfoCommand } from '../domain/commands';
import type { FieldProblem } from '../domain/reading';
import { readChat } from './chat';
import type { Operation, ReadParameter } from './operation';
import { oneOf, optionalOr, readRepeated, settingsOf, settingsSchema } from './settings';
import {
	concurrencyFields,
	defaultCountryField,
	maxRetriesField,
	timeoutField,
} from './sharedFields';
import { noticesOf, shownWhere } from './shownWhere';

const fields: INodeProperties[] = [
	...noticesOf('getContactInfo'),
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			...concurrencyFields,
			defaultCountryField,
			{
				displayName: 'Extra Details',
				name: 'extraDetails',
				type: 'multiOptions',
				options: [
					{
						name: 'Business Profile',
						value: 'businessProfile',
						description: 'Address, website, description and more of a business',
						displayOptions: shownWhere(({ lookUps }) => lookUps.businessProfile),
					},
					{
						name: 'Registration',
						value: 'registration',
						description: 'Whether the number is on WhatsApp',
					},
				],
				default: [],
				displayOptions: { show: { '/simplify': [true] } },
				description: 'Details that cost one more request each',
			},
			maxRetriesField,
			timeoutField,
		],
	},
];

const schema = settingsSchema({
	extraDetails: optionalOr(
		z.array(oneOf(extraDetails), {
			errorMap: () => ({
				message: 'is no list of details. Write e.g. ["registration"]',
			}),
		}),
		[],
	),
});

type Person = GetContactInfoCommand['chatId'];

function isPerson(chatId: ChatId): chatId is Person {
	return chatId.kind === 'person' || chatId.kind === 'lid';
}

function read(parameter: ReadParameter) {
	const checked = readRepeated(schema, settingsOf(parameter));
	if ('problem' in checked) return checked;
	const { options, simplify } = checked.value;
	const chat = readChat(parameter, options.defaultCountry);
	if ('problem' in chat) return chat;
	const { chatId, suspiciousPhones } = chat.value;
	if (!isPerson(chatId)) {
		return {
			field: 'chatId',
			problem:
				'is a group, and only a person can be looked up. Write a phone number, e.g. +5511987654321',
		} satisfies FieldProblem;
	}
	const command: GetContactInfoCommand = {
		chatId,
		mainOnly: !simplify,
		extraDetails: simplify ? options.extraDetails : [],
	};
	return {
		value: {
			command,
			settings: {
				simplify,
				timeoutMs: options.timeout,
				maxRetries: options.maxRetries,
				resend: false,
				pauseMs: 0,
			},
			suspiciousPhones,
		},
	};
}

export const getContactInfo: Operation<GetContactInfoCommand, ContactInfo> = {
	kind: 'lookUp',
	takes: ['person', 'lid'],
	fields,
	read,
	call: (provider) => provider.getContactInfo,
	about: ({ chatId }) => ({ chatId, contacts: [] }),
	omitted: () => [],
	present: ({ chatId }, info, { provider }) => ({
		chatId: provider.spellChatId(chatId),
		...info,
		products: info.products?.map((product) => ({ ...product })) ?? null,
	}),
};
