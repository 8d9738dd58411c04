// The recipes hold what their paragraphs in `examples/README.md` promise: asked of the gateway that
// they reach, not of themselves.
import { kits } from '../../gateways';
import { executeByCli, importWorkflows } from '../cli';
import { recipe, recipeNames } from '../examples';
import { n8nNames } from '../install';
import { mergedName, mergedWorkflow } from '../mergedWorkflow';
import { checkItem, contactItem, errorOfItem, sentItem } from '../outputShape';
import { oneInDoubt, question, startShopModel, withModel } from '../recipeRun';
import { useTestBed } from '../testBed';
import { callWebhook, receiveMessage } from '../webhook';
import { itemsOf, triggerOf, type Execution } from '../workflow';

describe.each(n8nNames)('the recipes in %s', (name) => {
	const bed = useTestBed(name);

	/** What arrived, as `chat: card, card`. */
	const arrived = () =>
		bed.sandbox
			.accepted()
			.map(({ chatId, cards }) => `${chatId}: ${cards.map((card) => card.name).join(', ')}`);

	const jsonOf = (ended: Pick<Execution, 'runs'>, node: string, output = 0) =>
		itemsOf(ended, node, output).map(({ json }) => json);

	describe('crm-new-lead', () => {
		it("sends the manager's card to the pinned lead", async () => {
			const ended = await bed.editor.runToEnd(recipe('crm-new-lead', bed.accounts));
			expect(ended).toMatchObject({ status: 'success' });
			expect(arrived()).toEqual(['79001234567@c.us: Ольга Смирнова']);
			expect(
				jsonOf(ended, "Send Manager's Card").map((json) => sentItem.parse(json).chatId),
			).toEqual(['79001234567@c.us']);
		});

		it('sends it to a lead with which the CRM calls the webhook', async () => {
			const saved = await bed.editor.createWorkflow(recipe('crm-new-lead', bed.accounts));
			await bed.editor.activate(saved);
			await callWebhook(bed.n8n.url, 'new-lead', {
				lead: { name: 'Bruno', phone: '+55 11 91234-5678' },
				manager: { firstName: 'Ana', lastName: 'Silva', phone: '+55 11 98765-4321' },
			});
			const [ended] = await bed.editor.allFinished(saved, 1);
			expect(ended).toMatchObject({ status: 'success', mode: 'webhook' });
			expect(arrived()).toEqual(['5511912345678@c.us: Ana Silva']);
		});
	});

	it('vcf-file-to-group sends the cards with a number in one message and names the others', async () => {
		const ended = await bed.editor.runToEnd(recipe('vcf-file-to-group', bed.accounts));
		expect(ended).toMatchObject({ status: 'success' });
		expect(arrived()).toEqual(['120363043968066561@g.us: Ana Silva, Guilherme Gomes']);
		expect(jsonOf(ended, 'Send Cards')).toMatchObject([
			{ skippedCards: [{ card: 2, name: 'Boletim', reason: 'has no phone number' }] },
		]);
	});

	it('spreadsheet-who-is-on-whatsapp lets the rows on WhatsApp go on, one look-up a second', async () => {
		const workflow = recipe('spreadsheet-who-is-on-whatsapp', bed.accounts);
		const ended = await bed.editor.runToEnd(workflow);
		expect(ended).toMatchObject({ status: 'success' });
		const asked = jsonOf(ended, 'Look Up').map((json) => contactItem.parse(json).exists);
		expect(asked).toEqual([true, true, false]);
		expect(jsonOf(ended, 'On WhatsApp')).toEqual([
			{ customer: 'Артем', phone: '8 900 123-45-67', chatId: '79001234567@c.us', exists: true },
			{ customer: 'Dealer', phone: '+7 123 456-78-90', chatId: '71234567890@c.us', exists: true },
		]);
		const [first = 0, second = 0, ...more] = bed.sandbox
			.requests()
			.filter(({ path }) => path.includes('/getContactInfo/'))
			.map(({ at }) => at);
		expect(more).toEqual([]);
		expect(second - first).toBeGreaterThan(950);
	});

	it('numbers-who-is-on-whatsapp asks once for all, and parts them into two branches', async () => {
		const ended = await bed.editor.runToEnd(recipe('numbers-who-is-on-whatsapp', bed.accounts));
		expect(ended).toMatchObject({ status: 'success' });
		expect(jsonOf(ended, 'Check Number').map((json) => checkItem.parse(json).whatsAppId)).toEqual([
			'553198296801',
			'5531987650001',
			'5511999999999',
			'5511999999999',
			null,
		]);
		expect(bed.sandbox.requests().map(({ path }) => path.split('/').at(-2))).toEqual([
			'whatsappNumbers',
		]);
		expect(jsonOf(ended, 'On WhatsApp')).toEqual([
			{ customer: 'Guilherme', phone: '+55 31 99829-6801', whatsAppId: '553198296801' },
			{ customer: 'Beatriz', phone: '(31) 98765-0001', whatsAppId: '5531987650001' },
			{ customer: 'Ana', phone: '11 99999-9999', whatsAppId: '5511999999999' },
			{ customer: 'Ana, again', phone: '+55 (11) 99999-9999', whatsAppId: '5511999999999' },
		]);
		expect(jsonOf(ended, 'Not on WhatsApp')).toEqual([
			{ customer: 'Nobody', phone: '11 98888-0000' },
		]);
		expect(jsonOf(ended, 'To Be Corrected')).toMatchObject([
			{ error: { code: 'INVALID_INPUT', operation: 'checkNumber' } },
		]);
	});

	it('deliveries-in-doubt gives a person the card in doubt, and only that', async () => {
		bed.sandbox.plan([oneInDoubt]);
		const ended = await bed.editor.runToEnd(recipe('deliveries-in-doubt', bed.accounts));
		expect(ended).toMatchObject({ status: 'success' });
		expect(jsonOf(ended, 'Sent').map((json) => sentItem.parse(json).chatId)).toEqual([
			'5511999999999',
		]);
		const failed = jsonOf(ended, 'Send Card', 1).map(({ error }) => errorOfItem.parse(error));
		expect(failed.map(({ delivery }) => delivery)).toEqual(['unknown', 'notSent']);
		expect(jsonOf(ended, 'For a Person')).toMatchObject([
			{ customer: 'João', error: { delivery: 'unknown', chatId: '5521998765432' } },
		]);
		// What makes the doubt worth a person's time: it did arrive.
		expect(arrived().sort()).toEqual(['5511999999999: Ana Silva', '5521998765432: Ana Silva']);
	});

	describe('received-card-to-crm', () => {
		const contact = { name: 'Guilherme Gomes', phone: '+5531998296801', isOnWhatsApp: true };
		const card = {
			displayName: 'Ana',
			vcard: 'BEGIN:VCARD\nFN:Ana\nTEL;waid=5511987654321:+55 11 98765-4321\nEND:VCARD',
		};

		it('makes a contact of the pinned card, whose signature is right', async () => {
			const ended = await bed.editor.runToEnd(recipe('received-card-to-crm', bed.accounts));
			expect(ended).toMatchObject({ status: 'success' });
			expect(jsonOf(ended, 'Contact for the CRM')).toMatchObject([
				{ ...contact, company: 'Bicicletaria Central', sharedBy: 'Maria' },
			]);
		});

		it('takes what WAHA has signed with its key, and nothing else', async () => {
			const { waha } = kits;
			const { instance } = bed.sandbox.credentials.waha;
			const saved = await bed.editor.createWorkflow(recipe('received-card-to-crm', bed.accounts));
			await bed.editor.activate(saved);
			for (const [before, webhookSecret] of ['my-secret-key', 'another-key', undefined].entries()) {
				bed.sandbox.changeInstance('waha', instance, { webhookSecret });
				await receiveMessage(bed, waha, 'received-card', { from: '5511999999999', cards: [card] });
				// n8n numbers executions that begin side by side in any order.
				await bed.editor.allFinished(saved, before + 1);
			}
			const ended = await bed.editor.allFinished(saved, 3);
			expect(ended.map(({ status }) => status)).toEqual(['success', 'success', 'success']);
			// The newest is the first.
			expect(ended.map((each) => jsonOf(each, 'Contact for the CRM'))).toEqual([
				[],
				[],
				[expect.objectContaining({ name: 'Ana', phone: '+5511987654321', sharedBy: 'Bia' })],
			]);
		});
	});

	describe('card-for-a-card', () => {
		it('answers the pinned card with ours', async () => {
			const ended = await bed.editor.runToEnd(recipe('card-for-a-card', bed.accounts));
			expect(ended).toMatchObject({ status: 'success' });
			expect(arrived()).toEqual(['553198296801@s.whatsapp.net: Ana Silva']);
		});

		it('answers a message once, and neither a group nor a text nor ourselves', async () => {
			const { evolutionV2 } = kits;
			const saved = await bed.editor.createWorkflow(recipe('card-for-a-card', bed.accounts));
			await bed.editor.activate(saved);
			const card = {
				displayName: 'Ana',
				vcard: 'BEGIN:VCARD\nFN:Ana\nTEL;waid=5511987654321:+55 11 98765-4321\nEND:VCARD',
			};
			const from = '5521987654321';
			const messages = [
				{ from, cards: [card, card] },
				{ from, cards: [card], group: '120363043968066561' },
				{ from, cards: [card], fromMe: true },
				{ from, cards: [], quotes: card },
			];
			for (const message of messages) {
				await receiveMessage(bed, evolutionV2, 'card-for-a-card', message);
			}
			const ended = await bed.editor.allFinished(saved, messages.length);
			expect(ended.map(({ status }) => status)).toEqual(messages.map(() => 'success'));
			expect(arrived()).toEqual([`${from}@s.whatsapp.net: Ana Silva`]);
		});
	});

	describe('ai-agent-right-colleague', () => {
		async function ask() {
			const model = await startShopModel('Send_Card');
			try {
				const accounts = await withModel(bed.editor, bed.accounts, model);
				const workflow = recipe('ai-agent-right-colleague', accounts);
				const ended = await bed.editor.runToEnd(workflow, question);
				const messages = model.requests.at(-1)?.messages ?? [];
				const told = (role: string) =>
					messages.filter((each) => each.role === role).map(({ content }) => String(content));
				return { ended, told };
			} finally {
				await model.stop();
			}
		}

		it('tells the model the colleagues and sends the card of the one it picks', async () => {
			const { ended, told } = await ask();
			expect(ended).toMatchObject({ status: 'success' });
			expect(told('system').join()).toContain('Repairs: Guilherme Gomes, +5531998296801');
			expect(told('user')).toEqual([question.chatInput]);
			expect(arrived()).toEqual(['5521998765432@s.whatsapp.net: Guilherme Gomes']);
			expect(jsonOf(ended, 'AI Agent')).toEqual([
				{ output: 'I sent you the card of Guilherme Gomes.' },
			]);
		});

		it('lets the model read what went wrong', async () => {
			bed.sandbox.plan([{ fault: { kind: 'answer', status: 401, body: {} } }]);
			const { ended, told } = await ask();
			expect(ended).toMatchObject({ status: 'success' });
			const [item] = JSON.parse(told('tool').join()) as Array<{ error: unknown }>;
			expect(errorOfItem.parse(item?.error)).toMatchObject({ code: 'UNAUTHORIZED' });
			expect(arrived()).toEqual([]);
		});
	});

	it('all run by the command line', async () => {
		const agent = 'ai-agent-right-colleague';
		const model = await startShopModel(`${agent}_Send_Card`);
		try {
			bed.sandbox.plan([oneInDoubt]);
			const accounts = await withModel(bed.editor, bed.accounts, model);
			const all = new Map(recipeNames.map((file) => [file, recipe(file, accounts)]));
			const chat = all.get(agent);
			if (chat) chat.pinData = { [triggerOf(chat).name]: [{ json: question }] };
			const { installation, userFolder } = bed.n8n;
			const merged = mergedWorkflow('allRecipesInOne', all);
			expect(await importWorkflows(installation, userFolder, [merged])).toMatchObject({ code: 0 });
			const { code, runs } = await executeByCli(installation, userFolder, 'allRecipesInOne');
			expect(code).toBe(0);
			expect(arrived().sort()).toEqual([
				'120363043968066561@g.us: Ana Silva, Guilherme Gomes',
				'5511999999999: Ana Silva',
				'5521998765432: Ana Silva',
				'5521998765432@s.whatsapp.net: Guilherme Gomes',
				'553198296801@s.whatsapp.net: Ana Silva',
				'79001234567@c.us: Ольга Смирнова',
			]);
			const last = (file: string, node: string) => jsonOf({ runs }, mergedName(file, node));
			expect(last('deliveries-in-doubt', 'For a Person')).toHaveLength(1);
			expect(last('received-card-to-crm', 'Contact for the CRM')).toHaveLength(1);
			expect(last('spreadsheet-who-is-on-whatsapp', 'On WhatsApp')).toHaveLength(2);
			expect(last('numbers-who-is-on-whatsapp', 'On WhatsApp')).toHaveLength(4);
			expect(last('numbers-who-is-on-whatsapp', 'Not on WhatsApp')).toHaveLength(1);
		} finally {
			await model.stop();
		}
	}, 120_000);
});
