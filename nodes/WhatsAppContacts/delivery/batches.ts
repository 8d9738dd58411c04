/**
 * Look-ups that share a request, because they begin in one or mean the same: who belongs together
 * is known before the first of them is due, and whoever is due first asks for all. Nothing is asked
 * for a list that ends before.
 */
import { describeFailure, failureWith } from '../domain/explain';
import type { Answer, BatchOutcome } from '../providers/provider';
import type { Attempts, Known } from './attempts';
import type { Job, Run } from './job';

/** What is known of a command's first question; `undefined`: it is to be asked alone. */
type Answers<Command, Result> = (command: Command) => Known<Command, Result> | undefined;

/** A look-up leaves nothing in doubt. */
const unasked = {
	...{ place: '0', newKeys: 0, doubt: undefined, resent: false, isAccepted: false },
	leaving: () => undefined,
};

/** One request has one time limit, and is repeated as often for all. */
function alikeIn({ timeoutMs, rule }: Job<unknown, never, unknown>): string {
	return `${timeoutMs} ${rule.maxRetries}`;
}

interface Group<Command, Result, Output> {
	/** The first job of each key, by it. */
	readonly members: Map<string, Job<Command, Result, Output>>;
	answers?: Promise<Answers<Command, Result>>;
}

export class Batches<Command, Result, Output> {
	private readonly groups = new Map<Job<Command, Result, Output>, Group<Command, Result, Output>>();
	/** Groups that take more, by what their jobs must have in common. */
	private readonly open = new Map<string, Group<Command, Result, Output>>();
	/** The group of each question, by that and by it. */
	private readonly asked = new Map<string, Group<Command, Result, Output>>();
	/** Questions asked alone, by what the commands mean. */
	private readonly alone = new Map<string, Promise<Known<Command, Result> | undefined>>();

	constructor(
		private readonly run: Run<Command, Result>,
		private readonly attempts: Attempts<Command, Result, Output>,
	) {}

	/** Puts a job into a group, in input order, unless it is to be asked alone. */
	add(job: Job<Command, Result, Output>): void {
		const { batch } = this.run;
		const key = batch?.key(job.command);
		if (!batch || key === undefined) return;
		const alike = alikeIn(job);
		const question = `${alike} ${key}`;
		const group = this.asked.get(question) ?? this.groupWithPlace(alike, batch.most);
		this.asked.set(question, group);
		if (!group.members.has(key)) group.members.set(key, job);
		this.groups.set(job, group);
	}

	private groupWithPlace(alike: string, most: number): Group<Command, Result, Output> {
		const last = this.open.get(alike);
		if (last && last.members.size < most) return last;
		const group = { members: new Map<string, Job<Command, Result, Output>>() };
		this.open.set(alike, group);
		return group;
	}

	/** What came of the job's first question; `undefined` where it is to be asked alone. */
	async known(job: Job<Command, Result, Output>): Promise<Known<Command, Result> | undefined> {
		const group = this.groups.get(job);
		if (group && (group.answers || this.isWorthIt(group, job.command))) {
			group.answers ??= this.ask([...group.members.values()]);
			const known = (await group.answers)(job.command);
			if (known) return known;
		}
		const same = job.rule.kind === 'lookUp' ? this.run.same?.(job.command) : undefined;
		if (same === undefined) return undefined;
		const question = `${alikeIn(job)} ${same}`;
		const known = this.alone.get(question) ?? this.askAlone(job);
		this.alone.set(question, known);
		return await known;
	}

	private async askAlone(
		job: Job<Command, Result, Output>,
	): Promise<Known<Command, Result> | undefined> {
		const { command } = job;
		const step = this.run.ask(command);
		if ('split' in step) return undefined;
		const outcome = await this.attempts.repeatSafely({ ...unasked, job, command }, step, true);
		return { step, outcome };
	}

	/** A lesson may have come since it was put together: the gateway does not know the method. */
	private isWorthIt({ members }: Group<Command, Result, Output>, command: Command): boolean {
		const { batch } = this.run;
		return batch?.key(command) !== undefined && members.size >= (batch.least ?? 1);
	}

	/** One request for these jobs, or one for each half of them, and so on. */
	private async ask(
		jobs: ReadonlyArray<Job<Command, Result, Output>>,
	): Promise<Answers<Command, Result>> {
		const { batch } = this.run;
		const [first, second] = jobs;
		if (!batch || !first) return () => undefined;
		const step = batch.ask(jobs.map(({ command }) => command));
		let httpStatus: number | null = null;
		const outcome = await this.attempts.repeatSafely(
			{ ...unasked, job: first, command: first.command },
			{
				...step,
				read: (answer: Answer): BatchOutcome<Command, Result> => {
					httpStatus = answer.status;
					return step.read(answer);
				},
			},
			true,
		);
		if (outcome === 'notStarted') return () => ({ step, outcome });
		if ('oneByOne' in outcome) return () => undefined;
		if ('each' in outcome) {
			return (command) => ({ step, outcome: this.saidOf(command, outcome, httpStatus) });
		}
		if (second && 'mayBeOne' in outcome) return await this.askHalves(jobs);
		return () => ({ step, outcome });
	}

	private async askHalves(
		jobs: ReadonlyArray<Job<Command, Result, Output>>,
	): Promise<Answers<Command, Result>> {
		const middle = Math.ceil(jobs.length / 2);
		const keyOf = (command: Command) => this.run.batch?.key(command) ?? '';
		const halves = [jobs.slice(0, middle), jobs.slice(middle)];
		const byKey = new Map<string, Answers<Command, Result>>();
		for (const half of halves) {
			const answers = await this.ask(half);
			for (const { command } of half) byKey.set(keyOf(command), answers);
		}
		return (command) => byKey.get(keyOf(command))?.(command);
	}

	private saidOf(
		command: Command,
		outcome: Extract<BatchOutcome<Command, Result>, { each: unknown }>,
		httpStatus: number | null,
	): Known<Command, Result>['outcome'] {
		try {
			const said = outcome.each(command);
			if (said && !('refused' in said)) return said;
			if (said) return { refused: failureWith(said.refused, this.run.gateway.redact) };
		} catch {
			const gateway = this.run.gateway.displayName;
			return {
				refused: describeFailure({ gateway, happening: 'unexpectedResponse', httpStatus }),
			};
		}
		return {
			refused: describeFailure({
				gateway: this.run.gateway.displayName,
				happening: 'unexpectedResponse',
				httpStatus,
				reason: 'it answered others of the same request, but not this one',
			}),
		};
	}
}
