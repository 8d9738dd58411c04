/** The zod side of a credential: the three fields that every gateway's account has. */
import { z } from 'zod';
import { readApiUrl } from './apiUrl';

/** Gateways' ids and secrets have 10 to 60; what is longer is a pasted file. */
const MAX_LENGTH = 1000;

const copyIt = 'Copy it again from the gateway, e.g. by its copy button';

/** Text (or an id typed as a number) that says something. */
const text = z
	.union([z.string(), z.number().transform(String)], {
		errorMap: () => ({ message: `is missing. ${copyIt}` }),
	})
	.refine((value) => value.trim() !== '', `is empty. ${copyIt}`)
	.refine(
		({ length }) => length <= MAX_LENGTH,
		`is longer than ${MAX_LENGTH} characters, and no gateway gives such a one. ${copyIt}`,
	);

/** A value that stands alone in a URL's path, where `.` and `..` would climb. */
const segment = text.refine((value) => !/^\.{1,2}$/.test(value), `is only dots. ${copyIt}`);

/** A secret: a pasted line break would otherwise split a header or hide in a path. */
const withoutControls = (value: string) => !/[\p{Cc}\u2028\u2029]/u.test(value);
const controls = `has a line break or another invisible character in it. ${copyIt}`;

const apiUrl = z.unknown().transform((value, context) => {
	const reading = readApiUrl(value);
	if ('value' in reading) return reading.value;
	context.addIssue({ code: 'custom', message: reading.problem });
	return z.NEVER;
});

/** A secret that travels in the path. */
export const pathSecret = segment.refine(withoutControls, controls);

/** A secret that travels encoded, and so may hold any character that can be seen. */
export const encodedSecret = text.refine(withoutControls, controls);

/** A secret that travels in a header, which carries printable ASCII only. */
export const headerSecret = text
	.refine(withoutControls, controls)
	.refine(
		(value) => /^[\x20-\x7e]+$/.test(value),
		`has a character in it that cannot be sent. ${copyIt}`,
	);

/** An optional header secret; empty means not given. */
export const optionalHeaderSecret = z
	.union([z.literal('').transform(() => undefined), headerSecret])
	.nullish()
	.transform((value) => value ?? undefined);

/** The fields that every credential type has. */
export const commonFields = { apiUrl, instance: segment };

/** Credentials that were made by n8n's API or an older version may hold a blank. */
export function orDefault<T extends z.ZodTypeAny>(schema: T) {
	const isBlank = (value: unknown) =>
		value === null || (typeof value === 'string' && value.trim() === '');
	return z.preprocess((value) => (isBlank(value) ? undefined : value), schema);
}

/** A yes or no; off where nothing is stored. */
export const optionalSwitch = orDefault(
	z.boolean({ message: 'is not a yes or no. Choose true or false' }).default(false),
);
