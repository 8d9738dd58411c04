// A node's panel in n8n's editor, used as a person uses it: read what is shown, choose, execute.
import type { Locator, Page } from 'playwright-core';

const fieldPrefix = 'parameter-input-';

/** The open node's parameters; its settings stand on another tab, drawn but hidden. */
const parameters = (page: Page): Locator => page.getByTestId('node-parameters');

/** The names of the parameters that can be seen, in their order. */
export async function shownFields(page: Page): Promise<string[]> {
	const fields = await parameters(page).locator(`[data-test-id^=${fieldPrefix}]:visible`).all();
	const ids = await Promise.all(fields.map((field) => field.getAttribute('data-test-id')));
	const names = ids.map((id) => id?.slice(fieldPrefix.length) ?? '');
	return [...new Set(names.filter((name) => !['field', 'hint', 'item'].includes(name)))];
}

/** Chooses an entry of a parameter's list by its label. */
export async function choose(page: Page, field: string, label: string): Promise<void> {
	await parameters(page).getByTestId(`${fieldPrefix}${field}`).first().click();
	await page
		.locator('[data-test-id=parameter-input-item]:visible')
		.filter({ hasText: label })
		.first()
		.click();
	await page
		.locator('[data-test-id=parameter-input-item]:visible')
		.first()
		.waitFor({ state: 'hidden' });
}

/** The text that a list parameter shows as chosen. */
export function chosen(page: Page, field: string): Promise<string> {
	return parameters(page)
		.getByTestId(`${fieldPrefix}${field}`)
		.first()
		.locator('input')
		.inputValue();
}

/** The names of the stored credentials that the panel offers. */
export async function offeredCredentials(page: Page): Promise<string[]> {
	const items = page.locator(
		'[data-test-id^=node-credentials-select-item-]:visible:not([data-test-id$=-new])',
	);
	await page.getByTestId('node-credentials-select').click();
	await items.first().waitFor();
	const names = await items.allInnerTexts();
	await page.keyboard.press('Escape');
	await items.first().waitFor({ state: 'hidden' });
	return names.map((name) => name.trim().split('\n')[0] ?? '');
}

/** Executes the node alone and waits for its output. */
export async function executeStep(page: Page): Promise<void> {
	await page.getByTestId('node-execute-button').click();
	await page.getByTestId('output-panel').getByTestId('ndv-data-container').first().waitFor();
}

/** The output as a table: its column names and its rows' texts. */
export async function outputTable(page: Page): Promise<{ columns: string[]; rows: string[][] }> {
	const output = page.getByTestId('output-panel');
	await output.getByTestId('radio-button-table').click();
	await output.locator('table').waitFor();
	const columns = await output.locator('table th').allInnerTexts();
	const rows = await output.locator('table tbody tr').all();
	const cells = await Promise.all(rows.map((row) => row.locator('td').allInnerTexts()));
	const trimmed = (texts: string[]) => texts.map((text) => text.trim());
	return { columns: trimmed(columns).filter(Boolean), rows: cells.map(trimmed) };
}

/** The labels of the options that can be added; 1.x draws their list in another way. */
export async function offeredOptions(page: Page): Promise<string[]> {
	const list = '[data-test-id=collection-parameter-option]:visible';
	const options = page.locator(`${list}, .el-select-dropdown__item:visible`);
	await parameters(page)
		.locator('[data-test-id=collection-parameter-add], .param-options .add-option input')
		.last()
		.click();
	await options.first().waitFor();
	const labels = await options.allInnerTexts();
	await page.keyboard.press('Escape');
	await options.first().waitFor({ state: 'hidden' });
	return labels.map((label) => label.trim());
}
