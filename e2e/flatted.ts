// n8n stores and hands out an execution's data as a "flatted" text: a JSON array in which every
// object and every text stands once, and is referred to by its index written as a text.

/** The object that such a text stands for (`undefined` for `[]`); shared parts are shared again. */
export function unflatten(text: string): unknown {
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
