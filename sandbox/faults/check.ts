// A plan may come as JSON from another process, where no compiler looks. A misspelt fault that never
// strikes would let every test pass.

import type { Fault, Match, Plan, Rule } from './types';

const KINDS: Record<Fault['kind'], true> = {
	...{ answer: true, hang: true, close: true, delay: true, drip: true, endless: true, huge: true },
	...{ gzipBomb: true, invalidUtf8: true, deepJson: true, protoKeys: true, redirect: true },
	echoToken: true,
};

const MATCH_KEYS: Record<keyof Match, true> = {
	...{ provider: true, instance: true, method: true, operation: true, chatId: true },
	...{ marker: true, nth: true, per: true },
};

const PLAN_KEYS: Record<keyof Plan, true> = { rules: true, random: true };

/** The plan in its full form; throws on a word that plans do not have. */
export function checked(plan: Plan | Rule[]): Plan {
	const full = Array.isArray(plan) ? { rules: plan } : plan;
	refuseUnknown('plan key', Object.keys(full), PLAN_KEYS);
	const { rules = [], random } = full;
	for (const { match = {} } of [...rules, ...(random ? [random] : [])]) {
		refuseUnknown('match key', Object.keys(match), MATCH_KEYS);
	}
	const faults = [...rules.map(({ fault }) => fault), ...(random?.faults ?? [])];
	refuseUnknown(
		'fault',
		faults.map(({ kind }) => kind),
		KINDS,
	);
	return full;
}

function refuseUnknown(what: string, words: string[], known: Record<string, true>): void {
	const unknown = words.find((word) => !Object.hasOwn(known, word));
	if (unknown !== undefined) throw new Error(`A plan has no ${what} "${unknown}"`);
}
