/**
 * What the ways out over n8n's own request functions share. A connection per request, and they
 * cannot tell connecting from waiting.
 *
 * Trap: every error of theirs holds the signed URL; only its code may be looked at.
 */
import { AnswerBody } from './answerBody';
import { codingsOf, decoded } from './codings';
import type { Watched } from './deadlines';
import { Deadlines } from './deadlines';
import type { SendResult } from './faults';
import {
	codeOf,
	failure,
	isCertificateError,
	isNeverConnected,
	isPolicyRefusal,
	isTlsError,
} from './faults';
import type { HttpAnswer, HttpRequest, Send } from './http';

interface FullResponse {
	readonly statusCode: number;
	readonly headers: object;
	readonly body: AsyncIterable<Uint8Array>;
}

/** Asks n8n for an answer with its body as a stream; the signal must end it in whatever state. */
export type Ask = (request: HttpRequest, signal: AbortSignal) => Promise<unknown>;

/** Sends with a function of n8n's, under the limits that hold everywhere. */
export function createHelperSend(ask: Ask): { send: Send; close(): Promise<void> } {
	const deadlines = new Deadlines();
	let isClosed = false;

	async function carryOut(request: HttpRequest, signal: AbortSignal): Promise<SendResult> {
		let response: unknown;
		try {
			response = await ask(request, signal);
		} catch (error) {
			return failureOf(error);
		}
		return await readAnswer(response as FullResponse);
	}

	const send: Send = (request, signal) =>
		new Promise((resolve) => {
			if (isClosed || signal.aborted) {
				resolve(failure('cancelled', false, 'stopped'));
				return;
			}
			const abort = new AbortController();
			const end = (result: SendResult): void => {
				deadlines.stop(watched);
				resolve(result);
			};
			const giveUp = (result: SendResult): void => {
				end(result);
				abort.abort();
			};
			const watched: Watched = {
				signal,
				dueAt: performance.now() + request.timeoutMs,
				expire: () => giveUp(failure('timedOut', true, 'no complete answer in time')),
				cancel: () => giveUp(failure('cancelled', true, 'stopped')),
			};
			deadlines.watch(watched);
			carryOut(request, abort.signal).then(end, () =>
				end(failure('interrupted', true, 'request failed')),
			);
		});

	return {
		send,
		close() {
			isClosed = true;
			deadlines.close();
			return Promise.resolve();
		},
	};
}

function failureOf(error: unknown): SendResult {
	const code = codeOf(error);
	if (isPolicyRefusal(error)) return failure('forbidden', false, 'outbound policy');
	if (isNeverConnected(error)) return failure('unreachable', false, code ?? 'connection failed');
	if (code !== undefined && isTlsError(code)) {
		// Other TLS errors may come after the request was written.
		return failure('untrusted', !isCertificateError(code), code);
	}
	return failure('interrupted', true, code ?? 'request failed');
}

async function readAnswer({ statusCode, headers, body }: FullResponse): Promise<SendResult> {
	const answer = (text: string, oversized: boolean): { answer: HttpAnswer } => ({
		answer: { status: statusCode, headers: plainHeaders(headers), text, oversized },
	});
	// axios removes the header together with the coding, where it is one and no list.
	const plain = decoded(body, codingsOf(Reflect.get(headers, 'content-encoding')));
	const collected = new AnswerBody();
	try {
		for await (const chunk of plain ?? body) {
			// Leaving the loop destroys the stream and its connection.
			if (statusCode === 407) break;
			if (plain === undefined || !collected.add(chunk)) return answer('', true);
		}
	} catch (error) {
		const code = codeOf(error);
		if (code !== undefined && /^(Z_|ERR_BROTLI|ERR_PADDING|ERR__ERROR)/.test(code)) {
			return answer('', true);
		}
		return failure('interrupted', true, code ?? 'connection lost');
	}
	// By RFC 9110 only a proxy says so; n8n's helper hands on its refusal of a tunnel like an answer.
	if (statusCode === 407) return failure('proxyRefused', true, 'status 407');
	return answer(collected.text(), false);
}

function plainHeaders(headers: object): Record<string, string> {
	const plain: Record<string, string> = {};
	for (const [name, value] of Object.entries(headers)) {
		if (typeof value === 'string') plain[name] = value;
		else if (Array.isArray(value)) plain[name] = value.join(', ');
	}
	return plain;
}
