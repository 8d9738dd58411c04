// Which request meets which fault. Rules count; the random share is drawn from a hash of seed,
// request and try, so that the same run fails in the same places however its requests interleave.

import type { Addressing, Route } from '../gateway';
import { checked } from './check';
import type { Fault, Match, Plan, Rule } from './types';

/** What a request is to meet, whichever rule or draw it came from. */
export interface PlannedFault {
	fault: Fault;
}

/** What is known of a request once its body is read. */
type Asked = Route & Addressing;

interface CountedRule extends Rule {
	fired: number;
	seen: Map<string, number>;
}

const phaseOf = ({ fault, match = {} }: Rule): 'connection' | 'headers' | 'body' => {
	if ('when' in fault && fault.when === 'connect') return 'connection';
	const needsBody = match.chatId !== undefined || match.marker !== undefined;
	const atHeaders = fault.kind === 'close' && fault.when === 'headers';
	return atHeaders && !needsBody && match.per !== 'chat' && match.per !== 'message'
		? 'headers'
		: 'body';
};

/** Made anew by every reset, for its rules count. */
export class FaultPlan {
	private readonly rules: Record<'connection' | 'headers' | 'body', CountedRule[]> = {
		connection: [],
		headers: [],
		body: [],
	};
	private readonly random: Plan['random'];
	private readonly tries = new Map<string, number>();

	constructor(plan: Plan | Rule[] = []) {
		const { rules = [], random } = checked(plan);
		for (const rule of rules)
			this.rules[phaseOf(rule)].push({ ...rule, fired: 0, seen: new Map() });
		this.random = random;
	}

	/** A connection knows nothing yet: rules match it by `nth` and `times` alone. */
	atConnection(): PlannedFault | undefined {
		return this.rules.connection.find((rule) => fires(rule, undefined));
	}

	atHeaders(route: Route): PlannedFault | undefined {
		if (this.rules.headers.length === 0) return undefined;
		const asked = { ...route, chatIds: [], cards: [] };
		return this.rules.headers.find((rule) => matches(rule.match, asked) && fires(rule, asked));
	}

	atBody(route: Route, addressing: () => Addressing): PlannedFault | undefined {
		if (this.rules.body.length === 0 && this.random === undefined) return undefined;
		const asked = { ...route, ...addressing() };
		const rule = this.rules.body.find((one) => matches(one.match, asked) && fires(one, asked));
		return rule ?? this.draw(asked);
	}

	private draw(asked: Asked): PlannedFault | undefined {
		const { random } = this;
		if (random === undefined || !matches(random.match, asked)) return undefined;
		const key = keyOf('message', asked);
		const tries = (this.tries.get(key) ?? 0) + 1;
		this.tries.set(key, tries);
		const { rate, seed, faults } = random;
		const share = fraction(`${seed} ${tries} ${key}`);
		if (share >= rate) return undefined;
		const fault = faults[Math.floor((share / rate) * faults.length)];
		return fault && { fault };
	}
}

function matches(match: Match | undefined, asked: Asked): boolean {
	if (match === undefined) return true;
	for (const key of ['provider', 'method', 'operation'] as const) {
		if (match[key] !== undefined && match[key] !== asked[key]) return false;
	}
	const { instance, chatId, marker } = match;
	return (
		(instance === undefined || instance === asked.instanceName) &&
		(chatId === undefined || asked.chatIds.includes(chatId)) &&
		(marker === undefined || asked.cards.some(({ name }) => name === marker))
	);
}

/** Counts the request for its rule, and says whether the rule now acts. */
function fires(rule: CountedRule, asked: Asked | undefined): boolean {
	const { nth, per = 'rule' } = rule.match ?? {};
	if (nth !== undefined) {
		const key = asked ? keyOf(per, asked) : '';
		const count = (rule.seen.get(key) ?? 0) + 1;
		rule.seen.set(key, count);
		if (!nth.includes(count)) return false;
	}
	if (rule.fired >= (rule.times ?? Infinity)) return false;
	rule.fired++;
	return true;
}

function keyOf(per: NonNullable<Match['per']>, asked: Asked): string {
	if (per === 'rule') return '';
	const instance = `${asked.provider}/${asked.instanceName}`;
	if (per === 'instance') return instance;
	const chat = `${instance}/${asked.chatIds[0] ?? ''}`;
	if (per === 'chat') return chat;
	return `${chat}/${asked.method}/${asked.cards.map(({ name }) => name).join('/')}`;
}

/** FNV-1a with a final mix: text → [0, 1). */
function fraction(text: string): number {
	let hash = 0x811c9dc5;
	for (let index = 0; index < text.length; index++) {
		hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
	}
	hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
	hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
	return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
