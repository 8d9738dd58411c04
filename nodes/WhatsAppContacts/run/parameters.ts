/**
 * Reading parameters of many items. n8n's reading costs as much as sending, so what holds no
 * expression, and so is the same for every item, is asked for once; and what only names places in
 * the item is read there, once n8n has read the first item alike.
 */
import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { chatIdField } from '../operations/sharedFields';
import { plainPathsOf, type ReadFromItem } from './plainPaths';

/** Reads one parameter of one item; `null` where the workflow holds none. */
export type ReadOfItem = (name: string, item: number) => unknown;

/** How a parameter that n8n has read once is read from then on. */
type Way = { readonly constant: unknown } | { readonly paths: ReadFromItem } | 'n8n';

/** A reader for one run. What is constant is the identical object for every item. */
export function parametersOf(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
): ReadOfItem {
	const typed: Readonly<Record<string, unknown>> = context.getNode().parameters;
	const ways = new Map<string, Way>();
	return (name, item) => {
		const way = ways.get(name);
		if (way && way !== 'n8n') {
			if ('constant' in way) return way.constant;
			const json = items[item]?.json;
			const value = json && way.paths(json);
			if (value !== undefined) return value;
		}
		const place = placeOf(name, typed[name]);
		const value = placedIn(name, context.getNodeParameter(place.path, item, null));
		if (!way) ways.set(name, wayFor(place.typed, value, items[item]));
		return value;
	};
}

/**
 * Of a locator only `value` is asked for. The name that was shown when it was picked stands beside
 * it, was chosen by a stranger, and would be evaluated with the rest; and n8n's own `extractValue`
 * knows no text of an older workflow that the editor has spread into an object.
 */
function placeOf(name: string, typed: unknown): { readonly path: string; readonly typed: unknown } {
	return isLocator(name, typed)
		? { path: `${name}.value`, typed: typed.value }
		: { path: name, typed };
}

/** An expression may give a locator too. */
function placedIn(name: string, value: unknown): unknown {
	return isLocator(name, value) ? value.value : value;
}

function isLocator(name: string, value: unknown): value is { readonly value: unknown } {
	const isObject = typeof value === 'object' && value !== null;
	return name === chatIdField.name && isObject && Object.hasOwn(value, 'value');
}

function wayFor(typed: unknown, value: unknown, item: INodeExecutionData | undefined): Way {
	if (!holdsExpression(typed)) return { constant: value };
	const paths = plainPathsOf(typed);
	const own = item && paths?.(item.json);
	// The proof by example guards against a host whose `$json` is not the item, as an agent's tool
	// has it.
	const isAlike = own !== undefined && JSON.stringify(own) === JSON.stringify(value);
	return isAlike && paths ? { paths } : 'n8n';
}

/** Whether n8n evaluates anything in it; it does so in keys too. */
function holdsExpression(value: unknown): boolean {
	if (typeof value === 'string') return value.startsWith('=');
	if (typeof value !== 'object' || value === null) return false;
	return Object.entries(value).some(
		([key, inner]) => key.startsWith('=') || holdsExpression(inner),
	);
}
