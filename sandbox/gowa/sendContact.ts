// /send/contact: one card, straight into the WhatsApp socket, with a vCard that the server builds
// without escaping. What it does not know of a body it does not look at.

import type { Draft, Outcome } from '../gateway';
import { hasJsonType, hexId, isObject, jsonOf, otherKeys, type JsonObject } from '../replies';
import type { AcceptedCard } from '../types';
import type { Handler } from './account';
import { recipientOf, zeroComplaint } from './phone';
import { internal, invalid, refusal, success } from './replies';

const KEYS = ['phone', 'contact_name', 'contact_phone', 'is_forwarded', 'duration'];
const DURATIONS = [0, 86400, 604800, 7776000];
const TEXTS = ['phone', 'contact_name', 'contact_phone'] as const;

export const sendContact: Handler = (call, device) => {
	const body = hasJsonType(call)
		? jsonOf(call.body)
		: Object.fromEntries(new URLSearchParams(call.body));
	if (!isObject(body)) return internal('unexpected end of JSON input');
	const problem = problemOf(body);
	if (problem !== undefined) return problem;
	const to = recipientOf(device, String(body.phone));
	if (typeof to !== 'string') return to.refused;
	if (device.settings.timelocked) {
		return refusal(
			429,
			'WA_REACHOUT_TIMELOCK',
			'WhatsApp rejected this send with error 463: the account is under a reachout timelock',
		);
	}
	const id = `3EB0${hexId(18)}`;
	const accepts: Draft = {
		chatId: to,
		cards: [cardOf(body)],
		messageId: id,
		undocumentedKeys: otherKeys(body, KEYS),
	};
	const status = `Contact sent to ${to} (server timestamp: ${goTime(new Date())})`;
	return { ...success(status, { message_id: id, status }), accepts };
};

/** In the order of the server: types, blanks, zeros, durations. */
function problemOf(body: JsonObject): Outcome | undefined {
	const odd = TEXTS.find((key) => body[key] !== undefined && typeof body[key] !== 'string');
	if (odd !== undefined) {
		const type = typeof body[odd];
		return internal(
			`json: cannot unmarshal ${type} into Go struct field ContactRequest.${odd} of type string`,
		);
	}
	const blank = [...TEXTS].sort().filter((key) => String(body[key] ?? '').trim() === '');
	if (blank.length > 0)
		return invalid(`${blank.map((key) => `${key}: cannot be blank`).join('; ')}.`);
	const zero =
		zeroComplaint(String(body.phone)) ?? zeroComplaint(digits(body.contact_phone), 'contact ');
	if (zero !== undefined) return invalid(zero);
	const { duration = 0 } = body;
	return DURATIONS.includes(Number(duration))
		? undefined
		: invalid('duration must be one of: 0 (no expiry), 86400 (24h), 604800 (7d), 7776000 (90d)');
}

/** Only the plus is removed. */
const digits = (phone: unknown): string =>
	String(phone ?? '')
		.replaceAll('+', '')
		.trim();

/** Of any body, for a fault may look for a card before anything is judged. */
export function cardOf({ contact_name: name, contact_phone: phone }: JsonObject): AcceptedCard {
	const shown = String(name ?? '').trim();
	const vcard = [
		...['BEGIN:VCARD', 'VERSION:3.0', `N:;${shown};;;`, `FN:${shown}`],
		`TEL;type=CELL;waid=${digits(phone)}:+${digits(phone)}`,
		'END:VCARD',
	].join('\n');
	const lines = vcard.split(/\r?\n/);
	const [, firstName = '', middleName = ''] = lines[2]?.slice(2).split(';') ?? [];
	return {
		name: lines.find((line) => line.startsWith('FN:'))?.slice(3) ?? '',
		firstName,
		...(middleName === '' ? {} : { middleName }),
		phones: lines
			.filter((line) => /^TEL[;:]/.test(line))
			.map((line) => line.replace(/^[^:]*:/, '')),
		whatsAppId: digits(phone),
		vcard,
	};
}

/** `2026-08-22 20:47:59 +0000 UTC` */
const goTime = (date: Date): string =>
	`${date.toISOString().slice(0, 19).replace('T', ' ')} +0000 UTC`;
