/**
 * OpenWA's picture, and the phone number of a privacy id: requests of their own, which fail on
 * their own and never take the rest of a look-up with them. And how all its look-ups are asked.
 */
import { z } from 'zod';
import type { ContactInfo, GetContactInfoCommand } from '../../domain/commands';
import { digitsOf, optionalText, readAnswer } from '../answer';
import { encodeSegment } from '../apiUrl';
import type { Hint, Outcome, Step } from '../provider';
import { phoneUnknown, pictureUnknown } from './hints';
import { reader } from './refusal';

export type InfoStep = Step<GetContactInfoCommand, ContactInfo>;
export type InfoOutcome = Outcome<GetContactInfoCommand, ContactInfo>;

const phoneAnswer = z.object({ phone: optionalText });
const pictureAnswer = z.object({ url: optionalText });

/** What is known so far, and how the next methods name the contact. */
export interface Known {
	readonly command: GetContactInfoCommand;
	readonly session: string;
	readonly contactId: string;
	readonly info: ContactInfo;
	/** The main answer, for the raw output. */
	readonly body?: unknown;
	readonly hints: readonly Hint[];
}

/** A method of a session. */
export function get(
	method: string,
	session: string,
	path: string,
	read: InfoStep['read'],
): InfoStep {
	return {
		method,
		request: { method: 'GET', path: `api/sessions/${encodeSegment(session)}/contacts/${path}` },
		read,
	};
}

/** What is still to be asked of a contact that was answered. */
export function askRest(known: Known): InfoOutcome {
	const { command, info } = known;
	if (command.mainOnly) return end(known);
	// A person's is what was asked.
	if (info.phone === null) return { next: askPhone(known) };
	// The engine Baileys may have named it already.
	return info.avatarUrl === null ? { next: askPicture(known) } : end(known);
}

/** The digits of a privacy id are nobody's number: only this method tells whose it is. */
function askPhone(known: Known): InfoStep {
	const goOn = (phone: string | null, ...hints: Hint[]): InfoOutcome => {
		const more = { ...known, info: { ...known.info, phone }, hints: [...known.hints, ...hints] };
		return known.info.avatarUrl === null ? { next: askPicture(more) } : end(more);
	};
	const path = `${encodeSegment(known.contactId)}/phone`;
	const step = get('contacts/phone', known.session, path, (answer) => {
		const read = readAnswer(answer, phoneAnswer, reader);
		return 'refused' in read ? read : goOn(digitsOf(read.value.phone));
	});
	return { ...step, otherwise: () => goOn(null, phoneUnknown) };
}

function askPicture(known: Known): InfoStep {
	const path = `${encodeSegment(known.contactId)}/profile-picture`;
	const step = get('contacts/profile-picture', known.session, path, (answer) => {
		const read = readAnswer(answer, pictureAnswer, reader);
		if ('refused' in read) return read;
		return end({ ...known, info: { ...known.info, avatarUrl: read.value.url } });
	});
	return {
		...step,
		otherwise: () => end({ ...known, hints: [...known.hints, pictureUnknown] }),
	};
}

function end({ info, body, hints }: Known): InfoOutcome {
	return { done: info, body, hints };
}
