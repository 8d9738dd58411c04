/** OpenWA `send-contact`: one card a message, written to WhatsApp while the request waits. */
import { z } from 'zod';
import type { ContactCard } from '../../domain/cards/contactCard';
import type { SendContactCommand, SentContact } from '../../domain/commands';
import { isoTime, readAnswer } from '../answer';
import { encodeSegment } from '../apiUrl';
import { cardByCard } from '../cardByCard';
import { leftOut } from '../leftOut';
import type { Answer, Call, Credential, Outcome, Step } from '../provider';
import { hasLongName, toOpenWaCard } from './card';
import { spellChatId } from './chatId';
import { declares } from './declares';
import { noPause } from './hints';
import { reader, settlesKey } from './refusal';

/** The id is `''` where the engine whatsapp-web.js could not read it back: sent all the same. */
const answerSchema = z.object({ messageId: z.string(), timestamp: z.unknown() });

export const sendContact: Call<Credential, SendContactCommand, SentContact> = {
	ask: (command, { instance }) => cardByCard(command, (card) => askOne(command, card, instance)),

	problem({ cards }) {
		const long = cards.findIndex(hasLongName);
		if (long === -1) return undefined;
		return {
			field: `contacts[${long}]`,
			problem:
				'has a name of more than the 255 characters that OpenWA takes. Shorten it, e.g. to "Ana Silva"',
		};
	},
};

function askOne(
	{ chatId, quotedMessageId }: SendContactCommand,
	card: ContactCard,
	session: string,
): Step<SendContactCommand, SentContact> {
	return {
		method: 'send-contact',
		request: {
			method: 'POST',
			path: `api/sessions/${encodeSegment(session)}/messages/send-contact`,
			// Any other field is refused.
			body: {
				chatId: spellChatId(chatId),
				...toOpenWaCard(card),
				quotedMessageId,
			},
		},
		omits: leftOut([card], declares),
		hints: [noPause],
		read: readSent,
	};
}

function readSent(answer: Answer): Outcome<SendContactCommand, SentContact> {
	const read = readAnswer(answer, answerSchema, reader);
	if ('refused' in read) return settlesKey(answer) ? { ...read, settles: true } : read;
	const { messageId, timestamp } = read.value;
	return {
		done: {
			messageId: messageId.trim() === '' ? null : messageId,
			queueId: null,
			providerStatus: null,
			timestamp: isoTime(timestamp),
		},
		body: answer.body,
	};
}
