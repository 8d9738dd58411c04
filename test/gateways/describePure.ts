/**
 * A gateway's vectors, without n8n and without a socket: what leaves by what was typed,
 * and what comes out by what was answered. It is quick enough to be asked of every mistake.
 */
import { deliver } from '../../nodes/WhatsAppContacts/delivery/deliver';
import type { Job, Note, Verdict } from '../../nodes/WhatsAppContacts/delivery/job';
import { Memory } from '../../nodes/WhatsAppContacts/delivery/memory';
import { isInDoubt } from '../../nodes/WhatsAppContacts/delivery/repeat';
import { rowOf } from '../../nodes/WhatsAppContacts/domain/failure';
import { operations } from '../../nodes/WhatsAppContacts/operations';
import { hintsOf } from '../../nodes/WhatsAppContacts/run/summary';
import type { Operation, ReadItem } from '../../nodes/WhatsAppContacts/operations/operation';
import { type Provider, providers } from '../../nodes/WhatsAppContacts/providers';
import type { Hint, Lessons } from '../../nodes/WhatsAppContacts/providers/provider';
import { invalidInput } from '../../nodes/WhatsAppContacts/run/items';
import type { Failed, ProviderVectors, Vector } from '../vectors/vector';
import { named, scriptedRun } from './scripted';

const API_URL = 'https://gateway.example';

/** n8n's part is left out: expressions and hidden fields. */
const isPure = ({ that, parameters }: Vector) =>
	!JSON.stringify(parameters).includes('"={{') &&
	!that.startsWith('never sees the fields that the editor does not show');

type Command = object;
type Json = Readonly<Record<string, unknown>>;

async function carryOut(provider: Provider, vector: Vector, lessons: Lessons): Promise<void> {
	const operation = operations[vector.operation] as unknown as Operation<Command, object>;
	const { ask, batch, problem } = operation.call(provider);
	const parsed = provider.credential.safeParse({ apiUrl: API_URL, ...vector.credential });
	const { exchanges, items, failed = [] } = vector;
	if (!parsed.success) {
		expect(exchanges).toEqual([]);
		return;
	}
	const credential = parsed.data;
	const readings = (vector.chats ?? [undefined]).map((chatId) => {
		const chat = chatId === undefined ? {} : { chatId };
		const given: Json = { simplify: vector.raw !== true, ...vector.parameters, ...chat };
		const reading = operation.read((name) => given[name], provider);
		const unfit = 'problem' in reading ? reading : problem?.(reading.value.command);
		return unfit ? invalidInput(unfit) : (reading as Valid).value;
	});

	const { requests, expected, run } = scriptedRun(provider, credential, exchanges);
	const hints = new Map<Hint, number>();
	const omitted = new Map<string, number>();
	const valid = readings.flatMap((reading) => ('command' in reading ? [reading] : []));
	const jobs = valid.map(({ command }): Job<Command, object, Json> => ({
		command,
		lane: '',
		rule: { kind: operation.kind, maxRetries: 0, resend: false },
		timeoutMs: 1000,
		pauseMs: 0,
		notes: new Memory<Note<Command, Json>>().notes({}, ''),
		present: (part, done, { omits: left = [], hints: more = [] }, body) => {
			countAll(hints, [...more, ...(operation.hints ?? [])]);
			const omits = [...new Set([...operation.omitted(part), ...left])].sort();
			countAll(omitted, omits);
			if (vector.raw) return rawOf(body());
			return operation.present(part, done, { provider, omits });
		},
	}));
	const delivered = await deliver(jobs, {
		...run,
		ask: (part) => {
			const asked = ask(part, credential, lessons);
			return 'split' in asked ? asked : named(asked);
		},
		...(operation.same && { same: (command: Command) => operation.same?.(command) ?? '' }),
		...(batch && {
			batch: {
				...batch,
				key: (part: Command) => batch.key(part, credential, lessons),
				ask: (parts: readonly Command[]) => {
					const step = batch.ask(parts, credential, lessons);
					expect(step.method).toMatch(/^[a-z][\w/-]+$/i);
					return step;
				},
			},
		}),
	});
	expect(requests).toEqual(expected);
	const carried = delivered.verdicts.values();
	const came = readings.flatMap((reading): ReadonlyArray<Verdict<Command | undefined, Json>> =>
		'command' in reading ? (carried.next().value ?? []) : [{ failed: reading, command: undefined }],
	);
	expect(came.flatMap((one) => ('accepted' in one ? [one.accepted] : []))).toEqual(items);
	const failures = came.flatMap((one) => ('failed' in one ? [one] : []));
	expect(
		failures.map(({ failed: failure, command }) => {
			const { code, delivery, retryable } = rowOf(failure);
			const about = command && operation.about(command);
			return {
				...{
					message: failure.message,
					advice: failure.advice,
					code,
					retryable,
					httpStatus: failure.httpStatus,
				},
				delivery: operation.kind === 'send' ? delivery : 'notSent',
				chatId: about ? provider.spellChatId(about.chatId) : null,
				contacts: about?.contacts ?? [],
			};
		}),
	).toEqual(
		failed.map((one) => {
			const advice: unknown = expect.stringMatching(one.advice ?? /^\S.{10,}$/);
			return { ...one, message: holding(one), advice };
		}),
	);

	const said = hintsOf({
		gateway: provider.displayName,
		omitted,
		inDoubt: came.flatMap((one, item) =>
			'failed' in one && isInDoubt(one.failed, operation.kind) ? [item] : [],
		),
		resent: 0,
		skippedCards: valid.reduce((sum, { skippedCount = 0 }) => sum + skippedCount, 0),
		suspiciousPhones: valid.flatMap(({ suspiciousPhones }) => suspiciousPhones),
		hints: new Map([...delivered.hints, ...hints]),
		hasPause: false,
	});
	if (vector.hints) {
		expect(said).toEqual(vector.hints.map((hint): unknown => expect.stringMatching(hint)));
	} else for (const hint of said) expect(hint).toMatch(/^\S+ .{20,}/);
}

type Valid = { readonly value: ReadItem<Command> };

function countAll<T>(counts: Map<T, number>, all: readonly T[]): void {
	for (const each of all) counts.set(each, (counts.get(each) ?? 0) + 1);
}

function rawOf(body: unknown): Json {
	return Array.isArray(body) ? { items: body } : ((body ?? {}) as Json);
}

const holding = ({ message }: Failed): unknown =>
	typeof message === 'string' ? expect.stringContaining(message) : expect.stringMatching(message);

/** Runs a gateway's vectors. */
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
