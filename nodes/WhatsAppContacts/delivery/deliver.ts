/**
 * The pipeline that carries out every call of every provider: once, in order, in pace, with safe
 * repeats, stoppable. It knows no provider and no n8n, and never throws.
 */
import { describeFailure } from '../domain/explain';
import type { Failure } from '../domain/failure';
import type { Hint, Outcome, Split, Step } from '../providers/provider';
import { type Clock, createBreath } from './clock';
import { exchange, type Gateway } from './exchange';
import { inLanes } from './lanes';
import type { Notes } from './memory';
import { gapOf, type Pace } from './pace';
import {
	isInDoubt,
	LONGEST_RETRY_AFTER_MS,
	mayRepeat,
	type RepeatRule,
	tooLongToWait,
	waitMs,
} from './repeat';

/** What became of a message. */
export type Verdict<Command, Output> =
	| { readonly accepted: Output }
	| { readonly failed: Failure; readonly command: Command }
	/** Stop mode: another message had failed before this one's turn. */
	| { readonly notStarted: Command };

/** What the memory keeps of a message: an acceptance, a doubt, or that it went out in parts. */
export type Note<Command, Output> = Verdict<Command, Output> | 'split';

/** One input item's command and how it wants to be carried out. */
export interface Job<Command, Result, Output> {
	readonly command: Command;
	/** Messages of one lane leave one after the other. */
	readonly lane: string;
	readonly rule: RepeatRule;
	readonly timeoutMs: number;
	/** The least time between two messages of this instance, start to start. */
	readonly pauseMs: number;
	readonly notes: Notes<Note<Command, Output>>;
	/** What comes out of an accepted message; `body` is the main answer. */
	present(command: Command, done: Result, step: Step<Command, Result>, body: unknown): Output;
}

/** What all jobs of a run share. */
export interface Run<Command, Result> {
	readonly gateway: Gateway;
	/** Names gateway and instance; pace is kept per instance. */
	readonly instance: string;
	readonly ratesPerSecond: Readonly<Record<string, number>>;
	readonly concurrency: number;
	readonly stopOnFailure: boolean;
	readonly pace: Pace;
	readonly clock: Clock;
	/** The execution was stopped. */
	readonly cancel: AbortSignal;
	ask(command: Command): Step<Command, Result> | Split<Command>;
}

/** What a run did, beyond the verdicts. */
export interface Delivered<Command, Output> {
	/** In input order, one list per job. */
	readonly verdicts: ReadonlyArray<ReadonlyArray<Verdict<Command, Output>>>;
	/** Messages that were repeated although an earlier attempt may have arrived. */
	readonly resent: number;
	/** What was said of splits, with how often. */
	readonly hints: ReadonlyMap<Hint, number>;
}

/** Carries out all jobs and says what became of every message. */
export async function deliver<Command, Result, Output>(
	jobs: ReadonlyArray<Job<Command, Result, Output>>,
	run: Run<Command, Result>,
): Promise<Delivered<Command, Output>> {
	const delivery = new Delivery<Command, Result, Output>(run);
	const verdicts: Array<Array<Verdict<Command, Output>>> = jobs.map(() => []);
	const breath = createBreath(run.clock);
	await inLanes(
		jobs,
		(job) => job.lane,
		run.concurrency,
		async (job, index) => {
			await breath();
			await delivery.message(job, job.command, '0', verdicts[index] ?? []);
		},
	);
	return { verdicts, resent: delivery.resent, hints: delivery.hints };
}

class Delivery<Command, Result, Output> {
	resent = 0;
	readonly hints = new Map<Hint, number>();
	private readonly failure = new AbortController();
	/** Aborted when nothing new may start: the execution was stopped, or a message failed. */
	private readonly halt: AbortSignal;

	constructor(private readonly run: Run<Command, Result>) {
		this.halt = AbortSignal.any([run.cancel, this.failure.signal]);
	}

	/** Carries out one message, or the messages that it takes in its place. */
	async message(
		job: Job<Command, Result, Output>,
		command: Command,
		place: string,
		verdicts: Array<Verdict<Command, Output>>,
	): Promise<void> {
		const known = job.notes.get(place);
		const isOver = known !== undefined && known !== 'split' && this.isFinal(known, job.rule);
		if (isOver) return this.conclude(known, verdicts);
		const asked = this.run.ask(command);
		const outcome = await this.settleOrSplit(job, command, asked, known === 'split');
		if (!('split' in outcome)) {
			if (this.isWorthRemembering(outcome, job.rule)) job.notes.set(place, outcome);
			return this.conclude(outcome, verdicts);
		}
		job.notes.set(place, 'split');
		outcome.hints?.forEach((hint) => this.hints.set(hint, (this.hints.get(hint) ?? 0) + 1));
		for (const [number, part] of outcome.split.entries()) {
			await this.message(job, part, `${place}.${number}`, verdicts);
		}
	}

	private async settleOrSplit(
		job: Job<Command, Result, Output>,
		command: Command,
		asked: Step<Command, Result> | Split<Command>,
		wasSplit: boolean,
	): Promise<Verdict<Command, Output> | Split<Command>> {
		if ('split' in asked) return asked;
		// An earlier try sent this item in parts, so its whole must not go out beside them.
		return wasSplit ? { split: [command] } : await this.settle(job, command, asked);
	}

	private conclude(
		verdict: Verdict<Command, Output>,
		verdicts: Array<Verdict<Command, Output>>,
	): void {
		if ('failed' in verdict && this.run.stopOnFailure) this.failure.abort();
		verdicts.push(verdict);
	}

	private isFinal(note: Verdict<Command, Output>, rule: RepeatRule): boolean {
		return 'accepted' in note || !rule.resend;
	}

	private isWorthRemembering(verdict: Verdict<Command, Output>, rule: RepeatRule): boolean {
		return 'accepted' in verdict || ('failed' in verdict && isInDoubt(verdict.failed, rule.kind));
	}

	/** Goes through the call's steps until a message is accepted, fails or must be split. */
	private async settle(
		job: Job<Command, Result, Output>,
		command: Command,
		first: Step<Command, Result>,
	): Promise<Verdict<Command, Output> | Split<Command>> {
		if (job.pauseMs > 0 && !this.halt.aborted) {
			await this.run.pace.turn(`${this.run.instance} pause`, job.pauseMs, this.halt);
		}
		const doubt: Doubt = {};
		let step = first;
		for (let isFirst = true; ; isFirst = false) {
			const outcome = await this.attempts(job, step, doubt, isFirst);
			if (outcome === 'notStarted') return this.notStarted(command);
			if ('next' in outcome) {
				step = outcome.next;
			} else if ('split' in outcome) {
				return outcome;
			} else if ('refused' in outcome) {
				return { failed: outcome.refused, command };
			} else {
				return { accepted: job.present(command, outcome.done, step, outcome.body) };
			}
		}
	}

	private notStarted(command: Command): Verdict<Command, Output> {
		return this.run.cancel.aborted
			? { failed: this.cancelled(), command }
			: { notStarted: command };
	}

	private cancelled(): Failure {
		const gateway = this.run.gateway.displayName;
		return describeFailure({ gateway, happening: 'cancelledBeforeSending' });
	}

	/** One step with its safe repeats. */
	private async attempts(
		job: Job<Command, Result, Output>,
		step: Step<Command, Result>,
		doubt: Doubt,
		isFirst: boolean,
	): Promise<Outcome<Command, Result> | 'notStarted'> {
		const { run, halt } = this;
		let last: Failure | undefined;
		for (let repeats = 0; ; repeats++) {
			const rate = run.ratesPerSecond[step.method];
			if (rate !== undefined && !halt.aborted) {
				await run.pace.turn(`${run.instance} ${step.method}`, gapOf(rate), halt);
			}
			if (halt.aborted) {
				if (isFirst && !last) return 'notStarted';
				// A call that has begun is finished in stop mode, but is not repeated.
				if (run.cancel.aborted) return { refused: doubt.failure ?? this.cancelled() };
				if (last) return { refused: doubt.failure ?? last };
			}
			if (last && doubt.failure) this.resent++;
			const outcome = await this.attempt(job, step);
			if (!('refused' in outcome)) return outcome;
			last = outcome.refused;
			if (isInDoubt(last, job.rule.kind)) doubt.failure = last;
			const final = { refused: doubt.failure ?? last };
			if (!mayRepeat(last, job.rule) || repeats >= job.rule.maxRetries || halt.aborted)
				return final;
			if ((last.retryAfterMs ?? 0) > LONGEST_RETRY_AFTER_MS) {
				return { refused: doubt.failure ?? tooLongToWait(last) };
			}
			await run.clock.sleep(waitMs(last, repeats), halt);
		}
	}

	private async attempt(
		job: Job<Command, Result, Output>,
		step: Step<Command, Result>,
	): Promise<Outcome<Command, Result>> {
		const { gateway, cancel } = this.run;
		const exchanged = await exchange(
			gateway,
			{
				request: step.request,
				timeoutMs: job.timeoutMs + (step.gatewayWaitsMs ?? 0),
				kind: job.rule.kind,
			},
			cancel,
		);
		if ('failure' in exchanged) return { refused: exchanged.failure };
		try {
			return step.read(exchanged.answer);
		} catch {
			// Whatever an answer does to its reader, the message's other facts stay known.
			const happening = 'unexpectedResponse';
			const httpStatus = exchanged.answer.status;
			return {
				refused: describeFailure({ gateway: gateway.displayName, happening, httpStatus }),
			};
		}
	}
}

/** The first attempt of a message that may have arrived: no later refusal takes that back. */
interface Doubt {
	failure?: Failure;
}
