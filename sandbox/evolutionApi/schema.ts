// The part of JSON Schema that Evolution's schemas use, reporting in the words and the order of the
// jsonschema package: every keyword of a schema in the order it is written, nothing stops the rest.

import { isDeepStrictEqual } from 'node:util';
import { isObject } from '../replies';

/** Only keywords that Evolution's schemas use; another one has to be taught to `problems`. */
export interface Schema {
	type?: 'string' | 'integer' | 'boolean' | 'object' | 'array';
	/** Replaces the package's own text for every failure of this very schema. */
	description?: string;
	minLength?: number;
	pattern?: RegExp;
	enum?: string[];
	properties?: Record<string, Schema>;
	required?: string[];
	items?: Schema;
	minItems?: number;
	uniqueItems?: boolean;
}

/** All that is wrong with `value`, as the server words it; empty when it is valid. */
export function problems(schema: Schema, value: unknown, at = 'instance'): string[] {
	if (value === undefined) return [];
	const own = ownProblems(schema, value).map(
		(text) => schema.description ?? `${at} ${text}`.replace('instance.', ''),
	);
	return [...nestedProblems(schema, value, at), ...own];
}

function nestedProblems({ properties, items }: Schema, value: unknown, at: string): string[] {
	if (properties && isObject(value)) {
		return Object.entries(properties).flatMap(([key, schema]) =>
			problems(schema, Object.hasOwn(value, key) ? value[key] : undefined, `${at}.${key}`),
		);
	}
	if (items && Array.isArray(value)) {
		return value.flatMap((item, index) => problems(items, item, `${at}[${index}]`));
	}
	return [];
}

function ownProblems(schema: Schema, value: unknown): string[] {
	const found: string[] = [];
	if (schema.type && !isOfType(schema.type, value)) {
		found.push(`is not of a type(s) ${schema.type}`);
	}
	if (typeof value === 'string') {
		const { minLength = 0, pattern } = schema;
		if (value.length < minLength) found.push(`does not meet minimum length of ${minLength}`);
		if (pattern?.test(value) === false) found.push(`does not match pattern "${pattern.source}"`);
	}
	if (schema.enum && !schema.enum.some((one) => one === value)) {
		found.push(`is not one of enum values: ${schema.enum.join(',')}`);
	}
	if (isObject(value)) {
		for (const key of schema.required ?? []) {
			if (!Object.hasOwn(value, key)) found.push(`requires property "${key}"`);
		}
	}
	if (Array.isArray(value)) found.push(...arrayProblems(schema, value));
	return found;
}

function arrayProblems({ minItems = 0, uniqueItems }: Schema, value: unknown[]): string[] {
	const found: string[] = [];
	if (value.length < minItems) found.push(`does not meet minimum length of ${minItems}`);
	const isTwin = (item: unknown, index: number) =>
		value.findIndex((other) => isDeepStrictEqual(other, item)) < index;
	if (uniqueItems && value.some(isTwin)) found.push('contains duplicate item');
	return found;
}

function isOfType(type: Schema['type'], value: unknown): boolean {
	if (type === 'array') return Array.isArray(value);
	if (type === 'object') return isObject(value);
	if (type === 'integer') return Number.isInteger(value);
	return typeof value === type;
}
