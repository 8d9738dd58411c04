/**
 * Reading parameters of many items. n8n's reading costs about as much as sending, so what holds no
 * expression, and so is the same for every item, is asked for once.
 */
import type { IExecuteFunctions } from 'n8n-workflow';

/** Reads one parameter of one item; `null` where the workflow holds none. */
export type ReadOfItem = (name: string, item: number) => unknown;

/** A reader for one run. What is constant is the identical object for every item. */
export function parametersOf(context: IExecuteFunctions): ReadOfItem {
	const typed: Readonly<Record<string, unknown>> = context.getNode().parameters;
	const constants = new Map<string, unknown>();
	const varying = new Set<string>();
	return (name, item) => {
		if (constants.has(name)) return constants.get(name);
		const value: unknown = context.getNodeParameter(name, item, null);
		if (varying.has(name)) return value;
		if (holdsExpression(typed[name])) varying.add(name);
		else constants.set(name, value);
		return value;
	};
}

/** Whether n8n evaluates anything in it; it does so in keys too. */
function holdsExpression(value: unknown): boolean {
	if (typeof value === 'string') return value.startsWith('=');
	if (typeof value !== 'object' || value === null) return false;
	return Object.entries(value).some(
		([key, inner]) => key.startsWith('=') || holdsExpression(inner),
	);
}
