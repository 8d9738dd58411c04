/**
 * One request under way through undici: what a dispatcher reports becomes an answer or a failure,
 * exactly once. It knows nothing of connections; `undiciSend` gives it one and takes it away.
 */
import { AnswerBody } from './answerBody';
import type { Watched } from './deadlines';
import type { SendResult } from './faults';
import { codeOf, failure, isPolicyRefusal, isTlsError, proxyStatusOf } from './faults';
import type { HttpAnswer, HttpFailureKind, HttpRequest } from './http';
import { MAX_CONNECT_MS } from './http';

/** By RFC 9110 only a proxy says so. */
const PROXY_AUTHENTICATION_REQUIRED = 407;

/** The parts of undici's controller and handler that are used here. */
export interface Controller {
	readonly aborted: boolean;
	readonly paused: boolean;
	readonly reason: Error | null;
	abort(reason: Error): void;
	pause(): void;
	resume(): void;
}

type Headers = Record<string, string | string[] | undefined>;

export interface Handler {
	onRequestStart?(controller: Controller, context: unknown): void;
	onResponseStart?(controller: Controller, status: number, headers: Headers): void;
	onResponseData?(controller: Controller, chunk: Buffer): void;
	onResponseEnd?(controller: Controller, trailers: Headers): void;
	onResponseError?(controller: Controller, error: Error): void;
}

/** Wraps a handler so that it gets decompressed bytes. */
export type Decompress = (sink: Handler) => Handler;

export class Exchange implements Handler, Watched {
	dueAt: number;
	private readonly endsAt: number;
	private handedOver = false;
	private settled = false;
	private status = 0;
	private headers: Headers = {};
	private readonly body = new AnswerBody();
	private decoder: Handler | undefined;

	constructor(
		request: HttpRequest,
		readonly signal: AbortSignal,
		private readonly decompress: Decompress,
		/** Called once; `intact` when the connection can carry another request. */
		private readonly onEnd: (result: SendResult, intact: boolean) => void,
	) {
		const now = performance.now();
		this.endsAt = now + request.timeoutMs;
		this.dueAt = now + Math.min(request.timeoutMs, MAX_CONNECT_MS);
	}

	get isSettled(): boolean {
		return this.settled;
	}

	/** The deadline passed: connecting took too long, or all of it. */
	expire(): void {
		if (this.handedOver) this.end(failure('timedOut', true, 'no complete answer in time'), false);
		else this.end(failure('unreachable', false, 'connecting took too long'), false);
	}

	cancel(): void {
		this.end(failure('cancelled', this.handedOver, 'stopped'), false);
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
			this.end(failure('forbidden', false, 'outbound policy'), false);
		} else if (code !== undefined && isTlsError(code)) {
			this.end(failure('untrusted', false, code), false);
		} else {
			this.end(failure('unreachable', false, code ?? 'connection failed'), false);
		}
	}

	/** It will not even be tried. */
	refuse(kind: HttpFailureKind, detail: string): void {
		this.end(failure(kind, false, detail), false);
	}

	/** undici calls this right before it writes. */
	onRequestStart(controller: Controller): void {
		// Settled: it was reported as not handed over, so it must not leave any more. Handed over:
		// undici is about to write it a second time, which would be a second message.
		if (this.settled || this.handedOver) {
			controller.abort(new Error('abandoned'));
			return;
		}
		this.handedOver = true;
		this.dueAt = this.endsAt;
	}

	onResponseStart(controller: Controller, status: number, headers: Headers): void {
		if (status < 200) return;
		if (status === PROXY_AUTHENTICATION_REQUIRED) {
			this.end(failure('proxyRefused', true, 'status 407'), false);
			return;
		}
		this.status = status;
		this.headers = headers;
		const encoding = headers['content-encoding'];
		if (encoding === undefined || encoding === 'identity' || status === 204 || status === 304) {
			return;
		}
		this.decoder = this.decompress({
			// undici takes a handler without it for one of its older kind, and then finds it lacking.
			onRequestStart: () => {},
			onResponseStart: (_, __, left) => {
				if (left['content-encoding'] !== undefined) this.oversize();
			},
			onResponseData: (_, chunk) => this.take(chunk),
			onResponseEnd: () => this.complete(),
			onResponseError: () => this.oversize(),
		});
		const oversize = () => this.oversize();
		this.decoder.onRequestStart?.(
			{
				aborted: false,
				reason: null,
				get paused() {
					return controller.paused;
				},
				abort: oversize,
				pause: () => controller.pause(),
				resume: () => controller.resume(),
			},
			undefined,
		);
		this.decoder.onResponseStart?.(controller, status, headers);
	}

	onResponseData(controller: Controller, chunk: Buffer): void {
		if (this.decoder === undefined) this.take(chunk);
		else this.decoder.onResponseData?.(controller, chunk);
	}

	onResponseEnd(controller: Controller, trailers: Headers): void {
		if (this.decoder === undefined) this.complete();
		else this.decoder.onResponseEnd?.(controller, trailers);
	}

	onResponseError(_: Controller, error: Error): void {
		this.fail(error);
	}

	private take(chunk: Buffer): void {
		if (!this.settled && !this.body.add(chunk)) this.oversize();
	}

	private complete(): void {
		if (!this.settled) this.end({ answer: this.answer(false) }, true);
	}

	private oversize(): void {
		if (!this.settled) this.end({ answer: this.answer(true) }, false);
	}

	private answer(oversized: boolean): HttpAnswer {
		const headers: Record<string, string> = {};
		for (const [name, value] of Object.entries(this.headers)) {
			if (value !== undefined) headers[name] = typeof value === 'string' ? value : value.join(', ');
		}
		return { status: this.status, headers, text: oversized ? '' : this.body.text(), oversized };
	}

	private end(result: SendResult, intact: boolean): void {
		if (this.settled) return;
		this.settled = true;
		this.onEnd(result, intact);
	}
}
