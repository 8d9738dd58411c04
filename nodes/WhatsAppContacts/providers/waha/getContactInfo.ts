/**
 * WAHA `contacts`, then the picture and the about text, which are requests of their own; and
 * `check-exists` before all where registration was asked for.
 */
import { z } from 'zod';
import type { ContactInfo, GetContactInfoCommand } from '../../domain/commands';
import { digitsOf, lidOf, optionalFlag, optionalText, readAnswer } from '../answer';
import { encodeSegment } from '../apiUrl';
import type { Answer, Call, Credential, Step } from '../provider';
import { unknownContact } from '../unknownContact';
import { spellChatId } from './chatId';
import { crashIn, reader } from './refusal';

type InfoStep = Step<GetContactInfoCommand, ContactInfo>;

const existsAnswer = z.object({
	numberExists: z.boolean(),
	chatId: optionalText,
	pn: optionalText,
});

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

const pictureAnswer = z.object({ profilePictureURL: optionalText });
const aboutAnswer = z.object({ about: optionalText });

/** What is known so far, and how the next methods name the contact. */
interface Known {
	readonly command: GetContactInfoCommand;
	readonly session: string;
	readonly contactId: string;
	readonly info: ContactInfo;
}

export const getContactInfo: Call<Credential, GetContactInfoCommand, ContactInfo> = {
	ask(command, { instance }) {
		const info = unknownContact(command);
		const known = { command, session: instance, contactId: spellChatId(command.chatId), info };
		// The digits of a privacy id would be taken for a stranger's phone number.
		const asksRegistration =
			command.extraDetails.includes('registration') && command.chatId.kind === 'person';
		return asksRegistration ? askRegistration(known, info.phone ?? '') : askContact(known);
	},
};

function get(method: string, { session }: Known, query: string, read: InfoStep['read']): InfoStep {
	const path = `api/${method}?${query}&session=${encodeSegment(session)}`;
	return { method, request: { method: 'GET', path }, read };
}

function askAbout(method: string, known: Known, read: InfoStep['read']): InfoStep {
	return get(method, known, `contactId=${encodeSegment(known.contactId)}`, read);
}

function askRegistration(known: Known, digits: string): InfoStep {
	return get('contacts/check-exists', known, `phone=${digits}`, (answer) => {
		const read = readAnswer(answer, existsAnswer, reader);
		if ('refused' in read) return read;
		const { numberExists: exists, chatId, pn } = read.value;
		// WhatsApp may know a Brazilian number with or without its ninth digit.
		const phone = digitsOf(chatId) ?? digitsOf(pn) ?? digits;
		const info = { ...known.info, exists, phone, lid: lidOf(chatId) };
		return exists
			? { next: askContact({ ...known, info, contactId: `${phone}@c.us` }) }
			: { done: info, body: answer.body };
	});
}

function askContact(known: Known): InfoStep {
	return askAbout('contacts', known, (answer) => {
		const isSilent = answer.status === 200 && isNothing(answer);
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

function askPicture(known: Known, body: unknown): InfoStep {
	return askAbout('contacts/profile-picture', known, (answer) => {
		// Old versions crash where the picture is hidden.
		const isHidden = /item-not-found|not-authorized/.test(crashIn(answer));
		const read = isHidden ? undefined : readAnswer(answer, pictureAnswer, reader);
		if (read && 'refused' in read) return read;
		const avatarUrl = read?.value.profilePictureURL ?? null;
		return { next: askAboutText({ ...known, info: { ...known.info, avatarUrl } }, body) };
	});
}

function askAboutText(known: Known, body: unknown): InfoStep {
	return askAbout('contacts/about', known, (answer) => {
		// The engines NOWEB and GOWS have no such method.
		const read = answer.status === 501 ? undefined : readAnswer(answer, aboutAnswer, reader);
		if (read && 'refused' in read) return read;
		return { done: { ...known.info, about: read?.value.about ?? null }, body };
	});
}
