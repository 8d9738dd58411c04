/**
 * How many requests are in flight without a setting, at gateways that can take more or less than
 * the node begins with; on a clock of the test's own, so that every figure is exact.
 */
import { deliver } from '../../nodes/WhatsAppContacts/delivery/deliver';
import type { Bounds } from '../../nodes/WhatsAppContacts/delivery/climb';
import type { Job, Note } from '../../nodes/WhatsAppContacts/delivery/job';
import { Memory } from '../../nodes/WhatsAppContacts/delivery/memory';
import { Pace } from '../../nodes/WhatsAppContacts/delivery/pace';
import { Pauses } from '../../nodes/WhatsAppContacts/delivery/pauses';
import { describeFailure } from '../../nodes/WhatsAppContacts/domain/explain';
import type { Rates, Step } from '../../nodes/WhatsAppContacts/providers/provider';
import { chance } from './chance';
import { fixed } from './deliveries';
import { FakeClock } from './fakeClock';

const queues: Bounds = { first: 8, most: 64 };
const never = new AbortController().signal;

interface Simulated {
	/** How long an answer takes, with so many in flight when its request arrives. */
	tookMs(inFlight: number, now: number): number;
	status?(inFlight: number, now: number): number;
	readonly rates?: Rates;
	readonly kind?: 'send' | 'lookUp';
	readonly lanes?: number;
	readonly maxRetries?: number;
	/** How long a server counts a request still when its answer is out. */
	readonly lingersMs?: number;
}

const step: Step<number, 'done'> = {
	method: 'sendContact',
	request: { method: 'POST', path: '' },
	read({ status }) {
		if (status === 200) return { done: 'done', body: {} };
		const happening = status === 429 ? 'rateLimited' : 'serverError';
		return { refused: describeFailure({ gateway: 'G', happening, httpStatus: status }) };
	},
};

function jobsOf(cards: number, gateway: Simulated): Array<Job<number, 'done', 'done'>> {
	const memory = new Memory<Note<number, 'done'>>();
	const { kind = 'send', lanes = cards, maxRetries = 3 } = gateway;
	return Array.from({ length: cards }, (_, card) => ({
		command: card,
		lane: String(card % lanes),
		rule: { kind, maxRetries, resend: false },
		timeoutMs: 30_000,
		pauseMs: 0,
		notes: memory.notes({}, String(card)),
		present: () => 'done',
	}));
}

/** Carries out a list and tells how it went. */
async function send(cards: number, concurrency: Bounds, gateway: Simulated) {
	const clock = new FakeClock();
	/** In flight at each start, with its time. */
	const starts: Array<{ readonly at: number; readonly inFlight: number }> = [];
	let inFlight = 0;
	let refused = 0;
	const { verdicts } = await deliver<number, 'done', 'done'>(jobsOf(cards, gateway), {
		gateway: {
			displayName: 'G',
			apiUrl: 'http://gateway',
			sign: (request) => request,
			redact: (text) => text,
			send: async () => {
				inFlight++;
				starts.push({ at: clock.now(), inFlight });
				const status = gateway.status?.(inFlight, clock.now()) ?? 200;
				if (status === 429) refused++;
				await clock.sleep(gateway.tookMs(inFlight, clock.now()), never);
				const { lingersMs } = gateway;
				if (lingersMs === undefined) inFlight--;
				else void clock.sleep(lingersMs, never).then(() => inFlight--);
				return { answer: { status, headers: {}, text: '{}', oversized: false } };
			},
		},
		instance: 'instance',
		account: 'account',
		rates: gateway.rates ?? {},
		concurrency,
		stopOnFailure: false,
		pace: new Pace(clock),
		pauses: new Pauses(clock),
		clock,
		cancel: never,
		ask: () => step,
	});
	const accepted = verdicts.flat().filter((verdict) => 'accepted' in verdict).length;
	const most = Math.max(...starts.map((start) => start.inFlight));
	return { accepted, refused, most, starts, perSecond: (accepted * 1000) / clock.now() };
}

/** What the best of all fixed settings brings, in cards a second. */
async function bestFixed(cards: number, gateway: Simulated, more: number[] = []) {
	const settings = [4, 8, 12, 14, 16, 18, 20, 24, 32, 48, 64, ...more];
	const each: number[] = [];
	for (const setting of settings) {
		each.push((await send(cards, fixed(setting), gateway)).perSecond);
	}
	return Math.max(...each);
}

/** The most in flight of the starts since a moment. */
const mostSince = (starts: ReadonlyArray<{ at: number; inFlight: number }>, at: number) =>
	Math.max(...starts.filter((start) => start.at >= at).map(({ inFlight }) => inFlight));

beforeEach(() => {
	jest.spyOn(Math, 'random').mockImplementation(chance(7));
});
afterEach(() => jest.restoreAllMocks());

describe('a gateway that keeps up', () => {
	test('is asked by 8, 16, 32 and 64, one step each round trip', async () => {
		const { starts } = await send(600, queues, { tookMs: () => 200 });
		const most = [0, 200, 400, 600, 800].map((at) =>
			Math.max(...starts.filter((start) => start.at === at).map(({ inFlight }) => inFlight)),
		);
		expect(most).toEqual([8, 16, 32, 64, 64]);
	});

	test('whose answers scatter is asked by 64 all the same', async () => {
		const random = chance(11);
		const { most } = await send(1500, queues, { tookMs: () => 100 + 150 * random() ** 3 });
		expect(most).toBe(64);
	});

	test('at once is asked by no more: the process has nothing else to send', async () => {
		const { most } = await send(2000, queues, { tookMs: () => 5 });
		expect(most).toBe(8);
	});

	test('with a documented rate is asked at that rate, however long it takes', async () => {
		const rates: Rates = { perMethod: { sendContact: [{ starts: 50, perMs: 1000 }] } };
		for (const latency of [100, 400, 1000]) {
			const { starts, refused } = await send(1500, queues, { tookMs: () => latency, rates });
			expect(refused).toBe(0);
			// Five seconds are enough to warm up, then the rate is the only limit.
			const warm = starts.filter(({ at }) => at >= 5000);
			const seconds = ((warm.at(-1)?.at ?? 0) - 5000) / 1000;
			expect(warm.length / seconds).toBeGreaterThan(47.5);
		}
	});

	test('with a documented rate is asked by all that it can keep busy after one round trip', async () => {
		const rates: Rates = { perMethod: { sendContact: [{ starts: 50, perMs: 1000 }] } };
		const { starts } = await send(300, queues, { tookMs: () => 1000, rates });
		expect(mostSince(starts, 0)).toBe(49);
		// Eight starts of the first round, 20.8 ms apart, and its last answer: from then on none is late.
		const free = starts.filter(({ at }) => at > 1200 && at <= 3200);
		expect(free.length).toBeGreaterThan(90);
	});

	test.each([
		[100, 46],
		[400, 46],
		[1000, 43],
	])('in %i ms and refuses twice is asked by hardly less than its rate', async (took, least) => {
		const rates: Rates = { perMethod: { sendContact: [{ starts: 50, perMs: 1000 }] } };
		const refusals = [3000, 15_000];
		const { perSecond, refused } = await send(2500, queues, {
			tookMs: () => took,
			status: (_inFlight, now) => {
				if (now < (refusals[0] ?? Infinity)) return 200;
				refusals.shift();
				return 429;
			},
			rates,
		});
		expect(refused).toBe(2);
		expect(perSecond).toBeGreaterThan(least);
	});

	test('is never asked by more than there are chats', async () => {
		const { most, accepted } = await send(200, queues, { tookMs: () => 50, lanes: 5 });
		expect([most, accepted]).toEqual([5, 200]);
	});
});

describe('a number that the user has set', () => {
	test.each([1, 5, 64])('%i stays, whatever the gateway does', async (setting) => {
		const gateway: Simulated = {
			tookMs: (_inFlight, now) => (now > 5000 ? 1000 : 100),
			status: (_inFlight, now) => (now > 2000 && now < 2500 ? 503 : 200),
		};
		const { starts } = await send(setting * 60, fixed(setting), gateway);
		expect(mostSince(starts, 0)).toBe(setting);
		expect(mostSince(starts, 12_000)).toBe(setting);
	});
});

describe('a gateway that slows down', () => {
	test.each([
		['a little', 0.02],
		['so that more bring nothing', 1 / 16],
		['so that more bring less', 0.1],
		['a lot', 0.25],
		['terribly', 0.5],
	])(
		'%s with each request beyond 16: within 10 %% of the best fixed setting',
		async (_how, slope) => {
			const gateway: Simulated = {
				tookMs: (inFlight) => 100 * (1 + slope * Math.max(0, inFlight - 16)),
			};
			const { perSecond, accepted } = await send(2000, queues, gateway);
			expect(accepted).toBe(2000);
			expect(perSecond).toBeGreaterThan(0.9 * (await bestFixed(2000, gateway)));
		},
	);

	test.each([
		[5, 0.25, 2000],
		[12, 0.1, 2000],
		[24, 0.1, 3000],
		[40, 0.1, 6000],
	])(
		'beyond %i: within 10 %% as well',
		async (knee, slope, cards) => {
			const gateway: Simulated = {
				tookMs: (inFlight) => 100 * (1 + slope * Math.max(0, inFlight - knee)),
			};
			const { perSecond } = await send(cards, queues, gateway);
			expect(perSecond).toBeGreaterThan(0.9 * (await bestFixed(cards, gateway, [knee])));
		},
		120_000,
	);

	test('in the middle of a run is asked by fewer, and by more when that is over', async () => {
		const gateway: Simulated = {
			tookMs: (inFlight, now) => (now > 5000 && now < 25_000 ? 25 * Math.max(4, inFlight) : 100),
		};
		const { starts } = await send(11_000, queues, gateway);
		expect(mostSince(starts, 0)).toBe(64);
		const meanwhile = starts.filter(({ at }) => at > 15_000 && at < 25_000);
		expect(Math.max(...meanwhile.map(({ inFlight }) => inFlight))).toBeLessThanOrEqual(16);
		const after = starts.filter(({ at }) => at > 32_000);
		expect(Math.max(...after.map(({ inFlight }) => inFlight))).toBe(64);
	});
});

describe('a gateway that refuses', () => {
	test.each([
		[3, 1000],
		[12, 300],
		[12, 2000],
		[30, 2000],
	])('more than %i in flight: none of %i cards is lost, few are refused', async (fits, cards) => {
		const gateway: Simulated = {
			tookMs: () => 100,
			status: (inFlight) => (inFlight > fits ? 429 : 200),
		};
		const { accepted, refused, perSecond } = await send(cards, queues, gateway);
		expect(accepted).toBe(cards);
		expect(refused / cards).toBeLessThanOrEqual(0.02);
		expect(perSecond).toBeGreaterThan(0.5 * fits * 10);
	});

	test('more than 12, and counts a request still for a moment: few are refused, and it is quick', async () => {
		const random = chance(11);
		const gateway: Simulated = {
			tookMs: () => 50 + 5 * random(),
			status: (inFlight) => (inFlight > 12 ? 429 : 200),
			lingersMs: 1,
		};
		const { accepted, refused, perSecond } = await send(1000, queues, gateway);
		expect(accepted).toBe(1000);
		expect(refused).toBeLessThanOrEqual(20);
		expect(perSecond).toBeGreaterThan(0.9 * (await send(1000, fixed(11), gateway)).perSecond);
	});

	test.each([503, 429])('for a while, with %i, is asked by few meanwhile', async (status) => {
		const gateway: Simulated = {
			tookMs: () => 100,
			status: (_inFlight, now) => (now > 2000 && now < 20_000 ? status : 200),
			kind: 'lookUp',
			maxRetries: 10,
		};
		const { starts } = await send(3000, queues, gateway);
		const late = starts.filter(({ at }) => at > 10_000 && at < 20_000);
		expect(Math.max(...late.map(({ inFlight }) => inFlight))).toBeLessThanOrEqual(8);
		expect(mostSince(starts, 2200)).toBeLessThanOrEqual(64);
		expect(mostSince(starts, 20_000)).toBeGreaterThan(16);
	});
});

describe('a server that writes to WhatsApp itself', () => {
	test('may be looked up by four', async () => {
		const { starts } = await send(100, { first: 1, most: 4 }, { tookMs: () => 100 });
		const most = [0, 100, 200, 300].map((at) =>
			Math.max(...starts.filter((start) => start.at === at).map(({ inFlight }) => inFlight)),
		);
		expect(most).toEqual([1, 2, 4, 4]);
	});

	test('is looked up by one where it answers one after the other', async () => {
		const { starts } = await send(200, { first: 1, most: 4 }, { tookMs: (n) => 100 * n });
		const late = starts.slice(100).filter(({ inFlight }) => inFlight === 1);
		expect(late.length).toBeGreaterThan(80);
	});
});
