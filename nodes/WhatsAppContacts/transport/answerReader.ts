/** Reads one answer from undici: decompresses it where it is compressed, and stops where it is enough. */
import { AnswerBody } from './answerBody';
import { codingsOf } from './codings';
import type { Controller, Decompress, Handler, RawHeaders } from './dispatching';
import type { HttpAnswer } from './http';

export class AnswerReader {
	private status = 0;
	private headers: RawHeaders = {};
	private readonly body = new AnswerBody();
	private decoder: Handler | undefined;
	private isEmpty = true;
	private isDone = false;

	constructor(
		private readonly decompress: Decompress,
		/** Called at most once. */
		private readonly onAnswer: (answer: HttpAnswer) => void,
	) {}

	start(controller: Controller, status: number, headers: RawHeaders): void {
		this.status = status;
		this.headers = headers;
		const codings = codingsOf(headers['content-encoding']);
		if (codings.length === 0 || status === 204 || status === 304) return;
		const giveUp = () => this.finish(true);
		this.decoder = this.decompress({
			// undici takes a handler without it for one of its older kind, and then finds it lacking.
			onRequestStart: () => {},
			// A coding that undici cannot undo is passed through, with its header.
			onResponseStart: (_, __, left) => left['content-encoding'] !== undefined && giveUp(),
			onResponseData: (_, chunk) => this.take(chunk),
			onResponseEnd: () => this.finish(false),
			onResponseError: giveUp,
		});
		const facade: Controller = {
			aborted: false,
			reason: null,
			get paused() {
				return controller.paused;
			},
			// So the decoder reports bytes that it cannot decode.
			abort: giveUp,
			pause: () => controller.pause(),
			resume: () => controller.resume(),
		};
		try {
			this.decoder.onRequestStart?.(facade, undefined);
			const real = { ...headers, 'content-encoding': codings.join(', ') };
			this.decoder.onResponseStart?.(facade, status, real);
		} catch {
			// undici refuses more than five codings in this way.
			giveUp();
		}
	}

	data(controller: Controller, chunk: Buffer): void {
		this.isEmpty = false;
		if (this.decoder === undefined) this.take(chunk);
		else this.decoder.onResponseData?.(controller, chunk);
	}

	end(controller: Controller, trailers: RawHeaders): void {
		// Nothing is what some servers compress nothing to, and no valid gzip.
		if (this.decoder === undefined || this.isEmpty) this.finish(false);
		else this.decoder.onResponseEnd?.(controller, trailers);
	}

	/** Nobody waits for the answer any more. */
	stop(controller: Controller): void {
		this.isDone = true;
		// Frees it; what it has still to decode may be thousands of times what it was given.
		this.decoder?.onResponseError?.(controller, new Error('stopped'));
		this.decoder = undefined;
	}

	private take(chunk: Buffer): void {
		if (!this.isDone && !this.body.add(chunk)) this.finish(true);
	}

	private finish(oversized: boolean): void {
		if (this.isDone) return;
		this.isDone = true;
		const headers: Record<string, string> = {};
		for (const [name, value] of Object.entries(this.headers)) {
			if (value !== undefined) headers[name] = typeof value === 'string' ? value : value.join(', ');
		}
		const text = oversized ? '' : this.body.text();
		this.onAnswer({ status: this.status, headers, text, oversized });
	}
}
