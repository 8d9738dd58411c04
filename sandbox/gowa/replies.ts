// GOWA's answers: one envelope for successes and refusals, with a word as its code; only what stands
// before the methods answers in bare text.

import type { Outcome } from '../gateway';
import { json } from '../replies';

/** 200; `results` is left out when empty. */
export const success = (message: string, results: unknown): Outcome =>
	json(200, { code: 'SUCCESS', message, results });

/** The same form with another word. */
export const refusal = (status: number, code: string, message: string): Outcome =>
	json(status, { code, message });

/** ozzo's complaints, fields sorted. */
export const invalid = (message: string): Outcome => refusal(400, 'VALIDATION_ERROR', message);

/** Whatever the library said, and the server's own mistakes. */
export const internal = (message: string): Outcome =>
	refusal(500, 'INTERNAL_SERVER_ERROR', message);

/** Also where the question failed. */
export const notOnWhatsApp = (phone: string): Outcome =>
	refusal(400, 'INVALID_JID', `Phone ${phone} is not on whatsapp`);

/** Of the account, not of the key. */
export const notConnected = (message: string): Outcome =>
	refusal(401, 'AUTHENTICATION_ERROR', message);

/** The header is always asked for here: this server has several devices. */
export const deviceRequired = (): Outcome =>
	refusal(
		400,
		'DEVICE_ID_REQUIRED',
		'device_id is required via X-Device-Id header or device_id query',
	);

/** Also of a method that needs no device's number. */
export const noSuchDevice = (id: string): Outcome =>
	json(404, {
		code: 'DEVICE_NOT_FOUND',
		message:
			'device not found; create a device first from /api/devices or provide a valid X-Device-Id',
		results: { device_id: id },
	});

/** fiber's. */
export const text = (
	status: number,
	body: string,
	headers: Record<string, string> = {},
): Outcome => ({
	reply: { status, headers: { 'Content-Type': 'text/plain; charset=utf-8', ...headers }, body },
});

/** No pair, a wrong one, or another scheme. */
export const unauthorized = (): Outcome =>
	text(401, 'Unauthorized', {
		'WWW-Authenticate': 'Basic realm="Restricted", charset="UTF-8"',
		'Cache-Control': 'no-store',
		Vary: 'Authorization',
	});
