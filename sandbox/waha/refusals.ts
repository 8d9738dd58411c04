// WAHA's refusals: NestJS's envelope for what the server means, and for a crash a 500 that repeats
// the whole request.

import type { Call, Outcome } from '../gateway';
import { json } from '../replies';
import type { Waha } from './account';

const ERRORS: Record<number, string> = {
	400: 'Bad Request',
	403: 'Forbidden',
	404: 'Not Found',
	501: 'Not Implemented',
};

const refusal = (status: number, message: unknown): Outcome =>
	json(status, { message, error: ERRORS[status], statusCode: status });

/** Without the key `error`, unlike the other refusals. */
export const unauthorized = (): Outcome => json(401, { message: 'Unauthorized', statusCode: 401 });

/** A key that is known, but not for this session or not for this method. */
export const forbidden = (): Outcome => refusal(403, 'Forbidden resource');

/** Also what an API URL with /api too many gets. */
export const noSuchRoute = ({ verb, path }: Call): Outcome =>
	refusal(404, `Cannot ${verb} ${path}`);

/** 422 without a status. */
export const noSuchSession = (session: string): Outcome =>
	json(422, { error: `Session "${session}" does not exist`, session });

/** 422 too; servers of 2026 look before they send. */
export const noSuchNumber = (digits: string): Outcome =>
	json(422, {
		message: `Phone number '${digits}' does not exist on WhatsApp. Tried: ${digits}`,
		error: 'Unprocessable Entity',
		statusCode: 422,
	});

/** 422, and nothing was sent: the server waited for the status first. */
export const notWorking = (session: string, status: string): Outcome =>
	json(422, {
		error: 'Session status is not as expected. Try again later or restart the session',
		session,
		status,
		expected: ['WORKING'],
	});

/** A list of complaints, also of one. */
export const invalid = (...complaints: string[]): Outcome => refusal(400, complaints);

/** NOWEB keeps contacts only if it was told to. */
export const withoutStore = (): Outcome =>
	refusal(
		400,
		'Enable NOWEB store "config.noweb.store.enabled=True" and "config.noweb.store.full_sync=True" when starting a new session. Read more: https://waha.devlike.pro/docs/engines/noweb#store',
	);

/** Nothing was tried: the engine has no such method. */
export const notByEngine = ({ settings }: Waha): Outcome =>
	refusal(
		501,
		`The method is not implemented by '${settings.engine ?? 'NOWEB'}' engine. Check the docs and try another engine: https://waha.devlike.pro/`,
	);

/** Repeats the request with its body, so with whatever was in it. */
export const crash = ({ path, verb, query, body }: Call, message: string): Outcome =>
	json(500, {
		statusCode: 500,
		timestamp: new Date().toISOString(),
		exception: { message, name: 'Error', stack: `Error: ${message}\n    at WhatsappSession` },
		request: {
			path: `${path}?${query.toString()}`,
			method: verb,
			body: body === '' ? {} : (JSON.parse(body) as unknown),
			query: Object.fromEntries(query),
		},
		version: { version: '2026.7.2', engine: 'NOWEB', tier: 'CORE', browser: null },
	});
