/** How parameters are read strictly, and the options of every operation that asks a gateway. */
import { z } from 'zod';
import { isCountry } from '../domain/numbers/phone';
import type { FieldProblem } from '../domain/reading';
import { isGiven, oneLine } from '../domain/typed';
import type { NumberRange } from '../providers';
import { usual } from './defaults';
import type { ReadParameter } from './operation';

/** An optional value: blank is absent. */
export function optional<T extends z.ZodTypeAny>(schema: T) {
	return z.preprocess((value) => (isGiven(value) ? value : undefined), schema.optional());
}

/** An optional value that has a default: blank takes it. A default outside would miss `null`. */
export function optionalOr<T extends z.ZodTypeAny>(
	schema: T,
	value: z.util.noUndefined<z.input<T>>,
) {
	return z.preprocess((given) => (isGiven(given) ? given : undefined), schema.default(value));
}

/** A number within bounds, with one sentence for everything that it is not. */
export function numberFrom({ min, max, kind, example }: NumberRange) {
	const what = kind === 'whole' ? 'a whole number' : 'a number';
	const message = `is not ${what} from ${min} to ${max}. Write e.g. ${example}, without quotes`;
	return z
		.number({ errorMap: () => ({ message }) })
		.refine((value) => value >= min && value <= max, message)
		.refine((value) => kind === 'decimal' || Number.isInteger(value), message);
}

/** One of a list's values. */
export function oneOf<T extends string>(values: readonly [T, ...T[]]) {
	return z.enum(values, {
		errorMap: () => ({
			message: `is none of the choices. Write one of them, e.g. ${values[0]}`,
		}),
	});
}

/** Text on one line. */
export const text = z
	.string({
		errorMap: () => ({ message: 'is not text. Write it in quotes, e.g. "3EB0C767D097B7C7C030"' }),
	})
	.transform(oneLine);

/** The shared options; `timeout` in milliseconds. */
const sharedOptions = {
	concurrency: optional(numberFrom({ min: 1, max: 64, kind: 'whole', example: 8 })),
	defaultCountry: optional(
		z.unknown().refine((code): code is string => isCountry(code), {
			message: 'is no country code. Write two capital letters, e.g. BR',
		}),
	),
	maxRetries: optionalOr(
		numberFrom({ min: 0, max: 10, kind: 'whole', example: 3 }),
		usual.maxRetries,
	),
	timeout: optionalOr(
		numberFrom({ min: 100, max: 600_000, kind: 'decimal', example: 30_000 }),
		usual.timeout,
	),
};

/** A switch. */
export const yesOrNo = z.boolean({
	errorMap: () => ({ message: 'is not a yes or no. Write true or false' }),
});

/** `simplify` beside the options. */
const simplify = optionalOr(yesOrNo, usual.simplify);

/** A collection of options, which a workflow may hold as nothing at all. */
export const asOptions = z.preprocess(
	(value) => (isGiven(value) ? value : {}),
	z.record(z.unknown(), {
		errorMap: () => ({ message: 'is no set of options. Write e.g. {"timeout": 30000}' }),
	}),
);

/** Checks parameters that stand beside each other; the first problem names its field. */
export function readParameters<T extends z.ZodTypeAny>(
	schema: T,
	values: unknown,
): { readonly value: z.output<T> } | FieldProblem {
	const checked = schema.safeParse(values);
	if (checked.success) return { value: checked.data as z.output<T> };
	const [issue] = checked.error.issues;
	return { field: pathOf(issue?.path ?? []), problem: issue?.message ?? 'is not valid' };
}

/** `options.extraDetails[1]` */
function pathOf(path: ReadonlyArray<string | number>): string {
	const steps = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`));
	return steps.join('').slice(1) || 'options';
}

interface LastReading {
	readonly values: Readonly<Record<string, unknown>>;
	readonly reading: unknown;
}

const lastReadings = new WeakMap<z.ZodTypeAny, LastReading>();

/**
 * `readParameters` for many items: the identical values, which constant parameters are, are
 * checked once.
 */
export function readRepeated<T extends z.ZodTypeAny>(
	schema: T,
	values: Readonly<Record<string, unknown>>,
): { readonly value: z.output<T> } | FieldProblem {
	const last = lastReadings.get(schema);
	const isSame = last && Object.keys(values).every((key) => last.values[key] === values[key]);
	if (isSame) return last.reading as ReturnType<typeof readParameters<T>>;
	const reading = readParameters(schema, values);
	lastReadings.set(schema, { values, reading });
	return reading;
}

/** The parameters `simplify` and `options` of one item, unchecked. */
export function settingsOf(parameter: ReadParameter) {
	return { simplify: parameter('simplify'), options: parameter('options') };
}

/** The schema of `settingsOf` with an operation's own options. */
export function settingsSchema<T extends z.ZodRawShape>(own: T) {
	return z.object({
		simplify,
		options: asOptions.pipe(z.object({ ...sharedOptions, ...own })),
	});
}
