/** GOWA `/send/contact`: one card a message, acknowledged by WhatsApp while the request waits. */
import { z } from 'zod';
import type { SendContactCommand, SentContact } from '../../domain/commands';
import type { ContactCard } from '../../domain/cards/contactCard';
import { bounded } from '../../domain/texts';
import { readAnswer, someText } from '../answer';
import { cardByCard } from '../cardByCard';
import { leftOut } from '../leftOut';
import type { Call, Step } from '../provider';
import { structured } from '../unescaped';
import { spellChatId } from './chatId';
import { declares } from './declares';
import { noPause } from './hints';
import { reader } from './refusal';
import type { GowaCredential } from './signing';

const answerSchema = z.object({
	results: z.object({
		message_id: someText,
		status: z.string().optional().catch(undefined),
	}),
});

export const sendContact: Call<GowaCredential, SendContactCommand, SentContact> = {
	ask: (command) => cardByCard(command, (card) => askOne(command, card)),
};

function askOne(
	command: SendContactCommand,
	card: ContactCard,
): Step<SendContactCommand, SentContact> {
	return {
		method: 'send/contact',
		request: {
			method: 'POST',
			path: 'send/contact',
			body: {
				phone: spellChatId(command.chatId),
				contact_name: structured(card.fullName),
				// The server writes it twice into the card, and `waid` takes digits only.
				contact_phone: card.phones[0]?.digits,
			},
		},
		omits: leftOut([card], declares),
		hints: [noPause],
		read(answer) {
			const read = readAnswer(answer, answerSchema, reader);
			if ('refused' in read) return read;
			const { message_id: messageId, status } = read.value.results;
			return {
				// Its status is a sentence, of which only the time is news.
				done: { messageId, queueId: null, providerStatus: null, timestamp: timeIn(status) },
				body: answer.body,
			};
		},
	};
}

/** Go's way to write a time: `2026-08-22 20:47:59 +0700 WIB`. */
const goTime =
	/server timestamp: (\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.\d{1,9})? ([+-]\d\d)(\d\d) /;

function timeIn(status = ''): string | null {
	const said = goTime.exec(bounded(status))?.[0] ?? '';
	const ms = Date.parse(said.replace(goTime, '$1T$2$3:$4'));
	// A time that it does not know is the year 1.
	return ms > 0 ? new Date(ms).toISOString() : null;
}
