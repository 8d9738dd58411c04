/** One message's steps: what leaves for each, when, and what their ends say of the gateway. */
import { describeFailure } from '../../nodes/WhatsAppContacts/domain/explain';
import type { Happening } from '../../nodes/WhatsAppContacts/domain/failure';
import type { Outcome, Step } from '../../nodes/WhatsAppContacts/providers/provider';
import { fixed, ScriptedGateway, told } from '../promises/deliveries';

const items = (...messages: string[]) => messages.map((message) => ({ message }));
const refused = (happening: Happening, httpStatus: number | null = null) => ({
	refused: describeFailure({ gateway: 'G', happening, httpStatus }),
});
const done: Outcome<string, string> = { done: 'done', body: {} };

/** A step to the path of its method; the message is its last part. */
function step(
	method: string,
	message: string,
	read: () => Outcome<string, string> = () => done,
	more: Partial<Step<string, string>> = {},
): Step<string, string> {
	return { method, request: { method: 'POST', path: `${method}/${message}` }, read, ...more };
}

/** First one step of each message, then the other. */
const twoSteps = (second: (message: string) => Outcome<string, string>) => ({
	ask: (message: string) =>
		step('first', message, () => ({
			next: step('second', `${message}2`, () => second(message)),
		})),
});

const startsOf = ({ attempts }: ScriptedGateway) =>
	attempts.map(({ message, at }) => `${message} ${at}`);

beforeEach(() => {
	jest.spyOn(Math, 'random').mockReturnValue(0.5);
});
afterEach(() => jest.restoreAllMocks());

describe('a pause', () => {
	test('stands between messages, not between the steps of one', async () => {
		const gateway = new ScriptedGateway({
			answers: {},
			pauseMs: 5000,
			takesMs: 100,
			run: twoSteps(() => done),
		});
		await gateway.try(items('a', 'b'));
		expect(startsOf(gateway)).toEqual(['a 0', 'a2 100', 'b 5000', 'b2 5100']);
	});

	test('stands before the repeat of a later step', async () => {
		let times = 0;
		const gateway = new ScriptedGateway({
			answers: {},
			pauseMs: 5000,
			takesMs: 100,
			run: twoSteps(() => (times++ === 0 ? refused('unreachable') : done)),
		});
		await gateway.try(items('a'));
		expect(startsOf(gateway)).toEqual(['a 0', 'a2 100', 'a2 5000']);
	});

	test('is none of look-ups', async () => {
		const gateway = new ScriptedGateway({
			...{ answers: {}, pauseMs: 5000, takesMs: 100, rule: { kind: 'lookUp' } },
		});
		await gateway.try(items('a', 'b'));
		expect(startsOf(gateway)).toEqual(['a 0', 'b 100']);
	});

	test('takes no start from the limits while it lasts: another account has it', async () => {
		const rates = { perServer: [{ starts: 1, perMs: 10_000 }] };
		const gateway = new ScriptedGateway({ answers: {}, run: { rates } });
		const paused = gateway.try(items('a', 'b'), { pauseMs: 60_000 });
		await gateway.clock.sleep(20_000, new AbortController().signal);
		await gateway.try(items('c'), { run: { rates, account: 'other' } });
		await paused;
		expect(startsOf(gateway)).toEqual(['a 0', 'c 20000', 'b 60000']);
	});
});

describe('limits', () => {
	const perMethod = {
		first: [{ starts: 1, perMs: 1000 }],
		second: [{ starts: 1, perMs: 1000 }],
		send: [{ starts: 1, perMs: 1000 }],
	};

	test('of a method are its own', async () => {
		const gateway = new ScriptedGateway({
			answers: {},
			run: { ...twoSteps(() => done), rates: { perMethod } },
		});
		await gateway.try(items('a', 'b'));
		expect(startsOf(gateway)).toEqual(['a 0', 'a2 0', 'b 1040', 'b2 1040']);
	});

	test('of an instance are its own, those of a server are for all', async () => {
		const starts = async (rates: object) => {
			const gateway = new ScriptedGateway({ answers: {} });
			for (const instance of ['1', '2']) {
				await gateway.try(items(instance), { run: { rates, instance } });
			}
			return startsOf(gateway);
		};
		expect(await starts({ perMethod })).toEqual(['1 0', '2 0']);
		expect(await starts({ perServer: perMethod.send })).toEqual(['1 0', '2 1040']);
	});

	test.each([
		['rateLimited', true],
		['starting', false],
	] as const)('%s makes the node ask more seldom: %s', async (happening, isSeldom) => {
		const gateway = new ScriptedGateway({
			answers: { a: [happening] },
			run: { rates: { perMethod } },
		});
		// After 1, 2 and 4 seconds; a second refusal alone says that somebody else asks, too.
		await gateway.try(items('a'));
		const before = gateway.clock.now();
		await gateway.try(items('b'));
		expect(gateway.clock.now() - before > 1040).toBe(isSeldom);
	});
});

describe('how a request ends says how many may be in flight next', () => {
	/** The most in flight in each of the first rounds, of which all requests of the first end so. */
	async function mostInFlight(outcome: Outcome<string, string>, rates = {}) {
		const names = Array.from({ length: 60 }, (_, index) => `m${index}`);
		const gateway = new ScriptedGateway({
			...{ answers: {}, takesMs: 100, rule: { maxRetries: 0 } },
			run: {
				...{ rates, concurrency: { first: 8, most: 64 } },
				ask: (message) =>
					step('send', message, () => (Number(message.slice(1)) < 8 ? outcome : done)),
			},
		});
		await gateway.try(items(...names));
		const starts = gateway.attempts.map(({ at }) => at);
		return [0, 1, 2].map((round) => starts.filter((at) => Math.round(at / 100) === round).length);
	}

	const often = { perMethod: { send: [{ starts: 100_000, perMs: 1000 }] } };
	/** Five of 100 ms in flight at a time are as many in the long run. */
	const seldom = {
		perMethod: { send: [...often.perMethod.send, { starts: 1000, perMs: 20_000 }] },
	};
	test.each<[string, Outcome<string, string>, object, number[]]>([
		['accepted: twice as many', done, {}, [8, 16, 32]],
		['rejected: twice as many, for it was an answer', refused('rejected', 400), {}, [8, 16, 32]],
		['unreachable: says nothing', refused('unreachable'), {}, [8, 8, 16]],
		['a server error: half, then little by little', refused('serverError', 500), {}, [8, 4, 5]],
		['no answer in time: the same', refused('timedOut'), {}, [8, 4, 5]],
		['too many: half, and no more', refused('rateLimited', 429), {}, [8, 4, 4]],
		['too often: half, then what the rate allows', refused('rateLimited', 429), often, [8, 4, 48]],
		['too often for a narrow one: then as before', refused('rateLimited', 429), seldom, [8, 4, 8]],
	])('%s', async (_what, outcome, rates, most) => {
		expect(await mostInFlight(outcome, rates)).toEqual(most);
	});
});

describe('a later step', () => {
	test('that fails is the failure of the message', async () => {
		const gateway = new ScriptedGateway({
			answers: {},
			run: twoSteps(() => refused('rejected', 400)),
		});
		expect(told(await gateway.try(items('a')))).toEqual([['rejected']]);
	});

	test('that succeeds is not replaced by what would do without it', async () => {
		const gateway = new ScriptedGateway({
			answers: {},
			run: {
				ask: (message) =>
					step('first', message, () => ({
						next: step('extra', message, () => ({ done: 'with the extra', body: {} }), {
							otherwise: () => ({ done: 'without', body: {} }),
						}),
					})),
			},
		});
		const { verdicts } = await gateway.try(items('a'));
		expect(verdicts).toEqual([[{ accepted: 'with the extra' }]]);
	});
});

describe('what leaves', () => {
	test('has as much more time as the gateway waits on purpose', async () => {
		const gateway = new ScriptedGateway({
			answers: {},
			run: {
				ask: (message) =>
					step('send', message, () => done, message === 'a' ? { gatewayWaitsMs: 5000 } : {}),
			},
		});
		await gateway.try(items('a', 'b'));
		expect(gateway.attempts.map(({ request }) => request.timeoutMs)).toEqual([6000, 1000]);
	});

	test.each([
		['of one and the other', 'idempotency', 'ours', { idempotency: 'ours_0_send' }],
		['without a header', undefined, 'ours', {}],
		['without a key', 'idempotency', undefined, {}],
	])('has a key in its header, %s', async (_what, keyHeader, key, headers) => {
		const gateway = new ScriptedGateway({
			answers: { a: ['timedOut', 'accepted'] },
			run: { ...(keyHeader !== undefined && { keyHeader }) },
			job: { ...(key !== undefined && { key }) },
		});
		const verdicts = told(await gateway.try(items('a')));
		expect(gateway.attempts[0]?.request.headers).toStrictEqual(headers);
		// Only who has one is asked again.
		expect(verdicts).toEqual([['idempotency' in headers ? 'accepted' : 'timedOut']]);
	});

	test('after the gateway has lost track it has another key', async () => {
		const gateway = new ScriptedGateway({
			answers: { a: ['outcomeUnknown', 'outcomeUnknown', 'accepted'] },
			...{ rule: { resend: true }, run: { keyHeader: 'key' }, job: { key: 'ours' } },
		});
		await gateway.try(items('a'));
		expect(gateway.attempts.map(({ request }) => request.headers.key)).toEqual([
			...['ours_0_send', 'ours_0_send_1', 'ours_0_send_2'],
		]);
	});
});

describe('what comes out', () => {
	const hints = [() => 'of the step', () => 'of the answer'] as const;

	test.each([
		['both', { omits: ['email'], hints: [hints[0]] }, [hints[1]], [...hints], ['email']],
		['the step', { hints: [hints[0]] }, undefined, [hints[0]], undefined],
		['the answer', {}, [hints[1]], [hints[1]], undefined],
		['neither', {}, undefined, [], undefined],
	])('tells what is said of %s, and holds the raw answer ready', async (...row) => {
		const [, more, answerHints, said, omits] = row;
		const present = jest.fn((_command, _done, _said, body: () => unknown) => String(body()));
		const gateway = new ScriptedGateway({
			answers: {},
			job: { present },
			run: {
				ask: (message) =>
					step(
						'send',
						message,
						() => ({ done: 'result', body: 'raw', ...(answerHints && { hints: answerHints }) }),
						more,
					),
			},
		});
		const { verdicts } = await gateway.try(items('a'));
		expect(verdicts).toEqual([[{ accepted: 'raw' }]]);
		expect(present).toHaveBeenCalledWith('a', 'result', { omits, hints: said }, expect.anything());
	});

	test('is the command of a message that was not begun', async () => {
		const gateway = new ScriptedGateway({
			answers: { bad: ['rejected'] },
			run: { stopOnFailure: true, concurrency: fixed(1) },
		});
		const { verdicts } = await gateway.try(items('bad', 'late'));
		expect(verdicts[1]).toEqual([{ notStarted: 'late' }]);
	});

	test('counts what is said of splits', async () => {
		const hint = () => 'split';
		const gateway = new ScriptedGateway({
			answers: {},
			ask: (message) =>
				message.includes('.') ? undefined : { split: [`${message}.1`], hints: [hint] },
		});
		const { hints: counted } = await gateway.try(items('a', 'b', 'c'));
		expect([...counted]).toEqual([[hint, 3]]);
	});
});
