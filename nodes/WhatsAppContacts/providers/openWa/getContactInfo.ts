/**
 * OpenWA `contacts/{id}`, then the phone number of a privacy id and the picture, which are requests
 * of their own; and `check` before all where registration was asked for.
 */
import { z } from 'zod';
import type { ContactInfo, GetContactInfoCommand } from '../../domain/commands';
import { digitsOf, lidOf, optionalText, readAnswer } from '../answer';
import { encodeSegment } from '../apiUrl';
import type { Answer, Call, Credential } from '../provider';
import { reasonIn } from '../refusal';
import { unknownContact } from '../unknown';
import { spellChatId } from './chatId';
import { askCheck } from './checkNumber';
import { askRest, get, type InfoStep, type Known } from './extras';
import { reader } from './refusal';

/** `number` is not read: of a privacy id it may hold that id's digits. */
const contactAnswer = z.object({
	id: z.string().min(1),
	name: optionalText,
	pushName: optionalText,
	profilePicUrl: optionalText,
});

export const getContactInfo: Call<Credential, GetContactInfoCommand, ContactInfo> = {
	ask(command, { instance }) {
		const contactId = spellChatId(command.chatId);
		const info = { ...unknownContact(command), lid: lidOf(contactId) };
		const known = { command, session: instance, contactId, info, hints: [] };
		const asksRegistration =
			command.extraDetails.includes('registration') && command.chatId.kind === 'person';
		return asksRegistration ? askRegistration(known, info.phone ?? '') : askContact(known);
	},
};

function askRegistration(known: Known, digits: string): InfoStep {
	return askCheck<GetContactInfoCommand, ContactInfo>(
		digits,
		known.session,
		({ exists, whatsAppId, lid }, body) => {
			// WhatsApp may know a Brazilian number with or without its ninth digit.
			const phone = whatsAppId ?? digits;
			const info = { ...known.info, exists, phone, lid };
			return exists
				? { next: askContact({ ...known, info, contactId: `${phone}@c.us` }) }
				: { done: info, body };
		},
	);
}

function askContact(known: Known): InfoStep {
	return get('contacts', known.session, encodeSegment(known.contactId), (answer) => {
		if (isNobody(answer)) return askRest({ ...known, body: null });
		const read = readAnswer(answer, contactAnswer, reader);
		if ('refused' in read) return read;
		const info = withContact(known.info, read.value);
		return askRest({ ...known, info, body: answer.body });
	});
}

/** The engine Baileys knows only whom it has stored. */
function isNobody(answer: Answer): boolean {
	return answer.status === 404 && /^contact .*not found/i.test(reasonIn(answer));
}

function withContact(info: ContactInfo, said: z.output<typeof contactAnswer>): ContactInfo {
	return {
		...info,
		phone: digitsOf(said.id) ?? info.phone,
		lid: lidOf(said.id) ?? info.lid,
		name: said.pushName,
		contactName: said.name,
		avatarUrl: said.profilePicUrl,
	};
}
