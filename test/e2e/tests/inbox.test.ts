// The sandbox's inbox page in a real browser, after n8n has sent the examples' cards: readable on a
// phone, and usable without a mouse.
import type { Browser, Page } from 'playwright-core';
import { keepPicture } from '../artefacts';
import { openBrowser } from '../browser';
import { example, exampleNames } from '../examples';
import { contentWidth, focused, tabTo, unreadable } from '../inPage';
import { useTestBed } from '../testBed';

const sending = exampleNames.filter((name) => !name.includes('get-contact-info'));

describe('the inbox page', () => {
	const bed = useTestBed('n8n-2');
	let browser: Browser;
	let page: Page;

	beforeAll(async () => {
		browser = await openBrowser();
	}, 60_000);

	beforeEach(async () => {
		for (const name of sending) await bed.editor.runToEnd(example(name, bed.accounts));
	});

	afterEach(() => page.close());
	afterAll(() => browser?.close());

	async function open(width: number): Promise<void> {
		page = await browser.newPage({ viewport: { width, height: 800 } });
		await page.goto(bed.sandbox.url);
	}

	it('lists every chat with its cards', async () => {
		await open(1100);
		const chats = await page.locator('nav a').count();
		const expected = new Set(
			bed.sandbox.accepted().map(({ provider, chatId }) => provider + chatId),
		);
		expect(chats).toBe(expected.size);
		await page.getByRole('link', { name: /Evolution v1/ }).click();
		for (const name of ['Guilherme Gomes', 'Ana Silva']) {
			await page.getByRole('heading', { name, level: 3 }).waitFor();
		}
		await keepPicture(page, 'inbox');
	});

	it('fits a window of 400 pixels, list and chat', async () => {
		await open(400);
		expect(await unreadable(page)).toEqual([]);
		await keepPicture(page, 'inbox 400 list');
		await page.getByRole('link', { name: /Evolution v1/ }).click();
		await page.getByRole('heading', { name: 'Guilherme Gomes', level: 3 }).waitFor();
		expect(await unreadable(page)).toEqual([]);
		expect(await contentWidth(page)).toBeLessThanOrEqual(400);
		await keepPicture(page, 'inbox 400 chat');
	});

	it.each([400, 1100])('is used by keyboard alone at %s pixels', async (width) => {
		await open(width);
		await tabTo(page, /^a Skip to the open chat/);
		await tabTo(page, /^a .*Evolution v1/);
		await page.keyboard.press('Enter');
		await page.getByRole('heading', { name: 'Guilherme Gomes', level: 3 }).waitFor();
		await tabTo(page, /^summary vCard/);
		await page.keyboard.press('Enter');
		await page.getByText('BEGIN:VCARD').first().waitFor();
		if (width > 720) return;
		// From the end of the page Tab begins anew.
		await tabTo(page, /^a Chats$/);
		await page.keyboard.press('Enter');
		await page
			.getByRole('link', { name: /PlugzAPI/ })
			.first()
			.waitFor();
	});

	it('keeps the focus when new cards come in', async () => {
		await open(1100);
		await tabTo(page, /^a .*PlugzAPI/);
		const before = await focused(page);
		const [name = ''] = sending;
		await bed.editor.runToEnd(example(name, bed.accounts));
		await page.getByText(`${bed.sandbox.accepted().length} messages`).waitFor();
		expect(await focused(page)).toBe(before);
	});
});
