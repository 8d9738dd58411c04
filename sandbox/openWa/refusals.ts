// OpenWA's refusals: NestJS's envelope, some with a code.

import type { Call, Outcome } from '../gateway';
import { json } from '../replies';

const ERRORS: Record<number, string> = {
	400: 'Bad Request',
	401: 'Unauthorized',
	403: 'Forbidden',
	404: 'Not Found',
	409: 'Conflict',
	422: 'Unprocessable Entity',
	500: 'Internal Server Error',
	501: 'Not Implemented',
	503: 'Service Unavailable',
};

/** A text, or a list of them for fields. */
export const refusal = (statusCode: number, message: unknown, code?: string): Outcome =>
	json(statusCode, {
		statusCode,
		message,
		error: ERRORS[statusCode],
		...(code === undefined ? {} : { code }),
	});

export const unauthorized = (key: unknown): Outcome =>
	refusal(401, key === undefined ? 'API key is required' : 'Invalid API key');

export const forbidden = (message: string): Outcome => refusal(403, message);

/** Also what an API URL with /api too many gets. */
export const noSuchRoute = ({ verb, path }: Call): Outcome =>
	refusal(404, `Cannot ${verb} ${path}`);

/** No engine, or on these routes no such session. */
export const notStarted = (session: string, isSend: boolean): Outcome =>
	refusal(
		400,
		isSend
			? `Session '${session}' is not active. Start the session first.`
			: 'Session is not started',
	);

/** An engine that is there and not ready. */
export const notReady = (): Outcome => refusal(409, 'The session is not ready');

/** Before a send, of a number that is not on WhatsApp; and whatsapp-web.js's word for any trouble. */
export const unresolved = (chatId: string): Outcome =>
	refusal(
		400,
		`WhatsApp could not resolve the recipient ${chatId}. Either the number is not on WhatsApp, or this session has no existing chat with it — message it once from the phone, then retry.`,
	);

/** Fields that are wrong; in production nobody is told which. */
export const invalid = (complaints: string[], isHidden = false): Outcome =>
	isHidden ? json(400, { statusCode: 400, message: 'Bad Request' }) : refusal(400, complaints);

export const unsupported = (method: string): Outcome =>
	refusal(501, `Operation not supported by the active engine: ${method}`);
