// The pictures of the node itself: its panel in the editor, its output as a table, and the README's
// moving one, of a list of people to the cards in their chats.
import type { Browser, Page } from 'playwright-core';
import type { Sandbox } from '../../sandbox';
import type { Frame } from './animation';
import { openNode, openWorkflow, signedInPage } from './browser';
import { contactsType, using, workflowOf } from './contactsNode';
import { executeStep, outputTable } from './panel';
import { movingPicture, picture } from './picture';
import type { Editor } from './rest';
import type { Accounts } from './testBed';
import { node, type Workflow } from './workflow';

const customers = [
	{ customer: 'Bruno', phone: '+55 11 91234-5678' },
	{ customer: 'Carla', phone: '+55 21 99876-5432' },
	{ customer: 'Orders group', phone: '120363043968066561@g.us' },
];

/** A shop sends the card of its saleswoman to new customers. */
function shop(accounts: Accounts): Workflow {
	const account = accounts['Evolution API account'];
	if (account === undefined) throw new Error('There is no Evolution API account');
	const card = {
		phone: '+55 11 98765-4321',
		firstName: 'Ana',
		lastName: 'Silva',
		company: 'Padaria Central',
		email: 'ana@padaria.example',
		url: 'https://padaria.example',
	};
	const parameters = {
		provider: 'evolutionApi',
		operation: 'sendContact',
		chatId: { __rl: true, mode: 'phone', value: '={{ $json.phone }}' },
		contacts: { contact: [card] },
	};
	const send = node('Send our card', contactsType, 1, parameters, {
		credentials: using(account),
		position: [240, 0],
	});
	return workflowOf('New customers', customers, send);
}

/** The node's panel with a card, and then its output. */
export async function pictureNode(
	browser: Browser,
	editor: Editor,
	accounts: Accounts,
): Promise<void> {
	const { url } = editor.session;
	const { id } = await editor.createWorkflow(shop(accounts));
	const page = await signedInPage(browser, url);
	await page.setViewportSize({ width: 1280, height: 1240 });
	await openWorkflow(page, url, id);
	await openNode(page, 'Send our card');
	await page.getByTestId('parameter-input-whatsAppId').waitFor();
	await page.mouse.move(0, 0);
	// The buttons of the nodes before and after it stand half on the panel's edge.
	await page.addStyleTag({ content: '[data-test-id=floating-nodes] { visibility: hidden; }' });
	await picture(page.getByTestId('ndv'), 'node-panel');
	// Wide enough for all columns; only the output is in the picture.
	await page.setViewportSize({ width: 3300, height: 480 });
	await executeStep(page);
	await outputTable(page);
	await page.getByText('Node executed successfully').waitFor({ state: 'hidden' });
	await picture(page.getByTestId('output-panel'), 'output-table');
}

/** A list, the node, and the inbox of the gateway: what the package is for, in a few seconds. */
export async function pictureList(
	browser: Browser,
	sandbox: Sandbox,
	{ editor, accounts }: { editor: Editor; accounts: Accounts },
): Promise<void> {
	const { url } = editor.session;
	const { id } = await editor.createWorkflow(shop(accounts));
	const size = { width: 1000, height: 640 };
	const frames: Frame[] = [];
	const show = async (page: Page, ms: number) => {
		frames.push({ png: await page.screenshot({ animations: 'disabled' }), ms });
	};
	const page = await signedInPage(browser, url);
	await page.setViewportSize(size);
	await openWorkflow(page, url, id);
	await page.getByTestId('zoom-to-fit').dispatchEvent('click');
	// The canvas glides to its new place, which no element tells of.
	await page.waitForTimeout(1_500);
	await show(page, 1500);
	await openNode(page, 'Send our card');
	await page.mouse.move(0, 0);
	await page.waitForTimeout(500);
	await show(page, 2500);
	await executeStep(page);
	await outputTable(page);
	await page.getByText('Node executed successfully').waitFor({ state: 'hidden' });
	await show(page, 2500);
	const inbox = await browser.newPage({ viewport: size });
	await inbox.goto(sandbox.url);
	const chats = inbox.getByRole('navigation', { name: 'Chats' }).getByRole('link');
	// The newest stands first.
	for (let at = (await chats.count()) - 1; at >= 0; at--) {
		await chats.nth(at).click();
		await inbox.getByRole('heading', { name: 'Ana Silva', level: 3 }).waitFor();
		await show(inbox, 1500);
	}
	movingPicture(frames, 'list-to-inbox');
	await page.close();
	await inbox.close();
}
