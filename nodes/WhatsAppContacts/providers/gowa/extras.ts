/** What GOWA tells of a contact beside `/user/info`: requests of their own, after it. */
import { z } from 'zod';
import type { ContactInfo, GetContactInfoCommand } from '../../domain/commands';
import { optionalText, readAnswer } from '../answer';
import { encodeSegment } from '../apiUrl';
import type { Hint, Outcome, Step } from '../provider';
import { isNoBusiness, isNoPicture } from './errorTexts';
import { pictureUnknown } from './hints';
import { reader, saidIn } from './refusal';

export type InfoStep = Step<GetContactInfoCommand, ContactInfo>;
export type InfoOutcome = Outcome<GetContactInfoCommand, ContactInfo>;

/** What is known so far, and how the methods name the contact. */
export interface Known {
	readonly command: GetContactInfoCommand;
	readonly phone: string;
	readonly info: ContactInfo;
}

/** A method about one contact. */
export function askAbout(method: string, phone: string, read: InfoStep['read']): InfoStep {
	const path = `${method}?phone=${encodeSegment(phone)}`;
	return { method, request: { method: 'GET', path }, read };
}

const pictureAnswer = z.object({ results: z.object({ url: optionalText }) });

const profileAnswer = z.object({
	results: z.object({
		jid: z.string().min(1),
		email: optionalText,
		address: optionalText,
		categories: z.array(z.object({ name: optionalText })).nullish(),
	}),
});

/** The picture was not asked for by anybody, so a look-up does without it. */
export function askPicture(known: Known, body: unknown): InfoStep {
	const goOn = (avatarUrl: string | null, ...hints: Hint[]): InfoOutcome => {
		const info = { ...known.info, avatarUrl };
		return known.command.extraDetails.includes('businessProfile')
			? { next: askProfile({ ...known, info }, body, hints) }
			: { done: info, body, hints };
	};
	const step = askAbout('user/avatar', known.phone, (answer) => {
		if (answer.status === 500 && isNoPicture(saidIn(answer).text)) return goOn(null);
		const said = readAnswer(answer, pictureAnswer, reader);
		return 'refused' in said ? said : goOn(said.value.results.url);
	});
	return { ...step, otherwise: () => goOn(null, pictureUnknown) };
}

function askProfile({ phone, info }: Known, body: unknown, hints: readonly Hint[]): InfoStep {
	return askAbout('user/business-profile', phone, (answer) => {
		// Most people are no business, and nothing is broken then.
		if (answer.status === 500 && isNoBusiness(saidIn(answer).text)) {
			return { done: info, body, hints };
		}
		const said = readAnswer(answer, profileAnswer, reader);
		if ('refused' in said) return said;
		const { email, address, categories } = said.value.results;
		const category = categories?.[0]?.name ?? null;
		return { done: { ...info, isBusiness: true, email, address, category }, body, hints };
	});
}
