/** One message: its steps, their turns, their safe repeats, and what is left in doubt. */
import { describeFailure, failureWith } from '../domain/explain';
import type { Failure } from '../domain/failure';
import { redactDeep } from '../domain/secrets/redaction';
import type { Answer, Limit, Outcome, Split, Step } from '../providers/provider';
import { exchange, type Mistakes } from './exchange';
import type { End, InFlight } from './inFlight';
import type { Job, Run, Said, Verdict } from './job';
import { isInDoubt, isOpen, isTooLong, mayRepeat, tooLongToWait, waitMs } from './repeat';

/** A message on its way, with what earlier attempts and tries left open. */
export interface Underway<Command, Result, Output> {
	readonly job: Job<Command, Result, Output>;
	readonly command: Command;
	/** Of the message within its item. */
	readonly place: string;
	/** How often the gateway had lost track of a key, so that a new one was taken (`resend`). */
	newKeys: number;
	/** The first attempt that may have arrived: no later refusal takes that back. */
	doubt: Failure | undefined;
	/** It went out again although it may have arrived. */
	resent: boolean;
	/** It was accepted, whatever is made of that. */
	isAccepted: boolean;
	/** Remembers that it is out, before it is. */
	leaving(): void;
}

/** A gateway that keeps keys says by itself that it has lost track, after ten minutes. */
const LONGEST_IN_PROGRESS_MS = 660_000;

/** A step by what its answer is read as. */
interface Asked<Read> extends Omit<Step<unknown, unknown>, 'read'> {
	read(answer: Answer): Read;
}

/** A request failed, whatever it was about. */
interface Refused {
	readonly refused: Failure;
}

/** A step and what came of it. */
export interface Known<Command, Result> {
	readonly step: Said;
	readonly outcome: Outcome<Command, Result> | 'notStarted';
}

/** The documented limits of a request, at least one, and whose they are. */
interface KeyedLimits {
	readonly key: string;
	readonly limits: readonly Limit[];
}

export class Attempts<Command, Result, Output> {
	constructor(
		private readonly run: Run<Command, Result>,
		/** Aborted when nothing new may start. */
		private readonly halt: AbortSignal,
		private readonly inFlight: InFlight,
		private readonly mistakes: Mistakes,
	) {}

	/** Goes through the call's steps until the message is accepted, fails or must be split. */
	async carryOut(
		message: Underway<Command, Result, Output>,
		first: Step<Command, Result>,
	): Promise<Verdict<Command, Output> | Split<Command>> {
		const outcome = await this.repeatSafely(message, first, true);
		return await this.carryOn(message, { step: first, outcome });
	}

	/** The same, where the outcome of the first step is known already. */
	async carryOn(
		message: Underway<Command, Result, Output>,
		known: Known<Command, Result>,
	): Promise<Verdict<Command, Output> | Split<Command>> {
		let { step, outcome } = known;
		for (;;) {
			if (outcome === 'notStarted') return this.notStarted(message);
			if ('split' in outcome) return outcome;
			if ('refused' in outcome) return failed(message, outcome.refused);
			if ('done' in outcome) return this.accepted(message, step, outcome);
			const { next } = outcome;
			step = next;
			outcome = await this.repeatSafely(message, next, false);
			const isRefused = outcome !== 'notStarted' && 'refused' in outcome;
			// Whoever stopped the execution wants nothing finished.
			if (isRefused && !this.run.cancel.aborted) outcome = next.otherwise?.() ?? outcome;
		}
	}

	/** One request, again where that is safe; `notStarted` where nothing new may start. */
	async repeatSafely<Read extends object>(
		message: Underway<Command, Result, Output>,
		step: Asked<Read>,
		isFirst: boolean,
	): Promise<Read | Refused | 'notStarted'> {
		const { rule } = message.job;
		const { clock } = this.run;
		const hasKey = this.keyHeaders(message, step) !== undefined;
		const limits = this.limitsOf(step);
		let waitUntil: number | undefined;
		let last: Failure | undefined;
		for (let repeats = 0, waits = 0; ; waits++) {
			await this.turn(message.job, limits, isFirst || last !== undefined);
			await this.inFlight.free(this.halt);
			if (this.halt.aborted) {
				return last && !this.run.cancel.aborted ? { refused: last } : 'notStarted';
			}
			if (message.doubt && (!hasKey || message.newKeys > 0)) message.resent = true;
			const end = this.inFlight.begin(narrowestOf(limits));
			const outcome = await this.attempt(message, step);
			end('refused' in outcome ? endOf(limits, outcome.refused) : 'answered');
			if (!('refused' in outcome)) return outcome;
			last = outcome.refused;
			this.remember(message, last, hasKey && 'settles' in outcome);
			if (last.happening === 'rateLimited') this.slowDown(limits);
			// Who has a key can still ask what became of it, whatever this repeat was refused for.
			const canAsk = hasKey && message.doubt !== undefined && isOpen(message.doubt);
			if (!(canAsk || mayRepeat(last, rule, hasKey)) || this.halt.aborted) return outcome;
			if (isTooLong(last)) {
				return { refused: failureWith(tooLongToWait(last), this.run.gateway.redact) };
			}
			if (last.happening === 'inProgress') {
				// It is waited for, however many repeats are left.
				waitUntil ??= clock.now() + LONGEST_IN_PROGRESS_MS;
				if (clock.now() >= waitUntil) return outcome;
			} else if (repeats >= rule.maxRetries) return outcome;
			else repeats++;
			await clock.sleep(waitMs(last, waits), this.halt);
		}
	}

	/** Keeps the first doubt, unless the gateway knows more of the message by its key. */
	private remember(
		message: Underway<Command, Result, Output>,
		failure: Failure,
		isSettled: boolean,
	): void {
		const { rule } = message.job;
		if (isSettled) message.doubt = undefined;
		else if (failure.happening === 'outcomeUnknown') {
			message.doubt = failure;
			if (rule.resend) message.newKeys++;
		} else if (isInDoubt(failure, rule.kind)) message.doubt ??= failure;
	}

	/** One for each request of each message; every repeat and every try has the same. */
	private keyHeaders(
		{ job, place, newKeys }: Underway<Command, Result, Output>,
		{ method }: Asked<unknown>,
	): Readonly<Record<string, string>> | undefined {
		const { keyHeader } = this.run;
		if (keyHeader === undefined || job.key === undefined) return undefined;
		return { [keyHeader]: [job.key, place, method, ...(newKeys > 0 ? [newKeys] : [])].join('_') };
	}

	/** Waits until the gateway may be asked. A pause stands between messages, not between steps. */
	private async turn(
		{ pauseMs, rule }: Job<Command, Result, Output>,
		limits: readonly KeyedLimits[],
		isMessage: boolean,
	): Promise<void> {
		const { account, pace, pauses } = this.run;
		const hasPause = isMessage && rule.kind === 'send';
		// A start is taken from the limits only when it can soon be used.
		if (hasPause) await pauses.over(account, pauseMs, this.halt);
		for (const each of limits) await pace.turn(each.key, each.limits, this.halt);
		if (hasPause) await pauses.turn(account, pauseMs, this.halt);
	}

	private slowDown(limits: readonly KeyedLimits[]): void {
		for (const each of limits) this.run.pace.refused(each.key, each.limits);
	}

	private limitsOf({ method }: Asked<unknown>): KeyedLimits[] {
		const { gateway, instance, rates } = this.run;
		return [
			{ key: `${instance} ${method}`, limits: rates.perMethod?.[method] ?? [] },
			{ key: gateway.apiUrl, limits: rates.perServer ?? [] },
		].filter((each) => each.limits.length > 0);
	}

	private async attempt<Read extends object>(
		message: Underway<Command, Result, Output>,
		step: Asked<Read>,
	): Promise<Read | Refused> {
		const { gateway, cancel } = this.run;
		const { rule, timeoutMs } = message.job;
		const outcome = await exchange(
			gateway,
			{
				step,
				timeoutMs: timeoutMs + (step.gatewayWaitsMs ?? 0),
				kind: rule.kind,
				headers: this.keyHeaders(message, step) ?? {},
				leaving: () => message.leaving(),
			},
			this.mistakes,
			cancel,
		);
		message.isAccepted = 'done' in outcome;
		return outcome;
	}

	private accepted(
		message: Underway<Command, Result, Output>,
		step: Said,
		{ done, body, hints = [] }: Extract<Outcome<Command, Result>, { readonly done: Result }>,
	): Verdict<Command, Output> {
		const { command, job, resent } = message;
		const { redact } = this.run.gateway;
		const said = { omits: step.omits, hints: [...(step.hints ?? []), ...hints] };
		// Here an answer's values leave the delivery, and nowhere else.
		const result = redactDeep(done, redact, true) as Result;
		const accepted = job.present(command, result, said, () => redactDeep(body, redact));
		return resent ? { accepted, resent } : { accepted };
	}

	private notStarted(message: Underway<Command, Result, Output>): Verdict<Command, Output> {
		if (!this.run.cancel.aborted && !message.doubt) return { notStarted: message.command };
		const gateway = this.run.gateway.displayName;
		return failed(message, describeFailure({ gateway, happening: 'cancelledBeforeSending' }));
	}
}

/** The verdict of a failure: an earlier doubt is the message's own. */
export function failed<Command>(
	{ command, doubt, resent }: Underway<Command, unknown, unknown>,
	failure: Failure,
): Verdict<Command, never> {
	const verdict = { failed: doubt ?? failure, command };
	return resent ? { ...verdict, resent } : verdict;
}

/** Requests a millisecond of the narrowest limit; 0 where none is documented. */
function narrowestOf(limits: readonly KeyedLimits[]): number {
	const each = limits.flatMap((keyed) => keyed.limits);
	return each.length === 0 ? 0 : Math.min(...each.map(({ starts, perMs }) => starts / perMs));
}

/** What a failure says of how much the gateway can take. */
function endOf(limits: readonly KeyedLimits[], { happening, httpStatus }: Failure): End {
	if (happening === 'rateLimited') return limits.length > 0 ? 'tooOften' : 'refused';
	if (happening === 'serverError' || happening === 'timedOut') return 'failed';
	return httpStatus === null ? 'aside' : 'answered';
}
