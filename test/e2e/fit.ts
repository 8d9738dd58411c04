// What of a page's text a person cannot read: cut off, under something else, or out of the window.
// Asked inside the browser; as text, because this project's compiler does not know browsers.
import type { Page } from 'playwright-core';

/**
 * Looks into every visible element that matches, and names each text that is cut or covered.
 * Lists that scroll downwards are fine; what would have to be scrolled sideways is not.
 */
export function misfits(page: Page, selector: string): Promise<string[]> {
	return page.evaluate<string[]>(`(${look})(${JSON.stringify(selector)})`);
}

const look = String.raw`(selector) => {
	const slack = 1.5;
	const short = (text) => text.replace(/\s+/g, ' ').trim().slice(0, 80);
	const isSeen = (element) =>
		element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
	const ownText = (element) =>
		[...element.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data).join('').trim();
	const canvas = document.createElement('canvas').getContext('2d');
	const typedWidth = (input, text) => {
		const { font, letterSpacing } = getComputedStyle(input);
		canvas.font = font;
		canvas.letterSpacing = letterSpacing;
		return canvas.measureText(text).width;
	};
	const rectOf = (element) => {
		const range = document.createRange();
		const nodes = [...element.childNodes].filter((node) => node.nodeType === 3 && node.data.trim());
		range.setStartBefore(nodes[0]);
		range.setEndAfter(nodes.at(-1));
		return range.getBoundingClientRect();
	};
	const found = new Set();
	for (const root of document.querySelectorAll(selector)) {
		if (!isSeen(root)) continue;
		const texts = [];
		for (const element of [root, ...root.querySelectorAll('*')]) {
			if (!isSeen(element) || element.closest('svg, .cm-editor, [aria-hidden=true]')) continue;
			const style = getComputedStyle(element);
			if (element.matches('input, textarea')) {
				// What a person typed may be longer than its field; what was chosen is a text of ours.
				const text = element.closest('.el-select') ? element.value || element.placeholder : element.value ? '' : element.placeholder;
				const { paddingLeft, paddingRight } = style;
				const room = element.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
				const isCut = element.matches('input')
					? typedWidth(element, text) > room + slack
					: element.scrollHeight > element.clientHeight + slack && style.overflowY === 'hidden';
				if (text && element.clientWidth > 1 && isCut) found.add('cut in its field: ' + short(text));
				continue;
			}
			if (/auto|scroll/.test(style.overflowX) && element.scrollWidth > element.clientWidth + slack) {
				found.add('scrolls sideways: ' + short(element.innerText));
			}
			if (!ownText(element)) continue;
			const rect = rectOf(element);
			if (rect.width < 2 || rect.height < 2) continue;
			const ownCut = /hidden|clip/.test(style.overflowX) && element.scrollWidth > element.clientWidth + slack;
			if (ownCut && element.clientWidth > 0) found.add('cut at its side: ' + short(element.innerText));
			let isScrolled = false;
			for (let box = element; box && box !== document.body; box = box.parentElement) {
				const { overflowX, overflowY, display } = getComputedStyle(box);
				if (display === 'contents' || display === 'inline') continue;
				const { left, right, top, bottom } = box.getBoundingClientRect();
				if (/hidden|clip/.test(overflowX) && (rect.right > right + slack || rect.left < left - slack)) {
					found.add('cut at its side: ' + short(element.innerText));
				}
				if (/auto|scroll/.test(overflowY)) isScrolled = true;
				if (!isScrolled && /hidden|clip/.test(overflowY) && (rect.bottom > bottom + slack || rect.top < top - slack)) {
					found.add('cut below: ' + short(element.innerText));
				}
				if (box === element && style.webkitLineClamp !== 'none' && box.scrollHeight > box.clientHeight + slack) {
					found.add('cut below: ' + short(element.innerText));
				}
			}
			if (rect.left < -slack || rect.right > innerWidth + slack) found.add('out of the window: ' + short(element.innerText));
			texts.push({ element, rect });
		}
		for (const [index, one] of texts.entries()) {
			for (const other of texts.slice(index + 1)) {
				if (one.element.contains(other.element) || other.element.contains(one.element)) continue;
				const wide = Math.min(one.rect.right, other.rect.right) - Math.max(one.rect.left, other.rect.left);
				const high = Math.min(one.rect.bottom, other.rect.bottom) - Math.max(one.rect.top, other.rect.top);
				if (wide > 2 && high > 4) found.add('one over the other: ' + short(one.element.innerText) + ' | ' + short(other.element.innerText));
			}
		}
	}
	return [...found];
}`;
