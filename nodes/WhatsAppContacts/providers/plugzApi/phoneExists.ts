/**
 * PlugzAPI / Z-API `phone-exists` for one number and `phone-exists-batch` for many, which not every
 * gateway knows. The keys of their answers differ.
 */
import { z } from 'zod';
import type { NumberCheck } from '../../domain/commands';
import type { ChatId } from '../../domain/numbers/chatId';
import { digitsOf, flag, lidOf, oneOrMany, optionalText, readAnswer, rowsWith } from '../answer';
import type { Answer, BatchOutcome, BatchStep, Lessons, Outcome, Step } from '../provider';
import { nobody } from '../unknown';
import { spellChatId } from './chatId';
import { isUnknownMethod, reader } from './refusal';
import type { PlugzApiCredential } from './signing';

/** The vendor takes 50,000; a question of WhatsApp's is better small, and is soon answered. */
export const MOST_IN_ONE = 500;

const existsAnswer = oneOrMany(z.object({ exists: flag, phone: optionalText, lid: optionalText }))
	.refine((list) => list.length === 1, { path: ['exists'] })
	.transform((list) => list[0]);

const numberOrText = z.union([z.string(), z.number().transform(String)]);

const batchAnswer = rowsWith(
	z.object({
		/** The asked number as it was sent. */
		inputPhone: numberOrText,
		exists: flag,
		/** As WhatsApp knows it; of nobody the asked number again. */
		outputPhone: numberOrText.nullish(),
		lid: optionalText,
	}),
	'exists',
);

/** Asks about one number; `then` goes on with what was said. */
export function askPhoneExists<Command, Result>(
	chatId: ChatId,
	then: (said: NumberCheck, answer: Answer) => Outcome<Command, Result>,
): Step<Command, Result> {
	return {
		method: 'phone-exists',
		request: { method: 'GET', path: `phone-exists/${spellChatId(chatId)}` },
		read(answer) {
			const read = readAnswer(answer, existsAnswer, reader);
			if ('refused' in read) return read;
			const { exists, phone, lid } = read.value ?? { exists: false, phone: null, lid: null };
			return then(saidOf(exists, phone, lid), answer);
		},
	};
}

/** Where a gateway that does not know the method is remembered. */
const lessonOf = ({ apiUrl, instance }: PlugzApiCredential) =>
	`plugzApi phone-exists-batch ${apiUrl} ${instance}`;

/** The number as the batch spells it; `undefined` where it is to be asked alone. */
export function batchKey(
	chatId: ChatId,
	credential: PlugzApiCredential,
	lessons: Lessons,
): string | undefined {
	const isUnknown = lessons.get(lessonOf(credential)) === 'unknown';
	return chatId.kind !== 'person' || isUnknown ? undefined : spellChatId(chatId);
}

/** Asks about all of them; `then` goes on with what was said of one, and the row that says it. */
export function askBatch<Command extends { readonly chatId: ChatId }, Result>(
	commands: readonly Command[],
	credential: PlugzApiCredential,
	lessons: Lessons,
	then: (command: Command, said: NumberCheck, row: unknown) => Outcome<Command, Result>,
): BatchStep<Command, Result> {
	return {
		method: 'phone-exists-batch',
		request: {
			method: 'POST',
			path: 'phone-exists-batch',
			body: { phones: commands.map(({ chatId }) => spellChatId(chatId)) },
		},
		read(answer): BatchOutcome<Command, Result> {
			if (isUnknownMethod(answer)) {
				lessons.set(lessonOf(credential), 'unknown');
				return { oneByOne: true };
			}
			const read = readAnswer(answer, batchAnswer, reader);
			if ('refused' in read) {
				return mayBeOne(answer, read.refused.happening)
					? { ...read, mayBeOne: true }
					: { refused: read.refused };
			}
			// By the field that repeats the question: nothing promises the order.
			const byPhone = new Map(read.value.map((row) => [row.said.inputPhone, row]));
			return {
				each(command) {
					const row = byPhone.get(spellChatId(command.chatId));
					if (!row) return undefined;
					const { exists, outputPhone, lid } = row.said;
					return then(command, saidOf(exists, outputPhone, lid), row.raw);
				},
			};
		},
	};
}

/** In the gateway's own words, of the request and not of the account. */
function mayBeOne({ status, body }: Answer, happening: string): boolean {
	return happening === 'rejected' && (status === 200 || status === 400) && body !== undefined;
}

function saidOf(
	exists: boolean,
	phone: string | null | undefined,
	lid: string | null,
): NumberCheck {
	return exists ? { exists, whatsAppId: digitsOf(phone), lid: lidOf(lid) } : nobody;
}
