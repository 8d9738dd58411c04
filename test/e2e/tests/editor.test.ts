// The node in n8n's editor, used with mouse and keyboard in a real browser.
import type { Browser, Page } from 'playwright-core';
import { kits, providerKits } from '../../gateways';
import { keepPicture } from '../artefacts';
import { openBrowser, openNode, openWorkflow, signedInPage } from '../browser';
import { example } from '../examples';
import { n8nNames } from '../install';
import {
	choose,
	chosen,
	executeStep,
	offeredCredentials,
	offeredOptions,
	outputTable,
	shownFields,
} from '../panel';
import { useTestBed } from '../testBed';

const always = ['provider', 'operation', 'chatId'];
const names = ['phone', 'firstName', 'middleName', 'lastName'];
const options = [
	'Concurrency',
	'Default Country',
	'Max Retries',
	'On Unknown Delivery',
	'Pause (Seconds)',
	'Quoted Message ID',
	'Timeout (Ms)',
];

/** What each provider adds to what all of them show. */
const providers = providerKits.map(({ provider, form }) => {
	const generations = Object.values(kits).filter((kit) => kit.provider === provider);
	return {
		label: form.label,
		accounts: generations.map(({ exampleAccount }) => exampleAccount),
		card: [...names, ...form.fields],
		options: [...options, ...form.options].filter((name) => !form.lacks?.includes(name)).sort(),
	};
});

describe.each(n8nNames)('the editor of %s', (name) => {
	const bed = useTestBed(name);
	let browser: Browser;
	let page: Page;

	beforeAll(async () => {
		browser = await openBrowser();
		page = await signedInPage(browser, bed.n8n.url);
		page.setDefaultTimeout(20_000);
	}, 60_000);

	afterAll(() => browser?.close());

	/** Saves an example, opens it and opens its node. */
	async function openExample(file: string, node: string): Promise<void> {
		const { id } = await bed.editor.createWorkflow(example(file, bed.accounts));
		await openWorkflow(page, bed.n8n.url, id);
		await openNode(page, node);
	}

	it('keeps the Provider field and shows each provider its credential and its own fields', async () => {
		await openExample('green-api-send-contact', 'Send Contact');
		for (const { label, accounts, card, options: offered } of providers) {
			await choose(page, 'provider', label);
			expect(await chosen(page, 'provider')).toBe(label);
			expect(await shownFields(page)).toEqual([...always, 'specifyContacts', ...card, 'simplify']);
			expect((await offeredCredentials(page)).sort()).toEqual(accounts);
			expect(await offeredOptions(page)).toEqual(offered);
			await keepPicture(page, `${name} ${label.replace(/\W+/g, ' ')}`);
		}
	});

	it('shows one source of contact cards at a time', async () => {
		await openExample('evolution-api-send-contact', 'Send Contact');
		await choose(page, 'specifyContacts', 'JSON');
		expect(await shownFields(page)).toEqual([
			...always,
			...['specifyContacts', 'contactsJson', 'simplify'],
		]);
		await keepPicture(page, `${name} JSON`);
		await choose(page, 'specifyContacts', 'vCard');
		expect(await shownFields(page)).toEqual([...always, 'specifyContacts', 'vCard', 'simplify']);
	});

	it('shows a look-up its own fields', async () => {
		await openExample('plugzapi-send-contact', 'Send Contact');
		await choose(page, 'operation', 'Get Contact Info');
		expect(await shownFields(page)).toEqual([...always, 'simplify']);
		expect(await offeredOptions(page)).toEqual([
			...['Concurrency', 'Default Country', 'Extra Details', 'Max Retries', 'Timeout (Ms)'],
		]);
	});

	it('shows neither a provider nor a credential where none is asked', async () => {
		await openExample('plugzapi-send-contact', 'Send Contact');
		await choose(page, 'operation', 'Read Received Cards');
		expect(await shownFields(page)).toEqual(['operation']);
		expect(await page.getByTestId('node-credentials-select').count()).toBe(0);
		expect(await offeredOptions(page)).toEqual(['Include Own Messages', 'Keep Other Messages']);
		await keepPicture(page, `${name} Read Received Cards`);
		await choose(page, 'operation', 'Get Contact Info');
		expect(await shownFields(page)).toEqual([...always, 'simplify']);
	});

	it('executes the node and shows its output as a table', async () => {
		await openExample('green-api-send-contact', 'Send Contact');
		await executeStep(page);
		const { columns, rows } = await outputTable(page);
		await keepPicture(page, `${name} output`);
		expect(columns).toEqual([
			...['provider', 'operation', 'status', 'messageId', 'queueId', 'providerStatus', 'chatId'],
			...['contacts', 'omittedFields', 'skippedCards', 'timestamp'],
		]);
		const accepted = bed.sandbox.accepted().map(({ messageId, chatId }) => [messageId, chatId]);
		expect(rows.map((cells) => [cells[3], cells[6]])).toEqual(accepted);
		expect(accepted).toHaveLength(3);
	});

	it('shows an error in its own words, with what became of the items', async () => {
		await openExample('green-api-send-contact', 'Send Contact');
		bed.sandbox.plan([{ fault: { kind: 'answer', status: 466, body: {} } }]);
		await page.getByTestId('node-execute-button').click();
		const shown = page.getByTestId('output-panel').getByText('quota of your plan is used up');
		await shown.first().waitFor();
		const output = await page.getByTestId('output-panel').innerText();
		expect(output).toMatch(/0 accepted, 0 in doubt/);
		expect(output).not.toContain(bed.sandbox.credentials.greenApi.token);
		await keepPicture(page, `${name} error`);
	});
});
