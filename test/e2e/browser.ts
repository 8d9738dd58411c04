// n8n's editor in a real browser: Debian's Chromium, which playwright-core drives.
import { chromium, selectors, type Browser, type Page } from 'playwright-core';
import { requirePrograms } from './requirements';
import { owner } from './rest';

// Nothing here may look for a host outside of this machine.
const args = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
];

/** A headless Chromium; `getByTestId` means n8n's `data-test-id`. */
export function openBrowser(): Promise<Browser> {
	const { chromium: executablePath } = requirePrograms('chromium');
	selectors.setTestIdAttribute('data-test-id');
	return chromium.launch({ executablePath, headless: true, args });
}

/** A page in which the owner, who must have been set up, has signed in by the form. */
export async function signedInPage(browser: Browser, url: string): Promise<Page> {
	const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
	await page.goto(`${url}/signin`);
	await page.locator('[name=emailOrLdapLoginId]').fill(owner.email);
	await page.locator('[name=password]').fill(owner.password);
	await page.getByTestId('form-submit-button').click();
	await page.waitForURL((address) => !address.pathname.includes('signin'));
	return page;
}

/** Opens a saved workflow and waits until its nodes are drawn. */
export async function openWorkflow(page: Page, url: string, id: string): Promise<void> {
	await page.goto(`${url}/workflow/${id}`);
	await page.getByTestId('canvas-node').first().waitFor();
}

/** Opens a node of the open workflow, as a double click does. */
export async function openNode(page: Page, name: string): Promise<void> {
	await page.locator(`[data-test-id=canvas-node][data-node-name="${name}"]`).dblclick();
	await page.getByTestId('ndv').waitFor();
}
