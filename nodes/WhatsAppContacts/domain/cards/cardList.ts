/** The cards of one item, from whatever source: at least one, no two alike. */
import { type CardDraft, type ContactCard, findTwins, makeCard } from './contactCard';
import { type FieldProblem, isProblem } from '../reading';
import { examplePhone, shortened } from '../typed';

/** The cards of one item, and what the user should know of them. */
export interface ReadCards {
	/** At least one, no two alike. */
	readonly cards: readonly ContactCard[];
	/** What was left out; sorted, without repeats. */
	readonly omittedFields: readonly string[];
	/** Digits of numbers that look as if their country code were missing. */
	readonly suspiciousPhones: readonly string[];
}

/** Cards, or what is wrong and where. */
export type CardsReading = { readonly value: ReadCards } | FieldProblem;

/** One card as its source gave it. */
export interface CardEntry {
	readonly draft: CardDraft;
	readonly omitted: Iterable<string>;
	readonly suspicious: Iterable<string>;
}

/** A card as messages show it. */
export const exampleCard = `{"firstName": "Ana", "phone": "${examplePhone}"}`;

/** Makes the cards of a source; `noName` says in the source's words that a card has no name. */
export function collectCards<Source>(
	field: string,
	sources: readonly Source[],
	entryOf: (source: Source, index: number) => { readonly value: CardEntry } | FieldProblem,
	noName: (source: Source, index: number) => FieldProblem,
): CardsReading {
	const cards: ContactCard[] = [];
	const omitted = new Set<string>();
	const suspicious = new Set<string>();
	for (const [index, source] of sources.entries()) {
		const entry = entryOf(source, index);
		if (isProblem(entry)) return entry;
		const card = makeCard(entry.value.draft);
		if (card === undefined) return noName(source, index);
		cards.push(card);
		for (const name of entry.value.omitted) omitted.add(name);
		for (const digits of entry.value.suspicious) suspicious.add(digits);
	}
	if (cards.length === 0) return noCards(field);
	const twins = findTwins(cards);
	if (twins !== undefined) {
		const [one, other] = twins;
		const name = shortened(cards[one]?.fullName ?? '');
		const problem = `cards ${one + 1} and ${other + 1} (${name}) are identical`;
		return { field, problem: `${problem}. Remove one of them, e.g. card ${other + 1}` };
	}
	return {
		value: {
			cards,
			omittedFields: [...omitted].sort(),
			suspiciousPhones: [...suspicious],
		},
	};
}

/** The problem of a source without any card. */
export function noCards(field: string): FieldProblem {
	return { field, problem: `holds no contact card. Write at least one, e.g. ${exampleCard}` };
}
