/**
 * Evolution API `whatsappNumbers`: who of these numbers is on WhatsApp. Asked by bare digits, or
 * the spelling with or without the extra digit is not tried.
 */
import type { NumberCheck } from '../../domain/commands';
import type { ChatId } from '../../domain/numbers/chatId';
import { digitsOf, lidOf, readAnswer } from '../answer';
import { encodeSegment } from '../apiUrl';
import type { Answer, BatchOutcome, BatchStep, Outcome, Step } from '../provider';
import { nobody } from '../unknown';
import { spellChatId } from './chatId';
import { isSameAccount } from './extraDigit';
import { mayBeOne, type NumberRow, numbersAnswer, numbersReader } from './numbersAnswer';
import { silent, strangers } from './unexpected';

/** The server asks WhatsApp one question for all, and how large it may be nobody knows. */
export const MOST_IN_ONE = 50;

/** What was said of one number. */
export interface Said {
	readonly check: NumberCheck;
	/** The account's id as the server spells it, with its suffix. */
	readonly jid: string | null;
	/** The number's row as it came. */
	readonly row: unknown;
	/** The whole answer. */
	readonly body: unknown;
}

interface AboutSomebody {
	readonly chatId: ChatId;
}

/** Goes on with what was said of one. */
type Then<Command, Result> = (command: Command, said: Said) => Outcome<Command, Result>;

/** Asks about all of them, who are persons. */
export function askNumbers<Command extends AboutSomebody, Result>(
	commands: readonly Command[],
	instance: string,
	then: Then<Command, Result>,
): BatchStep<Command, Result> {
	return {
		...questionOf(commands, instance),
		read(answer): BatchOutcome<Command, Result> {
			const read = readAnswer(answer, numbersAnswer, numbersReader);
			if ('refused' in read) {
				return mayBeOne(answer) ? { ...read, mayBeOne: true } : { refused: read.refused };
			}
			// By the text that was asked, never by position and never by id: that may be a stranger's.
			const rows = new Map(read.value.map((row) => [row.said.number, row]));
			return {
				each(command) {
					const row = rows.get(spellChatId(command.chatId));
					return row && outcomeOf(command, row, answer, then);
				},
			};
		},
	};
}

/** Asks about one alone. */
export function askNumber<Command extends AboutSomebody, Result>(
	command: Command,
	instance: string,
	then: Then<Command, Result>,
): Step<Command, Result> {
	return {
		...questionOf([command], instance),
		read(answer): Outcome<Command, Result> {
			const read = readAnswer(answer, numbersAnswer, numbersReader);
			if ('refused' in read) return read;
			const asked = spellChatId(command.chatId);
			const row = read.value.find(({ said }) => said.number === asked);
			return row ? outcomeOf(command, row, answer, then) : silent(answer, asked);
		},
	};
}

function questionOf(commands: readonly AboutSomebody[], instance: string) {
	return {
		method: 'whatsappNumbers',
		request: {
			method: 'POST',
			path: `chat/whatsappNumbers/${encodeSegment(instance)}`,
			body: { numbers: commands.map(({ chatId }) => spellChatId(chatId)) },
		},
	} as const;
}

function outcomeOf<Command extends AboutSomebody, Result>(
	command: Command,
	{ said: { exists, jid, lid }, raw: row }: NumberRow,
	answer: Answer,
	then: Then<Command, Result>,
): Outcome<Command, Result> {
	const { body } = answer;
	if (!exists) return then(command, { check: nobody, jid: null, row, body });
	const whatsAppId = digitsOf(jid);
	if (whatsAppId !== null && !isSameAccount(spellChatId(command.chatId), whatsAppId)) {
		return strangers(answer, 'jid');
	}
	const check = { exists, whatsAppId, lid: lidOf(lid) ?? lidOf(jid) };
	return then(command, { check, jid, row, body });
}
