// How a crowded server answers: slower, or with a refusal, beyond so many requests in flight.

import type { ServerResponse } from 'node:http';
import type { SandboxOptions } from './types';

export class Load {
	private inFlight = 0;

	constructor(private readonly options: SandboxOptions) {}

	/** Counts a request until its answer is out or its client has left. */
	enter(response: ServerResponse): void {
		this.inFlight++;
		response.once('close', () => this.inFlight--);
	}

	get refuses(): boolean {
		return this.inFlight > (this.options.refusesBeyond ?? Infinity);
	}

	/** Milliseconds before an answer: who is one too many is waited for by all. */
	get latencyMs(): number {
		const { latencyMs = 0, slowerBeyond = Infinity } = this.options;
		return latencyMs * Math.max(1, this.inFlight / slowerBeyond);
	}
}
