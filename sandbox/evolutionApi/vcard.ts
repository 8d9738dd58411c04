// The vCard as Evolution writes it: no escaping at all, so a line break in a name is a new line of
// the card. Kept with the accepted card, where tests can see what got in.

import { isText, type JsonObject } from '../replies';
import { createJid } from './createJid';

/** Without wuid the server writes a whole JID behind `waid`. */
export function vcard(contact: JsonObject): string {
	const { fullName, organization, email, url, wuid, phoneNumber } = contact;
	const waid = isText(wuid) ? wuid : createJid(String(phoneNumber ?? ''));
	return [
		'BEGIN:VCARD',
		'VERSION:3.0',
		`N:${String(fullName)}`,
		`FN:${String(fullName)}`,
		...(organization ? [`ORG:${String(organization)};`] : []),
		...(email ? [`EMAIL:${String(email)}`] : []),
		...(url ? [`URL:${String(url)}`] : []),
		`item1.TEL;waid=${waid}:${String(phoneNumber)}`,
		'item1.X-ABLabel:Celular',
		'END:VCARD',
	].join('\n');
}
