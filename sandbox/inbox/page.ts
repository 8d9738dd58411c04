// The inbox page: chats on one side, the open chat on the other; on a phone one after the other.
// Drawn here completely, so it works without JavaScript; the script only asks for it again.

import { portrait } from './avatar';
import { bubble } from './bubble';
import type { ChatKind, Conversation, Inbox } from './conversations';
import { html, type Markup } from './markup';

/** By gateway: what its badge says. */
export type Labels = Readonly<Record<string, string>>;

const KINDS: Record<ChatKind, string> = {
	person: 'Person',
	group: 'Group',
	privacyId: 'Privacy id',
};

/** `chosen` is the key of the chat that the address asks for. */
export function page(
	inbox: Inbox,
	apiUrls: Readonly<Record<string, string>>,
	labels: Labels,
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
						${heading(inbox)} ${conversations.length > 0 && chatList(conversations, labels, open)}
					</aside>
					<main class="main" id="open" tabindex="-1" data-key="${open?.key}">
						${open ? chat(open, labels) : nothing(apiUrls, labels, keepsBodies)}
					</main>
				</div>
				<p class="unseen" id="news" role="status"></p>
			</body>
		</html>`.source
	}`;
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

const chatList = (conversations: Conversation[], labels: Labels, open?: Conversation): Markup =>
	html`<nav aria-label="Chats">
		<ul class="chats" role="list" id="chats">
			${conversations.map((one) => html`<li>${chatLink(one, labels, one === open)}</li>`)}
		</ul>
	</nav>`;

function chatLink(conversation: Conversation, labels: Labels, isOpen: boolean): Markup {
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
				><span class="badge badge--${provider}">${labels[provider]}</span></span
			>
		</span>
	</a>`;
}

const chat = (
	{ title, kind, provider, instance, chatId, messages }: Conversation,
	labels: Labels,
): Markup =>
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
			<span class="badge badge--${provider}">${labels[provider]}</span>
		</header>
		<ol class="messages" role="list" id="messages" aria-label="Messages" tabindex="0">
			${messages.map(bubble)}
		</ol>`;

const nothing = (
	apiUrls: Readonly<Record<string, string>>,
	labels: Labels,
	keepsBodies: boolean,
): Markup =>
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
						<dt>${labels[name]}</dt>
						<dd><code>${url}</code></dd>
					</div>`,
			)}
		</dl>
	</section>`;
