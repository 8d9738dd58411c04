/** WAHA `sendContactVcard`: all cards in one message, written to WhatsApp while the request waits. */
import { z } from 'zod';
import type { SendContactCommand, SentContact } from '../../domain/commands';
import type { ContactCard } from '../../domain/cards/contactCard';
import { isoTime, readAnswer, someText } from '../answer';
import type { Answer, Call, Credential, Outcome } from '../provider';
import { refuse } from '../refusal';
import { spellChatId } from './chatId';
import { declares } from './declares';
import { noPause, quoteMayBeLost } from './hints';
import { reader } from './refusal';
import { shown, toVCard } from './writeVCard';

const id = someText;
const optionalString = z.string().optional().catch(undefined);

/** Every engine answers its own object: NOWEB with a `key`, the others with an `id`. */
const answerSchema = z
	.object({
		id: z
			.union([id, z.object({ _serialized: id }).transform(({ _serialized }) => _serialized)])
			.nullish(),
		key: z.object({ id }).nullish(),
		status: optionalString,
		ackName: optionalString,
		messageTimestamp: z.unknown(),
		timestamp: z.unknown(),
		_data: z
			.object({ Info: z.object({ Timestamp: optionalString }) })
			.optional()
			.catch(undefined),
	})
	.refine((said) => said.id ?? said.key, { path: ['id'], message: 'Required' });

export const sendContact: Call<Credential, SendContactCommand, SentContact> = {
	ask: (command, { instance }) => ({
		method: 'sendContactVcard',
		request: {
			method: 'POST',
			path: 'api/sendContactVcard',
			body: {
				session: instance,
				chatId: spellChatId(command.chatId),
				contacts: command.cards.map(toContact),
				reply_to: command.quotedMessageId,
			},
		},
		hints: mayLoseQuote(command.quotedMessageId) ? [noPause, quoteMayBeLost] : [noPause],
		read: readSent,
	}),
};

/** WEBJS finds a message by its whole id alone: whose it is, its chat, the id and in groups a sender. */
function mayLoseQuote(messageId: string | undefined): boolean {
	if (messageId === undefined) return false;
	return !/^(?:true|false)_[^_@]+@[^_@]+_[^_]+(?:_[^_]+)?$/.test(messageId);
}

/** `vcard` wins over the rest, of which newer servers read `fullName`, the name on the bubble. */
function toContact(card: ContactCard) {
	const [phone] = card.phones;
	return {
		fullName: card.fullName,
		organization: card.company,
		...(phone && { phoneNumber: shown(phone), whatsappId: card.whatsAppId ?? phone.digits }),
		vcard: toVCard(card),
	};
}

function readSent(answer: Answer): Outcome<SendContactCommand, SentContact> {
	const read = readAnswer(answer, answerSchema, reader);
	if ('refused' in read) return read;
	const said = read.value;
	const status = said.status || said.ackName || null;
	if (status === 'ERROR') {
		const reason = 'the message has the status ERROR';
		return {
			refused: refuse(declares.displayName, answer, { happening: 'unexpectedResponse', reason }),
		};
	}
	const time = said.messageTimestamp ?? said.timestamp;
	return {
		done: {
			messageId: said.id ?? said.key?.id ?? null,
			queueId: null,
			providerStatus: status,
			timestamp: isoTime(time) ?? isoDate(said._data?.Info.Timestamp),
		},
		body: answer.body,
	};
}

/** GOWS writes dates, and the year 1 for none. */
function isoDate(text: string | undefined): string | null {
	const time = Date.parse(text ?? '');
	return time > 0 ? new Date(time).toISOString() : null;
}
