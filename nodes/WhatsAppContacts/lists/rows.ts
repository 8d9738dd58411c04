/**
 * The rows of the editor's list, made of what a gateway lists. Names are chosen by strangers: each
 * is made one visible line, and none may begin as n8n's expressions do, or picking it would put
 * code into the workflow.
 */
import { type ChatId, isGroup, readChatId } from '../domain/numbers/chatId';
import { shortened } from '../domain/typed';
import type { ListedChat } from '../providers';
import { spellingWith } from '../providers/suffixes';

/** A chat that can be picked. */
export interface Row {
	readonly kind: ChatId['kind'];
	/** What the list shows. */
	readonly label: string;
	/** What the field then holds: the same for every gateway, and never read as a national number. */
	readonly value: string;
	/** What is searched: the name as `folded` has it. */
	readonly sought: string;
}

const spell = spellingWith({
	person: '@c.us',
	lid: '@lid',
	oldGroup: '@g.us',
	newGroup: '@g.us',
});

/** More than these nobody looks through; the longest list of a gateway has some thousands. */
const MAX_LISTED = 20_000;

/** Shorter ones are WhatsApp's own, such as 0@c.us. */
const MIN_DIGITS = 7;

/** Without regard to case, accents and forms of letters. */
export function folded(text: string): string {
	return text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
}

/** Groups or people, by name; those without a name come last, and people without one not at all. */
export function rowsOf(listed: readonly ListedChat[]): Row[] {
	const chats = new Map<string, Named>();
	for (const chat of listed.slice(0, MAX_LISTED)) {
		const named = read(chat);
		if (named && !chats.has(named.value)) chats.set(named.value, named);
	}
	const namesakes = new Map<string, number>();
	for (const { sought, kind } of chats.values()) {
		if (isGroup(kind)) namesakes.set(sought, (namesakes.get(sought) ?? 0) + 1);
	}
	return [...chats.values()].sort(byName).map(({ name, ...chat }) => {
		const isTwin = (namesakes.get(chat.sought) ?? 0) > 1;
		return { ...chat, label: labelOf({ name, ...chat }, isTwin) };
	});
}

interface Named extends Omit<Row, 'label'> {
	readonly name: string;
}

function read({ id, name }: ListedChat): Named | undefined {
	const reading = readChatId(id);
	if ('problem' in reading) return undefined;
	const { chatId } = reading.value;
	const { kind } = chatId;
	if (kind === 'person' && chatId.digits.length < MIN_DIGITS) return undefined;
	const value = spell(chatId);
	const shown = nameOf(name ?? '', value);
	// A person without a name is one more number among thousands of strangers'.
	return shown === '' && !isGroup(kind)
		? undefined
		: { kind, value, name: shown, sought: folded(shown) };
}

/** Gateways that know no name show the id, its digits, or a word before them. */
function nameOf(name: string, value: string): string {
	const shown = shortened(name).trim();
	const digits = value.slice(0, value.indexOf('@'));
	const rest = shown.replace(/^(?:Group|Newsletter)\s+/, '').replace(/^\+/, '');
	return rest.split('@', 1)[0]?.replace(/-group$/, '') === digits ? '' : shown;
}

function byName(one: Named, other: Named): number {
	if ((one.name === '') !== (other.name === '')) return one.name === '' ? 1 : -1;
	if (one.sought !== other.sought) return one.sought < other.sought ? -1 : 1;
	return one.value < other.value ? -1 : 1;
}

function labelOf({ kind, name, value }: Named, isTwin: boolean): string {
	if (kind === 'person') return `${literal(name)} (+${value.slice(0, value.indexOf('@'))})`;
	if (kind === 'lid') return `${literal(name)} (${value})`;
	if (name === '') return `Group ${value}`;
	return `${literal(name)} (${isTwin ? `group ${value}` : 'group'})`;
}

/** Text, whatever it says. */
function literal(name: string): string {
	return name.startsWith('=') ? `"${name}"` : name;
}
