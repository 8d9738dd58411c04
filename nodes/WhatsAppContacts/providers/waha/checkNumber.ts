/** Check Number at WAHA: `check-exists`, one number a request, digits only. */
import { z } from 'zod';
import type { CheckNumberCommand, NumberCheck } from '../../domain/commands';
import { digitsOf, lidOf, optionalText, readAnswer } from '../answer';
import { encodeSegment } from '../apiUrl';
import type { Call, Credential, Outcome, Step } from '../provider';
import { nobody } from '../unknown';
import { isNotOnWhatsApp, reader } from './refusal';

const answerSchema = z.object({
	numberExists: z.boolean(),
	/** The id under which WhatsApp knows it, which may be a privacy id. */
	chatId: optionalText,
	pn: optionalText,
});

export const checkNumber: Call<Credential, CheckNumberCommand, NumberCheck> = {
	ask: ({ chatId }, { instance }) =>
		askExists(chatId.digits, instance, (done, body) => ({ done, body })),
};

/** Asks it of a person's digits; `then` goes on with what was said, and the body that says it. */
export function askExists<Command, Result>(
	digits: string,
	session: string,
	then: (said: NumberCheck, body: unknown) => Outcome<Command, Result>,
): Step<Command, Result> {
	const query = `phone=${digits}&session=${encodeSegment(session)}`;
	return {
		method: 'contacts/check-exists',
		request: { method: 'GET', path: `api/contacts/check-exists?${query}` },
		read(answer) {
			const { body } = answer;
			// Newer servers look a number up before they do anything with it.
			if (isNotOnWhatsApp(answer)) return then(nobody, { exists: false, items: [body] });
			const read = readAnswer(answer, answerSchema, reader);
			if ('refused' in read) return read;
			const { numberExists, chatId, pn } = read.value;
			const whatsAppId = digitsOf(chatId) ?? digitsOf(pn);
			return then(numberExists ? { exists: true, whatsAppId, lid: lidOf(chatId) } : nobody, body);
		},
	};
}
