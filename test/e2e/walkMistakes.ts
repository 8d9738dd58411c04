// The part of `npm run walk` that does everything wrong: each mistake is run in the editor, and its
// error looked at in the output panel.
import { openNode, openWorkflow } from './browser';
import { contactsType, type ProviderRow, using } from './contactsNode';
import type { TestBed } from './testBed';
import type { Sights } from './walk';
import { closeNode, side } from './walkPanels';
import { node, type WorkflowNode } from './workflow';

const usual = {
	operation: 'sendContact',
	chatId: to('+55 11 91234-5678'),
	contacts: { contact: [{ phone: '+55 11 98765-4321', firstName: 'Ana' }] },
	options: { maxRetries: 0, timeout: 1500 },
};

function to(value: string): object {
	return { __rl: true, mode: 'phone', value };
}

const contact = (changed: object) => ({
	contacts: { contact: [{ phone: '+55 11 98765-4321', firstName: 'Ana', ...changed }] },
});

/** The same at every gateway. */
const typed: Record<string, Record<string, unknown>> = {
	'recipient empty': { chatId: to('={{ $json.celular }}') },
	'recipient with letters': { chatId: to('11 98765-ABCD') },
	'recipient with a zero': { chatId: to('011 98765-4321') },
	'recipient twice': { chatId: to('+5511987654321, +5511912345678') },
	'group by its name': { chatId: to('padaria-clientes@g.us') },
	'group with a slip': { chatId: to('120363043968066561@g.uss') },
	'group too short': { chatId: to('12036304396806656') },
	'group by its invitation': { chatId: to('https://chat.whatsapp.com/Ab1Cd2Ef3Gh4Ij5Kl6Mn7O') },
	'group looked up': { operation: 'getContactInfo', chatId: to('120363043968066561@g.us') },
	'group checked': { operation: 'checkNumber', chatId: to('120363043968066561@g.us') },
	'card without phone': contact({ phone: '={{ $json.celular }}' }),
	'card with letters': contact({ phone: '11 9 VIDA' }),
	'card without name': contact({ firstName: '' }),
	'no card': { contacts: { contact: [] } },
	'JSON broken': { specifyContacts: 'json', contactsJson: '=[{"name": "Ana", "phone": }]' },
	'JSON in Portuguese': {
		specifyContacts: 'json',
		contactsJson: '[{"nome": "Ana", "telefone": "+55 11 98765-4321"}]',
	},
	'vCard without one': { specifyContacts: 'vCard', vCard: 'Ana +55 11 98765-4321' },
	'file missing': { specifyContacts: 'file' },
	// An expression, because the editor of n8n 1 brings a typed number within its bounds.
	'option out of bounds': { options: { pauseSeconds: '={{ 99999 }}' } },
};

/** What a credential can hold instead of the right values. */
const credentials: Record<string, object> = {
	'token wrong': { token: 'someone:else' },
	'instance wrong': { instance: '1101999999' },
	'URL empty': { apiUrl: '={{ "" }}' },
	'URL no address': { apiUrl: 'api.example' },
	'URL unreachable': { apiUrl: 'http://127.0.0.1:9' },
	'URL of a web page': {},
};

export async function makeMistakes(
	sights: Sights,
	{ editor, n8n, accounts, sandbox }: TestBed,
	{ provider, account, type, kit }: ProviderRow,
	isFirst: boolean,
): Promise<void> {
	const { page } = sights;
	const stored = accounts[account];
	if (stored === undefined) throw new Error(`There is no ${account}`);
	const good = sandbox.credentials[kit.accounts[0]];
	const made = (name: string, change: object, credential = stored) =>
		node(
			name,
			contactsType,
			1,
			{ provider, ...usual, ...change },
			{
				credentials: using(credential),
			},
		);
	const nodes: WorkflowNode[] = isFirst
		? Object.entries(typed).map(([name, change]) => made(name, change))
		: [];
	for (const [name, change] of Object.entries(credentials)) {
		const data = {
			...good,
			apiUrl: sandbox.url,
			...(name.startsWith('URL') ? {} : good),
			...change,
		};
		nodes.push(made(name, {}, await editor.createCredential(`${provider} ${name}`, type, data)));
	}
	await run(nodes);
	sandbox.changeInstance(kit.gateway, good.instance, kit.disconnect);
	// Some enqueue cards meanwhile, or answer from what they know.
	await run([made('not connected', { operation: 'checkNumber' })], false);
	sandbox.changeInstance(kit.gateway, good.instance, kit.reconnect);
	sandbox.plan([{ fault: { kind: 'answer', status: 500, body: {} } }]);
	await run([made('gateway fails', {})]);
	sandbox.plan([{ fault: { kind: 'hang', when: 'before' } }]);
	await run([made('gateway hangs', {})]);
	sandbox.reset();

	async function run(mistakes: WorkflowNode[], mustFail = true): Promise<void> {
		const { id } = await editor.createWorkflow(side(`Mistakes ${provider}`, mistakes));
		await openWorkflow(page, n8n.url, id);
		// Its notes in the corner say the same, and lie over the panel.
		await page.addStyleTag({ content: '.el-notification { display: none !important; }' });
		for (const { name } of mistakes) {
			await openNode(page, name);
			await page.getByTestId('node-execute-button').click();
			const output = page.getByTestId('output-panel');
			const message = output.getByTestId('node-error-message');
			const data = output.locator('table, [data-test-id=ndv-data-container] .json-data');
			await message.or(data).first().waitFor();
			await sights.see(
				`${provider} ${name}`,
				'[data-test-id=output-panel] .node-error-view__header',
			);
			if (await message.isVisible()) {
				const advice = await output
					.getByTestId('node-error-description')
					.innerText()
					.catch(() => '');
				if (advice === '') sights.say(`${provider} ${name}`, 'no advice');
				sights.texts.push(`${provider} ${name}\n${await message.innerText()}\n${advice}`);
			} else if (mustFail) sights.say(`${provider} ${name}`, 'no error');
			await closeNode(page);
		}
	}
}
