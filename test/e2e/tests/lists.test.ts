// A chat is picked from the list in a real browser, and the card is where it was picked for.
import type { Browser, Page } from 'playwright-core';
import { gateways, kits } from '../../gateways';
import { keepPicture } from '../artefacts';
import { openBrowser, openNode, openWorkflow, signedInPage } from '../browser';
import {
	chooseMode,
	chosenMode,
	listedChats,
	listProblem,
	openChats,
	pickChat,
	searchChats,
	shownChat,
} from '../chatList';
import { rowOf, sendNode, using, workflowOf } from '../contactsNode';
import { n8nNames } from '../install';
import { choose, executeStep } from '../panel';
import { useTestBed } from '../testBed';

const group = '120363043968066561';
/** One that lists nothing but chats, where it does not matter which. */
const plain = gateways.find((gateway) => kits[gateway].listsToo === undefined) ?? gateways[0];
const nobodyYet = { __rl: true, mode: 'list', value: '' };

describe.each(n8nNames)('the list of chats in %s', (name) => {
	const bed = useTestBed(name);
	let browser: Browser;
	let page: Page;

	beforeAll(async () => {
		browser = await openBrowser();
		page = await signedInPage(browser, bed.n8n.url);
		page.setDefaultTimeout(20_000);
	}, 60_000);

	afterAll(() => browser?.close());

	/** A workflow whose node has yet no chat, with the node open; gives the workflow's id. */
	async function openSend(gateway: (typeof gateways)[number], chatId: unknown): Promise<string> {
		const { provider, exampleAccount } = kits[gateway];
		const account = bed.accounts[exampleAccount];
		if (account === undefined) throw new Error(`There is no ${exampleAccount}`);
		const send = sendNode(rowOf(provider), bed.accounts, {
			parameters: { chatId },
			settings: { credentials: using(account) },
		});
		const { id } = await bed.editor.createWorkflow(
			workflowOf(`Pick ${gateway}`, [{ to: '+79001000001', name: 'Card 1' }], send),
		);
		await openWorkflow(page, bed.n8n.url, id);
		await openNode(page, 'Send');
		return id;
	}

	/** Executes the node and waits until as many cards have arrived. */
	async function execute(cards: number): Promise<string[]> {
		await executeStep(page);
		const deadline = Date.now() + 20_000;
		while (bed.sandbox.accepted().length < cards && Date.now() < deadline) {
			await page.waitForTimeout(50);
		}
		return bed.sandbox.accepted().map(({ chatId }) => chatId);
	}

	it.each(gateways)('leads a card of %s to the group that was picked', async (gateway) => {
		await openSend(gateway, nobodyYet);
		await openChats(page);
		expect((await listedChats(page)).slice(0, 1)).toEqual([
			kits[gateway].listsToo?.find((also) => also < 'F') ?? 'Família Oliveira (group)',
		]);
		await keepPicture(page, `${name} ${gateway} list`);
		await searchChats(page, 'SALES');
		await keepPicture(page, `${name} ${gateway} search`);
		await pickChat(page, 'Sales team (group)');
		expect(await shownChat(page)).toBe('Sales team (group)');
		const chats = await execute(1);
		await keepPicture(page, `${name} ${gateway} picked`);
		expect(chats.map((chatId) => chatId.slice(0, group.length))).toEqual([group]);
		expect(bed.sandbox.accepted()[0]?.cards.map((card) => card.name)).toEqual(['Card 1']);
	});

	it('goes on with people where the groups are few', async () => {
		await openSend(plain, nobodyYet);
		await openChats(page);
		await page.getByText('Aline Almeida (+5511970001101)').first().waitFor();
		const names = await listedChats(page);
		expect(names.slice(0, 4)).toEqual([
			...['Família Oliveira (group)', 'Old orders (group)', 'Sales team (group)'],
			'"={{ 6 * 7 }}" (+5511970009999)',
		]);
	});

	it('makes no code of a name that looks like it', async () => {
		const id = await openSend(plain, nobodyYet);
		await openChats(page);
		await searchChats(page, '6 * 7');
		await pickChat(page, '6 * 7');
		expect(await shownChat(page)).toBe('"={{ 6 * 7 }}" (+5511970009999)');
		await keepPicture(page, `${name} evil name`);
		expect(await execute(1)).toEqual([kits[plain].person('5511970009999')]);
		await page.keyboard.press('Escape');
		await page.keyboard.press('Control+s');
		const saved = async () =>
			(await bed.editor.workflow(id)).nodes.find((each) => each.name === 'Send');
		while (typeof (await saved())?.parameters.chatId !== 'object') await page.waitForTimeout(100);
		expect((await saved())?.parameters.chatId).toMatchObject({
			value: '5511970009999@c.us',
			cachedResultName: '"={{ 6 * 7 }}" (+5511970009999)',
		});
	});

	it('offers people alone to look-ups', async () => {
		await openSend(plain, nobodyYet);
		await choose(page, 'operation', 'Get Contact Info');
		await openChats(page);
		const [first = ''] = await listedChats(page);
		expect(first).toBe('"={{ 6 * 7 }}" (+5511970009999)');
		await searchChats(page, 'erica');
		await pickChat(page, 'Érica Almeida (+5511970001105)');
		expect(await shownChat(page)).toBe('Érica Almeida (+5511970001105)');
	});

	it('says why it cannot be had, and no secret', async () => {
		// No list of this account can be remembered.
		const token = 'd75b3a66374942c5b3c019c698abc2067e151558acbd412345';
		const fresh = { provider: 'greenApi', instance: '7105000099', token } as const;
		const { exampleAccount: account, credential } = kits.greenApi;
		bed.accounts[account] = await bed.editor.createCredential(
			'Another account',
			credential.type,
			bed.sandbox.addInstance(fresh),
		);
		bed.sandbox.plan([{ fault: { kind: 'echoToken', status: 403 } }]);
		await openSend('greenApi', nobodyYet);
		await openChats(page);
		const problem = await listProblem(page);
		expect(problem).toMatch(/GREEN.API gave no list of chats/);
		expect(problem).toMatch(/refused the instance or the token/);
		expect(await page.content()).not.toContain(token);
		await keepPicture(page, `${name} no list`);
	});

	it('shows a text of an older workflow, which can be given a mode', async () => {
		await openSend('evolutionV2', '+7 900 123-45-67');
		expect(await shownChat(page)).toBe('+7 900 123-45-67');
		expect(await execute(1)).toHaveLength(1);
		await chooseMode(page, 'By Phone Number or ID');
		expect([await chosenMode(page), await shownChat(page)]).toEqual([
			'By Phone Number or ID',
			'+7 900 123-45-67',
		]);
		const chats = await execute(2);
		expect(chats.map((chatId) => chatId.slice(0, 11))).toEqual(['79001234567', '79001234567']);
	});
});
