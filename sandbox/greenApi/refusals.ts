// How GREEN-API says no.

import type { Call, Outcome } from '../gateway';
import { empty, json } from '../replies';

/** The usual error body. Its `path` holds the token in clear, as the vendor's does. */
export const error = (call: Call, statusCode: number, message: string): Outcome =>
	json(statusCode, {
		statusCode,
		timestamp: new Date(call.at).toISOString(),
		path: call.path,
		message,
	});

/** Joi's sentence behind the vendor's own prefix. */
export const invalid = (call: Call, details: string): Outcome =>
	error(call, 400, `Validation failed. Details: ${details}`);

/** 401 comes without a body. */
export const unauthorized = (): Outcome => empty(401);

/** Both forms of status 466, with the vendor's spelling of QUOTE. */
export function overQuota(method: string, quota: 'invoke' | 'correspondents'): object {
	if (quota === 'invoke') {
		return {
			invokeStatus: {
				method: method.toLowerCase(),
				used: 100,
				total: 100,
				status: 'QUOTE_EXCEEDED',
				description:
					'Monthly quota has been exceeded. Please go to your personal account and change the tariff to business https://console.green-api.com',
			},
		};
	}
	return {
		invokeStatus: { method: method.toLowerCase(), used: 67, total: 0, status: 'QUOTE_ALLOWED' },
		correspondentsStatus: {
			method: 'correspondents',
			used: 3,
			total: 3,
			status: 'CORRESPONDENTS_QUOTE_EXCEEDED',
			description:
				'Monthly quota has been exceeded. You can only send or receive messages from these numbers: 79001234567@c.us,71234567890@c.us,5511999999999@c.us',
		},
	};
}
