/** The words of the benchmark: what is measured, on whom, and what comes back. Types only. */
import type { Credential } from '../../sandbox/types';

/** The three ways a card goes out. */
export type Form = 'plugzApi' | 'evolutionV2' | 'greenApi';

/** What a gateway does with more requests in flight than it takes well. */
export interface Crowd {
	readonly answers: 'slower' | 'refuses';
	readonly beyond: number;
}

/** Who sends. */
export type ContenderId =
	| 'node'
	| 'nodeEvaluating'
	| 'nodeOverHelper'
	| 'orion'
	| 'httpRequestInOrder'
	| 'httpRequestNode'
	| 'bareUndici'
	| 'parametersAlone'
	| 'engineAlone';

/** One measured run of one contender. */
export interface Job {
	readonly contender: ContenderId;
	readonly form: Form;
	readonly credential: Credential;
	readonly items: number;
	/** Requests in flight, for those who can choose; without it the contender's own default. */
	readonly inFlight?: number;
	/** The HTTP Request node's batching; without it everything leaves at once. */
	readonly batch?: { readonly size: number; readonly intervalMs: number };
	/** Numbers are checked, and no cards sent. */
	readonly checks?: boolean;
	/** All items to one chat instead of each to its own. */
	readonly oneChat?: boolean;
	/** Makes the card names of this run unlike those of every other. */
	readonly tag: string;
	/** Samples memory and the event loop's delays, which costs a little time. */
	readonly watch?: boolean;
	/** Samples where the processor's time goes, which costs some of it. */
	readonly profile?: boolean;
}

/** What a function took by itself, as a share of the time that was not idle. */
export interface HotFunction {
	readonly name: string;
	readonly file: string;
	readonly share: number;
}

/** What the process of the contenders saw. */
export interface Measured {
	/** The whole workflow, as n8n's engine runs it. */
	readonly ms: number;
	/** Between the call of the node's `execute` and its end; of the last call in a loop. */
	readonly executeMs: number;
	/** `process.hrtime` at the call of the first `execute`, in nanoseconds as text. */
	readonly executeAt: string;
	/** User and system time of the whole process. */
	readonly cpuMs: number;
	/** Growth of the JavaScript heap and of buffers; what was allocated if nothing was collected. */
	readonly heapBytes: number;
	/** Garbage collections during the run. */
	readonly collections: number;
	/** Over the resident memory before the run; only when watched. */
	readonly peakBytes: number;
	/** The longest time the event loop was held up during `execute`; only when watched. */
	readonly longestBlockMs: number;
	/** The most expensive first; only when profiled. */
	readonly hot?: readonly HotFunction[];
	/** Items that left the clocked node, in all its calls. */
	readonly itemsOut: number;
	readonly failure?: string;
}

/** A measured run with the gateway's account of it. */
export interface Sample extends Measured {
	readonly items: number;
	readonly perSecond: number;
	readonly requests: number;
	readonly connections: number;
	/** Cards that never arrived. */
	readonly lost: number;
	/** Cards that arrived more than once. */
	readonly twice: number;
	/** By HTTP status. */
	readonly statuses: Readonly<Record<string, number>>;
	/** Cards a second after the first five, when it has found out how many the gateway takes. */
	readonly warmPerSecond: number;
}
