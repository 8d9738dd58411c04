// Reads an execution as n8n stores and hands it out: its data are a "flatted" text, a JSON array in
// which every object and every text stands once and is referred to by its index, written as a text.
import type { Execution, NodeRun } from './workflow';

/** An execution in n8n's answer. */
export type StoredExecution = Omit<Execution, 'stored' | 'runs' | 'error'> & { data: string };

interface StoredData {
	resultData: { runData?: Record<string, NodeRun[]>; error?: Execution['error'] };
}

/** The execution with its nodes' runs; before it has begun there are none. */
export function readExecution({ data, ...rest }: StoredExecution): Execution {
	const { resultData } = (unflatten(data) ?? { resultData: {} }) as StoredData;
	return { ...rest, stored: data, runs: resultData.runData ?? {}, error: resultData.error };
}

function unflatten(text: string): unknown {
	const table = JSON.parse(text) as unknown[];
	const done = new Set<unknown>();
	const valueAt = (index: number): unknown => {
		const value = table[index];
		if (typeof value !== 'object' || value === null || done.has(value)) return value;
		done.add(value);
		const entries = value as Record<string, unknown>;
		for (const [key, entry] of Object.entries(entries)) {
			if (typeof entry === 'string') entries[key] = valueAt(Number(entry));
		}
		return entries;
	};
	return valueAt(0);
}
