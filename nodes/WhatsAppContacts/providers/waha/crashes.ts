/** WAHA's crashes: 500s that repeat the request, and of which only the text tells what they mean. */
import { bounded } from '../../domain/texts';
import { asRecord } from '../bodies';
import type { Answer } from '../provider';
import { exampleMessageId } from './hints';

/** Crashes of which it is known that they come before anything is sent. */
export const earlyCrashes: ReadonlyArray<readonly [RegExp, string]> = [
	[
		/message id be in format/i,
		`Write Quoted Message ID as the message event shows it, e.g. ${exampleMessageId}`,
	],
	[
		/no LID found for/i,
		'WhatsApp does not know the number, at least in this form. Check it and its country code, or look it up with Registration among the Extra Details',
	],
];

/** What crashed, cut, of a 500 that also repeats request and stack; empty for every other answer. */
export function crashIn(answer: Answer): string {
	const { message } = asRecord(asRecord(answer.body).exception);
	return answer.status === 500 && typeof message === 'string' ? bounded(message) : '';
}

/** Crashes of engines over somebody of whom they know nothing; nothing is broken then. */
export function isOverStranger(answer: Answer): boolean {
	return /\(reading '(?:Jid|getContact)'\)/.test(crashIn(answer));
}

/** Crashes of old versions over what a person hides. */
export function isHidden(answer: Answer): boolean {
	return /item-not-found|not-authorized/.test(crashIn(answer));
}
