/** Send Contact: how an item's parameters become cards for a chat, and what comes out. */
import { z } from 'zod';
import {
	type Presence,
	presences,
	type SendContactCommand,
	type SentContact,
} from '../domain/commands';
import {
	type CardFile,
	readFieldCards,
	readFileCards,
	readJsonCards,
	readVCardCards,
	type SkippedCard,
} from '../domain/cards/readCards';
import type { Reading } from '../domain/reading';
import { type Provider, providers } from '../providers';
import { readChat } from './chat';
import { usual } from './defaults';
import type { Operation, ReadParameter } from './operation';
import { sendContactFields } from './sendContactFields';
import {
	numberFrom,
	oneOf,
	optional,
	optionalOr,
	readRepeated,
	settingsOf,
	settingsSchema,
	text,
	yesOrNo,
} from './settings';

/** Where cards come from, and the parameter that then holds them. */
const sources = {
	fields: { parameter: 'contacts', read: readFieldCards },
	json: { parameter: 'contactsJson', read: readJsonCards },
	vCard: { parameter: 'vCard', read: readVCardCards },
} as const;

/** A file is read from n8n, not from the parameters, which only name the field that it is in. */
const fileParameter = 'binaryPropertyName';

/** A workflow may hold an option of another gateway, which the editor does not show for this one. */
const absent = z.unknown().transform(() => undefined);

function schemaOf({ delaySeconds, presence, quotes }: Provider) {
	const delay: z.ZodType<number | undefined, z.ZodTypeDef, unknown> = delaySeconds
		? optional(numberFrom(delaySeconds))
		: absent;
	const shown: z.ZodType<Presence | undefined, z.ZodTypeDef, unknown> = presence
		? optional(oneOf(presences))
		: absent;
	const quoted: z.ZodType<string | undefined, z.ZodTypeDef, unknown> = quotes
		? optional(text)
		: absent;
	return settingsSchema({
		delaySeconds: delay,
		onUnknownDelivery: optional(oneOf(['report', 'resend'])),
		pauseSeconds: optionalOr(
			numberFrom({ min: 0, max: 3600, kind: 'decimal', example: 2 }),
			usual.pauseSeconds,
		),
		presence: shown,
		quotedMessageId: quoted,
		skipInvalidCards: optionalOr(yesOrNo, usual.skipInvalidCards),
	}).extend({
		specifyContacts: optionalOr(
			z.enum(['fields', 'json', 'vCard', 'file'], {
				errorMap: () => ({ message: 'is unknown. Choose one, e.g. fields' }),
			}),
			usual.specifyContacts,
		),
	});
}

/** Made once for each provider: a schema costs more than its use. */
const schemas = new Map(
	Object.values(providers).map((provider: Provider) => [provider, schemaOf(provider)]),
);

function read(parameter: ReadParameter, provider: Provider, file?: Reading<CardFile>) {
	const specifyContacts = parameter('specifyContacts');
	const schema = schemas.get(provider) ?? schemaOf(provider);
	const checked = readRepeated(schema, { ...settingsOf(parameter), specifyContacts });
	if ('problem' in checked) return checked;
	const { options, simplify, specifyContacts: source } = checked.value;
	const chat = readChat(parameter, options.defaultCountry);
	if ('problem' in chat) return chat;
	const { defaultCountry, skipInvalidCards } = options;
	const cards =
		source === 'file'
			? readFileCards(file ?? { problem: 'is empty' }, defaultCountry, skipInvalidCards)
			: sources[source].read(
					parameter(sources[source].parameter),
					defaultCountry,
					skipInvalidCards,
				);
	if ('problem' in cards) return cards;
	const { chatId, suspiciousPhones } = chat.value;
	const command: SendContactCommand = {
		chatId,
		cards: cards.value.cards,
		omittedFields: cards.value.omittedFields,
		skipped: { cards: cards.value.skippedCards, toldWith: cards.value.cards[0] },
		...(options.quotedMessageId !== undefined && { quotedMessageId: options.quotedMessageId }),
		...(options.delaySeconds !== undefined && { delaySeconds: options.delaySeconds }),
		...(options.presence !== undefined && { presence: options.presence }),
	};
	return {
		value: {
			command,
			settings: {
				simplify,
				timeoutMs: options.timeout,
				maxRetries: options.maxRetries,
				resend: options.onUnknownDelivery === 'resend',
				pauseMs: options.pauseSeconds * 1000,
			},
			skippedCount: cards.value.skippedCount,
			suspiciousPhones: [...suspiciousPhones, ...cards.value.suspiciousPhones],
		},
	};
}

function about({ chatId, cards }: SendContactCommand) {
	return {
		chatId,
		contacts: cards.map(({ fullName, phones }) => ({ fullName, phone: phones[0]?.digits ?? '' })),
	};
}

/** What success of a send means. */
const statuses = { queues: 'queued', sendsItself: 'sent' } as const;

/** Of several messages of an item, the one of its first card tells. */
function skippedOf({ cards, skipped }: SendContactCommand): readonly SkippedCard[] {
	return skipped !== undefined && skipped.toldWith === cards[0] ? skipped.cards : [];
}

export const sendContact: Operation<SendContactCommand, SentContact> = {
	kind: 'send',
	takes: ['person', 'lid', 'oldGroup', 'newGroup'],
	fields: sendContactFields,
	fileParameter: (parameter) =>
		parameter('specifyContacts') === 'file' ? fileParameter : undefined,
	read,
	call: (provider) => provider.sendContact,
	about,
	omitted: ({ omittedFields }) => omittedFields,
	present: (command, sent, { provider, omits }) => ({
		status: statuses[provider.delivers],
		messageId: sent.messageId,
		queueId: sent.queueId,
		providerStatus: sent.providerStatus,
		chatId: provider.spellChatId(command.chatId),
		contacts: about(command).contacts,
		omittedFields: [...omits],
		skippedCards: skippedOf(command).map((skipped) => ({ ...skipped })),
		timestamp: sent.timestamp,
	}),
};
