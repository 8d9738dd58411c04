// The inbox page: chats on one side, the open chat on the other; on a phone one after the other.
// Drawn here completely, so it works without JavaScript; the script only asks for it again.

import type { GatewayName } from '../instanceTypes';
import { avatar, bubble } from './bubble';
import type { ChatKind, Conversation, Inbox } from './conversations';
import { html, type Markup } from './markup';

const PROVIDERS: Record<GatewayName, string> = {
	greenApi: 'GREEN-API',
	plugzApi: 'PlugzAPI',
	evolutionV2: 'Evolution v2',
	evolutionV1: 'Evolution v1',
};

const KINDS: Record<ChatKind, string> = {
	person: 'Person',
	group: 'Group',
	privacyId: 'Privacy id',
};

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

/** `chosen` is the key of the chat that the address asks for. */
export function page(
	inbox: Inbox,
	apiUrls: Record<GatewayName, string>,
	keepsBodies: boolean,
	chosen?: string,
): string {
	const { conversations, version } = inbox;
	const asked = conversations.find(({ key }) => key === chosen);
	const open = asked ?? conversations[0];
	return `<!DOCTYPE html>\n${
		html`<html lang="en">
			<head>
				<meta charset="utf-8" />
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<meta name="color-scheme" content="light dark" />
				<title>${open ? `${open.title} · Inbox` : 'Inbox'} · Sandbox gateway</title>
				<link rel="icon" href="/inbox.svg" type="image/svg+xml" />
				<link rel="stylesheet" href="/inbox.css" />
				<script src="/inbox.js" defer></script>
			</head>
			<body data-version="${version}" data-view="${asked ? 'chat' : 'list'}">
				<a class="skip" href="#open">Skip to the open chat</a>
				<div class="frame">
					<aside class="side" aria-label="Chats">
						${heading(inbox)} ${conversations.length > 0 && chatList(conversations, open)}
					</aside>
					<main class="main" id="open" tabindex="-1" data-key="${open?.key}">
						${open ? chat(open) : nothing(apiUrls, keepsBodies)}
					</main>
				</div>
				<p class="unseen" id="news" role="status"></p>
			</body>
		</html>`.source
	}`;
}

/** Groups, privacy ids and mere numbers have no initials. */
function portrait(title: string, kind: ChatKind): Markup {
	if (kind === 'person' && !title.startsWith('+')) return avatar(title);
	return avatar(title, SYMBOLS[kind]);
}

const plural = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`;

const heading = ({ messages, cards, omitted }: Inbox): Markup =>
	html`<header class="top" id="top">
		<h1>Inbox</h1>
		<p class="top__sum">
			${plural(messages, 'message')} · ${plural(cards, 'card')}
			${omitted > 0 && html`<br />the latest ${messages - omitted} are shown`}
		</p>
		<p class="top__live"><span class="dot" aria-hidden="true"></span>Sandbox gateway</p>
	</header>`;

const chatList = (conversations: Conversation[], open?: Conversation): Markup =>
	html`<nav aria-label="Chats">
		<ul class="chats" role="list" id="chats">
			${conversations.map((one) => html`<li>${chatLink(one, one === open)}</li>`)}
		</ul>
	</nav>`;

function chatLink(conversation: Conversation, isOpen: boolean): Markup {
	const { key, title, kind, provider, messages } = conversation;
	const last = messages.at(-1);
	const names = last?.cards.map(({ name }) => name).join(', ');
	return html`<a
		class="chat"
		href="/?chat=${encodeURIComponent(key)}"
		${isOpen && html`aria-current="true"`}
	>
		${portrait(title, kind)}
		<span class="chat__body">
			<span class="chat__line">
				<span class="chat__title">${title}</span>
				<time class="chat__time" datetime="${last?.at}">${last?.at.slice(11, 16)}</time>
			</span>
			<span class="chat__line">
				<span class="chat__last">${names}</span>
				<span class="chat__count" aria-label="${plural(messages.length, 'message')}"
					>${messages.length}</span
				>
			</span>
			<span class="chat__line"
				><span class="badge badge--${provider}">${PROVIDERS[provider]}</span></span
			>
		</span>
	</a>`;
}

const chat = ({ title, kind, provider, instance, chatId, messages }: Conversation): Markup =>
	html`<header class="bar">
			<a class="back" href="/">Chats</a>
			${portrait(title, kind)}
			<div class="bar__body">
				<h2>${title}</h2>
				<p class="bar__facts">
					<span>${KINDS[kind]}</span> <span class="bar__id">${chatId}</span>
					<span>via ${instance}</span>
				</p>
			</div>
			<span class="badge badge--${provider}">${PROVIDERS[provider]}</span>
		</header>
		<ol class="messages" role="list" id="messages" aria-label="Messages" tabindex="0">
			${messages.map(bubble)}
		</ol>`;

const nothing = (apiUrls: Record<GatewayName, string>, keepsBodies: boolean): Markup =>
	html`<section class="empty">
		<p class="empty__mark" aria-hidden="true"><span></span><span></span></p>
		<h2>${keepsBodies ? 'No cards yet' : 'Counting only'}</h2>
		<p>
			${
				keepsBodies
					? 'Send a contact card through one of these addresses and it appears here.'
					: 'This sandbox keeps sums and no messages.'
			}
		</p>
		<dl class="addresses">
			${Object.entries(apiUrls).map(
				([name, url]) =>
					html`<div>
						<dt>${PROVIDERS[name as GatewayName]}</dt>
						<dd><code>${url}</code></dd>
					</div>`,
			)}
		</dl>
	</section>`;
