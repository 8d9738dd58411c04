// `npm run walk [-- n8n-1] [-- gateway…]`: a person's way through the node in the editor, at the width
// of a small laptop and of a tablet: every gateway and operation, the credentials' dialogs, and the
// mistakes that one can make. Keeps a picture of each sight and every error's text in `.n8n/walk`;
// fails with a list of what is cut, covered or not on the first screen.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { startSandbox } from '../../sandbox';
import { openBrowser, signedInPage } from './browser';
import { providers } from './contactsNode';
import { misfits } from './fit';
import { ensureInstalled, n8nNames, type N8nName } from './install';
import { startN8n } from './n8n';
import { packPackage } from './pack';
import { installPackage } from './package';
import { duration } from './progress';
import { openEditor } from './rest';
import { storeAccounts } from './testBed';
import { freshUserFolder } from './testN8n';
import { walkDialogs } from './walkDialogs';
import { makeMistakes } from './walkMistakes';
import { walkPanels } from './walkPanels';

const screens = [
	{ width: 1280, height: 720 },
	{ width: 768, height: 1024 },
];

/** Cut by n8n, and to stay: the last is n8n's own, the public interface fixes the others. */
const known =
	/^cut in its field: By Phone|^cut at its side: (?:Ignore SSL Issues|Idempotency Keys|Allowed HTTP)/;

/** Where a walk leaves what it saw. */
export class Sights {
	readonly problems: string[] = [];
	readonly texts: string[] = [];
	pictures = 0;

	constructor(
		private readonly folder: string,
		readonly page: Page,
		private readonly width: number,
	) {}

	/** Keeps a picture, and what of the elements that match does not fit. */
	async see(name: string, selector: string): Promise<void> {
		const path = join(this.folder, `${name} ${this.width}.png`);
		await this.page.screenshot({ path, animations: 'disabled' });
		this.pictures += 1;
		const found = await misfits(this.page, selector);
		for (const problem of found.filter((each) => !known.test(each))) this.say(name, problem);
	}

	say(name: string, problem: string): void {
		this.problems.push(`${name}, ${this.width} px: ${problem}`);
	}
}

async function main(args: string[]): Promise<number> {
	const name: N8nName = n8nNames.find((each) => args.includes(each)) ?? 'n8n-2';
	const wanted = args.filter((arg) => arg !== name);
	const gateways = providers.filter(
		({ provider }) => wanted.length === 0 || wanted.includes(provider),
	);
	const folder = join(__dirname, '.n8n', 'walk', name);
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	const started = Date.now();
	const { userFolder, remove } = freshUserFolder();
	const installation = await ensureInstalled(name);
	installPackage(await packPackage(), userFolder);
	const browser = await openBrowser();
	const sandbox = await startSandbox();
	const n8n = await startN8n(installation, { userFolder });
	const problems: string[] = [];
	try {
		const editor = await openEditor(n8n.url);
		const bed = { sandbox, n8n, editor, accounts: await storeAccounts(editor, sandbox) };
		for (const screen of screens) {
			const page = await signedInPage(browser, n8n.url);
			page.setDefaultTimeout(20_000);
			await page.setViewportSize(screen);
			const sights = new Sights(folder, page, screen.width);
			for (const row of gateways) {
				await walkPanels(sights, bed, row);
				await walkDialogs(sights, bed, row);
				// On a narrow screen n8n itself lets its output panel stick out of the window.
				if (screen === screens[0]) await makeMistakes(sights, bed, row, row === gateways[0]);
			}
			problems.push(...sights.problems);
			if (sights.texts.length > 0) {
				writeFileSync(join(folder, 'errors.txt'), sights.texts.join('\n\n'));
			}
			const { pictures, texts } = sights;
			console.log(`${screen.width} px: ${pictures} pictures, ${texts.length} errors`);
			await page.close();
		}
	} finally {
		await browser.close();
		await n8n.stop();
		await sandbox.close();
		remove();
	}
	console.log(`${folder}, ${duration(Date.now() - started)}`);
	for (const problem of problems) console.log(problem);
	return problems.length === 0 ? 0 : 1;
}

main(process.argv.slice(2)).then(
	(code) => process.exit(code),
	(error: unknown) => {
		console.error(error);
		process.exit(1);
	},
);
