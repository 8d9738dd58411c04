/** Look-ups that begin in one request, at a scripted gateway that answers for many at once. */
import { deliver } from '../../nodes/WhatsAppContacts/delivery/deliver';
import type { Job, Note, Run } from '../../nodes/WhatsAppContacts/delivery/job';
import { createLessons } from '../../nodes/WhatsAppContacts/delivery/lessons';
import { Memory } from '../../nodes/WhatsAppContacts/delivery/memory';
import { Pace } from '../../nodes/WhatsAppContacts/delivery/pace';
import { Pauses } from '../../nodes/WhatsAppContacts/delivery/pauses';
import { describeFailure } from '../../nodes/WhatsAppContacts/domain/explain';
import type { Happening } from '../../nodes/WhatsAppContacts/domain/failure';
import type {
	Answer,
	Batch,
	BatchOutcome,
	Call,
	Credential,
	Step,
} from '../../nodes/WhatsAppContacts/providers/provider';
import { fixed } from './deliveries';
import { FakeClock } from './fakeClock';

/** A number as somebody typed it; the key is its digits. */
interface Question {
	readonly typed: string;
	/** Wants a second request of its own. */
	readonly more?: true;
}

const digits = ({ typed }: Question) => typed.replace(/\D/g, '');
const refused = (happening: Happening, reason = '') => ({
	refused: describeFailure({ gateway: 'G', happening, reason }),
});

/**
 * A row for each number, or the answer to one that is asked alone; else the happening that it is
 * refused for, `halves`, `what?` or `throw`.
 */
type Says = Record<string, string> | string;

const credential: Credential = { apiUrl: 'http://gateway', instance: 'i', token: 't' };

const alone = (question: Question, path: string): Step<Question, string> => ({
	method: 'check',
	request: { method: 'GET', path: `${path}/${digits(question)}` },
	read: ({ text }) => ({ done: text, body: {} }),
});

const batch: Batch<Credential, Question, string> = {
	most: 4,
	key: (question, _credential, lessons) =>
		question.typed.endsWith('@lid') || lessons.get('batch') === 'unknown'
			? undefined
			: digits(question),
	ask: (questions, _credential, lessons) => ({
		method: 'checkMany',
		request: { method: 'POST', path: 'checkMany', body: { numbers: questions.map(digits) } },
		read({ body }: Answer): BatchOutcome<Question, string> {
			const says = body as Says;
			if (says === 'throw') throw new Error('broken');
			if (says === 'halves') return { ...refused('rejected'), mayBeOne: true };
			if (says === 'what?') {
				lessons.set('batch', 'unknown');
				return { oneByOne: true };
			}
			if (typeof says === 'string') return refused(says as Happening);
			return {
				each(question) {
					const row = says[digits(question)];
					if (row === undefined) return undefined;
					if (row === 'throw') throw new Error('broken');
					if (row === 'no') return refused('rejected', 'no S3cret');
					if (question.more) return { next: alone(question, 'more') };
					return { done: row, body: { row } };
				},
			};
		},
	}),
};

const call: Call<Credential, Question, string> = {
	ask: (question) => alone(question, 'check'),
	batch,
};

interface Scripted {
	readonly questions: ReadonlyArray<string | Question>;
	/** What the gateway says to numbers that are asked together. */
	says?(numbers: readonly string[], nth: number): Says;
	readonly rule?: (index: number) => Partial<Job<Question, string, string>['rule']>;
	readonly run?: Partial<Run<Question, string>>;
	readonly stopAfter?: number;
	/** Items of an earlier try, to be remembered. */
	readonly holders?: readonly object[];
	/** What is asked alone is asked once for equal digits. */
	readonly sharesAll?: true;
}

const existing = (numbers: readonly string[]) =>
	Object.fromEntries(numbers.map((number) => [number, `row ${number}`]));

const memory = new Memory<Note<string, string>>();

/** Carries the questions out; tells what was asked and what came out. */
async function check(scripted: Scripted) {
	const clock = new FakeClock();
	const lessons = createLessons(clock);
	const cancel = new AbortController();
	const asked: string[] = [];
	const starts: number[] = [];
	let inFlight = 0;
	let most = 0;
	const jobs = scripted.questions.map((question, index): Job<Question, string, string> => {
		const command = typeof question === 'string' ? { typed: question } : question;
		return {
			command,
			lane: digits(command),
			rule: { kind: 'lookUp', maxRetries: 2, resend: false, ...scripted.rule?.(index) },
			timeoutMs: 1000,
			pauseMs: 0,
			notes: memory.notes(scripted.holders?.[index] ?? {}, String(index)) as never,
			present: ({ typed }, done) => `${typed}: ${done}`,
		};
	});
	const { verdicts } = await deliver<Question, string, string>(jobs, {
		gateway: {
			displayName: 'G',
			apiUrl: 'http://gateway',
			sign: (request) => request,
			redact: (text) => text.replaceAll('S3cret', '[redacted]'),
			send: async ({ url, body }, signal) => {
				const path = url.replace('http://gateway/', '');
				const numbers = body ? (JSON.parse(body) as { numbers: string[] }).numbers : undefined;
				asked.push(numbers ? numbers.join(' ') : path);
				starts.push(clock.now());
				most = Math.max(most, ++inFlight);
				await clock.sleep(100, signal);
				inFlight--;
				if (asked.length === scripted.stopAfter) cancel.abort();
				const nth = asked.length;
				const text = numbers
					? JSON.stringify(scripted.says?.(numbers, nth) ?? existing(numbers))
					: path;
				return { answer: { status: 200, headers: {}, text, oversized: false } };
			},
		},
		instance: 'instance',
		account: 'account',
		rates: {},
		concurrency: fixed(1),
		stopOnFailure: false,
		pace: new Pace(clock),
		pauses: new Pauses(clock),
		clock,
		cancel: cancel.signal,
		ask: (command) => call.ask(command, credential, lessons),
		batch: {
			most: batch.most,
			key: (command) => batch.key(command, credential, lessons),
			ask: (commands) => batch.ask(commands, credential, lessons),
		},
		...(scripted.sharesAll && { same: digits }),
		...scripted.run,
	});
	const said = verdicts.map((messages) =>
		messages.map((verdict) => {
			if ('accepted' in verdict) return verdict.accepted;
			return 'failed' in verdict ? verdict.failed.happening : 'notStarted';
		}),
	);
	return { asked, starts, most, said: said.map(([only]) => only), verdicts };
}

const numbers = (count: number) => Array.from({ length: count }, (_, index) => `${index + 10}`);

test('ten numbers leave in three requests, and each item gets its own answer, in order', async () => {
	const { asked, said } = await check({ questions: numbers(10) });
	expect(asked).toEqual(['10 11 12 13', '14 15 16 17', '18 19']);
	expect(said).toEqual(numbers(10).map((number) => `${number}: row ${number}`));
});

test('the order of the answer does not matter', async () => {
	const says = (asked: readonly string[]) => existing([...asked].reverse());
	const { said } = await check({ questions: numbers(4), says });
	expect(said).toEqual(numbers(4).map((number) => `${number}: row ${number}`));
});

test('equal numbers are asked once, however they are written, and are all answered', async () => {
	const { asked, said } = await check({ questions: ['10', '+1 0', '11', '1-0', '12', '13', '14'] });
	expect(asked).toEqual(['10 11 12 13', '14']);
	expect(said).toEqual([
		...['10: row 10', '+1 0: row 10', '11: row 11', '1-0: row 10', '12: row 12', '13: row 13'],
		'14: row 14',
	]);
});

test('equal numbers that stand far apart are asked once, too', async () => {
	const { asked, said } = await check({ questions: [...numbers(9), '1-0', '18', '1-2', '50'] });
	expect(asked).toEqual(['10 11 12 13', '14 15 16 17', '18 50']);
	expect(said.slice(9)).toEqual(['1-0: row 10', '18: row 18', '1-2: row 12', '50: row 50']);
});

test('where the gateway is asked one by one, equal numbers are asked once all the same', async () => {
	const { asked, said } = await check({
		questions: ['10', '11', '1-0', '+10', '11'],
		says: () => 'what?',
		sharesAll: true,
	});
	expect(asked).toEqual(['10 11', 'check/10', 'check/11']);
	expect(said).toEqual(
		['10', '11', '1-0', '+10', '11'].map((typed) => `${typed}: check/${digits({ typed })}`),
	);
});

const refusing = (question: Question): Step<Question, string> => ({
	...alone(question, 'check'),
	...(digits(question) === '7' && { read: () => refused('serverError') }),
});

test('what fails alone fails for all that are equal, and is repeated for all of them', async () => {
	const { asked, said } = await check({
		questions: ['7@lid', '8@lid', '7@lid'],
		sharesAll: true,
		run: { ask: refusing },
	});
	expect(asked).toEqual([...Array<string>(3).fill('check/7'), 'check/8']);
	expect(said).toEqual(['serverError', '8@lid: check/8', 'serverError']);
});

test('what cannot be asked together is asked alone, and its place in the output is its own', async () => {
	const { asked, said } = await check({ questions: ['10', '77@lid', '11'] });
	expect(asked).toEqual(['10 11', 'check/77']);
	expect(said).toEqual(['10: row 10', '77@lid: check/77', '11: row 11']);
});

test('a number without an answer fails alone', async () => {
	const says = () => ({ '10': 'a', '12': 'c', '99': 'a stranger' });
	const { said, verdicts } = await check({ questions: numbers(3), says });
	expect(said).toEqual(['10: a', 'unexpectedResponse', '12: c']);
	const message = expect.stringMatching(/answered others .* but not this one/) as string;
	expect(verdicts[1]).toMatchObject([{ failed: { httpStatus: 200, message } }]);
});

test.each([
	['whose row breaks its reader', 'throw', 'unexpectedResponse', /^((?!but not this one).)*$/],
	['whose row refuses it', 'no', 'rejected', /: no \[redacted\]$/],
])('so does one %s, for its own reason', async (_what, row, happening, message) => {
	const says = () => ({ '10': 'a', '11': row, '12': 'c' });
	const { said, verdicts } = await check({ questions: numbers(3), says });
	expect(said).toEqual(['10: a', happening, '12: c']);
	expect(verdicts[1]).toMatchObject([{ failed: { message: expect.stringMatching(message) } }]);
});

test('fewer than are worth a request are asked alone', async () => {
	const least = (questions: string[]) => {
		const { most, key, ask } = batch;
		const lessons = createLessons(new FakeClock());
		return check({
			questions,
			run: {
				batch: {
					...{ most, least: 3 },
					key: (command) => key(command, credential, lessons),
					ask: (commands) => ask(commands, credential, lessons),
				},
			},
		});
	};
	expect((await least(numbers(2))).asked).toEqual(['check/10', 'check/11']);
	expect((await least(numbers(3))).asked).toEqual(['10 11 12']);
});

test('what an earlier try knows is not asked for again', async () => {
	const holders = numbers(3).map(() => ({}));
	const says = (_asked: readonly string[], nth: number) =>
		nth === 1 ? { '10': 'a', '11': 'no', '12': 'c' } : existing(['11']);
	const first = await check({ questions: numbers(3), says, holders });
	expect(first.said).toEqual(['10: a', 'rejected', '12: c']);
	const second = await check({ questions: numbers(3), holders });
	expect(second.asked).toEqual(['11']);
	expect(second.said).toEqual(['10: a', '11: row 11', '12: c']);
});

test('a look-up in parts is asked for each part, also where equal ones are asked once', async () => {
	const { asked, said } = await check({
		questions: ['1@lid', '2@lid'],
		sharesAll: true,
		run: {
			ask: (question) =>
				digits(question) === '1' ? { split: [{ typed: '3@lid' }] } : alone(question, 'check'),
		},
	});
	expect(asked).toEqual(['check/3', 'check/2']);
	expect(said).toEqual(['3@lid: check/3', '2@lid: check/2']);
});

test('an answer that breaks the reader of them all fails its items, and no others', async () => {
	const says = (asked: readonly string[], nth: number) =>
		nth === 1 ? ('throw' as const) : existing(asked);
	const { said } = await check({ questions: numbers(5), says });
	expect(said).toEqual([...Array<string>(4).fill('lostTrack'), '14: row 14']);
});

test('a batch that fails, fails its items', async () => {
	const says = (asked: readonly string[]) =>
		asked.includes('10') ? 'notConnected' : existing(asked);
	const { asked, said } = await check({ questions: numbers(6), says });
	expect(asked).toEqual(['10 11 12 13', '14 15']);
	expect(said).toEqual([...Array<string>(4).fill('notConnected'), '14: row 14', '15: row 15']);
});

test('it is repeated as a single question would be, and then answers all', async () => {
	const says = (asked: readonly string[], nth: number) =>
		nth < 3 ? ('serverError' as const) : existing(asked);
	const { asked, said, starts } = await check({ questions: numbers(2), says });
	expect(asked).toEqual(['10 11', '10 11', '10 11']);
	expect(said).toEqual(['10: row 10', '11: row 11']);
	expect((starts[1] ?? 0) - (starts[0] ?? 0)).toBeGreaterThanOrEqual(800);
});

test('one that may be refused for a single number is asked again in halves, down to that number', async () => {
	const says = (asked: readonly string[]) => (asked.includes('12') ? 'halves' : existing(asked));
	const { asked, said } = await check({ questions: numbers(4), says });
	expect(asked).toEqual(['10 11 12 13', '10 11', '12 13', '12', '13']);
	expect(said).toEqual(['10: row 10', '11: row 11', 'rejected', '13: row 13']);
});

test('a gateway that does not know the method is asked one by one, and not for it again', async () => {
	const { asked, said } = await check({ questions: numbers(6), says: () => 'what?' });
	const single = numbers(6).map((number) => `check/${number}`);
	expect(asked).toEqual(['10 11 12 13', ...single]);
	expect(said).toEqual(numbers(6).map((number) => `${number}: check/${number}`));
});

test('the rest of a look-up is asked for each, after the answer for all', async () => {
	const questions = [
		{ typed: '10', more: true as const },
		'11',
		{ typed: '10', more: true as const },
	];
	const { asked, said } = await check({ questions });
	expect(asked).toEqual(['10 11', 'more/10', 'more/10']);
	expect(said).toEqual(['10: more/10', '11: row 11', '10: more/10']);
});

test('items that want other repeats are not asked together', async () => {
	const rule = (index: number) => ({ maxRetries: index % 2 });
	const { asked } = await check({ questions: numbers(4), rule });
	expect(asked).toEqual(['10 12', '11 13']);
});

test('a send is never asked together', async () => {
	const rule = () => ({ kind: 'send' }) as const;
	const { asked } = await check({ questions: ['10', '11', '1-0'], sharesAll: true, rule });
	expect(asked).toEqual(['check/10', 'check/11', 'check/10']);
});

test('with a limit of 64 in flight the same requests leave', async () => {
	const { asked, most, said } = await check({
		questions: numbers(40),
		run: { concurrency: fixed(64) },
	});
	expect(asked).toHaveLength(10);
	expect(most).toBeLessThanOrEqual(10);
	expect(said).toEqual(numbers(40).map((number) => `${number}: row ${number}`));
});

test('they keep the pace of their method', async () => {
	const { starts } = await check({
		questions: numbers(12),
		run: {
			concurrency: fixed(64),
			rates: { perMethod: { checkMany: [{ starts: 1, perMs: 1000 }] } },
		},
	});
	expect(starts).toEqual([0, 1040, 2080]);
});

test('On Error: Stop asks nothing for what comes after the failed item', async () => {
	const says = (asked: readonly string[], nth: number) =>
		nth === 1 ? { '10': 'a', '11': 'b', '13': 'd' } : existing(asked);
	const { asked, said } = await check({
		questions: numbers(12),
		says,
		run: { stopOnFailure: true },
	});
	expect(asked).toEqual(['10 11 12 13']);
	expect(said.slice(0, 3)).toEqual(['10: a', '11: b', 'unexpectedResponse']);
	expect(said.slice(4)).toEqual(Array(8).fill('notStarted'));
});

test('stopping the execution ends it, with what was answered', async () => {
	const { asked, said } = await check({ questions: numbers(12), stopAfter: 1 });
	expect(asked).toEqual(['10 11 12 13']);
	expect(said.slice(0, 4)).toEqual(numbers(4).map((number) => `${number}: row ${number}`));
	expect(said.slice(4)).toEqual(Array(8).fill('cancelledBeforeSending'));
});
