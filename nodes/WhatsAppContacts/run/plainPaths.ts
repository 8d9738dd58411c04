/**
 * Expressions that only name a place in the item, as `{{ $json.phone }}` or `{{ $json["Phone 1"] }}`:
 * what most lists are made of. n8n builds a world around each evaluation (about 90 µs and 40 kB);
 * walking the path costs nothing. Only texts, numbers and yes or no are read so; everything else,
 * and every path that leaves the item's own keys, is n8n's to evaluate.
 */
import type { IDataObject } from 'n8n-workflow';

/** Reads a parameter's value from an item; `undefined` where n8n has to be asked. */
export type ReadFromItem = (json: IDataObject) => unknown;

/** `.phone`, `["Phone 1"]`, `['Phone 1']`; literals both, so that the lint can prove them linear. */
const STEPS = /\.([A-Za-z_]\w*)|\[(?:"([^"\\{}]+)"|'([^'\\{}]+)')\]/g;
const PATH = /^=\{\{\s*\$json((?:\.[A-Za-z_]\w*|\[(?:"[^"\\{}]+"|'[^'\\{}]+')\])+)\s*\}\}$/;

/** A reader for a parameter as it was typed; `undefined` where a part of it is more than a path. */
export function plainPathsOf(typed: unknown): ReadFromItem | undefined {
	if (typeof typed === 'string') {
		return typed.startsWith('=') ? pathReader(typed) : () => typed;
	}
	if (typeof typed !== 'object' || typed === null) return () => typed;
	const isList = Array.isArray(typed);
	const parts: Array<readonly [string, ReadFromItem]> = [];
	for (const [key, inner] of Object.entries(typed)) {
		const read = key.startsWith('=') || key === '__proto__' ? undefined : plainPathsOf(inner);
		if (!read) return undefined;
		parts.push([key, read]);
	}
	return (json) => {
		const values: Array<readonly [string, unknown]> = [];
		for (const [key, read] of parts) {
			const value = read(json);
			if (value === undefined) return undefined;
			values.push([key, value]);
		}
		return isList ? values.map(([, value]) => value) : Object.fromEntries(values);
	};
}

function pathReader(expression: string): ReadFromItem | undefined {
	const steps = PATH.exec(expression)?.[1];
	if (steps === undefined) return undefined;
	const keys = [...steps.matchAll(STEPS)].map(
		([, name, double, single]) => name ?? double ?? single ?? '',
	);
	return (json) => {
		let value: unknown = json;
		for (const key of keys) {
			if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) {
				return undefined;
			}
			value = Reflect.get(value, key);
		}
		return isPlain(value) ? value : undefined;
	};
}

const isPlain = (value: unknown): boolean =>
	typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);
