/** Who a message goes to. */
import { readPhone } from './phone';
import { isProblem, type Reading } from '../reading';
import { examplePhone, holdsSeveral, isBlank, quoted } from '../typed';
import { readWritten } from './written';

/** A chat, in a spelling of no provider's. */
export type ChatId =
	| { readonly kind: 'person'; readonly digits: string }
	/** A privacy id: digits that are no phone number. */
	| { readonly kind: 'lid'; readonly id: string }
	/** `creator-timestamp` */
	| { readonly kind: 'oldGroup'; readonly id: string }
	/** 18 or more digits. */
	| { readonly kind: 'newGroup'; readonly id: string };

/** A chat id and whether its number looks like one without a country code. */
export interface ReadChatId {
	readonly chatId: ChatId;
	/** As in `Phone`: a hint names it. */
	readonly suspicious: boolean;
}

const exampleGroup = '120363043968066561@g.us';
const examples = `${examplePhone}, or a group id, e.g. ${exampleGroup}`;
/** Nobody knows a group's id by heart. */
const writeGroup = `Write the group's id, e.g. ${exampleGroup}, or choose the group with From List`;

/** Whether a chat is a group's; all others are people's. */
export function isGroup(kind: ChatId['kind']): boolean {
	return kind === 'oldGroup' || kind === 'newGroup';
}

/** Reads a recipient; `country` (ISO alpha-2) is where national numbers are at home. */
export function readChatId(value: unknown, country?: string): Reading<ReadChatId> {
	const written = readWritten(value);
	if (isProblem(written)) {
		const isInvitation = typeof value === 'string' && /\bchat\.whatsapp\.com\b/i.test(value);
		return isInvitation
			? {
					problem: `${quoted(value)} is an invitation to a group, a link without a phone number. ${writeGroup}`,
				}
			: written;
	}
	const { typed, text } = written.value;
	if (isBlank(typed)) return { problem: `is empty. Write a phone number, e.g. ${examples}` };
	if (holdsSeveral(text)) {
		return {
			problem:
				`${quoted(typed)} is more than one recipient. Write one recipient per item: ` +
				'split the list with the Split Out node first, e.g. into one number per item',
		};
	}
	const chatId = text.includes('@') ? readSuffixed(text, typed) : readBareGroup(text);
	if (chatId !== undefined) {
		return isProblem(chatId) ? chatId : { value: { chatId: chatId.value, suspicious: false } };
	}
	if (/^[1-9]\d{15,16}$/.test(text)) {
		return {
			problem:
				`${quoted(typed)} has ${text.length} digits: too many for a phone number, too few ` +
				`for a group. Write a phone number, e.g. ${examples}`,
		};
	}
	const phone = readPhone(typed, country);
	if (isProblem(phone)) return phone;
	const { digits, suspicious } = phone.value;
	return { value: { chatId: { kind: 'person', digits }, suspicious } };
}

/** Group ids without a suffix, as PlugzAPI writes them, or nothing. */
function readBareGroup(text: string): Reading<ChatId> | undefined {
	// Digits that begin with 0 are a phone number with too many of them, not a group.
	const newGroup = /^(\d+)-group$/i.exec(text) ?? /^([1-9]\d{17,})$/.exec(text);
	if (newGroup?.[1] !== undefined) return { value: { kind: 'newGroup', id: newGroup[1] } };
	const isOld = /^\d+-\d+$/.test(text) && text.length > 16;
	return isOld ? { value: { kind: 'oldGroup', id: text } } : undefined;
}

/** Ids with a suffix. Their digits come from WhatsApp itself and are never judged. */
function readSuffixed(text: string, typed: string): Reading<ChatId> {
	const at = text.indexOf('@');
	const id = text.slice(0, at);
	const suffix = text.slice(at).toLowerCase();
	if (!suffixes.has(suffix)) return { problem: refusalOfSuffix(suffix, typed) };
	if (suffix === '@g.us' && /^\d+-\d+$/.test(id)) return { value: { kind: 'oldGroup', id } };
	if (suffix === '@g.us' && /^\d+$/.test(id)) return { value: { kind: 'newGroup', id } };
	// `:12` is one of the person's devices; a card goes to all of them.
	const digits = suffix === '@g.us' ? undefined : /^(\d+)(?::\d+)?$/.exec(id)?.[1];
	if (digits === undefined) {
		return {
			problem:
				`${quoted(typed)} has something else than digits before ${suffix}. ` +
				(suffix === '@g.us'
					? writeGroup
					: 'Write e.g. 5511987654321@c.us, or the phone number alone'),
		};
	}
	return { value: suffix === '@lid' ? { kind: 'lid', id: digits } : { kind: 'person', digits } };
}

const suffixes: ReadonlySet<string> = new Set(['@c.us', '@s.whatsapp.net', '@lid', '@g.us']);

function refusalOfSuffix(suffix: string, typed: string): string {
	const what =
		suffix === '@newsletter'
			? 'is a channel (@newsletter), which takes no contact cards'
			: suffix === '@broadcast'
				? 'is a broadcast list or status (@broadcast), which takes no contact cards'
				: `ends in ${quoted(suffix)}, which is no WhatsApp chat`;
	return `${quoted(typed)} ${what}. Write a phone number, e.g. ${examples}`;
}
