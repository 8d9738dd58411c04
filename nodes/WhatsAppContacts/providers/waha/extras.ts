/**
 * WAHA's picture and about text: requests of their own, which fail on their own and never take the
 * rest of a look-up with them. And how all its look-ups are asked.
 */
import { z } from 'zod';
import type { ContactInfo, GetContactInfoCommand } from '../../domain/commands';
import { optionalText, readAnswer } from '../answer';
import { encodeSegment } from '../apiUrl';
import type { Hint, Outcome, Step } from '../provider';
import { crashIn, isHidden } from './crashes';
import { aboutUnknown, pictureUnknown } from './hints';
import { reader } from './refusal';

export type InfoStep = Step<GetContactInfoCommand, ContactInfo>;
export type InfoOutcome = Outcome<GetContactInfoCommand, ContactInfo>;

const pictureAnswer = z.object({ profilePictureURL: optionalText });
const aboutAnswer = z.object({ about: optionalText });

/** What is known so far, and how the next methods name the contact. */
export interface Known {
	readonly command: GetContactInfoCommand;
	readonly session: string;
	readonly contactId: string;
	readonly info: ContactInfo;
}

/** A method that names its session in the query. */
export function get(
	method: string,
	{ session }: Known,
	query: string,
	read: InfoStep['read'],
): InfoStep {
	const path = `api/${method}?${query}&session=${encodeSegment(session)}`;
	return { method, request: { method: 'GET', path }, read };
}

/** A method about one contact. */
export function askAbout(method: string, known: Known, read: InfoStep['read']): InfoStep {
	return get(method, known, `contactId=${encodeSegment(known.contactId)}`, read);
}

/** A crash over an extra is not worth a repeat: WhatsApp itself has refused it. */
export function askPicture(known: Known, body: unknown): InfoStep {
	const goOn = (avatarUrl: string | null, ...hints: Hint[]): InfoOutcome => ({
		next: askAboutText({ ...known, info: { ...known.info, avatarUrl } }, body, hints),
	});
	const read: InfoStep['read'] = (answer) => {
		if (isHidden(answer)) return goOn(null);
		if (crashIn(answer) !== '') return goOn(null, pictureUnknown);
		const said = readAnswer(answer, pictureAnswer, reader);
		return 'refused' in said ? said : goOn(said.value.profilePictureURL);
	};
	const otherwise = () => goOn(null, pictureUnknown);
	return { ...askAbout('contacts/profile-picture', known, read), otherwise };
}

function askAboutText(known: Known, body: unknown, earlier: readonly Hint[]): InfoStep {
	const end = (about: string | null, ...hints: Hint[]): InfoOutcome => ({
		done: { ...known.info, about },
		body,
		hints: [...earlier, ...hints],
	});
	const read: InfoStep['read'] = (answer) => {
		// The engines NOWEB and GOWS have no such method.
		if (isHidden(answer) || answer.status === 501) return end(null);
		if (crashIn(answer) !== '') return end(null, aboutUnknown);
		const said = readAnswer(answer, aboutAnswer, reader);
		return 'refused' in said ? said : end(said.value.about);
	};
	return { ...askAbout('contacts/about', known, read), otherwise: () => end(null, aboutUnknown) };
}
