// Keeps the page current: asks for the version every two seconds and, when it changed, draws the
// server's new page into this one. Focus, scroll position and the open chat stay.

const INTERVAL_MS = 2000;
const parser = new DOMParser();

async function refresh() {
	const { version } = await (await fetch('/inbox.json?version')).json();
	if (version === document.body.dataset.version) return;
	const key = document.getElementById('open').dataset.key;
	const answer = await fetch(`/?chat=${encodeURIComponent(key)}`);
	const next = parser.parseFromString(await answer.text(), 'text/html');
	draw(next);
	document.body.dataset.version = version;
}

function draw(next) {
	const messages = document.getElementById('messages');
	const wasAtEnd = !messages || isAtEnd(messages);
	const top = messages?.scrollTop ?? 0;
	const before = document.querySelectorAll('.message').length;
	const opened = new Set(
		[...document.querySelectorAll('.message:has(details[open])')].map((e) => e.id),
	);
	const focus = focusPath();

	document.querySelector('.side').replaceChildren(...next.querySelector('.side').childNodes);
	const main = document.getElementById('open');
	const nextMain = next.getElementById('open');
	main.replaceChildren(...nextMain.childNodes);
	main.dataset.key = nextMain.dataset.key ?? '';
	document.title = next.title;

	for (const id of opened) {
		for (const details of document.querySelectorAll(`#${id} details`)) details.open = true;
	}
	showLocalTimes();
	const list = document.getElementById('messages');
	if (list) list.scrollTop = wasAtEnd ? list.scrollHeight : top;
	focus?.();
	const more = document.querySelectorAll('.message').length - before;
	document.getElementById('news').textContent =
		more > 0 ? `${more} new message${more === 1 ? '' : 's'}` : '';
}

const isAtEnd = (list) => list.scrollHeight - list.scrollTop - list.clientHeight < 60;

/** A way back to what has the focus, by address or id; the element itself is replaced. */
function focusPath() {
	const active = document.activeElement;
	if (active?.id && active.id !== 'open') return () => document.getElementById(active.id)?.focus();
	const href = active?.getAttribute('href');
	const summary = active?.closest('summary') && active.closest('.message')?.id;
	if (summary) return () => document.querySelector(`#${summary} summary`)?.focus();
	if (!href) return undefined;
	return () => document.querySelector(`a[href="${CSS.escape(href)}"]`)?.focus();
}

/** The server writes UTC; a reader wants the time on the wall. */
function showLocalTimes() {
	for (const time of document.querySelectorAll('time[datetime]')) {
		const at = new Date(time.dateTime);
		if (Number.isNaN(at.getTime())) continue;
		time.textContent = at.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
		time.title = at.toLocaleString();
	}
}

showLocalTimes();
const first = document.getElementById('messages');
if (first) first.scrollTop = first.scrollHeight;

setInterval(() => {
	if (document.visibilityState === 'visible') {
		refresh()
			.then(() => document.body.removeAttribute('data-lost'))
			.catch(() => document.body.setAttribute('data-lost', ''));
	}
}, INTERVAL_MS);
