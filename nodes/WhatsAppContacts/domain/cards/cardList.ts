/** The cards of one item, from whatever source: at least one, no two alike. */
import { type CardDraft, type ContactCard, keyOf, makeCard } from './contactCard';
import { type FieldProblem, isProblem } from '../reading';
import { examplePhone, shortened } from '../typed';

/**
 * A card that cannot be sent. More than 20 of an item are counted: then one more entry with
 * `null` for card and name says how many.
 */
export interface SkippedCard {
	/** Its place in the source, from 1. */
	readonly card: number | null;
	readonly name: string | null;
	/** Goes on after the card's name: `has no phone number`. */
	readonly reason: string;
}

/** The cards of one item, and what the user should know of them. */
export interface ReadCards {
	/** At least one, no two alike. */
	readonly cards: readonly ContactCard[];
	/** What was left out; sorted, without repeats, more than 20 counted in a last entry. */
	readonly omittedFields: readonly string[];
	readonly skippedCards: readonly SkippedCard[];
	/** Of how many cards `skippedCards` speaks. */
	readonly skippedCount: number;
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

/** Why a card cannot be sent; the reason is what is wrong, unless the source says it shorter. */
export interface CardProblem extends FieldProblem {
	readonly reason?: string;
}

/** How a source's cards are read. */
export interface CardSource<Source> {
	readonly field: string;
	/** Leave out what cannot be sent; `undefined` where the user has no such choice. */
	readonly skip?: boolean;
	/** `''` where there is none. */
	readonly nameOf: (source: Source) => string;
	readonly entryOf: (source: Source, index: number) => { readonly value: CardEntry } | CardProblem;
	/** Says in the source's words that a card has no name. */
	readonly noName: (source: Source, index: number) => CardProblem;
}

/** A card as messages show it. */
export const exampleCard = `{"firstName": "Ana", "phone": "${examplePhone}"}`;

const skipping = 'Skip Invalid Cards in the options would send the others';

/** More than these are counted, not named. */
const MAX_NAMED = 20;

/** Makes the cards of a source. */
export function collectCards<Source>(
	sources: readonly Source[],
	{ field, skip, nameOf, entryOf, noName }: CardSource<Source>,
): CardsReading {
	const cards: ContactCard[] = [];
	const places = new Map<string, number>();
	const omitted = new Set<string>();
	const suspicious = new Set<string>();
	const skippedCards: SkippedCard[] = [];
	let refusal: FieldProblem | undefined;
	let refused = 0;
	let repeated = 0;
	/** Takes a card, or says why not. */
	const take = (entry: CardEntry, source: Source, index: number): CardProblem | undefined => {
		const card = makeCard(entry.draft);
		if (card === undefined) return noName(source, index);
		const key = keyOf(card);
		const twin = places.get(key);
		if (twin !== undefined) {
			repeated += 1;
			return twins(field, card, twin, index);
		}
		places.set(key, index);
		cards.push(card);
		for (const name of entry.omitted) omitted.add(name);
		for (const digits of entry.suspicious) suspicious.add(digits);
		return undefined;
	};
	for (const [index, source] of sources.entries()) {
		const entry = entryOf(source, index);
		const problem = isProblem(entry) ? entry : take(entry.value, source, index);
		if (problem === undefined) continue;
		refusal ??= { field: problem.field, problem: problem.problem };
		refused += 1;
		if (refused > MAX_NAMED) continue;
		const reason = problem.reason ?? whatIsWrong(problem.problem);
		skippedCards.push({ card: index + 1, name: nameOf(source) || null, reason });
	}
	if (cards.length === 0) return refusal ?? noCards(field);
	if (refusal !== undefined && skip !== true) {
		// Identical cards are no lack of any: one of them is to be removed.
		if (skip === undefined || refused === repeated) return refusal;
		return { ...refusal, problem: `${refusal.problem}. ${skipping}` };
	}
	if (refused > MAX_NAMED) {
		skippedCards.push({ card: null, name: null, reason: `and ${refused - MAX_NAMED} more` });
	}
	return {
		value: {
			cards,
			omittedFields: counted([...omitted].sort()),
			skippedCards,
			skippedCount: refused,
			suspiciousPhones: [...suspicious],
		},
	};
}

/** The problem of a source without any card. */
export function noCards(field: string): FieldProblem {
	return { field, problem: `holds no contact card. Write at least one, e.g. ${exampleCard}` };
}

function twins(field: string, card: ContactCard, one: number, other: number): CardProblem {
	const cards = `cards ${one + 1} and ${other + 1} (${shortened(card.fullName)})`;
	return {
		field,
		problem: `${cards} are identical. Remove one of them, e.g. card ${other + 1}`,
		reason: `is identical to card ${one + 1}`,
	};
}

/** A problem without its advice. */
export function whatIsWrong(problem: string): string {
	return problem.split(/\. (?:Write|Add|Remove|Use|Export|Set) /, 1)[0] ?? problem;
}

/** The last entry begins with a sign that keeps it behind the others when they are sorted. */
function counted(names: readonly string[]): string[] {
	const rest = names.length - MAX_NAMED;
	return rest > 0 ? [...names.slice(0, MAX_NAMED), `… and ${rest} more`] : [...names];
}
