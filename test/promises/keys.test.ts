/**
 * Keys for sends, at a scripted gateway that keeps them as a server does and at one that does not
 * know them: with keys nothing is lost, nothing doubled, and nothing stays in doubt that the
 * gateway can tell.
 */
import { deliver } from '../../nodes/WhatsAppContacts/delivery/deliver';
import type { Job, Note } from '../../nodes/WhatsAppContacts/delivery/job';
import { Memory } from '../../nodes/WhatsAppContacts/delivery/memory';
import { Pace } from '../../nodes/WhatsAppContacts/delivery/pace';
import { Pauses } from '../../nodes/WhatsAppContacts/delivery/pauses';
import { describeFailure } from '../../nodes/WhatsAppContacts/domain/explain';
import type { Happening } from '../../nodes/WhatsAppContacts/domain/failure';
import type { Answer, Outcome, Split, Step } from '../../nodes/WhatsAppContacts/providers/provider';
import type { HttpFailure } from '../../nodes/WhatsAppContacts/transport/http';
import { fixed, told } from './deliveries';
import { FakeClock } from './fakeClock';

/**
 * What becomes of an attempt. `then` is what the client sees after the card has left; `lost` is
 * the same where it has not; a number is a refusal: 400 after the key was looked up, 401 and 429
 * before.
 */
type Fault =
	| { readonly then: 'reset' | 'timeout' | 'garbage' | 502 }
	| { readonly lost: 'reset' | 'timeout' | 502 }
	/** It goes on for so long after the client has given up, and then leaves. */
	| { readonly runsMs: number }
	/** The engine does not say whether it left. */
	| { readonly engine: 'broke' }
	| 400
	| 401
	| 429;

interface Kept {
	state: 'running' | 'done' | 'unknown';
	readonly body: string;
}

interface Script {
	/** By message, one for each attempt that is no repeat of a key; then all is well. */
	readonly faults?: Readonly<Record<string, readonly Fault[]>>;
	readonly rule?: Partial<Job<string, string, string>['rule']>;
	readonly hasKeys?: boolean;
	/** An older server ignores keys. */
	readonly isOld?: boolean;
	readonly ask?: (message: string) => Split<string> | undefined;
	readonly cancel?: AbortSignal;
}

const memory = new Memory<Note<string, string>>();

/** What the gateway's reader makes of an answer, in the words of the contract. */
function read({ status, body }: Answer): Outcome<string, string> {
	const refused = (happening: Happening) => ({
		refused: describeFailure({ gateway: 'G', happening, httpStatus: status }),
	});
	if (status === 201 && typeof body === 'string') return { done: body, body };
	if (body === 'IN_PROGRESS') return refused('inProgress');
	if (body === 'OUTCOME_UNKNOWN') return refused('outcomeUnknown');
	if (status === 400) return { ...refused('rejected'), settles: true };
	if (status === 422) return refused('rejected');
	if (status === 401) return refused('unauthorized');
	if (status === 429) return refused('rateLimited');
	return refused(status >= 500 ? 'serverError' : 'unexpectedResponse');
}

class Gateway {
	readonly clock = new FakeClock();
	/** The cards that left, and every key that was sent, with its message. */
	readonly left: string[] = [];
	readonly keys: Array<{ readonly message: string; readonly key: string | undefined }> = [];
	private readonly kept = new Map<string, Kept>();
	private readonly turns = new Map<string, number>();

	constructor(private readonly script: Script) {}

	async try(holders: ReadonlyArray<{ message: string }>, changes: Partial<Script> = {}) {
		const script = { hasKeys: true, ...this.script, ...changes };
		const jobs = holders.map((holder, index): Job<string, string, string> => ({
			command: holder.message,
			lane: String(index),
			rule: { kind: 'send', maxRetries: 3, resend: false, ...script.rule },
			timeoutMs: 1000,
			pauseMs: 0,
			notes: memory.notes(holder, `run|${index}`),
			...(script.hasKeys && { key: `ours-${memory.name(holder, `run|${index}`)}` }),
			present: (message) => message,
		}));
		return await deliver<string, string, string>(jobs, {
			gateway: {
				displayName: 'G',
				apiUrl: 'http://gateway',
				sign: (request) => request,
				redact: (text) => text,
				send: async ({ headers, body = '' }) => {
					const { message } = JSON.parse(body) as { message: string };
					this.keys.push({ message, key: headers['Idempotency-Key'] });
					const said = this.take(
						message,
						body,
						script.isOld ? undefined : headers['Idempotency-Key'],
					);
					await this.clock.sleep(10, new AbortController().signal);
					if ('failure' in said) return said;
					const text = JSON.stringify(said.says);
					return { answer: { status: said.status, headers: {}, text, oversized: false } };
				},
			},
			instance: 'instance',
			account: 'account',
			rates: {},
			concurrency: fixed(4),
			stopOnFailure: false,
			pace: new Pace(this.clock),
			pauses: new Pauses(this.clock),
			clock: this.clock,
			cancel: script.cancel ?? new AbortController().signal,
			...(script.hasKeys && { keyHeader: 'Idempotency-Key' }),
			ask: (message): Step<string, string> | Split<string> =>
				script.ask?.(message) ?? {
					method: 'send-contact',
					request: { method: 'POST', path: 'send-contact', body: { message } },
					read,
				},
		});
	}

	private take(
		message: string,
		body: string,
		key: string | undefined,
	): { status: number; says: unknown } | { failure: HttpFailure } {
		const nth = this.turns.get(message) ?? 0;
		const fault = this.script.faults?.[message]?.[nth];
		// Who may ask at all is known before any key is looked up.
		if (fault === 401 || fault === 429) {
			this.turns.set(message, nth + 1);
			return { status: fault, says: 'no' };
		}
		const known = key === undefined ? undefined : this.kept.get(key);
		if (known && known.body !== body) return { status: 422, says: 'KEY_REUSED' };
		if (known?.state === 'running') return { status: 409, says: 'IN_PROGRESS' };
		if (known?.state === 'unknown') return { status: 409, says: 'OUTCOME_UNKNOWN' };
		if (known) return { status: 201, says: `${message} id` };
		this.turns.set(message, nth + 1);
		if (fault === 400) return { status: 400, says: 'no' };
		const mine: Kept = { state: 'running', body };
		const keep = () => key !== undefined && this.kept.set(key, mine);
		if (fault !== undefined && 'lost' in fault) return ended(fault.lost);
		keep();
		if (fault !== undefined && 'runsMs' in fault) {
			void this.clock.sleep(fault.runsMs, new AbortController().signal).then(() => {
				this.left.push(message);
				mine.state = 'done';
			});
			return ended('timeout');
		}
		if (fault !== undefined && 'engine' in fault) {
			mine.state = 'unknown';
			return { status: 500, says: 'no message' };
		}
		this.left.push(message);
		mine.state = 'done';
		return fault === undefined ? { status: 201, says: `${message} id` } : ended(fault.then);
	}
}

function ended(how: 'reset' | 'timeout' | 'garbage' | 502) {
	if (how === 502) return { status: 502, says: 'bad gateway' };
	if (how === 'garbage') return { status: 200, says: { what: 'ever' } };
	const kind = how === 'reset' ? 'interrupted' : 'timedOut';
	return { failure: { kind, handedOver: true, detail: '' } as const };
}

const items = (...messages: string[]) => messages.map((message) => ({ message }));

beforeEach(() => {
	jest.spyOn(Math, 'random').mockReturnValue(0.5);
});
afterEach(() => jest.restoreAllMocks());

const faults: ReadonlyArray<readonly [string, Fault]> = [
	['a reset after the card had left', { then: 'reset' }],
	['a time-out after it', { then: 'timeout' }],
	['a 502 after it', { then: 502 }],
	['garbage after it', { then: 'garbage' }],
	['a reset before it left', { lost: 'reset' }],
	['a time-out before it', { lost: 'timeout' }],
	['a 502 before it', { lost: 502 }],
	['an engine that takes its time', { runsMs: 20_000 }],
];

describe('with keys', () => {
	test.each(faults)('%s ends in one card, accepted', async (_what, fault) => {
		const gateway = new Gateway({ faults: { a: [fault] } });
		expect(told(await gateway.try(items('a')))).toEqual([['accepted']]);
		expect(gateway.left).toEqual(['a']);
	});

	test.each(faults)('%s, by Retry On Fail alone: the same', async (_what, fault) => {
		const gateway = new Gateway({ faults: { a: [fault] }, rule: { maxRetries: 0 } });
		const holders = items('a');
		const first = await gateway.try(holders);
		expect(first.verdicts[0]).toMatchObject([{ failed: {} }]);
		expect(told(await gateway.try(holders))).toEqual([['accepted']]);
		expect(told(await gateway.try(holders))).toEqual([['accepted']]);
		expect(gateway.left).toEqual(['a']);
		expect(new Set(gateway.keys.map(({ key }) => key)).size).toBe(1);
	});

	test('every message has its own, the parts of a split too, and each of its attempts the same', async () => {
		const broken = [{ then: 'reset' } as const];
		const gateway = new Gateway({
			faults: { 'a.1': broken, 'a.2': broken, b: broken, c: broken },
			ask: (message) => (message === 'a' ? { split: ['a.1', 'a.2'] } : undefined),
		});
		// The same card twice is two messages.
		const verdicts = told(await gateway.try(items('a', 'b', 'c', 'c')));
		expect(verdicts).toEqual([['accepted', 'accepted'], ...Array(3).fill(['accepted'])]);
		expect([...gateway.left].sort()).toEqual(['a.1', 'a.2', 'b', 'c', 'c']);
		const byKey = new Map(gateway.keys.map(({ key, message }) => [key, message]));
		expect([...byKey.values()].sort()).toEqual(['a.1', 'a.2', 'b', 'c', 'c']);
		for (const key of byKey.keys()) expect(key).toMatch(/^[\x21-\x7e]{1,255}$/);
	});

	test('two runs of the same items do not share any', async () => {
		const gateway = new Gateway({});
		await gateway.try(items('a'));
		await gateway.try(items('a'));
		expect(gateway.left).toEqual(['a', 'a']);
	});

	test('an outcome that the gateway does not know stays unknown, and is not asked for again', async () => {
		const gateway = new Gateway({ faults: { a: [{ engine: 'broke' }] } });
		const holders = items('a');
		expect(told(await gateway.try(holders))).toEqual([['outcomeUnknown']]);
		expect(told(await gateway.try(holders))).toEqual([['outcomeUnknown']]);
		expect(gateway.keys).toHaveLength(2);
	});

	test('with resend it is sent again, with a new key, and counted as such', async () => {
		const gateway = new Gateway({ faults: { a: [{ engine: 'broke' }] }, rule: { resend: true } });
		const holders = items('a');
		expect(told(await gateway.try(holders))).toEqual([['accepted+']]);
		expect(told(await gateway.try(holders))).toEqual([['accepted+']]);
		expect(gateway.left).toEqual(['a']);
		expect(new Set(gateway.keys.map(({ key }) => key)).size).toBe(2);
	});

	test('who still runs is waited for, longer than there are repeats', async () => {
		const gateway = new Gateway({
			faults: { a: [{ runsMs: 300_000 }] },
			rule: { maxRetries: 1 },
		});
		expect(told(await gateway.try(items('a')))).toEqual([['accepted']]);
		expect(gateway.left).toEqual(['a']);
	});

	test('but not for ever', async () => {
		const gateway = new Gateway({ faults: { a: [{ runsMs: 36_000_000 }] } });
		expect(told(await gateway.try(items('a')))).toEqual([['timedOut']]);
		expect(gateway.clock.now()).toBeLessThan(12 * 60_000);
	});

	test('stopping the execution ends that wait', async () => {
		const stop = new AbortController();
		const gateway = new Gateway({
			faults: { a: [{ runsMs: 300_000 }] },
			cancel: stop.signal,
		});
		void gateway.clock.sleep(5000, stop.signal).then(() => stop.abort());
		expect(told(await gateway.try(items('a')))).toEqual([['timedOut']]);
		expect(gateway.clock.now()).toBe(5000);
	});

	test('a refusal that knows the key settles the doubt', async () => {
		const gateway = new Gateway({ faults: { a: [{ lost: 'reset' }, 400] } });
		expect(told(await gateway.try(items('a')))).toEqual([['rejected']]);
		expect(gateway.left).toEqual([]);
	});

	test('one that came before the key was looked up does not', async () => {
		const gateway = new Gateway({ faults: { a: [{ then: 'reset' }, 401, 401, 401, 401] } });
		expect(told(await gateway.try(items('a')))).toEqual([['interrupted']]);
		expect(gateway.left).toEqual(['a']);
		expect(gateway.keys).toHaveLength(4);
	});

	test('and is asked behind, as often as there are repeats', async () => {
		const gateway = new Gateway({ faults: { a: [{ then: 'reset' }, 401], b: [401] } });
		expect(told(await gateway.try(items('a', 'b')))).toEqual([['accepted'], ['unauthorized']]);
		expect(gateway.left).toEqual(['a']);
		expect(gateway.keys.map(({ message }) => message).sort()).toEqual(['a', 'a', 'a', 'b']);
	});

	test('neither does a 429, which is waited out', async () => {
		const gateway = new Gateway({ faults: { a: [{ then: 'reset' }, 429] } });
		expect(told(await gateway.try(items('a')))).toEqual([['accepted']]);
		expect(gateway.left).toEqual(['a']);
	});

	test('a try that would send something else stays in doubt: its key is taken', async () => {
		const gateway = new Gateway({
			faults: { a: [{ then: 'reset' }] },
			rule: { maxRetries: 0 },
		});
		const holder = { message: 'a' };
		await gateway.try([holder]);
		holder.message = 'a, edited';
		expect(told(await gateway.try([holder]))).toEqual([['interrupted']]);
		expect(gateway.left).toEqual(['a']);
	});
});

describe('without keys', () => {
	test.each(faults)('%s is a doubt that is not repeated', async (_what, fault) => {
		const gateway = new Gateway({ faults: { a: [fault] }, hasKeys: false, isOld: true });
		const holders = items('a');
		const [first] = told(await gateway.try(holders));
		expect(first).not.toEqual(['accepted']);
		expect(told(await gateway.try(holders))).toEqual([first]);
		expect(gateway.keys).toEqual([{ message: 'a', key: undefined }]);
	});
});
