/** Check Number at GOWA: `/user/check`, one number a request. It names no number in return. */
import { z } from 'zod';
import type { CheckNumberCommand, NumberCheck } from '../../domain/commands';
import { readAnswer } from '../answer';
import { encodeSegment } from '../apiUrl';
import type { Call, Hint, Outcome, Step } from '../provider';
import { nobody } from '../unknown';
import { spellChatId } from './chatId';
import { mayBeThere } from './hints';
import { reader } from './refusal';
import type { GowaCredential } from './signing';

const answerSchema = z.object({ results: z.object({ is_on_whatsapp: z.boolean() }) });

export const checkNumber: Call<GowaCredential, CheckNumberCommand, NumberCheck> = {
	ask: ({ chatId }) =>
		askCheck(spellChatId(chatId), (done, body, hints) => ({ done, body, hints })),
};

/** Only a yes is certain; `then` goes on with what was said, how, and what is to be said of it. */
export function askCheck<Command, Result>(
	phone: string,
	then: (said: NumberCheck, body: unknown, hints: readonly Hint[]) => Outcome<Command, Result>,
): Step<Command, Result> {
	return {
		method: 'user/check',
		request: { method: 'GET', path: `user/check?phone=${encodeSegment(phone)}` },
		read(answer) {
			const read = readAnswer(answer, answerSchema, reader);
			if ('refused' in read) return read;
			return read.value.results.is_on_whatsapp
				? then({ exists: true, whatsAppId: null, lid: null }, answer.body, [])
				: then(nobody, answer.body, [mayBeThere]);
		},
	};
}
