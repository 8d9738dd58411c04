/**
 * Check Number at GREEN-API: `checkWhatsapp`, one number a request, ten a second, and a quota a
 * month, which the free plan soon reaches.
 */
import { z } from 'zod';
import type { CheckNumberCommand, NumberCheck } from '../../domain/commands';
import type { ChatId } from '../../domain/numbers/chatId';
import { digitsOf, lidOf, optionalText, readAnswer } from '../answer';
import type { Answer, Call, Credential, Outcome, Step } from '../provider';
import { nobody } from '../unknown';
import { spellChatId } from './chatId';
import { reader } from './refusal';

/** Newer releases say more than whether it exists. */
const answerSchema = z.object({
	existsWhatsapp: z.boolean(),
	chatId: optionalText.catch(null),
	phoneNumber: optionalText.catch(null),
});

export const checkNumber: Call<Credential, CheckNumberCommand, NumberCheck> = {
	ask: ({ chatId }) => askWhatsapp(chatId, (done, { body }) => ({ done, body })),
};

/** Asks it of a person; `then` goes on with what was said. */
export function askWhatsapp<Command, Result>(
	chatId: ChatId,
	then: (said: NumberCheck, answer: Answer) => Outcome<Command, Result>,
): Step<Command, Result> {
	return {
		method: 'checkWhatsapp',
		request: { method: 'POST', path: 'checkWhatsapp', body: bodyOf(chatId) },
		read(answer) {
			const read = readAnswer(answer, answerSchema, reader);
			if ('refused' in read) return read;
			const { existsWhatsapp, chatId: id, phoneNumber } = read.value;
			if (!existsWhatsapp) return then(nobody, answer);
			const whatsAppId = digitsOf(id) ?? digitsOf(phoneNumber);
			return then({ exists: true, whatsAppId, lid: lidOf(id) }, answer);
		},
	};
}

/** Ids have more digits than a number in JSON keeps. */
function bodyOf(chatId: ChatId): Readonly<Record<string, unknown>> {
	const number = chatId.kind === 'person' ? Number(chatId.digits) : NaN;
	return Number.isSafeInteger(number) ? { phoneNumber: number } : { chatId: spellChatId(chatId) };
}
