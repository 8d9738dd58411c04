/** What the delivery is given, and what it gives back. */
import type { Failure } from '../domain/failure';
import type { BatchStep, Hint, Rates, Split, Step } from '../providers/provider';
import type { Clock } from './clock';
import type { Gateway } from './exchange';
import type { Bounds } from './climb';
import type { Notes } from './memory';
import type { Pace } from './pace';
import type { Pauses } from './pauses';
import type { RepeatRule } from './repeat';

/** What became of a message; `resent` when it went out again although it may have arrived. */
export type Verdict<Command, Output> =
	| { readonly accepted: Output; readonly resent?: true }
	| { readonly failed: Failure; readonly command: Command; readonly resent?: true }
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
	/** Unlike every other item's, and the same in each of its tries; only where keys are sent. */
	readonly key?: string;
	/** What comes out of an accepted message; `body` is the main answer, both without secrets. */
	present(command: Command, done: Result, said: Said, body: () => unknown): Output;
}

/** What the step that was answered says beside its answer. */
export type Said = Pick<Step<unknown, unknown>, 'omits' | 'hints'>;

/** What all jobs of a run share. */
export interface Run<Command, Result> {
	readonly gateway: Gateway;
	/** Names gateway and instance, for the rates that are counted by it. */
	readonly instance: string;
	/** Names who sends by what only they know, so that nobody else's pauses are waited for. */
	readonly account: string;
	readonly rates: Rates;
	/** Messages at a time, and so requests. */
	readonly concurrency: Bounds;
	readonly stopOnFailure: boolean;
	readonly pace: Pace;
	readonly pauses: Pauses;
	readonly clock: Clock;
	/** The execution was stopped. */
	readonly cancel: AbortSignal;
	ask(command: Command): Step<Command, Result> | Split<Command>;
	/** Carries the key of each send, where the gateway takes keys. */
	readonly keyHeader?: string;
	/** Look-ups of equal text mean the same, so that one answer is everybody's. */
	same?(command: Command): string;
	/** `Batch` of the call, with the credential; for look-ups only. */
	readonly batch?: {
		readonly most: number;
		readonly least?: number;
		key(command: Command): string | undefined;
		ask(commands: readonly Command[]): BatchStep<Command, Result>;
	};
}

/** What a run did. */
export interface Delivered<Command, Output> {
	/** In input order, one list per job. */
	readonly verdicts: ReadonlyArray<ReadonlyArray<Verdict<Command, Output>>>;
	/** What was said of splits, with how often. */
	readonly hints: ReadonlyMap<Hint, number>;
}
