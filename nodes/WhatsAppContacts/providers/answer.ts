/** The zod side of an answer: it is a success only if it promises what its schema asks for. */
import { z } from 'zod';
import type { Failure } from '../domain/failure';
import type { Answer } from './provider';
import { refuse } from './refusal';

/** A parsed answer, or why it is none. */
export type Read<T> = { readonly value: T } | { readonly refused: Failure };

/** Who asks, and how this gateway says no. */
export interface Reader {
	readonly displayName: string;
	refusal(answer: Answer): Failure;
}

/**
 * Reads a 2xx answer by its schema. One that does not fit is a refusal if the provider knows it
 * for one, else an unexpected response that names the field.
 */
export function readAnswer<T>(
	answer: Answer,
	schema: z.ZodType<T, z.ZodTypeDef, unknown>,
	reader: Reader,
): Read<T> {
	const isSuccess = answer.status >= 200 && answer.status < 300;
	const parsed = isSuccess ? schema.safeParse(answer.body) : undefined;
	if (parsed?.success) return { value: parsed.data };
	const refused = reader.refusal(answer);
	if (!parsed || refused.happening !== 'unexpectedResponse') return { refused };
	const reason = complaint(answer, parsed.error);
	return {
		refused: refuse(reader.displayName, answer, { happening: 'unexpectedResponse', reason }),
	};
}

function complaint(answer: Answer, error: z.ZodError): string {
	if (answer.oversized) return 'the answer is larger than 5 MiB or cannot be decompressed';
	if (answer.text.trim() === '') return 'the answer is empty';
	if (answer.body === undefined) return 'the answer is not JSON';
	const [issue] = deepest(error.issues);
	const field = issue?.path.join('.') ?? '';
	const wrong = issue?.message === 'Required' ? 'is missing' : 'is not what was expected';
	return field === '' ? 'the answer is not what was expected' : `"${field}" ${wrong}`;
}

/** A union's own issue names no field; the first of its branches does. */
function deepest(issues: readonly z.ZodIssue[]): readonly z.ZodIssue[] {
	const [issue] = issues;
	if (issue?.code !== 'invalid_union') return issues;
	const branches = issue.unionErrors.map((branch) => deepest(branch.issues));
	return (
		[...branches].sort((a, b) => (b[0]?.path.length ?? 0) - (a[0]?.path.length ?? 0))[0] ?? issues
	);
}

/** Text that a provider may leave out, send as null or as `''`: all mean that it does not say. */
export const optionalText = z
	.string()
	.nullish()
	.transform((value) =>
		value === undefined || value === null || value.trim() === '' ? null : value,
	);

/** Text that has to be there; blanks alone are none. */
export const someText = z.preprocess(
	(value) => (typeof value === 'string' && value.trim() === '' ? '' : value),
	z.string().min(1),
);

/** A yes or no, also where a server writes it as text. */
export const flag = z.union([
	z.boolean(),
	z
		.string()
		.regex(/^\s*(?:true|false)\s*$/i)
		.transform((text) => text.trim().toLowerCase() === 'true'),
]);

/** Like `optionalText` for a yes or no. */
export const optionalFlag = z
	.boolean()
	.nullish()
	.transform((value) => value ?? null);

/** A list that some servers send as its single element. */
export function oneOrMany<T extends z.ZodTypeAny>(element: T) {
	return z.preprocess(
		(value): unknown => (Array.isArray(value) ? value : [value]),
		z.array(element),
	);
}

/**
 * The rows of a list, each beside how it came. One that cannot be read is left out, so that only
 * its own number goes without an answer; a list without any is no answer.
 */
export function rowsWith<T>(row: z.ZodType<T, z.ZodTypeDef, unknown>, key: string) {
	return oneOrMany(z.unknown())
		.transform((rows) =>
			rows.flatMap((raw) => {
				const read = row.safeParse(raw);
				return read.success ? [{ said: read.data, raw }] : [];
			}),
		)
		.refine((rows) => rows.length > 0, { path: [key], message: 'Required' });
}

/** The digits of `D@c.us`, `D@s.whatsapp.net` or `D`; `null` for privacy ids and anything else. */
export function digitsOf(id: string | null | undefined): string | null {
	return /^\+?(\d{5,15})(?::\d+)?(?:@c\.us|@s\.whatsapp\.net)?$/.exec(id ?? '')?.[1] ?? null;
}

/** A privacy id, or `null`. */
export function lidOf(id: string | null | undefined): string | null {
	return id?.endsWith('@lid') ? id : null;
}

/** Unix seconds, as a number or its digits, to ISO 8601; anything else says nothing. */
export function isoTime(value: unknown): string | null {
	const seconds = typeof value === 'string' && /^\d{1,12}$/.test(value) ? Number(value) : value;
	if (typeof seconds !== 'number' || !(seconds > 0 && seconds < 8.64e12)) return null;
	return new Date(seconds * 1000).toISOString();
}
