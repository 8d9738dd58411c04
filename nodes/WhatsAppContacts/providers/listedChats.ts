/** Rows of any gateway's lists: what they must bear, and in which words they name themselves. */
import { z } from 'zod';
import type { Failure } from '../domain/failure';
import { type Reader, readAnswer } from './answer';
import { asRecord } from './bodies';
import type { Answer, ListedChat, ListedKind, Outcome } from './provider';

/** What a step of a list comes to. */
export type ListOutcome = Outcome<ListedKind, readonly ListedChat[]>;

/** A row, before anybody knows what it is. */
export type ListedRow = Readonly<Record<string, unknown>>;

/** A bare list. */
export const bareList = z.array(z.unknown());

/** The rows of an answer, or why it is no list. */
export function readRows(
	answer: Answer,
	reader: Reader,
	schema: z.ZodType<readonly unknown[], z.ZodTypeDef, unknown> = bareList,
): { readonly rows: readonly ListedRow[] } | { readonly refused: Failure } {
	const read = readAnswer(answer, schema, reader);
	return 'refused' in read ? read : { rows: read.value.map(asRecord) };
}

/** The first of these keys that says something. */
export function textOf(row: ListedRow, ...keys: readonly string[]): string | null {
	const said = keys
		.map((key) => row[key])
		.find((value) => typeof value === 'string' && value.trim());
	return typeof said === 'string' ? said : null;
}

/** The end of a list, with the rows that have an id. */
export function listed(
	rows: readonly ListedRow[],
	read: (row: ListedRow) => { readonly id: string | null; readonly name: string | null },
): { readonly done: readonly ListedChat[]; readonly body: null } {
	const done = rows.map(read).flatMap(({ id, name }) => (id === null ? [] : [{ id, name }]));
	return { done, body: null };
}
