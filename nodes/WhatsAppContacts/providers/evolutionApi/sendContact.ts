/**
 * Evolution API `sendContact`: all cards in one message, in the body form of v2 or v1. With
 * `auto` the server's own schema refusal, which means that nothing was sent, tells the form.
 */
import { z } from 'zod';
import type { SendContactCommand, SentContact } from '../../domain/commands';
import type { FieldProblem } from '../../domain/reading';
import { encodeSegment } from '../apiUrl';
import { isoTime, readAnswer, someText } from '../answer';
import { leftOut } from '../leftOut';
import type { Answer, Call, Outcome, Step } from '../provider';
import { refuse } from '../refusal';
import { hasShortId, toEvolutionCard } from './card';
import { spellChatId } from './chatId';
import { refusalOfChat } from './chatRefusal';
import { declares } from './declares';
import { schemaComplaints } from './envelope';
import { noPause, optionsIgnored } from './hints';
import { recipientProblem } from './recipient';
import { reader } from './refusal';
import type { EvolutionApiCredential } from './signing';

type SendStep = Step<SendContactCommand, SentContact>;
type SendOutcome = Outcome<SendContactCommand, SentContact>;
type Form = 'v1' | 'v2';

const answerSchema = z.object({
	key: z.object({ id: someText }),
	status: z.string().nullish(),
	// v2 says a number, v1 a string of digits, and old servers a serialised Long.
	messageTimestamp: z.unknown(),
});

/** What a server of the other version says of a body; to the letter, it is the version's mark. */
const mark: Readonly<Record<Form, RegExp>> = {
	v2: /requires property "contactMessage"/,
	v1: /requires property "contact"/,
};

export const sendContact: Call<EvolutionApiCredential, SendContactCommand, SentContact> = {
	ask(command, credential, lessons) {
		const lesson = `evolutionApi form ${credential.apiUrl}`;
		const { serverVersion, instance } = credential;
		if (serverVersion !== 'auto') return askIn(serverVersion, command, instance, refuseForm);
		const form = lessons.get(lesson) === 'v1' ? 'v1' : 'v2';
		return askIn(form, command, instance, () => {
			const other = form === 'v1' ? 'v2' : 'v1';
			lessons.set(lesson, other);
			return { next: askIn(other, command, instance, refuseForm) };
		});
	},

	problem: (command) => recipientProblem(command) ?? twinProblem(command),
};

/** The server's schema refuses two cards that are alike once they are written its way. */
function twinProblem({ cards }: SendContactCommand): FieldProblem | undefined {
	const seen = new Map<string, number>();
	for (const [index, card] of cards.entries()) {
		const text = JSON.stringify(toEvolutionCard(card));
		const first = seen.get(text);
		if (first !== undefined) {
			return {
				field: `contacts[${index}]`,
				problem: `is the same card for Evolution API as contacts[${first}]. Remove one of them, or give it another name or number`,
			};
		}
		seen.set(text, index);
	}
	return undefined;
}

function askIn(
	form: Form,
	command: SendContactCommand,
	instance: string,
	otherForm: (answer: Answer) => SendOutcome,
): SendStep {
	return {
		method: 'sendContact',
		request: {
			method: 'POST',
			path: `message/sendContact/${encodeSegment(instance)}`,
			body: bodyOf(command, form),
		},
		gatewayWaitsMs: delayMs(command) ?? 0,
		hints: form === 'v2' && hasOptions(command) ? [noPause, optionsIgnored] : [noPause],
		omits: [
			...leftOut(command.cards, declares),
			...(command.cards.some(hasShortId) ? ['whatsAppId'] : []),
		],
		read(answer) {
			if (schemaComplaints(answer).some((text) => mark[form].test(text))) return otherForm(answer);
			const refused = refusalOfChat(answer, command.chatId);
			return refused ? { refused } : readSent(answer);
		},
	};
}

function hasOptions({ quotedMessageId, delaySeconds, presence }: SendContactCommand): boolean {
	return [quotedMessageId, delaySeconds, presence].some((option) => option !== undefined);
}

function bodyOf(command: SendContactCommand, form: Form): Readonly<Record<string, unknown>> {
	const { quotedMessageId, presence } = command;
	const delay = delayMs(command);
	const number = spellChatId(command.chatId);
	const cards = command.cards.map(toEvolutionCard);
	const options = {
		delay,
		presence,
		...(quotedMessageId !== undefined && { quoted: { key: { id: quotedMessageId } } }),
	};
	if (form === 'v2') return { number, contact: cards, ...options };
	return { number, ...(hasOptions(command) && { options }), contactMessage: cards };
}

function delayMs({ delaySeconds }: SendContactCommand): number | undefined {
	return delaySeconds === undefined ? undefined : Math.round(delaySeconds * 1000);
}

function refuseForm(answer: Answer): SendOutcome {
	return {
		refused: refuse(declares.displayName, answer, {
			happening: 'rejected',
			advice: 'Set Server Version in the credential to Automatic, or to the version of the server',
		}),
	};
}

function readSent(answer: Answer): SendOutcome {
	const read = readAnswer(answer, answerSchema, reader);
	if ('refused' in read) return read;
	const { key, status, messageTimestamp } = read.value;
	if (status === 'ERROR') {
		const reason = 'the message has the status ERROR';
		return {
			refused: refuse(declares.displayName, answer, { happening: 'unexpectedResponse', reason }),
		};
	}
	return {
		done: {
			messageId: key.id,
			queueId: null,
			providerStatus: status || null,
			timestamp: isoTime(messageTimestamp),
		},
		body: answer.body,
	};
}
