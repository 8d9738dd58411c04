/**
 * WAHA `contacts`, then the picture and the about text, which are requests of their own and fail
 * on their own; and `check-exists` before all where registration was asked for.
 */
import { z } from 'zod';
import type { ContactInfo, GetContactInfoCommand } from '../../domain/commands';
import { digitsOf, lidOf, optionalFlag, optionalText, readAnswer } from '../answer';
import type { Answer, Call, Credential } from '../provider';
import { unknownContact } from '../unknown';
import { spellChatId } from './chatId';
import { askExists } from './checkNumber';
import { isOverStranger } from './crashes';
import { askAbout, askPicture, type InfoOutcome, type InfoStep, type Known } from './extras';
import { isNotOnWhatsApp, reader } from './refusal';

const contactAnswer = z.object({
	id: z.union([
		z.string().min(1),
		z.object({ _serialized: z.string().min(1) }).transform(({ _serialized }) => _serialized),
	]),
	lid: optionalText,
	name: optionalText,
	pushname: optionalText,
	isBusiness: optionalFlag,
});

export const getContactInfo: Call<Credential, GetContactInfoCommand, ContactInfo> = {
	ask(command, { instance }) {
		const contactId = spellChatId(command.chatId);
		// Of a privacy id that it does not know, NOWEB answers none at all.
		const info = { ...unknownContact(command), lid: lidOf(contactId) };
		const known = { command, session: instance, contactId, info };
		// The digits of a privacy id would be taken for a stranger's phone number.
		const asksRegistration =
			command.extraDetails.includes('registration') && command.chatId.kind === 'person';
		return asksRegistration ? askRegistration(known, info.phone ?? '') : askContact(known);
	},
};

function askRegistration(known: Known, digits: string): InfoStep {
	return askExists<GetContactInfoCommand, ContactInfo>(
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

function withoutAccount({ info }: Known, { body }: Answer): InfoOutcome {
	return { done: { ...info, exists: false }, body: { exists: false, items: [body] } };
}

function askContact(known: Known): InfoStep {
	return askAbout('contacts', known, (answer) => {
		if (isNotOnWhatsApp(answer)) return withoutAccount(known, answer);
		const isSilent = (answer.status === 200 && isNothing(answer)) || isOverStranger(answer);
		const read = isSilent ? undefined : readAnswer(answer, contactAnswer, reader);
		if (read && 'refused' in read) return read;
		const info = read ? withContact(known.info, read.value) : known.info;
		return known.command.mainOnly
			? { done: info, body: answer.body ?? null }
			: { next: askPicture({ ...known, info }, answer.body) };
	});
}

/** NOWEB's word for somebody who is not in its store: `null`, which goes out as no body at all. */
function isNothing({ body, text, oversized }: Answer): boolean {
	return body === null || (text.trim() === '' && !oversized);
}

function withContact(info: ContactInfo, said: z.output<typeof contactAnswer>): ContactInfo {
	return {
		...info,
		phone: digitsOf(said.id) ?? info.phone,
		lid: lidOf(said.id) ?? lidOf(said.lid) ?? info.lid,
		name: said.pushname,
		contactName: said.name,
		isBusiness: said.isBusiness,
	};
}
