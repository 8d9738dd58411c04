/** Random runs of the node against random gateways, and what must hold for each of them. */
import * as fc from 'fast-check';
import type { AcceptedMessage, Fault, Rule, Sandbox } from '../../sandbox';
import { kits } from '../gateways';
import {
	type Core,
	freshInstance,
	type Gateway,
	gateways,
	type Item,
	type Mode,
	modes,
	said,
	type Said,
	send,
	someItems,
} from './sending';

/** A run of the node: items, options, and what the gateway does to each card's first requests. */
interface Scenario {
	readonly gateway: Gateway;
	/** Which of the gateway's account variants. */
	readonly variant: number;
	readonly core: Core;
	readonly mode: Mode;
	readonly tries: number;
	/** Per item: which chat, and for each card its faults in turn. */
	readonly items: ReadonlyArray<{ readonly chat: number; readonly cards: readonly Fault[][] }>;
	readonly concurrency: number;
	readonly maxRetries: number;
	readonly onUnknownDelivery: 'report' | 'resend';
	/** The execution is stopped after so many milliseconds. */
	readonly stopAfterMs: number | null;
}

const TIMEOUT_MS = 250;

const soon = { 'Retry-After': '0' };

/** Refusals that nobody carried out; the truth of them is "not sent". */
const refusals: Fault[] = [
	{ kind: 'answer', status: 429, headers: soon },
	{ kind: 'answer', status: 401 },
	{ kind: 'answer', status: 413 },
	{ kind: 'answer', status: 404, body: { error: 'Instance not found' } },
	{ kind: 'redirect' },
	{ kind: 'answer', status: 429, headers: { 'Retry-After': '3600' } },
];

/** Nobody can tell; the gateway took the card, or did not. */
const doubts: Fault[] = (['before', 'after'] as const).flatMap((when): Fault[] => [
	{ kind: 'close', when },
	{ kind: 'close', when, how: 'end' },
	{ kind: 'hang', when },
	{ kind: 'drip', when, everyMs: 20 },
	{ kind: 'answer', when, status: 500, headers: soon, body: { message: 'internal' } },
	{ kind: 'answer', when, status: 502, headers: soon, body: '<html><h1>Bad Gateway</h1></html>' },
	{ kind: 'answer', when, status: 504, headers: soon },
	{ kind: 'answer', when, status: 200, body: '' },
	{ kind: 'answer', when, status: 201, body: { ok: true } },
	{ kind: 'answer', when, status: 200, body: '{"idMessage":' },
	{ kind: 'answer', when, status: 200, body: { idMessage: 7, messageId: [], key: { id: null } } },
	{ kind: 'echoToken', when, status: 500 },
]);

/** The truth in a strange dress. */
const strange: Fault[] = [
	{ kind: 'close', when: 'midBody' },
	{ kind: 'invalidUtf8' },
	{ kind: 'protoKeys' },
	{ kind: 'deepJson', depth: 2000 },
	{ kind: 'huge', bytes: 50_000 },
	{ kind: 'delay', ms: 15, when: 'before' },
	{ kind: 'delay', ms: 15, when: 'after' },
];

const faults = fc.oneof(
	{ weight: 6, arbitrary: fc.constant<Fault[]>([]) },
	{
		weight: 4,
		arbitrary: fc.array(
			fc.oneof(
				fc.constantFrom(...refusals),
				fc.constantFrom(...doubts),
				fc.constantFrom(...strange),
			),
			{ minLength: 1, maxLength: 3 },
		),
	},
);

/** Weighted towards short lists and quick faults, so that thousands fit into a test. */
export const scenario: fc.Arbitrary<Scenario> = fc.record({
	gateway: fc.constantFrom(...gateways),
	variant: fc.nat({ max: 5 }),
	core: fc.constantFrom('n8n-core', 'n8n-core', 'n8n-core-1'),
	mode: fc.constantFrom(...modes),
	tries: fc.constantFrom(1, 1, 2, 3, 5),
	items: fc.array(
		fc.record({
			chat: fc.nat(2),
			cards: fc.array(faults, { minLength: 1, maxLength: 3 }),
		}),
		{ minLength: 1, maxLength: 6 },
	),
	concurrency: fc.constantFrom(1, 2, 8, 64),
	maxRetries: fc.constantFrom(0, 0, 1),
	onUnknownDelivery: fc.constantFrom('report', 'report', 'report', 'resend'),
	stopAfterMs: fc.option(fc.nat(120), { freq: 12 }),
});

/** A scenario with names, people and an account of its own. */
interface Prepared {
	readonly scenario: Scenario;
	readonly items: Item[];
	readonly rules: Rule[];
	readonly credential: { readonly instance: string };
}

/** Apart from the run: a reset of the sandbox must come before all plans. */
export function prepare(sandbox: Sandbox, scenario: Scenario): Prepared {
	const { gateway, variant } = scenario;
	const chats = someItems(4).map(({ to }) => to);
	const items = scenario.items.map(({ chat, cards }) => {
		const [item] = someItems(1, cards.length);
		return { to: chats[chat] ?? '', names: item?.names ?? [] };
	});
	const rules = scenario.items.flatMap(({ cards }, item) =>
		cards.flatMap((inTurn, card) => {
			const marker = items[item]?.names[card] ?? '';
			return inTurn.map((fault): Rule => ({ match: { marker }, fault, times: 1 }));
		}),
	);
	const { variants } = kits[gateway];
	const credential = freshInstance(sandbox, gateway, variants[variant % variants.length]);
	return { scenario, items, rules, credential };
}

/** Carries it out; throws if the node said anything that the gateway's own record contradicts. */
export async function check(sandbox: Sandbox, prepared: Prepared): Promise<void> {
	const { scenario, items, credential } = prepared;
	const { gateway, core, mode, tries, stopAfterMs } = scenario;
	const { concurrency, maxRetries, onUnknownDelivery } = scenario;
	const result = await send({
		...{ gateway, core, mode, tries, credential, items },
		options: { concurrency, maxRetries, onUnknownDelivery, timeout: TIMEOUT_MS },
		run: stopAfterMs === null ? {} : { signal: AbortSignal.timeout(stopAfterMs) },
	});
	const arrived = sandbox.accepted().filter(({ instance }) => instance === credential.instance);
	if (onUnknownDelivery === 'report') nothingTwice(arrived);
	if (tries === 1 && onUnknownDelivery === 'report') inOrder(items, arrived, said(result));
	if (result.execution.status === 'canceled') return;
	const stopped = result.execution.error;
	if (stopped) accountHolds(items, arrived, stopped.description ?? '', gateway);
	else verdictsHold(items, arrived, said(result), mode);
}

function countOf(arrived: readonly AcceptedMessage[], name: string): number {
	return arrived.flatMap(({ cards }) => cards).filter((card) => card.name === name).length;
}

function nothingTwice(arrived: readonly AcceptedMessage[]): void {
	const names = arrived.flatMap(({ cards }) => cards.map(({ name }) => name));
	const twice = names.find((name, index) => names.indexOf(name) !== index);
	if (twice !== undefined) throw new Error(`Sent twice: ${twice}`);
}

/**
 * Within one try, what arrives in a chat is in input order. A card in doubt is left out: a gateway
 * that was too slow for the time limit may take it in after the next one.
 */
function inOrder(
	items: readonly Item[],
	arrived: readonly AcceptedMessage[],
	verdicts: readonly Said[],
): void {
	const doubtful = new Set(
		verdicts.filter(({ is }) => is === 'unknown').flatMap(({ names }) => names),
	);
	const place = new Map(items.flatMap(({ names }) => names).map((name, index) => [name, index]));
	const latest = new Map<string, number>();
	for (const { chatId, cards } of arrived) {
		const name = cards[0]?.name ?? '';
		if (doubtful.has(name)) continue;
		const here = place.get(name) ?? -1;
		if (here < (latest.get(chatId) ?? -1)) throw new Error(`Out of order: ${name}`);
		latest.set(chatId, here);
	}
}

function verdictsHold(
	items: readonly Item[],
	arrived: readonly AcceptedMessage[],
	verdicts: readonly Said[],
	mode: Mode,
): void {
	const expected = items.flatMap(({ names }, item) => names.map((name) => `${item} ${name}`));
	const told = verdicts.flatMap(({ item, names }) => names.map((name) => `${item} ${name}`));
	// With an error output, successes and errors are two lists, each in order.
	const order = (list: readonly string[]) =>
		mode === 'continueErrorOutput' ? [...list].sort() : list;
	if (order(told).join() !== order(expected).join()) {
		throw new Error(`Said of ${told.join()} instead of ${expected.join()}`);
	}
	for (const { names, is } of verdicts) {
		for (const name of names) {
			const times = countOf(arrived, name);
			if (is === 'accepted' && times === 0) throw new Error(`Lost: ${name} was said accepted`);
			if (is === 'notSent' && times > 0) throw new Error(`Denied: ${name} was said not sent`);
		}
	}
}

/** The three counts of the error that stopped the run, and its lists, against the record. */
function accountHolds(
	items: readonly Item[],
	arrived: readonly AcceptedMessage[],
	description: string,
	gateway: Gateway,
): void {
	const counts = /^(\d+) accepted, (\d+) in doubt, (\d+) not started/.exec(description);
	if (!counts) throw new Error(`No account: ${description}`);
	const [accepted = 0, inDoubt = 0, notStarted = 0] = counts.slice(1).map(Number);
	const list = (label: string) =>
		new RegExp(`${label}: item ([\\d, ]+)`).exec(description)?.[1]?.split(', ').map(Number) ?? [];
	const [acceptedItems, doubtful] = [list('Accepted'), list('In doubt')];
	let least = 0;
	let most = 0;
	for (const [index, { names }] of items.entries()) {
		const there = names.filter((name) => countOf(arrived, name) > 0).length;
		if (there > 0 && !acceptedItems.includes(index) && !doubtful.includes(index)) {
			throw new Error(`Item ${index} arrived, and the error does not say so: ${description}`);
		}
		if (there === 0 && acceptedItems.includes(index)) {
			throw new Error(`Item ${index} did not arrive, and the error says so: ${description}`);
		}
		// An item with several cards is one message or several, as the gateway takes them.
		least += kits[gateway].cardsPerMessage === 'one' ? there : Math.min(there, 1);
		most += there;
	}
	if (accepted > most) throw new Error(`${accepted} accepted, but ${most} arrived`);
	if (accepted + inDoubt < least) throw new Error(`${least} arrived: ${description}`);
	const all = items.flatMap(({ names }) => names).length;
	if (accepted + inDoubt + notStarted > all) throw new Error(`More than ${all}: ${description}`);
}
