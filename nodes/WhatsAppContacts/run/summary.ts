/** What became of a run's messages, in words: for the error that stops it, and for its hints. */
import type { Hint } from '../providers';

/** Item numbers of messages that fared alike, in input order; an item may appear more than once. */
export interface Tally {
	readonly accepted: readonly number[];
	readonly inDoubt: readonly number[];
	readonly notStarted: readonly number[];
}

/** More than these are counted, not named. */
const MAX_NAMED = 20;

function listed(values: ReadonlyArray<number | string>): string {
	const distinct = [...new Set(values)];
	const rest = distinct.length - MAX_NAMED;
	return distinct.slice(0, MAX_NAMED).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}

function named(label: string, items: readonly number[]): string {
	return items.length === 0 ? '' : `. ${label}: item ${listed(items)}`;
}

/** `3 accepted, 1 in doubt, 6 not started`, and which items these are. */
export function accountOf({ accepted, inDoubt, notStarted }: Tally): string {
	return (
		`${accepted.length} accepted, ${inDoubt.length} in doubt, ${notStarted.length} not started` +
		named('Accepted', accepted) +
		named('In doubt', inDoubt) +
		named('Not started', notStarted)
	);
}

/** What a run did that its items alone do not tell. */
export interface RunFacts {
	readonly gateway: string;
	/** Fields left out → in how many messages. */
	readonly omitted: ReadonlyMap<string, number>;
	readonly inDoubt: readonly number[];
	/** Messages repeated although an earlier attempt may have arrived. */
	readonly resent: number;
	/** Cards left out, as Skip Invalid Cards says. */
	readonly skippedCards: number;
	readonly suspiciousPhones: readonly string[];
	/** The provider's own hints → about how many messages. */
	readonly hints: ReadonlyMap<Hint, number>;
	readonly hasPause: boolean;
}

const countryAdvice = 'If the country code is missing, write it or set Default Country';

/** One sentence or two for each thing worth knowing. */
export function hintsOf(facts: RunFacts): string[] {
	const { gateway, omitted, inDoubt, resent, suspiciousPhones, hints, hasPause } = facts;
	const { skippedCards } = facts;
	const said: string[] = [];
	if (omitted.size > 0) {
		const fields = [...omitted].map(([field, count]) => `${field} (${count})`).sort();
		said.push(
			`Left out, because ${gateway} cannot carry it or this node does not know it: ${listed(fields)}. The number in brackets counts the messages`,
		);
	}
	if (skippedCards > 0) {
		const cards = skippedCards === 1 ? '1 card' : `${skippedCards} cards`;
		said.push(
			`${cards} left out that cannot be sent. The field skippedCards of an item's first message names them and says why`,
		);
	}
	for (const [hint, count] of hints) {
		const text = hint(count, { hasPause });
		if (text !== undefined) said.push(text);
	}
	if (inDoubt.length > 0) {
		said.push(
			`${inDoubt.length} in doubt${named('In doubt', inDoubt)}. Look into these chats in WhatsApp: only where the card is missing, send it again`,
		);
	}
	if (resent > 0) {
		said.push(
			`${resent} sent again although an earlier attempt may have arrived, as On Unknown Delivery says. These cards may have arrived twice`,
		);
	}
	const ofOne = suspiciousPhones.filter((digits) => digits.startsWith('1'));
	if (ofOne.length > 0) {
		said.push(`No valid number of the country code +1: ${listed(ofOne)}. ${countryAdvice}`);
	}
	const ofOthers = suspiciousPhones.filter((digits) => !digits.startsWith('1'));
	if (ofOthers.length > 0) {
		said.push(
			`Too long or too short for a number of its country: ${listed(ofOthers)}. ${countryAdvice}`,
		);
	}
	return said;
}
