// Where the inbox is served: the page, its style, its script, and the same as JSON. A strict
// content policy stands behind the escaping, because the cards on show are hostile on purpose.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AnySandbox } from '../types';
import { inboxOf } from './conversations';
import { type Labels, page } from './page';

const file = (name: string) => readFileSync(join(__dirname, name), 'utf8');

const ICON =
	'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect x="2" y="5" width="28" height="22" rx="7" fill="#0a6b4d"/><circle cx="11" cy="16" r="4" fill="#fff"/><path d="M18 13h8M18 19h5" stroke="#fff" stroke-width="2.5" stroke-linecap="round"/></svg>';

const STATIC: Record<string, { type: string; body: string }> = {
	'/inbox.css': { type: 'text/css', body: file('style.css') },
	'/inbox.js': { type: 'text/javascript', body: file('live.js') },
	'/inbox.svg': { type: 'image/svg+xml', body: ICON },
};

const HEADERS = {
	'Content-Security-Policy':
		"default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
	'X-Content-Type-Options': 'nosniff',
	'Referrer-Policy': 'no-referrer',
	'Cache-Control': 'no-store',
};

/** What the page shows beside the messages. */
export interface InboxFacts {
	version: string;
	keepsBodies: boolean;
	/** By gateway; the colour is CSS. */
	badges: Readonly<Record<string, { label: string; color: string }>>;
}

interface InboxAnswer {
	type: string;
	body: string;
	headers: Record<string, string>;
}

/** What a GET of this address shows; `undefined` when it is none of the inbox's. */
export function inboxAnswer(
	sandbox: AnySandbox,
	target: string,
	{ version, keepsBodies, badges }: InboxFacts,
): InboxAnswer | undefined {
	const { pathname, searchParams } = new URL(target, sandbox.url);
	const fixed = STATIC[pathname];
	if (fixed !== undefined) {
		const colours = pathname === '/inbox.css' ? coloursOf(badges) : '';
		return { ...fixed, body: fixed.body + colours, headers: HEADERS };
	}
	if (pathname === '/inbox.json') {
		const inbox = searchParams.has('version') ? { version } : inboxOf(sandbox.accepted(), version);
		return { type: 'application/json', body: JSON.stringify(inbox), headers: HEADERS };
	}
	if (pathname !== '/') return undefined;
	const inbox = inboxOf(sandbox.accepted(), version);
	const chosen = searchParams.get('chat') ?? undefined;
	const body = page(inbox, sandbox.apiUrls, labelsOf(badges), keepsBodies, chosen);
	return { type: 'text/html', body, headers: HEADERS };
}

const coloursOf = (badges: InboxFacts['badges']): string =>
	Object.entries(badges)
		.map(([name, { color }]) => `.badge--${name} {\n\tcolor: ${color};\n}\n`)
		.join('\n');

const labelsOf = (badges: InboxFacts['badges']): Labels =>
	Object.fromEntries(Object.entries(badges).map(([name, { label }]) => [name, label]));
