/** GREEN-API `sendContact`: one card a message, accepted into the instance's queue. */
import { z } from 'zod';
import type { SendContactCommand, SentContact } from '../../domain/commands';
import type { ContactCard } from '../../domain/cards/contactCard';
import { readAnswer, someText } from '../answer';
import { cardByCard } from '../cardByCard';
import { leftOut } from '../leftOut';
import { namePartsOf } from '../nameParts';
import type { Call, Credential, Step } from '../provider';
import { spellChatId } from './chatId';
import { declares } from './declares';
import { queued, quoteMayFail } from './hints';
import { reader } from './refusal';

const answerSchema = z.object({ idMessage: someText });

/** The gateway answers a larger body with 500 `request entity too large`. */
const MAX_BODY_BYTES = 100 * 1024;

export const sendContact: Call<Credential, SendContactCommand, SentContact> = {
	ask: (command) => cardByCard(command, (card) => askOne(command, card)),

	problem(command) {
		const large = command.cards.findIndex(
			(card) => Buffer.byteLength(JSON.stringify(bodyOf(command, card))) > MAX_BODY_BYTES,
		);
		if (large === -1) return undefined;
		return {
			field: `contacts[${large}]`,
			problem:
				'is larger than the 100 kB that GREEN-API takes. Shorten its texts, e.g. the company name',
		};
	},
};

function askOne(
	command: SendContactCommand,
	card: ContactCard,
): Step<SendContactCommand, SentContact> {
	return {
		method: 'sendContact',
		request: { method: 'POST', path: 'sendContact', body: bodyOf(command, card) },
		omits: leftOut([card], declares),
		hints: command.quotedMessageId === undefined ? [queued] : [queued, quoteMayFail],
		read(answer) {
			const read = readAnswer(answer, answerSchema, reader);
			if ('refused' in read) return read;
			const { idMessage } = read.value;
			return {
				done: { messageId: idMessage, queueId: null, providerStatus: null, timestamp: null },
				body: answer.body,
			};
		},
	};
}

function bodyOf({ chatId, quotedMessageId }: SendContactCommand, card: ContactCard) {
	return {
		chatId: spellChatId(chatId),
		quotedMessageId,
		contact: { phoneContact: Number(card.phones[0]?.digits), ...namesOf(card) },
	};
}

/** A company may be the name: where it is the only one, it needs no second place. */
function namesOf(card: ContactCard) {
	const { fullName, firstName, middleName, lastName, company } = card;
	const hasParts = [firstName, middleName, lastName].some((part) => part !== undefined);
	return {
		...((hasParts || fullName !== company) && namePartsOf(card)),
		company,
	};
}
