/**
 * A gateway's vectors of one item, without n8n: what leaves by what was typed, and what comes out
 * by what was answered, are pure functions. It is quick enough to be asked of every mistake.
 */
import { describeFailure } from '../../nodes/WhatsAppContacts/domain/explain';
import { type Failure, rowOf } from '../../nodes/WhatsAppContacts/domain/failure';
import { createRedact, redactDeep } from '../../nodes/WhatsAppContacts/domain/secrets/redaction';
import { readable } from '../../nodes/WhatsAppContacts/delivery/exchange';
import { operations } from '../../nodes/WhatsAppContacts/operations';
import type { Operation } from '../../nodes/WhatsAppContacts/operations/operation';
import { type Provider, providers } from '../../nodes/WhatsAppContacts/providers';
import type { Hint, Lessons, Outcome, Step } from '../../nodes/WhatsAppContacts/providers/provider';
import type { Answered, Exchange, ProviderVectors, Vector } from '../vectors/vector';

const API_URL = 'https://gateway.example';

/** n8n's part is left out: expressions, hidden fields, and what is asked of many items at once. */
const isPure = ({ that, parameters, chats }: Vector) =>
	chats === undefined &&
	!JSON.stringify(parameters).includes('"={{') &&
	!that.startsWith('never sees the fields that the editor does not show');

type Command = object;
type Json = Readonly<Record<string, unknown>>;
type Came = { readonly item: Json } | { readonly failed: Failure };

const answerOf = ({ status, body, text, headers = {} }: Answered) =>
	readable({
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

function carryOut(provider: Provider, vector: Vector, lessons: Lessons): void {
	const operation = operations[vector.operation] as unknown as Operation<Command, object>;
	const call = operation.call(provider);
	const parsed = provider.credential.safeParse({
		...{ apiUrl: API_URL, ...vector.credential },
	});
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
	const unfit = call.problem?.(command);
	if (unfit !== undefined) {
		expect(exchanges).toEqual([]);
		expectFailed(failed, [`${unfit.field}: ${unfit.problem}`]);
		return;
	}

	const requests: Json[] = [];
	const answers = [...exchanges];
	const came: Came[] = [];
	const hints: Hint[] = [];
	const redact = createRedact(provider.secretsOf(credential));

	const asked = (step: Pick<Step<Command, object>, 'request'>) => {
		const { method, path, body } = step.request;
		const { url, headers } = provider.sign(
			{
				url: `${credential.apiUrl}/${path}`,
				headers: { ...(body && { 'content-type': 'application/json' }) },
			},
			credential,
		);
		const below = url.slice(new URL(credential.apiUrl).origin.length);
		const plain: unknown = body && JSON.parse(JSON.stringify(body));
		const names = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
		requests.push({ method, path: below, headers: Object.fromEntries(names), body: plain });
		const next = answers.shift();
		return next && answerOf(next.answered);
	};
	const lost = { refused: describeFailure({ gateway: '', happening: 'lostTrack' }) };

	const waiting: Command[] = [command];
	for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) {
		const each = one;
		const { batch } = call;
		const inBatch =
			batch && (batch.least ?? 1) <= 1 && batch.key(each, credential, lessons) !== undefined;
		let step: Step<Command, object>;
		let outcome: Outcome<Command, object>;
		const first = inBatch ? batch.ask([each], credential, lessons) : undefined;
		const answer = first && asked(first);
		const read = first && answer ? first.read(answer) : undefined;
		if (first && read && !('oneByOne' in read)) {
			step = { ...first, read: () => lost };
			outcome = 'each' in read ? (read.each(each) ?? lost) : read;
		} else {
			const begun = call.ask(each, credential, lessons);
			if ('split' in begun) {
				waiting.unshift(...begun.split);
				continue;
			}
			step = begun;
			const said = asked(begun);
			outcome = said ? begun.read(said) : lost;
		}
		while ('next' in outcome) {
			step = outcome.next;
			const said = asked(step);
			outcome = said ? step.read(said) : lost;
			if ('refused' in outcome) outcome = step.otherwise?.() ?? outcome;
		}
		hints.push(...(step.hints ?? []), ...('hints' in outcome ? (outcome.hints ?? []) : []));
		if ('split' in outcome) waiting.unshift(...outcome.split);
		else if ('refused' in outcome) came.push({ failed: outcome.refused });
		else if (!('done' in outcome)) throw new Error('no outcome');
		else if (vector.raw) came.push({ item: (outcome.body ?? {}) as Json });
		else {
			const omits = [...new Set([...operation.omitted(each), ...(step.omits ?? [])])].sort();
			came.push({ item: operation.present(each, outcome.done, { provider, omits }) });
		}
	}

	expect(requests).toEqual(
		exchanges.map((exchange) => sentOf(exchange, credential as object as Json)),
	);
	expect(came.flatMap((one) => ('item' in one ? [redactDeep(one.item, redact)] : []))).toEqual(
		items,
	);
	const failures = came.flatMap((one) => ('failed' in one ? [one.failed] : []));
	expectFailed(
		failed,
		failures.map(({ message }) => redact(message)),
	);
	expect(
		failures.map((failure) => {
			const { code, retryable } = rowOf(failure);
			return [code, failure.httpStatus, retryable];
		}),
	).toEqual(failed.map(({ code, httpStatus, retryable }) => [code, httpStatus, retryable]));
	for (const hint of hints) expect(hint(1000, { hasPause: false })).toMatch(/^\S+ .{20,}/);
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
		(_that, vector, at) => {
			// What servers teach is kept per instance too.
			const instance = `${String(vectors.credential.instance)}${at}`;
			const { apiUrl = API_URL, ...own } = {
				...{ ...vectors.credential, instance },
				...vector.credential,
			};
			const url = apiUrl.replace('{server}', API_URL);
			carryOut(provider, { ...vector, credential: { ...own, apiUrl: url } }, lessons);
		},
	);
}
