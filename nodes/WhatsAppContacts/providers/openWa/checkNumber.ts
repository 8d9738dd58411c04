/** Check Number at OpenWA: `check`, one number a request; it names the id of the account. */
import { z } from 'zod';
import type { CheckNumberCommand, NumberCheck } from '../../domain/commands';
import { digitsOf, lidOf, optionalText, readAnswer } from '../answer';
import { encodeSegment } from '../apiUrl';
import type { Call, Credential, Outcome, Step } from '../provider';
import { refuse } from '../refusal';
import { nobody } from '../unknown';
import { declares } from './declares';
import { isUnresolved, reader } from './refusal';

/** The id may be a privacy id. */
const answerSchema = z.object({ exists: z.boolean(), whatsappId: optionalText });

export const checkNumber: Call<Credential, CheckNumberCommand, NumberCheck> = {
	ask: ({ chatId }, { instance }) =>
		askCheck(chatId.digits, instance, (done, body) => ({ done, body })),
};

/** Asks it of a person's digits; `then` goes on with what was said, and the body that says it. */
export function askCheck<Command, Result>(
	digits: string,
	session: string,
	then: (said: NumberCheck, body: unknown) => Outcome<Command, Result>,
): Step<Command, Result> {
	return {
		method: 'contacts/check',
		request: {
			method: 'GET',
			path: `api/sessions/${encodeSegment(session)}/contacts/check/${digits}`,
		},
		read(answer) {
			// A trouble inside of whatsapp-web.js comes in the words for an unknown number: no "no".
			if (isUnresolved(answer)) {
				return { refused: refuse(declares.displayName, answer, { happening: 'serverError' }) };
			}
			const read = readAnswer(answer, answerSchema, reader);
			if ('refused' in read) return read;
			const { exists, whatsappId } = read.value;
			const lid = lidOf(whatsappId);
			return then(exists ? { exists, whatsAppId: digitsOf(whatsappId), lid } : nobody, answer.body);
		},
	};
}
