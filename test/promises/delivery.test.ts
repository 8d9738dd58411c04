/** What the delivery does between attempts: waits, doubts, pauses, and stopping. */
import { describeFailure } from '../../nodes/WhatsAppContacts/domain/explain';
import type { Failure, Happening } from '../../nodes/WhatsAppContacts/domain/failure';
import { waitMs } from '../../nodes/WhatsAppContacts/delivery/repeat';
import type { Step } from '../../nodes/WhatsAppContacts/providers/provider';
import { retryAfterMs } from '../../nodes/WhatsAppContacts/providers/refusal';
import { fixed, ScriptedGateway, told } from './deliveries';

const failure = (wait: number | null): Failure => ({
	happening: 'rateLimited',
	message: '',
	advice: '',
	httpStatus: 429,
	retryAfterMs: wait,
});

const items = (...messages: string[]) => messages.map((message) => ({ message }));

describe('waits between safe repeats', () => {
	test.each([1, 2, 4, 8, 16, 30, 30, 30].map((seconds, repeats) => [repeats, seconds]))(
		'after %i repeats one waits %i seconds, 20 %% more or less',
		(repeats, seconds) => {
			expect(waitMs(failure(null), repeats, 0)).toBeCloseTo(seconds * 800);
			expect(waitMs(failure(null), repeats, 0.5)).toBeCloseTo(seconds * 1000);
			expect(waitMs(failure(null), repeats, 1)).toBeCloseTo(seconds * 1200);
		},
	);

	test('no repeat waits longer than 36 seconds', () => {
		for (let repeats = 0; repeats < 2000; repeats++) {
			expect(waitMs(failure(null), repeats, 1)).toBeLessThanOrEqual(36_000);
		}
	});

	test('what the gateway asks for is waited for in full and without spread', () => {
		expect(waitMs(failure(120_000), 0, 0.9)).toBe(120_000);
		expect(waitMs(failure(0), 3, 0.9)).toBe(0);
	});

	test.each([
		['7', 7000],
		[' 120 ', 120_000],
		['0.5', 500],
		['0', 0],
		['', null],
		[undefined, null],
		['soon', null],
		['-5', null],
		[new Date(1_700_000_090_000).toUTCString(), 90_000],
		['Tue, 01 Jan 2008 00:00:00 GMT', 0],
	])('Retry-After %s means %s ms', (header, wait) => {
		expect(retryAfterMs(header, 1_700_000_000_000)).toBe(wait);
	});

	test('a busy gateway is asked again after about 1, 2 and 4 seconds, and no more', async () => {
		const gateway = new ScriptedGateway({ answers: { a: ['rateLimited'] } });
		expect(told(await gateway.try(items('a')))).toEqual([['rateLimited']]);
		const starts = gateway.attempts.map(({ at }) => at);
		const gaps = starts.slice(1).map((start, index) => start - (starts[index] ?? 0));
		expect(gaps).toHaveLength(3);
		gaps.forEach((gap, index) => {
			expect(gap).toBeGreaterThanOrEqual(800 * 2 ** index);
			expect(gap).toBeLessThanOrEqual(1200 * 2 ** index);
		});
	});

	test.each([0, 3])(
		'more than 120 seconds fail at once and name the seconds, with %i repeats left',
		async (maxRetries) => {
			const gateway = new ScriptedGateway({
				answers: { a: [{ tooMany: 120_001 }] },
				rule: { maxRetries },
			});
			const { verdicts } = await gateway.try(items('a'));
			expect(gateway.attempts).toHaveLength(1);
			expect(verdicts[0]).toMatchObject([{ failed: { message: expect.stringContaining('121') } }]);
		},
	);

	test('stopping the execution ends a wait of two minutes at once', async () => {
		const cancel = new AbortController();
		const gateway = new ScriptedGateway({
			answers: { a: [{ tooMany: 120_000 }] },
			run: { cancel: cancel.signal },
		});
		const running = gateway.try(items('a', 'b'));
		setImmediate(() => cancel.abort());
		expect(told(await running)).toEqual([['cancelledBeforeSending'], ['cancelledBeforeSending']]);
		expect(gateway.clock.now()).toBe(0);
		expect(gateway.attempts).toHaveLength(1);
	});
});

describe('doubt', () => {
	test('a message in doubt is reported by every later try and never sent again', async () => {
		const gateway = new ScriptedGateway({ answers: { a: ['timedOut', 'accepted'] } });
		const holders = items('a');
		for (let tries = 0; tries < 5; tries++) {
			expect(told(await gateway.try(holders))).toEqual([['timedOut']]);
		}
		expect(gateway.count('a')).toBe(1);
	});

	test('with resend it is sent again, counted once, and accepted', async () => {
		const gateway = new ScriptedGateway({
			answers: { a: ['timedOut', 'serverError', 'accepted'] },
			rule: { resend: true },
		});
		expect(told(await gateway.try(items('a')))).toEqual([['accepted+']]);
	});

	test('the count survives tries that answer from memory', async () => {
		const gateway = new ScriptedGateway({
			answers: { a: ['timedOut', 'accepted'] },
			rule: { resend: true },
		});
		const holders = items('a');
		await gateway.try(holders);
		expect(told(await gateway.try(holders))).toEqual([['accepted+']]);
		expect(gateway.count('a')).toBe(2);
	});

	test('a refusal after a doubt does not take the doubt back', async () => {
		const gateway = new ScriptedGateway({
			answers: { a: ['interrupted', 'rejected'] },
			rule: { resend: true },
		});
		expect(told(await gateway.try(items('a')))).toEqual([['interrupted+']]);
	});

	test('neither does a refusal in a later try, nor the end of that try', async () => {
		const gateway = new ScriptedGateway({
			answers: { a: ['timedOut', 'timedOut', 'rejected'] },
			rule: { resend: true, maxRetries: 0 },
		});
		const holders = items('a');
		expect(told(await gateway.try(holders))).toEqual([['timedOut']]);
		expect(told(await gateway.try(holders))).toEqual([['timedOut+']]);
		expect(told(await gateway.try(holders))).toEqual([['timedOut+']]);
		const cancel = new AbortController();
		cancel.abort();
		const stopped = await gateway.try(holders, { run: { cancel: cancel.signal } });
		expect(told(stopped)).toEqual([['timedOut+']]);
		expect(gateway.count('a')).toBe(3);
	});

	test('it is not called "not started" when another message ends a later try', async () => {
		const gateway = new ScriptedGateway({
			answers: { a: ['timedOut'], bad: ['rejected'] },
			rule: { resend: true, maxRetries: 0 },
			run: { stopOnFailure: true },
		});
		const [bad, a] = items('bad', 'a');
		if (!bad || !a) throw new Error('two items');
		await gateway.try([{ message: 'fine' }, a]);
		expect(told(await gateway.try([bad, a]))).toEqual([['rejected'], ['timedOut']]);
		expect(gateway.count('a')).toBe(1);
	});

	test('a whole in doubt that then goes out in parts leaves the parts in doubt', async () => {
		const gateway = new ScriptedGateway({
			answers: { a: ['timedOut', 'split'], 'a.a': ['rejected'], 'a.b': ['accepted'] },
			rule: { resend: true },
		});
		const holders = items('a');
		expect(told(await gateway.try(holders))).toEqual([['timedOut+', 'accepted+']]);
	});

	test('an answer that breaks its reader is a doubt of that message alone', async () => {
		const gateway = new ScriptedGateway({
			answers: {},
			run: {
				ask: (message) => ({
					method: 'send',
					request: { method: 'POST', path: message },
					read: () => {
						if (message === 'a') throw new Error('broken');
						return { done: message, body: {} };
					},
				}),
			},
		});
		expect(told(await gateway.try(items('a', 'b')))).toEqual([['lostTrack'], ['accepted']]);
	});
});

describe('parts', () => {
	test('each part is sent once, however many tries there are', async () => {
		const gateway = new ScriptedGateway({
			answers: { 'a.b': ['rejected', 'rejected', 'accepted'] },
			ask: (message) => (message === 'a' ? { split: ['a.a', 'a.b', 'a.c'] } : undefined),
		});
		const holders = items('a');
		expect(told(await gateway.try(holders))).toEqual([['accepted', 'rejected', 'accepted']]);
		expect(told(await gateway.try(holders))).toEqual([['accepted', 'rejected', 'accepted']]);
		expect(told(await gateway.try(holders))).toEqual([['accepted', 'accepted', 'accepted']]);
		expect([gateway.count('a.a'), gateway.count('a.b'), gateway.count('a.c')]).toEqual([1, 3, 1]);
	});

	test('what was sent as a whole is not sent in parts by a later try', async () => {
		let splits = false;
		const gateway = new ScriptedGateway({
			answers: { doubtful: ['timedOut'] },
			// Parts are no wholes: a broken delivery sends them, and the test ends.
			ask: (message) =>
				splits && !message.includes('.') ? { split: [`${message}.1`, `${message}.2`] } : undefined,
		});
		const holders = items('whole', 'doubtful');
		expect(told(await gateway.try(holders))).toEqual([['accepted'], ['timedOut']]);
		splits = true;
		expect(told(await gateway.try(holders))).toEqual([['accepted'], ['timedOut']]);
		expect(gateway.attempts.map(({ message }) => message)).toEqual(['whole', 'doubtful']);
	});

	test('a whole is not sent beside parts that an earlier try sent', async () => {
		let splits = true;
		const gateway = new ScriptedGateway({
			answers: {},
			ask: (message) => (splits && message === 'a' ? { split: ['a.a', 'a.b'] } : undefined),
		});
		const holders = items('a');
		expect(told(await gateway.try(holders))).toEqual([['accepted', 'accepted']]);
		splits = false;
		expect(told(await gateway.try(holders))).toEqual([['accepted']]);
		expect(gateway.attempts.map(({ message }) => message)).toEqual(['a.a', 'a.b']);
	});
});

describe('stop mode', () => {
	test('what is in flight is finished, nothing new starts, and a repeat is not made', async () => {
		const gateway = new ScriptedGateway({
			answers: { busy: ['rateLimited'], bad: ['rejected'] },
			takesMs: 10,
			run: { stopOnFailure: true, concurrency: fixed(3) },
		});
		const verdicts = told(await gateway.try(items('fine', 'busy', 'bad', 'late', 'later')));
		expect(verdicts).toEqual([
			['accepted'],
			['rateLimited'],
			['rejected'],
			['notStarted'],
			['notStarted'],
		]);
		expect(gateway.attempts).toHaveLength(3);
	});

	test('the later steps of a call are not begun, and nothing is claimed of it', async () => {
		const second = (message: string) => ({
			method: 'second',
			request: { method: 'POST' as const, path: `${message}2` },
			read: () => ({ done: message, body: {} }),
		});
		const gateway = new ScriptedGateway({
			answers: {},
			takesMs: { bad: 10, steps: 20 },
			rule: { kind: 'lookUp' },
			run: {
				stopOnFailure: true,
				concurrency: fixed(2),
				ask: (message) => ({
					method: 'first',
					request: { method: 'POST', path: message },
					read: () => {
						if (message === 'steps') return { next: second(message) };
						throw new Error('broken');
					},
				}),
			},
		});
		const delivered = await gateway.try(items('bad', 'steps'));
		expect(told(delivered)).toEqual([['lostTrack'], ['notStarted']]);
		expect(gateway.attempts.map(({ message }) => message)).toEqual(['bad', 'steps']);
	});
});

describe('an extra that a call can do without', () => {
	const lookUp = (cancel: AbortController, happening: Happening, stop = false) => ({
		answers: {},
		rule: { kind: 'lookUp' } as const,
		run: {
			cancel: cancel.signal,
			ask: (message: string): Step<string, string> => ({
				method: 'main',
				request: { method: 'GET', path: message },
				read: () => ({
					next: {
						method: 'extra',
						request: { method: 'GET', path: 'extra' },
						read: () => {
							if (stop) cancel.abort();
							return { refused: describeFailure({ gateway: 'G', happening }) };
						},
						otherwise: () => ({ done: 'all else', body: {} }),
					},
				}),
			}),
		},
	});

	test.each([
		['rejected', 1],
		['serverError', 4],
	] as const)(
		'%s: it is repeated where that is safe, and then left out',
		async (happening, asked) => {
			const gateway = new ScriptedGateway(lookUp(new AbortController(), happening));
			expect(told(await gateway.try(items('a')))).toEqual([['accepted']]);
			expect(gateway.count('extra')).toBe(asked);
		},
	);

	test('what was stopped is not finished without it', async () => {
		const gateway = new ScriptedGateway(lookUp(new AbortController(), 'cancelledInFlight', true));
		expect(told(await gateway.try(items('a')))).toEqual([['cancelledInFlight']]);
	});
});

describe('pauses', () => {
	test('stand between the starts of all attempts, those of repeats included', async () => {
		const gateway = new ScriptedGateway({
			answers: { a: [{ tooMany: 1000 }, 'accepted'] },
			pauseMs: 5000,
			takesMs: 100,
		});
		await gateway.try(items('a', 'b', 'c'));
		const starts = gateway.attempts.map(({ at }) => at);
		expect(starts).toHaveLength(4);
		starts.slice(1).forEach((start, index) => {
			expect(start - (starts[index] ?? 0)).toBeGreaterThanOrEqual(5000);
		});
	});

	test('hold across executions, also after one that did not ask for a pause', async () => {
		const gateway = new ScriptedGateway({ answers: {}, takesMs: 10 });
		await Promise.all([
			gateway.try(items('quick')),
			gateway.try(items('slow', 'slower'), { pauseMs: 2000 }),
			gateway.try(items('other', 'another'), { pauseMs: 2000 }),
		]);
		const starts = gateway.attempts.map(({ at }) => at);
		expect(gateway.attempts[0]?.message).toBe('quick');
		expect(starts).toEqual([0, 2000, 4000, 6000, 8000]);
	});
});
