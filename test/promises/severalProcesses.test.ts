/**
 * Several n8n processes, such as the workers of queue mode, share an instance and do not know of
 * each other: each has a pace of its own, the gateway refuses what is too much for it.
 */
import { deliver } from '../../nodes/WhatsAppContacts/delivery/deliver';
import { Memory } from '../../nodes/WhatsAppContacts/delivery/memory';
import { Pace } from '../../nodes/WhatsAppContacts/delivery/pace';
import { Pauses } from '../../nodes/WhatsAppContacts/delivery/pauses';
import type { Bounds } from '../../nodes/WhatsAppContacts/delivery/climb';
import type { Job, Note } from '../../nodes/WhatsAppContacts/delivery/job';
import { describeFailure } from '../../nodes/WhatsAppContacts/domain/explain';
import type { Step } from '../../nodes/WhatsAppContacts/providers/provider';
import { rateWindow } from '../../sandbox/rates';
import { chance } from './chance';
import { fixed } from './deliveries';
import { FakeClock } from './fakeClock';

const LATENCY_MS = 40;
const never = () => new AbortController().signal;

/** What a gateway that takes `rate` a second says to processes that send `cards` each. */
async function share(
	given: { processes: number; rate: number; cards: number },
	pace = Pace,
	concurrency: Bounds = { first: 8, most: 64 },
) {
	const { processes, rate, cards } = given;
	const clock = new FakeClock();
	const fits = rateWindow(rate, 1000);
	const counts = { accepted: 0, refused: 0 };
	const step: Step<number, 'done'> = {
		method: 'sendContact',
		request: { method: 'POST', path: '' },
		read: ({ status }) =>
			status === 200
				? { done: 'done', body: {} }
				: { refused: describeFailure({ gateway: 'Gateway', happening: 'rateLimited' }) },
	};
	const runs = Array.from({ length: processes }, () =>
		deliver<number, 'done', 'done'>(jobsOf(cards), {
			gateway: {
				displayName: 'Gateway',
				apiUrl: 'http://gateway',
				sign: (request) => request,
				redact: (text) => text,
				send: async () => {
					await clock.sleep(LATENCY_MS / 2, never());
					const isAccepted = fits(clock.now());
					counts[isAccepted ? 'accepted' : 'refused']++;
					await clock.sleep(LATENCY_MS / 2, never());
					const status = isAccepted ? 200 : 429;
					return { answer: { status, headers: {}, text: '', oversized: false } };
				},
			},
			instance: 'instance',
			account: 'account',
			rates: { perMethod: { sendContact: [{ starts: rate, perMs: 1000 }] } },
			concurrency,
			stopOnFailure: false,
			pace: new pace(clock),
			pauses: new Pauses(clock),
			clock,
			cancel: never(),
			ask: () => step,
		}),
	);
	const verdicts = (await Promise.all(runs)).flatMap((run) => run.verdicts.flat());
	const failed = verdicts.filter((verdict) => 'failed' in verdict).length;
	return { ...counts, failed, seconds: clock.now() / 1000 };
}

function jobsOf(cards: number): Array<Job<number, 'done', 'done'>> {
	const memory = new Memory<Note<number, 'done'>>();
	return Array.from({ length: cards }, (_, card) => ({
		command: card,
		lane: String(card),
		rule: { kind: 'send', maxRetries: 3, resend: false },
		timeoutMs: 30_000,
		pauseMs: 0,
		notes: memory.notes({}, String(card)),
		present: () => 'done',
	}));
}

/** Keeps the documented pace whatever the gateway says. */
class Stubborn extends Pace {
	override refused(): void {}
}

describe('processes that share an instance', () => {
	beforeEach(() => {
		jest.spyOn(Math, 'random').mockImplementation(chance(7));
	});
	afterEach(() => jest.restoreAllMocks());

	test.each([2, 3, 4])('%i of them get every card accepted', async (processes) => {
		const cards = 300;
		const outcome = await share({ processes, rate: 50, cards });
		expect(outcome).toMatchObject({ accepted: processes * cards, failed: 0 });
	});

	test('are refused far less often than if nobody gave way', async () => {
		const given = { processes: 2, rate: 50, cards: 300 };
		// In flight they give way too, if nobody has set how many.
		const [giving, stubborn] = [
			await share(given, Pace, fixed(8)),
			await share(given, Stubborn, fixed(8)),
		];
		expect(giving.refused).toBeGreaterThan(0);
		expect(giving.refused).toBeLessThan(stubborn.refused / 3);
	});

	test('do not crawl: together they stay above half of what the gateway takes', async () => {
		const { accepted, seconds } = await share({ processes: 2, rate: 50, cards: 500 });
		expect(accepted / seconds).toBeGreaterThan(25);
	});

	test('one alone is never refused and keeps its pace', async () => {
		const { refused, seconds } = await share({ processes: 1, rate: 50, cards: 300 });
		expect(refused).toBe(0);
		expect(300 / seconds).toBeGreaterThan(47);
	});
});
