/** The options that both operations share: their fields in the editor and their strict reading. */
import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';
import { isCountry } from '../domain/phone';
import type { FieldProblem } from '../domain/reading';
import { isGiven, oneLine } from '../domain/typed';
import type { Bounds } from '../providers';
import { countryOptions } from './countryOptions';
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
export function numberFrom({ min, max, kind, example }: Bounds) {
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
export const sharedOptions = {
	concurrency: optional(numberFrom({ min: 1, max: 64, kind: 'whole', example: 8 })),
	defaultCountry: optional(
		z.unknown().refine((code): code is string => isCountry(code), {
			message: 'is no country code. Write two capital letters, e.g. BR',
		}),
	),
	maxRetries: optionalOr(numberFrom({ min: 0, max: 10, kind: 'whole', example: 3 }), 3),
	timeout: optionalOr(
		numberFrom({ min: 100, max: 600_000, kind: 'decimal', example: 30_000 }),
		30_000,
	),
};

/** `simplify` beside the options. */
export const simplify = optionalOr(
	z.boolean({ errorMap: () => ({ message: 'is not a yes or no. Write true or false' }) }),
	true,
);

const asRecord = z.preprocess(
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
	if (checked.success) return { value: checked.data };
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
		options: asRecord.pipe(z.object({ ...sharedOptions, ...own })),
	});
}

/** Concurrency has another default for a gateway that writes to the WhatsApp socket itself. */
export const concurrencyFields: INodeProperties[] = [
	{
		displayName: 'Concurrency',
		name: 'concurrency',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 64, numberPrecision: 0 },
		default: 8,
		displayOptions: { hide: { '/provider': ['evolutionApi', 'waha'] } },
		description: 'How many requests may be in flight at the same time, to different chats',
	},
	{
		displayName: 'Concurrency',
		name: 'concurrency',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 64, numberPrecision: 0 },
		default: 1,
		displayOptions: { show: { '/provider': ['evolutionApi', 'waha'] } },
		description:
			'How many requests may be in flight at the same time, to different chats. The server sends at once and has no queue, so more than 1 can look like spam to WhatsApp.',
	},
];

export const defaultCountryField: INodeProperties = {
	displayName: 'Default Country',
	name: 'defaultCountry',
	type: 'options',
	options: countryOptions,
	default: 'BR',
	description:
		'The country of phone numbers that are written without a country code. Without it, digits are taken as they are. Numbers that start with + or 00 always stay as they are.',
};

export const maxRetriesField: INodeProperties = {
	displayName: 'Max Retries',
	name: 'maxRetries',
	type: 'number',
	typeOptions: { minValue: 0, maxValue: 10, numberPrecision: 0 },
	default: 3,
	description:
		'How often a request is repeated when that is safe, for example when the gateway is busy. A card that may already have left is not repeated.',
};

export const timeoutField: INodeProperties = {
	displayName: 'Timeout (Ms)',
	name: 'timeout',
	type: 'number',
	typeOptions: { minValue: 100, maxValue: 600000 },
	default: 30000,
	description:
		'How long one request may take, from connecting to the end of the answer. 30000 milliseconds are 30 seconds.',
};
