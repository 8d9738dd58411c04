// A hundred thousand sends with a fault in every tenth, over all gateways, in n8n's engine. At the
// end what the node said of every card is compared with what the gateway took. Exits with 0 only
// if nothing was lost, doubled or left open.
//
//   npm run soak                 all of it
//   npm run soak -- --sends 5000 a short one
//   npm run soak -- --seed 7     other faults
//   npm run soak -- --only NAME --on SWITCH --retries 6
//                                one gateway, a switch of its accounts on, more repeats

import { setFlagsFromString } from 'node:v8';
import { parseArgs } from 'node:util';
import { runInNewContext } from 'node:vm';
import type { Counts, GatewayName, InstanceSettings } from '../../sandbox';
import { gateways, type Kit, kits, tokenWith } from '../gateways';
import { type Account, type Batch, run, type Word } from './executions';
import { faults } from './faults';
import { Gateway } from './gateway';

const CARDS_A_RUN = 250;
/** Executions at the same time. */
const TOGETHER = 12;
/** A gateway with a rate for sends gets as many accounts as it takes; the others a few. */
const instancesOf = ({ sendsPerSecond }: Kit['rates']) => (sendsPerSecond === undefined ? 3 : 48);

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

function heapMegabytes(): number {
	collectGarbage();
	return process.memoryUsage().heapUsed / 1024 / 1024;
}

/** What is soaked: some gateways, and how. */
interface Choice {
	readonly names: readonly GatewayName[];
	/** Of an account, such as keys for sends: on for all of them. */
	readonly on?: string;
	readonly retries: number;
}

async function openAccounts(gateway: Gateway, { names, on }: Choice): Promise<Account[]> {
	const settings = names.flatMap((provider) =>
		Array.from({ length: instancesOf(kits[provider].rates) }, (_, index) => ({
			provider,
			instance: `77${1000 + index}`,
			token: tokenWith(
				kits[provider],
				`${provider}-token-${1000 + index}-d75b3a66374942c5b3c019c698abc206`,
			),
			...(on !== undefined && { [on]: true }),
		})),
	) as InstanceSettings[];
	const credentials = await gateway.addInstances(settings);
	return settings.flatMap(({ provider }, index) => {
		const credential = credentials[index];
		return credential ? [{ gateway: provider, credential }] : [];
	});
}

/** The accounts in turn, each gateway with the same share of executions. */
function* batches(
	accounts: readonly Account[],
	sends: number,
	{ names, retries }: Choice,
): Generator<Batch> {
	const byGateway = names.map((name) => accounts.filter(({ gateway }) => gateway === name));
	for (let index = 0, from = 0; from < sends; index++, from += CARDS_A_RUN) {
		const ofGateway = byGateway[index % byGateway.length] ?? [];
		const account = ofGateway[Math.floor(index / byGateway.length) % ofGateway.length];
		if (!account) throw new Error('There is no account');
		const count = Math.min(CARDS_A_RUN, sends - from);
		yield {
			account,
			names: Array.from({ length: count }, (_, card) => `card ${from + card}`),
			// Seven shares no factor with the other turns, so every gateway meets every setting.
			core: index % 7 === 4 ? 'n8n-core-1' : 'n8n-core',
			tries: 1 + (index % 3),
			retries,
			onError: index % 2 === 0 ? 'continueRegularOutput' : 'continueErrorOutput',
		};
	}
}

interface Said {
	readonly words: Map<string, Word>;
	readonly ran: Set<string>;
}

async function sendAll(accounts: readonly Account[], sends: number, choice: Choice): Promise<Said> {
	const said: Said = { words: new Map(), ran: new Set() };
	const started = Date.now();
	const queue = batches(accounts, sends, choice);
	const progress = setInterval(() => {
		const seconds = Math.round((Date.now() - started) / 1000);
		const rate = Math.round(said.words.size / Math.max(1, seconds));
		process.stderr.write(`${said.words.size} of ${sends} sends, ${seconds} s, ${rate}/s\n`);
	}, 5000);
	const work = async () => {
		for (const batch of queue) {
			for (const name of batch.names) said.ran.add(name);
			for (const [name, word] of await run(batch)) said.words.set(name, word);
		}
	};
	await Promise.all(Array.from({ length: TOGETHER }, work));
	clearInterval(progress);
	return said;
}

/** What the gateway took against what the node said. */
function compare({ words, ran }: Said, { cards }: Counts) {
	const times = new Map<string, number>();
	for (const byName of Object.values(cards)) {
		for (const [name, count] of Object.entries(byName)) {
			times.set(name, (times.get(name) ?? 0) + count);
		}
	}
	const count = (holds: (word: Word | undefined, times: number) => boolean) =>
		[...ran].filter((name) => holds(words.get(name), times.get(name) ?? 0)).length;
	return {
		'cards the gateway took': count((_, arrived) => arrived > 0),
		'reported accepted': count((word) => word === 'accepted'),
		'reported unknown': count((word) => word === 'unknown'),
		'  of which had arrived': count((word, arrived) => word === 'unknown' && arrived > 0),
		'reported not sent': count((word) => word === 'notSent'),
		'not reported at all': count((word) => word === undefined),
		'lost (said accepted, not there)': count((word, n) => word === 'accepted' && n === 0),
		'denied (said not sent, but there)': count((word, n) => word === 'notSent' && n > 0),
		doubled: count((_, arrived) => arrived > 1),
	};
}

/** A function of its own, so that what was said of a hundred thousand cards is no part of the heap. */
async function soak(
	gateway: Gateway,
	{ accounts, sends, warm }: { accounts: readonly Account[]; sends: number; warm: Counts },
	choice: Choice,
) {
	const said = await sendAll(accounts, sends, choice);
	await new Promise((resolve) => setTimeout(resolve, 1000));
	const counts = await gateway.counts();
	const faulty = Object.values(counts.faults).reduce((sum, count) => sum + count, 0);
	return { found: compare(said, without(counts, warm)), faulty };
}

async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			...{ sends: { type: 'string' }, seed: { type: 'string' } },
			...{ only: { type: 'string' }, on: { type: 'string' }, retries: { type: 'string' } },
		},
	});
	const sends = Number(values.sends ?? 100_000);
	const { only, on } = values;
	const choice: Choice = {
		names: only === undefined ? gateways : gateways.filter((name) => name === only),
		retries: Number(values.retries ?? 2),
		...(on !== undefined && { on }),
	};
	if (choice.names.length === 0) throw new Error(`There is no gateway ${only}`);
	let unhandled = 0;
	process.on('unhandledRejection', () => {
		unhandled++;
	});
	const gateway = await Gateway.start();
	const accounts = await openAccounts(gateway, choice);
	// Loads engines and node, so that the heap's start is that of a warm process.
	await sendAll(accounts, CARDS_A_RUN * 5, choice);
	const heapAtStart = heapMegabytes();
	await gateway.plan({ random: { rate: 0.1, seed: Number(values.seed ?? 1), faults } });
	const warm = await gateway.counts();
	const started = Date.now();
	const { found, faulty } = await soak(gateway, { accounts, sends, warm }, choice);
	const seconds = (Date.now() - started) / 1000;
	const openSockets = await gateway.openSockets();
	console.table({
		sends,
		...found,
		'requests with a fault': faulty,
		'open sockets': openSockets,
		'unhandled rejections': unhandled,
		'heap at start (MB)': Math.round(heapAtStart),
		'heap at end (MB)': Math.round(heapMegabytes()),
		seconds: Math.round(seconds),
	});
	await gateway.stop();
	const { doubled } = found;
	const lost = found['lost (said accepted, not there)'] + found['not reported at all'];
	const denied = found['denied (said not sent, but there)'];
	const isClean = lost + denied + doubled + openSockets + unhandled === 0;
	console.log(isClean ? 'Nothing lost, nothing doubled, nothing left open' : 'FAILED');
	// n8n-core keeps timers that would hold the process.
	process.exit(isClean ? 0 : 1);
}

/** The warm-up used the same names. */
function without(counts: Counts, warm: Counts): Counts {
	const cards = Object.entries(counts.cards).map(([instance, byName]) => {
		const before = warm.cards[instance] ?? {};
		const since = Object.entries(byName).map(([name, n]) => [name, n - (before[name] ?? 0)]);
		return [instance, Object.fromEntries(since) as Record<string, number>];
	});
	return { ...counts, cards: Object.fromEntries(cards) as Counts['cards'] };
}

void main();
