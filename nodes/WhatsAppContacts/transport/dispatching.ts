/** The parts of undici's controller and handler that are used here; only `undiciSend` imports it. */

export interface Controller {
	readonly aborted: boolean;
	readonly paused: boolean;
	readonly reason: Error | null;
	abort(reason: Error): void;
	pause(): void;
	resume(): void;
}

/** Lower-case names. */
export type RawHeaders = Readonly<Record<string, string | string[] | undefined>>;

export interface Handler {
	onRequestStart?(controller: Controller, context: unknown): void;
	onResponseStart?(controller: Controller, status: number, headers: RawHeaders): void;
	onResponseData?(controller: Controller, chunk: Buffer): void;
	onResponseEnd?(controller: Controller, trailers: RawHeaders): void;
	onResponseError?(controller: Controller, error: Error): void;
}

/** Wraps a handler so that it gets decompressed bytes. */
export type Decompress = (sink: Handler) => Handler;
