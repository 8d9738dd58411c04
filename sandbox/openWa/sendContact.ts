// send-contact: straight into the engine, which builds the vCard without N and without escaping.

import { digitsOf, isOnWhatsApp } from '../directory';
import type { Draft, Outcome } from '../gateway';
import { hexId, isObject, isText, json, jsonOf, otherKeys, type JsonObject } from '../replies';
import type { AcceptedCard } from '../types';
import type { Handler, OpenWa } from './account';
import { underKey } from './keys';
import { invalid, refusal, unresolved, unsupported } from './refusals';

const BODY_KEYS = ['chatId', 'contactName', 'contactNumber'];
const CHAT_ID = /^\d+(?:-\d+)?@(?:c\.us|g\.us|lid|s\.whatsapp\.net)$/;

/** The key is looked up before the body is judged. */
export const sendContact: Handler = (call, instance) =>
	underKey(call, instance, () => {
		const body = jsonOf(call.body);
		return send(instance, isObject(body) ? body : {});
	});

function send(instance: OpenWa, body: JsonObject): Outcome {
	const { engine, older, production, takesMs, engineBreaks = {} } = instance.settings;
	const complaints = complaintsAbout(body, older ?? false);
	if (complaints.length > 0) return invalid(complaints, production);
	const { chatId, contactName, quotedMessageId: quoted } = body;
	const to = String(chatId);
	if (/@(?:newsletter|broadcast)$/.test(to)) return unsupported('sendContactMessage');
	if (isText(quoted) && !canQuote(instance, quoted)) {
		return refusal(404, `Quoted message ${quoted} not found`);
	}
	const isKnown = /@(?:g\.us|lid)$/.test(to) || isOnWhatsApp(instance, digitsOf(to));
	if (!isKnown && !older) return unresolved(to);
	const id = `3EB0${hexId(16)}`;
	const accepts: Draft = {
		chatId: to,
		cards: cardsOf(body),
		messageId: engine === 'baileys' ? id : `true_${to}_${id}`,
		...(isText(quoted) ? { quotedMessageId: quoted } : {}),
		...(isKnown ? {} : { undelivered: 'noAccount' }),
	};
	const { messageId } = accepts;
	const timestamp = Math.floor(Date.now() / 1000);
	const waitMs = takesMs === undefined ? {} : { waitMs: takesMs };
	const name = String(contactName);
	if (!Object.hasOwn(engineBreaks, name)) {
		return { ...json(201, { messageId, timestamp }), accepts, ...waitMs };
	}
	const broken = refusal(
		500,
		'the engine returned no message for this send, so it may not have been delivered',
	);
	return { ...broken, ...(engineBreaks[name] === 'sent' ? { accepts } : {}), ...waitMs };
}

/** Any key too many is refused. */
function complaintsAbout(body: JsonObject, isOlder: boolean): string[] {
	const keys = isOlder ? BODY_KEYS : [...BODY_KEYS, 'quotedMessageId'];
	const { chatId, contactName, contactNumber, quotedMessageId: quoted } = body;
	const isChat =
		typeof chatId === 'string' &&
		(CHAT_ID.test(chatId) || /^[\w-]+@(?:newsletter|broadcast)$/.test(chatId));
	return [
		...otherKeys(body, keys).map((key) => `property ${key} should not exist`),
		...(isChat ? [] : ['chatId must be a chat id']),
		...textComplaints('contactName', contactName, 255),
		...textComplaints('contactNumber', contactNumber, 30),
		...(quoted === undefined || typeof quoted === 'string'
			? []
			: ['quotedMessageId must be a string']),
	];
}

function textComplaints(key: string, value: unknown, max: number): string[] {
	if (typeof value !== 'string') return [`${key} must be a string`];
	if (value === '') return [`${key} should not be empty`];
	return value.length <= max ? [] : [`${key} must be shorter than or equal to ${max} characters`];
}

/** whatsapp-web.js knows a message by its whole id, Baileys by the last part alone. */
function canQuote({ settings }: OpenWa, id: string): boolean {
	const { engine, forgotten = [] } = settings;
	const form = engine === 'baileys' ? /^[^_]+$/ : /^(?:true|false)_[^_]+@[^_]+_[^_]+(?:_[^_]+)?$/;
	return form.test(id) && !forgotten.includes(id);
}

/** Line breaks are all that the server takes out. */
const oneLine = (text: string) => text.replace(/[\r\n]+/g, ' ');

/** Of any body, for a fault may look for a card before anything is judged. */
export function cardsOf({ contactName, contactNumber }: JsonObject): AcceptedCard[] {
	if (typeof contactName !== 'string' || typeof contactNumber !== 'string') return [];
	const [name, number] = [oneLine(contactName), oneLine(contactNumber)];
	const whatsAppId = number.replace(/\D/g, '');
	const vcard = [
		'BEGIN:VCARD',
		'VERSION:3.0',
		`FN:${name}`,
		`TEL;type=CELL;type=VOICE;waid=${whatsAppId}:${number}`,
		'END:VCARD',
	].join('\n');
	return [{ name, phones: [number], whatsAppId, vcard }];
}
