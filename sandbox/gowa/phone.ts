// How GOWA reads `phone`, and the question that it asks before it does anything with a number.

import { digitsOf, isOnWhatsApp } from '../directory';
import type { Outcome } from '../gateway';
import type { Gowa } from './account';
import { internal, invalid, notOnWhatsApp } from './replies';

const ZERO =
	'phone number must be in international format (should not start with 0). For Indonesian numbers, use 62xxx format instead of 08xxx';
/** Where WhatsApp's own library can send to. */
const SERVERS = ['s.whatsapp.net', 'g.us', 'lid', 'newsletter'];

/** Longer than a number can be, it counts as a group's id. */
export function jidOf(phone: string): string {
	if (phone.includes('@')) return phone;
	return `${phone}@${phone.length <= 15 ? 's.whatsapp.net' : 'g.us'}`;
}

/** The complaint about a number that begins with a zero. */
export const zeroComplaint = (phone: string, before = ''): string | undefined =>
	phone.startsWith('0') ? before + ZERO : undefined;

/** Only of a person's number the server asks; of all else it assumes. */
export function isThere(device: Gowa, jid: string): boolean {
	if (!/.@s\.whatsapp\.net$/.test(jid)) return true;
	const number = jid.slice(0, jid.indexOf('@')).replace(/^\+/, '');
	if (device.settings.questionsFail || !/^\d+$/.test(number)) return false;
	return isOnWhatsApp(device, number);
}

/** The JID that a method goes on with, or why it does not. */
export function recipientOf(device: Gowa, phone: string): string | { refused: Outcome } {
	const jid = jidOf(phone);
	if (device.settings.accountValidation !== false && !isThere(device, jid)) {
		return { refused: notOnWhatsApp(jid) };
	}
	const [, server = ''] = jid.split('@');
	if (!SERVERS.includes(server)) {
		return { refused: internal(`can't send message to unknown server ${server}`) };
	}
	if (server === 's.whatsapp.net' && !isOnWhatsApp(device, digitsOf(jid))) {
		return { refused: internal(`no LID found for ${jid} from server`) };
	}
	return jid.replace(/^\+/, '');
}

/** What every look-up says of a `phone` that is missing or national. */
export function phoneProblem(phone: string): Outcome | undefined {
	if (phone === '') return invalid('phone: cannot be blank.');
	const zero = zeroComplaint(phone);
	return zero === undefined ? undefined : invalid(zero);
}
