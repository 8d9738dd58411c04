/** Check Number: whether an item's number is on WhatsApp, and under which number. */
import type { INodeProperties } from 'n8n-workflow';
import type { CheckNumberCommand, NumberCheck } from '../domain/commands';
import type { ChatId } from '../domain/numbers/chatId';
import type { FieldProblem } from '../domain/reading';
import type { Hint } from '../providers';
import { readChat } from './chat';
import type { Operation, ReadParameter } from './operation';
import { readRepeated, settingsOf, settingsSchema } from './settings';
import {
	concurrencyFields,
	defaultCountryField,
	maxRetriesField,
	timeoutField,
} from './sharedFields';
import { noticesOf } from './shownWhere';

const fields: INodeProperties[] = [
	...noticesOf('checkNumber'),
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [...concurrencyFields, defaultCountryField, maxRetriesField, timeoutField],
	},
];

const schema = settingsSchema({});

const example = 'Write a phone number, e.g. +5511987654321';
const refusals: Readonly<Record<Exclude<ChatId['kind'], 'person'>, string>> = {
	lid: `is a privacy ID, which already is WhatsApp's own. ${example}`,
	oldGroup: `is a group, and only a number can be checked. ${example}`,
	newGroup: `is a group, and only a number can be checked. ${example}`,
};

function read(parameter: ReadParameter) {
	const checked = readRepeated(schema, settingsOf(parameter));
	if ('problem' in checked) return checked;
	const { options, simplify } = checked.value;
	const chat = readChat(parameter, options.defaultCountry);
	if ('problem' in chat) return chat;
	const { chatId, suspiciousPhones } = chat.value;
	if (chatId.kind !== 'person') {
		return { field: 'chatId', problem: refusals[chatId.kind] } satisfies FieldProblem;
	}
	return {
		value: {
			command: { chatId },
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

/** From here on WhatsApp may take the questions for somebody who collects numbers. */
const MANY = 500;

const manyStrangers: Hint = (numbers) =>
	numbers <= MANY
		? undefined
		: `${numbers} numbers checked. WhatsApp can limit or ban an account that asks about thousands of strangers: check only numbers of people who expect to hear from you, keep the answers, and spread large lists over days`;

export const checkNumber: Operation<CheckNumberCommand, NumberCheck> = {
	kind: 'lookUp',
	takes: ['person'],
	fields,
	read,
	call: (provider) => provider.checkNumber,
	about: ({ chatId }) => ({ chatId, contacts: [] }),
	same: ({ chatId }) => chatId.digits,
	omitted: () => [],
	hints: [manyStrangers],
	present: ({ chatId }, { exists, whatsAppId, lid }, { provider }) => ({
		chatId: provider.spellChatId(chatId),
		phone: chatId.digits,
		...{ exists, whatsAppId, lid },
	}),
};
