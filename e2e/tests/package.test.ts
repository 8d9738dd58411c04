// The packed tarball in complete n8ns: it is listed, its credentials' tests tell the truth, and each
// provider's card reaches the gateway.
import { startSandbox, type Sandbox } from '../../sandbox';
import { ensureInstalled, n8nNames } from '../install';
import { startN8n, type N8nProcess } from '../n8n';
import { packPackage } from '../pack';
import { installPackage } from '../package';
import { openEditor, type Editor, type StoredCredential } from '../rest';
import { freshUserFolder, installTimeoutMs } from '../testN8n';
import { inARow, itemsOf, node } from '../workflow';

const nodeType = 'n8n-nodes-whatsapp-contacts.whatsAppContacts';
const providers = [
	{ provider: 'greenApi', type: 'whatsAppGreenApi', account: 'greenApi' },
	{ provider: 'plugzApi', type: 'whatsAppPlugzApi', account: 'plugzApi' },
	{ provider: 'evolutionApi', type: 'whatsAppEvolutionApi', account: 'evolutionV2' },
] as const;

describe.each(n8nNames)('the package in %s', (name) => {
	const { userFolder, remove } = freshUserFolder();
	let sandbox: Sandbox;
	let n8n: N8nProcess | undefined;
	let editor: Editor;

	beforeAll(async () => {
		const installation = await ensureInstalled(name);
		installPackage(await packPackage(), userFolder);
		sandbox = await startSandbox();
		n8n = await startN8n(installation, { userFolder });
		editor = await openEditor(n8n.url);
	}, installTimeoutMs);

	afterAll(async () => {
		await n8n?.stop();
		await sandbox?.close();
		remove();
	});

	it('is listed with its node, its tool and its credentials', async () => {
		const nodes = (await editor.nodeTypes()).map((type) => type.name);
		expect(nodes).toEqual(expect.arrayContaining([nodeType, `${nodeType}Tool`]));
		const credentials = (await editor.credentialTypes()).map((type) => type.name);
		expect(credentials).toEqual(expect.arrayContaining(providers.map(({ type }) => type)));
	});

	describe.each(providers)('$provider', ({ provider, type, account }) => {
		let credential: StoredCredential;
		const data = () => sandbox.credentials[account];

		beforeAll(async () => {
			credential = await editor.createCredential(provider, type, data());
		});

		it('has a credential test that knows connected, refused and unreachable', async () => {
			expect(await editor.testCredential(credential, data())).toMatchObject({ status: 'OK' });
			const refused = { ...data(), token: 'not-the-token' };
			expect(await editor.testCredential(credential, refused)).toMatchObject({ status: 'Error' });
			const unreachable = { ...data(), apiUrl: 'http://127.0.0.1:1' };
			const answer = await editor.testCredential(credential, unreachable);
			expect(answer).toEqual({ status: 'Error', message: expect.stringMatching(/reached/) });
		});

		it('sends a card', async () => {
			sandbox.reset();
			const parameters = {
				provider,
				operation: 'sendContact',
				chatId: '+79001234567',
				specifyContacts: 'json',
				contactsJson: '[{ "fullName": "Ana Silva", "phone": "+5511987654321" }]',
			};
			const credentials = { [type]: { id: credential.id, name: credential.name } };
			const nodes = [
				node('Start', 'n8n-nodes-base.manualTrigger', 1),
				node('Card', nodeType, 1, parameters, { credentials }),
			];
			const workflow = { name: provider, nodes, connections: inARow(nodes) };
			const saved = await editor.createWorkflow(workflow);
			const execution = await editor.finished(await editor.run(saved, 'Start'));
			const [accepted] = sandbox.accepted();
			expect(itemsOf(execution, 'Card').map(({ json }) => json)).toMatchObject([
				{ provider, messageId: accepted?.messageId },
			]);
			expect(accepted?.cards).toMatchObject([{ name: 'Ana Silva' }]);
			expect(execution.stored + n8n?.logs()).not.toContain(data().token);
		});
	});
});
