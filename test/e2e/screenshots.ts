// `npm run screenshots`: the READMEs' pictures, taken anew of a real n8n and of the inbox page.
import type { Browser } from 'playwright-core';
import { startSandbox, type Sandbox } from '../../sandbox';
import { openBrowser } from './browser';
import { example, exampleNames } from './examples';
import { ensureInstalled } from './install';
import { startN8n } from './n8n';
import { pictureList, pictureNode } from './nodePictures';
import { packPackage } from './pack';
import { installPackage } from './package';
import { picture } from './picture';
import { pictureRecipes } from './recipePictures';
import { openEditor, type Editor } from './rest';
import { storeAccounts, type Accounts } from './testBed';
import { freshUserFolder } from './testN8n';

/** The inbox with the examples' cards in it. */
async function pictureInbox(
	browser: Browser,
	sandbox: Sandbox,
	{ editor, accounts }: { editor: Editor; accounts: Accounts },
): Promise<void> {
	for (const name of exampleNames.filter((each) => !each.includes('get-contact-info'))) {
		await editor.runToEnd(example(name, accounts));
	}
	const page = await browser.newPage({ viewport: { width: 1100, height: 720 } });
	await page.goto(sandbox.url);
	await page.getByRole('link', { name: /Evolution v1/ }).click();
	await page.getByRole('heading', { name: 'Ana Silva', level: 3 }).waitFor();
	await picture(page, 'inbox');
}

async function main(): Promise<void> {
	const { userFolder, remove } = freshUserFolder();
	const installation = await ensureInstalled('n8n-2');
	installPackage(await packPackage(), userFolder);
	const browser = await openBrowser();
	const sandbox = await startSandbox();
	const n8n = await startN8n(installation, { userFolder });
	try {
		const editor = await openEditor(n8n.url);
		const accounts = await storeAccounts(editor, sandbox);
		await pictureList(browser, sandbox, { editor, accounts });
		await pictureNode(browser, editor, accounts);
		await pictureRecipes(browser, sandbox, { editor, accounts });
		await pictureInbox(browser, sandbox, { editor, accounts });
	} finally {
		await browser.close();
		await n8n.stop();
		await sandbox.close();
		remove();
	}
}

main().then(
	() => process.exit(0),
	(error: unknown) => {
		process.stderr.write(`${(error as Error).message}\n`);
		process.exit(1);
	},
);
