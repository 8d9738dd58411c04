// The field for a chat in an open node's panel: n8n's resource locator, with its list and its modes.
import type { Locator, Page } from 'playwright-core';

const field = (page: Page): Locator => page.getByTestId('resource-locator-chatId');
const rows = (page: Page): Locator => page.locator('[data-test-id=rlc-item]:visible');

/** The mode's label. */
export function chosenMode(page: Page): Promise<string> {
	return field(page).getByTestId('rlc-mode-selector').locator('input').inputValue();
}

/** Chooses a mode by its label. */
export async function chooseMode(page: Page, label: string): Promise<void> {
	await field(page).getByTestId('rlc-mode-selector').click();
	await page.locator('.el-select-dropdown__item:visible').filter({ hasText: label }).click();
}

/** What the field shows. */
export function shownChat(page: Page): Promise<string> {
	return field(page)
		.locator('[data-test-id=rlc-input] input, input[data-test-id=rlc-input]')
		.inputValue();
}

/** Opens the list and waits for its rows, or for why there are none. */
export async function openChats(page: Page): Promise<void> {
	await field(page).getByTestId('rlc-input').first().click();
	await page
		.locator('[data-test-id=rlc-item]:visible, [data-test-id=rlc-error-container]:visible')
		.first()
		.waitFor();
}

/** The rows, in their order. */
export async function listedChats(page: Page): Promise<string[]> {
	return (await rows(page).allInnerTexts()).map((text) => text.trim());
}

/** Types a filter and waits until the list has answered. */
export async function searchChats(page: Page, filter: string): Promise<void> {
	const answered = page.waitForResponse(
		(response) =>
			response.url().includes('resource-locator-results') &&
			(response.request().postData() ?? '').includes(`"filter":${JSON.stringify(filter)}`),
	);
	await page
		.locator('[data-test-id=rlc-search] input:visible, input[data-test-id=rlc-search]:visible')
		.fill(filter);
	await answered;
}

/** Picks a row by its whole text, once it is there. */
export async function pickChat(page: Page, name: string): Promise<void> {
	await rows(page).filter({ hasText: name }).first().click();
	await rows(page).first().waitFor({ state: 'hidden' });
}

/** Why there is no list. */
export function listProblem(page: Page): Promise<string> {
	return page.locator('[data-test-id=rlc-error-container]:visible').innerText();
}
