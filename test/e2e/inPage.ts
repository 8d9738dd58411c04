// Questions to a page, answered inside the browser; as text, because this project's compiler does
// not know browsers.
import type { Page } from 'playwright-core';

/** The element that has the focus, as its tag and its text. */
export function focused(page: Page): Promise<string> {
	return page.evaluate<string>(`
		document.activeElement.tagName.toLowerCase() + ' ' +
			document.activeElement.textContent.replace(/\\s+/g, ' ').trim()`);
}

/** Whether one can see which element has the focus. */
export function isFocusVisible(page: Page): Promise<boolean> {
	return page.evaluate<boolean>(`{
		const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(document.activeElement);
		(outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
	}`);
}

/** Texts that stick out of the window or are smaller than 11 pixels. */
export function unreadable(page: Page): Promise<string[]> {
	return page.evaluate<string[]>(`
		[...document.querySelectorAll('h1, h2, h3, p, dd, dt, a, span, time, code')]
			.filter((element) => element.getClientRects().length > 0)
			.filter((element) => !element.closest('.skip, .unseen'))
			.filter((element) => {
				const { left, right } = element.getBoundingClientRect();
				const size = parseFloat(getComputedStyle(element).fontSize);
				return left < 0 || right > window.innerWidth || size < 11;
			})
			.map((element) => element.className + ': ' + element.textContent)`);
}

/** How wide the page's content is, in pixels. */
export function contentWidth(page: Page): Promise<number> {
	return page.evaluate<number>('document.documentElement.scrollWidth');
}

/** Presses Tab until an element whose tag and text match has the focus, and shows it. */
export async function tabTo(page: Page, what: RegExp): Promise<void> {
	for (let presses = 0; presses < 40; presses++) {
		await page.keyboard.press('Tab');
		const now = await focused(page);
		if (!what.test(now)) continue;
		if (!(await isFocusVisible(page))) throw new Error(`Nobody sees the focus on: ${now}`);
		return;
	}
	throw new Error(`Tab never came to ${what}, at last to: ${await focused(page)}`);
}
