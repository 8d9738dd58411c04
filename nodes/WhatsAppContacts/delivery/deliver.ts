/**
 * The pipeline that carries out every call of every provider: once, in order, in pace, with safe
 * repeats, stoppable. It knows no provider and no n8n, and never throws.
 */
import type { Failure } from '../domain/failure';
import type { Hint, Split } from '../providers/provider';
import type { Send } from '../transport/http';
import { Attempts, failed, type Underway } from './attempts';
import { Batches } from './batches';
import { Breath } from './clock';
import { type Mistakes, mistakesAt } from './exchange';
import { InFlight } from './inFlight';
import type { Delivered, Job, Note, Run, Verdict } from './job';
import { inLanes } from './lanes';
import { isInDoubt, isOpen, type RepeatRule } from './repeat';

/** Carries out all jobs and says what became of every message. */
export async function deliver<Command, Result, Output>(
	jobs: ReadonlyArray<Job<Command, Result, Output>>,
	run: Run<Command, Result>,
): Promise<Delivered<Command, Output>> {
	const breath = new Breath(run.clock);
	const delivery = new Delivery<Command, Result, Output>(withBreath(run, breath));
	const verdicts: Array<Array<Verdict<Command, Output>>> = jobs.map(() => []);
	for (const job of jobs) {
		await breath.take();
		delivery.expect(job);
	}
	await inLanes(
		jobs,
		(job) => job.lane,
		() => delivery.inFlight.limit,
		async (job, index) => {
			await breath.take();
			await delivery.message(job, job.command, '0', verdicts[index] ?? []);
		},
	);
	return { verdicts, hints: delivery.hints };
}

/** The same run, whose answers count as pauses. */
function withBreath<Command, Result>(
	run: Run<Command, Result>,
	breath: Breath,
): Run<Command, Result> {
	const send: Send = async (request, signal) => {
		const sent = await run.gateway.send(request, signal);
		if ('answer' in sent) breath.taken();
		return sent;
	};
	return { ...run, gateway: { ...run.gateway, send } };
}

class Delivery<Command, Result, Output> {
	readonly hints = new Map<Hint, number>();
	private readonly failure = new AbortController();
	readonly inFlight: InFlight;
	private readonly attempts: Attempts<Command, Result, Output>;
	private readonly batches: Batches<Command, Result, Output>;
	private readonly mistakes: Mistakes;

	constructor(private readonly run: Run<Command, Result>) {
		// Nothing new may start: the execution was stopped, or a message failed in stop mode.
		const halt = AbortSignal.any([run.cancel, this.failure.signal]);
		this.mistakes = mistakesAt(run.gateway);
		this.inFlight = new InFlight(run.concurrency, run.clock);
		this.attempts = new Attempts(run, halt, this.inFlight, this.mistakes);
		this.batches = new Batches(run, this.attempts);
	}

	/** Says that a job's turn will come, so that others may be asked together with it. */
	expect(job: Job<Command, Result, Output>): void {
		const note = job.notes.get('0');
		if (note === undefined && job.rule.kind === 'lookUp') this.batches.add(job);
	}

	/**
	 * Carries out one message, or the messages that it takes in its place.
	 * @param place of the message within its item: `0`, and `0.1` for the second part of it
	 * @param doubt what may have arrived of the whole that this message is a part of
	 */
	async message(
		job: Job<Command, Result, Output>,
		command: Command,
		place: string,
		verdicts: Array<Verdict<Command, Output>>,
		doubt?: Failure,
	): Promise<void> {
		const note = job.notes.get(place);
		if (note !== undefined && note !== 'split' && isFinal(note, job)) {
			return this.conclude(note, verdicts);
		}
		const message = underway(job, command, place, note, doubt, () => this.leave(message, place));
		const outcome = await this.settleOrSplit(message, note === 'split');
		if (!('split' in outcome)) {
			remember(job, place, outcome);
			return this.conclude(outcome, verdicts);
		}
		remember(job, place, 'split');
		outcome.hints?.forEach((hint) => this.hints.set(hint, (this.hints.get(hint) ?? 0) + 1));
		for (const [number, part] of outcome.split.entries()) {
			await this.message(job, part, `${place}.${number}`, verdicts, message.doubt);
		}
	}

	/**
	 * A send is remembered as a doubt before it leaves, and only what becomes of it replaces that:
	 * whatever fails in between, even the remembering, no later try sends it again.
	 */
	private leave(message: Underway<Command, Result, Output>, place: string): void {
		const { job } = message;
		if (job.rule.kind !== 'send') return;
		job.notes.set(place, failed(message, this.mistakes.behind));
	}

	/** Never throws: a mistake behind a send is a doubt, one before it sends nothing. */
	private async settleOrSplit(
		message: Underway<Command, Result, Output>,
		wasSplit: boolean,
	): Promise<Verdict<Command, Output> | Split<Command>> {
		try {
			const known = await this.batches.known(message.job);
			if (known) return await this.attempts.carryOn(message, known);
			const asked = this.run.ask(message.command);
			if ('split' in asked) return asked;
			// An earlier try sent this item in parts, so its whole must not go out beside them.
			if (wasSplit) return { split: [message.command] };
			return await this.attempts.carryOut(message, asked);
		} catch {
			return failed(message, message.isAccepted ? this.mistakes.behind : this.mistakes.before);
		}
	}

	private conclude(
		verdict: Verdict<Command, Output>,
		verdicts: Array<Verdict<Command, Output>>,
	): void {
		if ('failed' in verdict && this.run.stopOnFailure) this.failure.abort();
		verdicts.push(verdict);
	}
}

/** A message that an earlier try left in doubt goes on in doubt. */
function underway<Command, Result, Output>(
	job: Job<Command, Result, Output>,
	command: Command,
	place: string,
	note: Note<Command, Output> | undefined,
	doubt: Failure | undefined,
	leaving: () => void,
): Underway<Command, Result, Output> {
	const known = note !== undefined && note !== 'split' && 'failed' in note ? note : undefined;
	return {
		...{ job, command, place, leaving, isAccepted: false, newKeys: 0 },
		doubt: known?.failed ?? doubt,
		resent: known?.resent === true,
	};
}

/** What cannot be remembered leaves the doubt that was remembered before it left. */
function remember<Command, Output>(
	job: Job<Command, unknown, Output>,
	place: string,
	note: Note<Command, Output>,
): void {
	try {
		if (note === 'split' || isWorthRemembering(note, job.rule)) job.notes.set(place, note);
		else job.notes.delete(place);
	} catch {
		// The verdict of this try stands all the same.
	}
}

/** Whether a remembered verdict is the answer to a later try as well. */
function isFinal(
	note: Verdict<unknown, unknown>,
	{ key, rule }: Pick<Job<never, never, never>, 'key' | 'rule'>,
): boolean {
	if ('accepted' in note) return true;
	const canBeAsked = key !== undefined && 'failed' in note && isOpen(note.failed);
	return !rule.resend && !canBeAsked;
}

function isWorthRemembering(verdict: Verdict<unknown, unknown>, rule: RepeatRule): boolean {
	return 'accepted' in verdict || ('failed' in verdict && isInDoubt(verdict.failed, rule.kind));
}
