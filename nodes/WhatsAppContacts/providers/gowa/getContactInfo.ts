/**
 * GOWA `/user/info`, then the picture, then the business profile where it was asked for; and
 * `/user/check` before all where registration was.
 */
import { z } from 'zod';
import type { ContactInfo, GetContactInfoCommand } from '../../domain/commands';
import { digitsOf, lidOf, optionalText, readAnswer } from '../answer';
import type { Answer, Call } from '../provider';
import { reasonIn, refuse } from '../refusal';
import { unknownContact } from '../unknown';
import { spellChatId } from './chatId';
import { askCheck } from './checkNumber';
import { declares } from './declares';
import { askAbout, askPicture, type InfoOutcome, type InfoStep, type Known } from './extras';
import { mayBeThere } from './hints';
import { isNotOnWhatsApp, reader } from './refusal';
import type { GowaCredential } from './signing';

/** One number has one answer; a list of several would be of other people. */
const infoAnswer = z.object({
	results: z.object({
		data: z
			.array(z.object({ name: optionalText, status: optionalText, verified_name: optionalText }))
			.max(1)
			.nullish(),
		resolved_phone: optionalText,
		resolved_lid: optionalText,
	}),
});

export const getContactInfo: Call<GowaCredential, GetContactInfoCommand, ContactInfo> = {
	ask(command) {
		const phone = spellChatId(command.chatId);
		const known = { command, phone, info: { ...unknownContact(command), lid: lidOf(phone) } };
		// Of everybody but a person the server says yes without asking.
		const asksRegistration =
			command.extraDetails.includes('registration') && command.chatId.kind === 'person';
		return asksRegistration ? askRegistration(known) : askInfo(known);
	},
};

function askRegistration(known: Known): InfoStep {
	return askCheck<GetContactInfoCommand, ContactInfo>(known.phone, ({ exists }, body, hints) => {
		const info = { ...known.info, exists };
		return exists ? { next: askInfo({ ...known, info }) } : { done: info, body, hints };
	});
}

function withoutAccount({ info }: Known, body: unknown): InfoOutcome {
	return { done: { ...info, exists: false }, body, hints: [mayBeThere] };
}

function askInfo(known: Known): InfoStep {
	return askAbout('user/info', known.phone, (answer) => {
		if (isNotOnWhatsApp(answer)) {
			if (known.info.exists) return { refused: failedQuestion(answer) };
			return withoutAccount(known, { exists: false, items: [answer.body] });
		}
		const read = readAnswer(answer, infoAnswer, reader);
		if ('refused' in read) return read;
		const info = withSaid(known.info, read.value.results);
		return known.command.mainOnly
			? { done: info, body: answer.body }
			: { next: askPicture({ ...known, info }, answer.body) };
	});
}

/** A number that was there a moment ago: this time the server could not ask. */
function failedQuestion(answer: Answer) {
	const reason = `${reasonIn(answer)}, although it was a moment ago`;
	return refuse(declares.displayName, answer, { happening: 'serverError', reason });
}

function withSaid(info: ContactInfo, said: z.output<typeof infoAnswer>['results']): ContactInfo {
	const { name = null, status = null, verified_name: verified = null } = said.data?.[0] ?? {};
	const lid = said.resolved_lid;
	return {
		...info,
		phone: digitsOf(said.resolved_phone) ?? info.phone,
		lid: lidOf(lid) ?? lidOf(lid && /^\d+$/.test(lid) ? `${lid}@lid` : null) ?? info.lid,
		name,
		about: status,
		// The text of a Go struct, which private people do not have.
		isBusiness: verified === null || verified === '<nil>' ? null : true,
	};
}
