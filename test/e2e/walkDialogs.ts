// The part of `npm run walk` that opens a credential's dialog: empty, as one fills it in for the first
// time, and of an account that is not connected, whose test says so.
import { openNode, openWorkflow } from './browser';
import { contactsType, type ProviderRow, using } from './contactsNode';
import type { TestBed } from './testBed';
import type { Sights } from './walk';
import { side } from './walkPanels';
import { node } from './workflow';

const dialog = '[data-test-id=editCredential-modal]';
const parameters = '[data-test-id=credential-connection-parameter]';

export async function walkDialogs(
	sights: Sights,
	{ editor, n8n, accounts, sandbox }: TestBed,
	{ provider, account, kit }: ProviderRow,
): Promise<void> {
	const { page } = sights;
	const stored = accounts[account];
	if (stored === undefined) throw new Error(`There is no ${account}`);
	const send = node('Send', contactsType, 1, { provider }, { credentials: using(stored) });
	const { id } = await editor.createWorkflow(side(`Credential ${provider}`, [send]));
	await openWorkflow(page, n8n.url, id);
	await openNode(page, 'Send');
	await page.getByTestId('node-credentials-select').click();
	await page
		.locator('[data-test-id^=node-credentials-select-item][data-test-id$=-new]:visible')
		.click();
	await lookInto(sights, `${provider} credential`);
	const { instance } = sandbox.credentials[kit.accounts[0]];
	sandbox.changeInstance(kit.gateway, instance, kit.disconnect);
	await page.getByTestId('credential-edit-button').click();
	await page.locator(dialog).getByText('Couldn’t connect').first().waitFor();
	await lookInto(sights, `${provider} credential, not connected`);
	sandbox.changeInstance(kit.gateway, instance, kit.reconnect);
}

async function lookInto(sights: Sights, name: string): Promise<void> {
	const { page } = sights;
	const fields = page.locator(`${dialog} ${parameters}`);
	await fields.first().waitFor();
	await page.waitForTimeout(300);
	await sights.see(name, `${dialog} ${parameters}`);
	await fields.last().scrollIntoViewIfNeeded();
	await sights.see(`${name}, below`, `${dialog} ${parameters}`);
	await page.locator(`${dialog} .el-dialog__headerbtn`).click();
	await page.locator(dialog).waitFor({ state: 'hidden' });
}
