/**
 * The way out over n8n's own request helper, where the host does not hand out its outbound policy
 * (n8n 1.x, early 2.x). A connection per request, and it cannot tell connecting from waiting.
 *
 * Trap: every error of the helper holds the signed URL; only its code may be looked at.
 */
import type { RequestHelperFunctions } from 'n8n-workflow';
import { AnswerBody } from './answerBody';
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
import { headersOf } from './requestHeaders';

interface FullResponse {
	readonly statusCode: number;
	readonly headers: object;
	readonly body: AsyncIterable<Uint8Array>;
}

/** Sends with n8n's helper (the one without authentication: that one sends twice on 401). */
export function createN8nSend(
	helpers: Pick<RequestHelperFunctions, 'httpRequest'>,
	options: { readonly ignoreSslIssues: boolean },
): { send: Send; close(): Promise<void> } {
	const deadlines = new Deadlines();
	let isClosed = false;

	async function carryOut(request: HttpRequest, abortSignal: AbortSignal): Promise<SendResult> {
		let response: FullResponse;
		try {
			response = await helpers.httpRequest({
				method: request.method,
				url: request.url,
				headers: headersOf(request),
				...(request.body === undefined ? {} : { body: Buffer.from(request.body) }),
				abortSignal,
				// Its own limit is one of idleness, 300 s by default; ours is for the whole request.
				timeout: 0,
				encoding: 'stream',
				returnFullResponse: true,
				ignoreHttpStatusErrors: true,
				disableFollowRedirect: true,
				skipSslCertificateValidation: options.ignoreSslIssues,
			});
		} catch (error) {
			return failureOf(error);
		}
		return await readAnswer(response);
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
			void carryOut(request, abort.signal).then(end);
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
	const unreadable = encodingLeft(headers);
	const collected = new AnswerBody();
	try {
		for await (const chunk of body) {
			// Leaving the loop destroys the stream and its connection.
			if (statusCode === 407) break;
			if (unreadable) return answer('', true);
			if (!collected.add(chunk)) return answer('', true);
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

/** Whether the body is still encoded: axios removes the header together with the encoding. */
function encodingLeft(headers: object): boolean {
	const encoding: unknown = Reflect.get(headers, 'content-encoding');
	return encoding !== undefined && encoding !== 'identity';
}

function plainHeaders(headers: object): Record<string, string> {
	const plain: Record<string, string> = {};
	for (const [name, value] of Object.entries(headers)) {
		if (typeof value === 'string') plain[name] = value;
		else if (Array.isArray(value)) plain[name] = value.join(', ');
	}
	return plain;
}
