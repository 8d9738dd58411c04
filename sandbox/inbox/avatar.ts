// The round pictures: initials for names, a symbol for those who have none.

import type { ChatKind } from './conversations';
import { html, type Markup } from './markup';

const symbol = (path: string) => html`<svg viewBox="0 0 24 24"><path d="${path}" /></svg>`;

const SYMBOLS: Record<ChatKind, Markup> = {
	person: symbol(
		'M12 12a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9Zm0 2.2c-4.2 0-8 2-8 5V21h16v-1.8c0-3-3.8-5-8-5Z',
	),
	group: symbol(
		'M8.5 12a3.7 3.7 0 1 0 0-7.5 3.7 3.7 0 0 0 0 7.5Zm7.5 0a3 3 0 1 0 0-6 3 3 0 0 0 0 6Zm-7.5 2C5 14 2 15.7 2 18.2V20h13v-1.8C15 15.7 12 14 8.5 14Zm7.5 0-1 .05c1.3 1 2 2.35 2 4.15V20h5v-1.6c0-2.4-2.8-4.4-6-4.4Z',
	),
	privacyId: symbol(
		'M12 2.5A4.5 4.5 0 0 0 7.5 7v2.5H6A1.5 1.5 0 0 0 4.5 11v8.5A1.5 1.5 0 0 0 6 21h12a1.5 1.5 0 0 0 1.5-1.5V11A1.5 1.5 0 0 0 18 9.5h-1.5V7A4.5 4.5 0 0 0 12 2.5Zm-2.5 7V7a2.5 2.5 0 0 1 5 0v2.5h-5Z',
	),
};

/** Initials on a colour of the name's own, as address books do. */
export function avatar(name: string, symbol?: Markup): Markup {
	const words = name.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? [];
	const letters = [words[0], words.length > 1 ? words.at(-1) : undefined]
		.map((word) => [...(word ?? '')][0] ?? '')
		.join('');
	let sum = 0;
	for (const character of name) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 360;
	const tone = Math.floor(sum / 60);
	return html`<span class="avatar avatar--${tone}" aria-hidden="true"
		>${symbol ?? (letters.toUpperCase() || '?')}</span
	>`;
}

/** Groups, privacy ids and mere numbers have no initials. */
export function portrait(title: string, kind: ChatKind): Markup {
	if (kind === 'person' && !title.startsWith('+')) return avatar(title);
	return avatar(title, SYMBOLS[kind]);
}
