/**
 * A gateway's vectors of one item, without n8n and without a socket: what leaves by what was typed,
 * and what comes out by what was answered. It is quick enough to be asked of every mistake.
 */
import { deliver } from '../../nodes/WhatsAppContacts/delivery/deliver';
import type { Job, Note } from '../../nodes/WhatsAppContacts/delivery/job';
import { Memory } from '../../nodes/WhatsAppContacts/delivery/memory';
import { Pace } from '../../nodes/WhatsAppContacts/delivery/pace';
import { Pauses } from '../../nodes/WhatsAppContacts/delivery/pauses';
import { rowOf } from '../../nodes/WhatsAppContacts/domain/failure';
import { createRedact } from '../../nodes/WhatsAppContacts/domain/secrets/redaction';
import { operations } from '../../nodes/WhatsAppContacts/operations';
import type { Operation } from '../../nodes/WhatsAppContacts/operations/operation';
import { type Provider, providers } from '../../nodes/WhatsAppContacts/providers';
import type { Hint, Lessons } from '../../nodes/WhatsAppContacts/providers/provider';
import { FakeClock } from '../promises/fakeClock';
import type { Answered, Exchange, ProviderVectors, Vector } from '../vectors/vector';

const API_URL = 'https://gateway.example';

/** n8n's part is left out: expressions, hidden fields, and what is asked of many items at once. */
const isPure = ({ that, parameters, chats }: Vector) =>
	chats === undefined &&
	!JSON.stringify(parameters).includes('"={{') &&
	!that.startsWith('never sees the fields that the editor does not show');

type Command = object;
type Json = Readonly<Record<string, unknown>>;

const answerOf = ({ status, body, text, headers = {} }: Answered) => ({
	status,
	headers,
	text: text ?? (body === undefined ? '' : JSON.stringify(body)),
	oversized: false,
});

/** What the vector says that a request is. */
function sentOf({ sent }: Exchange, credential: Json): Json {
	const fill = (text: string) =>
		text.replace(/\{(instance|token)\}/g, (_, key: string) =>
			encodeURIComponent(String(credential[key])),
		);
	const { instance } = credential;
	const body = JSON.stringify(sent.body)?.replaceAll('"{instance}"', JSON.stringify(instance));
	return {
		method: sent.method,
		path: fill(sent.path),
		headers: {
			...(body !== undefined && { 'content-type': 'application/json' }),
			...Object.fromEntries(
				Object.entries(sent.headers ?? {}).map(([name, value]) => [name, fill(value)]),
			),
		},
		body: body === undefined ? undefined : (JSON.parse(body) as unknown),
	};
}

async function carryOut(provider: Provider, vector: Vector, lessons: Lessons): Promise<void> {
	const operation = operations[vector.operation] as unknown as Operation<Command, object>;
	const { ask, batch, problem } = operation.call(provider);
	const parsed = provider.credential.safeParse({ apiUrl: API_URL, ...vector.credential });
	const given: Json = { simplify: vector.raw !== true, ...vector.parameters };
	const reading = operation.read((name) => given[name], provider);
	const { exchanges, items, failed = [] } = vector;
	if (!parsed.success || 'problem' in reading) {
		expect(exchanges).toEqual([]);
		if ('problem' in reading) expectFailed(failed, [`${reading.field}: ${reading.problem}`]);
		return;
	}
	const credential = parsed.data;
	const { command } = reading.value;
	const unfit = problem?.(command);
	if (unfit !== undefined) {
		expect(exchanges).toEqual([]);
		expectFailed(failed, [`${unfit.field}: ${unfit.problem}`]);
		return;
	}

	const requests: Json[] = [];
	const answers = [...exchanges];
	const said: Hint[] = [];
	const clock = new FakeClock();
	const job: Job<Command, object, Json> = {
		command,
		lane: '',
		rule: { kind: operation.kind, maxRetries: 0, resend: false },
		timeoutMs: 1000,
		pauseMs: 0,
		notes: new Memory<Note<Command, Json>>().notes({}, ''),
		present: (part, done, { omits: left = [], hints: more = [] }, body) => {
			said.push(...more);
			if (vector.raw) return (body() ?? {}) as Json;
			const omits = [...new Set([...operation.omitted(part), ...left])].sort();
			return operation.present(part, done, { provider, omits });
		},
	};
	const { verdicts, hints } = await deliver([job], {
		gateway: {
			displayName: provider.displayName,
			apiUrl: credential.apiUrl,
			sign: (request) => provider.sign(request, credential),
			redact: createRedact(provider.secretsOf(credential)),
			send: ({ method, url, headers, body }) => {
				const path = url.slice(new URL(credential.apiUrl).origin.length);
				const names = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
				requests.push({
					...{ method, path, headers: Object.fromEntries(names) },
					body: body === undefined ? undefined : (JSON.parse(body) as unknown),
				});
				const next = answers.shift();
				if (next === undefined) throw new Error('asked more often than the vector says');
				return Promise.resolve({ answer: answerOf(next.answered) });
			},
		},
		...{ instance: '', account: '', rates: {} },
		concurrency: { first: 1, most: 1 },
		stopOnFailure: false,
		...{ pace: new Pace(clock), pauses: new Pauses(clock), clock },
		cancel: new AbortController().signal,
		ask: (part) => ask(part, credential, lessons),
		...(batch && {
			batch: {
				...batch,
				key: (part: Command) => batch.key(part, credential, lessons),
				ask: (parts: readonly Command[]) => batch.ask(parts, credential, lessons),
			},
		}),
	});
	said.push(...hints.keys());

	const came = verdicts.flat();
	expect(requests).toEqual(
		exchanges.map((exchange) => sentOf(exchange, credential as object as Json)),
	);
	expect(came.flatMap((one) => ('accepted' in one ? [one.accepted] : []))).toEqual(items);
	const failures = came.flatMap((one) => ('failed' in one ? [one.failed] : []));
	expectFailed(
		failed,
		failures.map(({ message }) => message),
	);
	expect(
		failures.map((failure) => {
			const { code, retryable } = rowOf(failure);
			return [code, failure.httpStatus, retryable];
		}),
	).toEqual(failed.map(({ code, httpStatus, retryable }) => [code, httpStatus, retryable]));
	for (const hint of said) expect(hint(1000, { hasPause: false })).toMatch(/^\S+ .{20,}/);
}

function expectFailed(failed: NonNullable<Vector['failed']>, messages: readonly string[]): void {
	expect(messages).toEqual(
		failed.map(({ message }): unknown =>
			typeof message === 'string'
				? expect.stringContaining(message)
				: expect.stringMatching(message),
		),
	);
}

/** Runs a gateway's vectors of one item. */
export function describePure(vectors: ProviderVectors): void {
	const provider = (providers as Readonly<Record<string, Provider>>)[vectors.provider] as Provider;
	const pure = Object.values(vectors.rows)
		.flatMap((row) => ('notHere' in row ? [] : row))
		.filter(isPure);
	const lessons = new Map<string, string>();

	it.each(pure.map((vector, at) => [vector.that, vector, at] as const))(
		'%s',
		async (_that, vector, at) => {
			// What servers teach is kept per instance too.
			const instance = `${String(vectors.credential.instance)}${at}`;
			const { apiUrl = API_URL, ...own } = {
				...{ ...vectors.credential, instance },
				...vector.credential,
			};
			const url = apiUrl.replace('{server}', API_URL);
			await carryOut(provider, { ...vector, credential: { ...own, apiUrl: url } }, lessons);
		},
	);
}
