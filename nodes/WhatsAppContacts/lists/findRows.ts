/** What of the rows the editor gets: groups first, then people, page by page. */
import type { Failure } from '../domain/failure';
import { isGroup } from '../domain/numbers/chatId';
import type { ListedKind } from '../providers';
import { folded, type Row } from './rows';

/** What is known of one kind of chats. */
export type Listing = { readonly rows: readonly Row[] } | { readonly failed: Failure };

/** What a person looks for. */
export interface Search {
	readonly filter: string;
	/** Rows that were shown before. */
	readonly from: number;
	readonly takes: ReadonlyArray<Row['kind']>;
}

/** A page, and where the next begins; or why there is none. */
export type Found =
	| { readonly rows: readonly Row[]; readonly next?: number }
	| { readonly failed: Failure }
	| 'nothing';

/** The editor asks for the next page as soon as these are scrolled through. */
const PAGE = 100;

/**
 * Looks through what `ask` gives. People are asked for only once all groups are shown, or a filter
 * is typed: a list of them may cost a gateway as much again.
 */
export async function findRows(
	{ filter, from, takes }: Search,
	ask: (kind: ListedKind) => Promise<Listing>,
): Promise<Found> {
	const matches = matcher(filter);
	const taken = (rows: readonly Row[]) =>
		rows.filter((row) => takes.includes(row.kind) && matches(row));
	const isFiltered = filter.trim() !== '';
	const groups: Listing = takes.some(isGroup) ? await ask('groups') : { rows: [] };
	if ('failed' in groups && !isFiltered) return groups;
	const first = 'rows' in groups ? taken(groups.rows).filter(({ kind }) => isGroup(kind)) : [];
	if (!isFiltered && from < first.length) {
		const end = Math.min(from + PAGE, first.length);
		return { rows: first.slice(from, end), next: end };
	}
	const people = await ask('people');
	const then = 'rows' in people ? taken(people.rows).filter(({ kind }) => !isGroup(kind)) : [];
	const all = [...first, ...then];
	if (all.length === 0) {
		const failed = [groups, people].find((listing) => 'failed' in listing);
		return failed ?? (isFiltered && knows(groups, people) ? { rows: [] } : 'nothing');
	}
	const end = from + PAGE;
	return { rows: all.slice(from, end), ...(end < all.length && { next: end }) };
}

function knows(...listings: readonly Listing[]): boolean {
	return listings.some((listing) => 'rows' in listing && listing.rows.length > 0);
}

/** By a part of the name, of the number, or of an id. */
function matcher(filter: string): (row: Row) => boolean {
	const sought = folded(filter.trim());
	if (sought === '') return () => true;
	const digits = /^[+\d\s()./-]+$/.test(sought) ? sought.replace(/\D/g, '') : '';
	return (row) =>
		row.sought.includes(sought) ||
		row.value.includes(sought) ||
		(digits !== '' && row.value.replace(/\D/g, '').includes(digits));
}
