// One message as a bubble: its quote, its cards, and what became of it.

import type { AcceptedCard } from '../types';
import { avatar } from './avatar';
import type { InboxMessage } from './conversations';
import { html, type Markup } from './markup';

/** Marked as lost where the gateway promised an id and the card never arrives. */
export function bubble(message: InboxMessage): Markup {
	const { sequence, cards, undelivered } = message;
	const many = cards.length > 1;
	return html`<li
		class="message${undelivered !== undefined && ' message--lost'}"
		id="message-${sequence}"
	>
		<article class="bubble" aria-label="Message ${sequence}">
			${quote(message)} ${many && html`<p class="bubble__count">${cards.length} contacts</p>`}
			<ul class="cards" role="list">
				${cards.map((card) => html`<li class="card">${contact(card)}</li>`)}
			</ul>
			${fate(message)}
		</article>
	</li>`;
}

function contact(card: AcceptedCard): Markup {
	const { name, company, phones, email, url, description, whatsAppId, vcard } = card;
	const line = (label: string, values: Array<string | undefined>) =>
		values
			.filter((value) => value !== undefined)
			.map(
				(value) =>
					html`<div class="fact">
						<dt>${label}</dt>
						<dd>${value}</dd>
					</div>`,
			);
	return html`${avatar(name)}
		<div class="card__body">
			<h3 class="card__name">${name || 'No name'}</h3>
			${company !== undefined && company !== name && html`<p class="card__company">${company}</p>`}
			<dl class="facts">
				${line('Phone', phones)} ${line('E-mail', [email])} ${line('Web', [url])}
				${line('About', [description])}
				${line('WhatsApp', [whatsAppId === phones[0]?.replace(/\D/g, '') ? undefined : whatsAppId])}
			</dl>
			${vcard !== undefined && source(vcard)}
		</div>`;
}

/** The vCard that goes out, line by line: an injected line is one too many here. */
const source = (vcard: string): Markup =>
	html`<details class="source">
		<summary>vCard</summary>
		<pre>${vcard}</pre>
	</details>`;

function quote({ quoted, ignoredKeys }: InboxMessage): Markup | undefined {
	if (quoted === undefined) return undefined;
	const { messageId, cards } = quoted;
	const ignored = ignoredKeys.includes('quoted');
	return html`<blockquote class="quote">
		<span class="quote__label"
			>${ignored ? 'Reply asked for, ignored by this server' : 'Reply to'}</span
		>
		<span class="quote__text">${cards ? cards.join(', ') : messageId}</span>
	</blockquote>`;
}

function fate({ at, state, undelivered, messageId, method }: InboxMessage): Markup {
	const word =
		undelivered !== undefined
			? html`<span class="fate fate--lost">Never arrives: ${undelivered}</span>`
			: state === 'queued'
				? html`<span class="fate fate--queued">Queued</span>`
				: html`<span class="fate fate--sent">Sent</span>`;
	return html`<footer class="bubble__foot">
		<span class="bubble__id" title="Message id">${messageId}</span>
		<span class="bubble__method">${method}</span>
		${word} <time datetime="${at}">${at.slice(11, 16)}</time>
	</footer>`;
}
