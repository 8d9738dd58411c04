/**
 * One request under way through undici: what a dispatcher reports becomes an answer or a failure,
 * exactly once. It knows nothing of connections.
 */
import { AnswerReader } from './answerReader';
import type { Watched } from './deadlines';
import type { Controller, Decompress, Handler, RawHeaders } from './dispatching';
import type { SendResult } from './faults';
import { codeOf, failure, isPolicyRefusal, isTlsError, proxyStatusOf } from './faults';
import type { HttpFailureKind, HttpRequest } from './http';
import { MAX_CONNECT_MS } from './http';

/** By RFC 9110 only a proxy says so. */
const PROXY_AUTHENTICATION_REQUIRED = 407;

export class PendingRequest implements Handler, Watched {
	dueAt: number;
	private readonly endsAt: number;
	private readonly reader: AnswerReader;
	private controller: Controller | undefined;
	private settled = false;

	constructor(
		request: HttpRequest,
		readonly signal: AbortSignal,
		decompress: Decompress,
		/** Called once; `intact` when the connection can carry another request. */
		private readonly onEnd: (result: SendResult, intact: boolean) => void,
	) {
		const now = performance.now();
		this.endsAt = now + request.timeoutMs;
		this.dueAt = now + Math.min(request.timeoutMs, MAX_CONNECT_MS);
		this.reader = new AnswerReader(decompress, (answer) => this.end({ answer }, !answer.oversized));
	}

	get isSettled(): boolean {
		return this.settled;
	}

	/** Known exactly: undici hands the controller over right before it writes. */
	private get handedOver(): boolean {
		return this.controller !== undefined;
	}

	/** The deadline passed: connecting took too long, or all of it. */
	expire(): void {
		if (this.handedOver) this.end(failure('timedOut', true, 'no complete answer in time'), false);
		else this.refuse('unreachable', 'connecting took too long');
	}

	cancel(): void {
		this.end(failure('cancelled', this.handedOver, 'stopped'), false);
	}

	/** Nothing of it left. */
	refuse(kind: HttpFailureKind, detail: string): void {
		this.end(failure(kind, false, detail), false);
	}

	/** The connection failed, or undici refused the request. */
	fail(error: unknown): void {
		const code = codeOf(error);
		const proxyStatus = proxyStatusOf(error);
		if (proxyStatus !== undefined) {
			this.end(failure('proxyRefused', this.handedOver, `status ${proxyStatus}`), false);
		} else if (this.handedOver) {
			this.end(failure('interrupted', true, code ?? 'connection lost'), false);
		} else if (isPolicyRefusal(error)) {
			this.refuse('forbidden', 'outbound policy');
		} else if (code !== undefined && isTlsError(code)) {
			this.refuse('untrusted', code);
		} else {
			this.refuse('unreachable', code ?? 'connection failed');
		}
	}

	onRequestStart(controller: Controller): void {
		// Settled: it was reported as not handed over, so it must not leave any more. Handed over:
		// undici is about to write it a second time, which would be a second message.
		if (this.settled || this.handedOver) {
			controller.abort(new Error('abandoned'));
			return;
		}
		this.controller = controller;
		this.dueAt = this.endsAt;
	}

	onResponseStart(controller: Controller, status: number, headers: RawHeaders): void {
		if (status === PROXY_AUTHENTICATION_REQUIRED) {
			this.end(failure('proxyRefused', true, `status ${status}`), false);
		} else if (status >= 200) {
			this.reader.start(controller, status, headers);
		}
	}

	onResponseData(controller: Controller, chunk: Buffer): void {
		this.reader.data(controller, chunk);
	}

	onResponseEnd(controller: Controller, trailers: RawHeaders): void {
		this.reader.end(controller, trailers);
	}

	onResponseError(_: Controller, error: Error): void {
		this.fail(error);
	}

	private end(result: SendResult, intact: boolean): void {
		if (this.settled) return;
		this.settled = true;
		if (!intact && this.controller !== undefined) this.reader.stop(this.controller);
		this.onEnd(result, intact);
	}
}
