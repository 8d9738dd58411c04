// `npm run screenshots`: the README's pictures, taken anew of a real n8n and of the inbox page.
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { startSandbox, type Sandbox } from '../sandbox';
import { openBrowser, openNode, openWorkflow, signedInPage } from './browser';
import { contactsType, using, workflowOf } from './contactsNode';
import { example, exampleNames } from './examples';
import { ensureInstalled } from './install';
import { startN8n } from './n8n';
import { packPackage } from './pack';
import { installPackage } from './package';
import { executeStep, outputTable } from './panel';
import { openEditor, type Editor } from './rest';
import { storeAccounts, type Accounts } from './testBed';
import { node, type Workflow } from './workflow';

const folder = join(__dirname, '..', 'docs', 'images');
const largestKB = 200;

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
		chatId: '={{ $json.phone }}',
		contacts: { contact: [card] },
	};
	const send = node('Send our card', contactsType, 1, parameters, {
		credentials: using(account),
		position: [240, 0],
	});
	return workflowOf('New customers', customers, send);
}

async function picture(what: Page | Locator, name: string): Promise<void> {
	mkdirSync(folder, { recursive: true });
	const path = join(folder, `${name}.png`);
	await what.screenshot({ path, animations: 'disabled' });
	const size = Math.ceil(statSync(path).size / 1024);
	process.stdout.write(`docs/images/${name}.png, ${size} kB\n`);
	if (size > largestKB) throw new Error(`${name}.png is larger than ${largestKB} kB`);
}

/** The node's panel with a card, and then its output. */
async function pictureNode(browser: Browser, editor: Editor, accounts: Accounts): Promise<void> {
	const { url } = editor.session;
	const { id } = await editor.createWorkflow(shop(accounts));
	const page = await signedInPage(browser, url);
	await page.setViewportSize({ width: 1280, height: 1240 });
	await openWorkflow(page, url, id);
	await openNode(page, 'Send our card');
	await page.getByTestId('parameter-input-whatsAppId').waitFor();
	await page.mouse.move(0, 0);
	await picture(page, 'node-panel');
	// Wide enough for all columns; only the output is in the picture.
	await page.setViewportSize({ width: 3300, height: 480 });
	await executeStep(page);
	await outputTable(page);
	await page.getByText('Node executed successfully').waitFor({ state: 'hidden' });
	await picture(page.getByTestId('output-panel'), 'output-table');
}

async function pictureInbox(
	browser: Browser,
	sandbox: Sandbox,
	{ editor, accounts }: { editor: Editor; accounts: Accounts },
): Promise<void> {
	for (const name of exampleNames.filter((each) => !each.includes('get-contact-info'))) {
		const workflow = example(name, accounts);
		const saved = await editor.createWorkflow(workflow);
		await editor.finished(await editor.run(saved, workflow.nodes[0]?.name ?? ''));
	}
	const page = await browser.newPage({ viewport: { width: 1100, height: 720 } });
	await page.goto(sandbox.url);
	await page.getByRole('link', { name: /Evolution v1/ }).click();
	await page.getByRole('heading', { name: 'Ana Silva', level: 3 }).waitFor();
	await picture(page, 'inbox');
}

async function main(): Promise<void> {
	const userFolder = mkdtempSync(join(tmpdir(), 'n8n-screenshots-'));
	const installation = await ensureInstalled('n8n-2');
	installPackage(await packPackage(), userFolder);
	const browser = await openBrowser();
	const sandbox = await startSandbox();
	const n8n = await startN8n(installation, { userFolder });
	try {
		const editor = await openEditor(n8n.url);
		const accounts = await storeAccounts(editor, sandbox);
		await pictureNode(browser, editor, accounts);
		await pictureInbox(browser, sandbox, { editor, accounts });
	} finally {
		await browser.close();
		await n8n.stop();
		await sandbox.close();
		rmSync(userFolder, { recursive: true, force: true });
	}
}

main().then(
	() => process.exit(0),
	(error: Error) => {
		process.stderr.write(`${error.message}\n`);
		process.exit(1);
	},
);
