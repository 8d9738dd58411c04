// The part of `npm run walk` that opens the node with every operation: what stands on the first
// screen, every list that opens, and every option that can be added.
import type { Page } from 'playwright-core';
import { openNode, openWorkflow } from './browser';
import { contactsType, type ProviderRow, using, workflowOf } from './contactsNode';
import { shownFields } from './panel';
import type { TestBed } from './testBed';
import type { Sights } from './walk';
import { node, type Workflow, type WorkflowNode } from './workflow';

const panel = '[data-test-id=node-parameters]';
const lists = '.el-select-dropdown, [role=menu], [role=listbox]';

/** What a first use of each operation needs to see without scrolling. */
const needed: Record<string, string[]> = {
	sendContact: ['provider', 'operation', 'chatId', 'specifyContacts', 'phone', 'firstName'],
	getContactInfo: ['provider', 'operation', 'chatId', 'simplify'],
	checkNumber: ['provider', 'operation', 'chatId', 'simplify'],
	readReceivedCards: ['operation'],
};

/** Any value of each option: what is given is shown, as if it had been added. */
const options = {
	...{ concurrency: 2, defaultCountry: 'BR', maxRetries: 3, timeout: 30_000 },
	...{ delaySeconds: 3, onUnknownDelivery: 'report', pauseSeconds: 1, presence: 'composing' },
	...{ quotedMessageId: '3EB0C767D097B7C7C030', skipInvalidCards: false },
	...{ extraDetails: ['registration', 'businessProfile'], includeOwn: true, keepOthers: true },
};

/** Nodes beside each other, all of them after `Start`. */
export function side(name: string, nodes: WorkflowNode[]): Workflow {
	const workflow = workflowOf(name, [{ phone: '+5511987654321', name: 'Ana' }]);
	const targets = nodes.map((each) => ({ node: each.name, type: 'main', index: 0 }));
	const placed = nodes.map((each, index) => ({
		...each,
		position: [300 + 220 * (index % 4), 180 * Math.floor(index / 4)] as [number, number],
	}));
	return {
		...workflow,
		nodes: [...workflow.nodes, ...placed],
		connections: { Start: { main: [targets] } },
	};
}

/** Closes the open node, with whatever is open in it. */
export async function closeNode(page: Page): Promise<void> {
	await page.getByTestId('ndv-close-button').or(page.getByTestId('back-to-canvas')).first().click();
	await page.getByTestId('ndv').waitFor({ state: 'hidden' });
}

export async function walkPanels(
	sights: Sights,
	{ editor, n8n, accounts }: TestBed,
	{ provider, account }: ProviderRow,
): Promise<void> {
	const { page } = sights;
	const stored = accounts[account];
	if (stored === undefined) throw new Error(`There is no ${account}`);
	const made = (name: string, parameters: Record<string, unknown>) =>
		node(name, contactsType, 1, { provider, ...parameters }, { credentials: using(stored) });
	const operations = Object.keys(needed);
	const nodes = operations.flatMap((operation) => [
		made(operation, { operation }),
		made(`${operation} with all`, { operation, options }),
	]);
	const sources = ['json', 'vCard', 'file'].map((specifyContacts) =>
		made(specifyContacts, { operation: 'sendContact', specifyContacts, options }),
	);
	const { id } = await editor.createWorkflow(side(`Walk ${provider}`, [...nodes, ...sources]));
	await openWorkflow(page, n8n.url, id);
	for (const operation of operations) {
		const name = `${provider} ${operation}`;
		await openNode(page, operation);
		await page.getByTestId('parameter-input-operation').waitFor();
		await sights.see(name, panel);
		await firstScreen(sights, name, needed[operation] ?? []);
		await openLists(sights, name);
		await closeNode(page);
		await openNode(page, `${operation} with all`);
		await page.getByTestId('parameter-input-operation').waitFor();
		await lookThrough(sights, `${name} with all`);
		await openLists(sights, `${name} with all`, operation === 'sendContact' ? 4 : 3);
		await closeNode(page);
	}
	for (const { name } of sources) {
		await openNode(page, name);
		await page.getByTestId('parameter-input-operation').waitFor();
		await lookThrough(sights, `${provider} ${name}`);
		await closeNode(page);
	}
}

async function firstScreen(sights: Sights, name: string, fields: string[]): Promise<void> {
	const { page } = sights;
	const height = page.viewportSize()?.height ?? 0;
	const shown = await shownFields(page);
	for (const field of fields) {
		const box = await page
			.locator(`${panel} [data-test-id=parameter-input-${field}]`)
			.first()
			.boundingBox()
			.catch(() => null);
		const isThere = box !== null && shown.includes(field) && box.y + box.height <= height - 25;
		if (!isThere) sights.say(name, `not on the first screen: ${field}`);
	}
}

/** A panel from its top to its end. */
async function lookThrough(sights: Sights, name: string): Promise<void> {
	const { page } = sights;
	await sights.see(name, panel);
	await page.locator(`${panel} > *:visible`).last().scrollIntoViewIfNeeded();
	await sights.see(`${name}, below`, panel);
}

/** Opens each list of the panel, one after the other, and the list of options to add. */
async function openLists(sights: Sights, name: string, from = 0): Promise<void> {
	const { page } = sights;
	const opened = page.locator(lists).filter({ visible: true }).first();
	const triggers = page.locator(
		`${panel} [data-test-id^=parameter-input-] .el-select:visible, ${panel} [data-test-id=collection-parameter-add]:visible, ${panel} .param-options .add-option:visible`,
	);
	for (let index = from; index < (await triggers.count()); index++) {
		await triggers.nth(index).click();
		await opened.waitFor();
		// It grows into its place.
		await page.waitForTimeout(350);
		await sights.see(`${name}, list ${index + 1}`, lists);
		await page.keyboard.press('Escape');
		await opened.waitFor({ state: 'hidden' });
	}
}
