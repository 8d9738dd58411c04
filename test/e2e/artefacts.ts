// Pictures that tests leave behind, so that a person can judge what they saw.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

const folder = join(__dirname, '.n8n', 'artefacts');

/** Keeps what a page shows now as `<name>.png`. */
export async function keepPicture(page: Page, name: string): Promise<void> {
	mkdirSync(folder, { recursive: true });
	await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
}
