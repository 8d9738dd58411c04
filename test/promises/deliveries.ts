/** The delivery alone, with a scripted gateway and a fake clock: what the wire cannot show. */
import { deliver } from '../../nodes/WhatsAppContacts/delivery/deliver';
import type { Bounds } from '../../nodes/WhatsAppContacts/delivery/climb';
import type { Job, Note, Run } from '../../nodes/WhatsAppContacts/delivery/job';
import { Memory } from '../../nodes/WhatsAppContacts/delivery/memory';
import { Pace } from '../../nodes/WhatsAppContacts/delivery/pace';
import { Pauses } from '../../nodes/WhatsAppContacts/delivery/pauses';
import { describeFailure } from '../../nodes/WhatsAppContacts/domain/explain';
import type { Happening } from '../../nodes/WhatsAppContacts/domain/failure';
import type { Outcome, Split, Step } from '../../nodes/WhatsAppContacts/providers/provider';
import type { HttpRequest } from '../../nodes/WhatsAppContacts/transport/http';
import { FakeClock } from './fakeClock';

type Answer = Happening | 'accepted' | 'split' | { tooMany: number };

interface Script {
	/** By message: what the gateway says to each attempt, the last for ever. */
	readonly answers: Readonly<Record<string, readonly Answer[]>>;
	readonly rule?: Partial<Job<string, string, string>['rule']>;
	readonly run?: Partial<Run<string, string>>;
	readonly job?: Partial<Job<string, string, string>>;
	/** What takes a message's place without being asked for. */
	readonly ask?: (message: string) => Split<string> | undefined;
	readonly pauseMs?: number;
	readonly lane?: (message: string) => string;
	/** How long each attempt takes, of all messages or by message. */
	readonly takesMs?: number | Readonly<Record<string, number>>;
}

/** As many in flight as a user has set. */
export const fixed = (requests: number): Bounds => ({ first: requests, most: requests });

const memory = new Memory<Note<string, string>>();

/** A gateway that remembers what it was asked, and when. */
export class ScriptedGateway {
	readonly clock = new FakeClock();
	readonly attempts: Array<{
		readonly message: string;
		readonly at: number;
		readonly request: HttpRequest;
	}> = [];
	private readonly pace = new Pace(this.clock);
	private readonly pauses = new Pauses(this.clock);

	constructor(private readonly script: Script) {}

	/** Carries the messages out; the same holders again are another try. */
	async try(holders: ReadonlyArray<{ readonly message: string }>, changes: Partial<Script> = {}) {
		const script = { ...this.script, ...changes };
		const rule = { kind: 'send', maxRetries: 3, resend: false, ...script.rule } as const;
		const jobs = holders.map((holder, index) => ({
			command: holder.message,
			lane: script.lane?.(holder.message) ?? holder.message,
			rule,
			timeoutMs: 1000,
			pauseMs: script.pauseMs ?? 0,
			notes: memory.notes(holder, `run|${index}`),
			present: (_message: string, done: string) => done,
			...script.job,
		}));
		return await deliver<string, string, string>(jobs, {
			gateway: {
				displayName: 'Gateway',
				apiUrl: 'http://gateway',
				sign: (request) => request,
				redact: (text) => text,
				send: async (request, signal) => {
					const message = request.url.split('/').pop() ?? '';
					this.attempts.push({ message, at: this.clock.now(), request });
					const { takesMs } = script;
					const ms = typeof takesMs === 'object' ? takesMs[message] : takesMs;
					if (ms !== undefined) await this.clock.sleep(ms, signal);
					return { answer: { status: 200, headers: {}, text: '{}', oversized: false } };
				},
			},
			instance: 'instance',
			account: 'account',
			rates: {},
			concurrency: fixed(1),
			stopOnFailure: false,
			pace: this.pace,
			pauses: this.pauses,
			clock: this.clock,
			cancel: new AbortController().signal,
			ask: (message) => this.ask(message, script),
			...script.run,
		});
	}

	/** How often a message was attempted. */
	count(message: string): number {
		return this.attempts.filter((attempt) => attempt.message === message).length;
	}

	private ask(message: string, script: Script): Step<string, string> | Split<string> {
		return (
			script.ask?.(message) ?? {
				method: 'send',
				request: { method: 'POST', path: message },
				read: () => this.read(message, script),
			}
		);
	}

	private read(message: string, { answers }: Script): Outcome<string, string> {
		const said = answers[message] ?? ['accepted'];
		const answer = said[Math.min(this.count(message), said.length) - 1] ?? 'accepted';
		if (answer === 'accepted') return { done: `${message} done`, body: {} };
		if (answer === 'split') return { split: [`${message}.a`, `${message}.b`] };
		if (typeof answer === 'object') {
			const retryAfterMs = answer.tooMany;
			return {
				refused: describeFailure({ gateway: 'G', happening: 'rateLimited', retryAfterMs }),
			};
		}
		return { refused: describeFailure({ gateway: 'G', happening: answer }) };
	}
}

/** `accepted`, the code-like happening of a failure, or `notStarted`; with `+` when sent again. */
export function told(delivered: Awaited<ReturnType<ScriptedGateway['try']>>): string[][] {
	return delivered.verdicts.map((messages) =>
		messages.map((verdict) => {
			const again = 'resent' in verdict ? '+' : '';
			if ('accepted' in verdict) return `accepted${again}`;
			return 'failed' in verdict ? `${verdict.failed.happening}${again}` : 'notStarted';
		}),
	);
}
