/**
 * PlugzAPI / Z-API `send-contact` for one card with one phone, `send-contacts` for more, both
 * accepted into the instance's queue. A gateway that does not know `send-contacts` gets a message
 * for each card instead.
 */
import { z } from 'zod';
import type { SendContactCommand, SentContact } from '../../domain/commands';
import type { ContactCard } from '../../domain/cards/contactCard';
import { optionalText, readAnswer } from '../answer';
import { cardByCard } from '../cardByCard';
import { leftOut } from '../leftOut';
import type { Answer, Call, Split, Step } from '../provider';
import { spellChatId } from './chatId';
import { declares } from './declares';
import { queued, sentOneByOne } from './hints';
import { isUnknownMethod, reader } from './refusal';
import type { PlugzApiCredential } from './signing';

type SendStep = Step<SendContactCommand, SentContact>;

/** `id` repeats `messageId` and is missing in PlugzAPI; an answer with `zaapId` alone is queued. */
const answerSchema = z
	.object({
		messageId: optionalText,
		id: optionalText,
		zaapId: optionalText,
		error: z.null().optional(),
	})
	.refine(({ messageId, id, zaapId }) => messageId ?? id ?? zaapId, {
		path: ['messageId'],
		message: 'Required',
	});

export const sendContact: Call<PlugzApiCredential, SendContactCommand, SentContact> = {
	ask(command, credential, lessons) {
		const [card, ...more] = command.cards;
		const lesson = `plugzApi send-contacts ${credential.apiUrl} ${credential.instance}`;
		const isSingle = more.length === 0 && card?.phones.length === 1;
		if (!isSingle && lessons.get(lesson) !== 'unknown') {
			return askMany(command, () => lessons.set(lesson, 'unknown'));
		}
		return oneByOne(command);
	},
};

function oneByOne(command: SendContactCommand): SendStep | Split<SendContactCommand> {
	return cardByCard(command, (card) => askOne(command, card), [sentOneByOne]);
}

function askOne(command: SendContactCommand, card: ContactCard): SendStep {
	return {
		method: 'send-contact',
		request: {
			method: 'POST',
			path: 'send-contact',
			body: {
				phone: spellChatId(command.chatId),
				contactName: card.fullName,
				contactPhone: card.phones[0]?.digits,
				// PlugzAPI's page calls it required, Z-API's optional: always there is right for both.
				contactBusinessDescription: card.businessDescription ?? card.company ?? card.fullName,
				...optionsOf(command),
			},
		},
		omits: leftOut([card], { ...declares, phonesPerCard: 'one' }),
		hints: card.phones.length > 1 ? [queued, sentOneByOne] : [queued],
		read: readSent,
	};
}

function askMany(command: SendContactCommand, learnUnknown: () => void): SendStep {
	return {
		method: 'send-contacts',
		request: {
			method: 'POST',
			path: 'send-contacts',
			body: {
				phone: spellChatId(command.chatId),
				contacts: command.cards.map((card) => ({
					name: card.fullName,
					phones: card.phones.map(({ digits }) => digits),
					businessDescription: card.businessDescription,
				})),
				...optionsOf(command),
			},
		},
		omits: leftOut(command.cards, declares),
		hints: [queued],
		read(answer) {
			if (!isUnknownMethod(answer)) return readSent(answer);
			learnUnknown();
			const instead = oneByOne(command);
			return 'split' in instead ? instead : { next: instead };
		},
	};
}

function optionsOf({ quotedMessageId, delaySeconds }: SendContactCommand) {
	return { messageId: quotedMessageId, delayMessage: delaySeconds };
}

function readSent(answer: Answer) {
	const read = readAnswer(answer, answerSchema, reader);
	if ('refused' in read) return read;
	const { messageId, id, zaapId } = read.value;
	return {
		done: { messageId: messageId ?? id, queueId: zaapId, providerStatus: null, timestamp: null },
		body: answer.body,
	};
}
