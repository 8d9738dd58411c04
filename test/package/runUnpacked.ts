/**
 * A process of its own in which a package runs that was unpacked somewhere else, as n8n runs it:
 * `tsx runUnpacked.ts FOLDER CORE` prints JSON. NODE_PATH is where n8n lets packages look.
 */
import { createRequire } from 'node:module';
import path from 'node:path';
import { Engine } from '../../sandbox/engine/engine';
import { startSandbox } from '../../sandbox';

const [, , folder = '', core = 'n8n-core'] = process.argv;
const node = 'WhatsApp Contacts';

async function main() {
	const own = createRequire(path.join(folder, 'package.json'));
	const engineOwn = createRequire(require.resolve(core));
	engineOwn('n8n-workflow');
	const start = performance.now();
	own('./dist/nodes/WhatsAppContacts/WhatsAppContacts.node.js');
	const loadMs = performance.now() - start;

	const engine = await Engine.open(folder, core);
	const sandbox = await startSandbox();
	const run = (chatId: string) =>
		engine.run(
			{
				nodes: [
					{
						id: '1',
						name: node,
						type: 'n8n-nodes-whatsapp-contacts.whatsAppContacts',
						typeVersion: 1,
						position: [0, 0],
						credentials: { whatsAppEvolutionApi: { id: '1', name: 'account' } },
						parameters: {
							provider: 'evolutionApi',
							operation: 'sendContact',
							chatId,
							contacts: { contact: [{ phone: '+5511987654321', firstName: 'Ana' }] },
						},
					},
				],
				connections: {},
			},
			{
				credentials: {
					account: {
						type: 'whatsAppEvolutionApi',
						data: { ...sandbox.credentials.evolutionV2 },
					},
				},
			},
		);
	const sent = await run('79001234567');
	const refused = await run('79001230000');
	await sandbox.close();
	return {
		sharesWorkflow: own.resolve('n8n-workflow') === engineOwn.resolve('n8n-workflow'),
		loadMs,
		status: sent.status,
		items: sent.outputs(node)[0]?.map(({ json }) => json),
		error: refused.error?.message,
		errorName: refused.error?.name,
		httpCode: refused.error?.httpCode,
	};
}

void main().then((result) => {
	process.stdout.write(`\n${JSON.stringify(result)}\n`, () => process.exit(0));
});
