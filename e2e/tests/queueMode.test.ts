// Queue mode on this machine, before the package comes into it: executions reach both workers, and
// one that is stopped in the editor ends in its worker.
import { ensureInstalled, n8nNames } from '../install';
import { startQueueMode, type QueueMode } from '../queue';
import { openEditor, type Editor } from '../rest';
import { freshUserFolder, installTimeoutMs } from '../testN8n';
import { callWebhook } from '../webhook';
import { inARow, itemsOf, node } from '../workflow';

const webhook = { httpMethod: 'POST', path: 'queue', responseMode: 'onReceived', options: {} };
const code = `await new Promise((resolve) => setTimeout(resolve, 300));
return [{ json: { given: $json.body.number } }];`;
const nodes = [
	node('Webhook', 'n8n-nodes-base.webhook', 2, webhook, { webhookId: 'queue' }),
	node('Code', 'n8n-nodes-base.code', 2, { jsCode: code }),
];
const executions = 6;

describe.each(n8nNames)('%s in queue mode', (name) => {
	const { userFolder, remove } = freshUserFolder();
	let queue: QueueMode | undefined;
	let editor: Editor;

	beforeAll(async () => {
		const installation = await ensureInstalled(name);
		queue = await startQueueMode(installation, { userFolder, workers: 2, concurrency: 1 });
		editor = await openEditor(queue.main.url);
	}, installTimeoutMs);

	afterAll(async () => {
		await queue?.stop();
		remove();
	});

	it('shares executions of a webhook between its workers', async () => {
		const saved = await editor.createWorkflow({
			name: 'Queue',
			nodes,
			connections: inARow(nodes),
		});
		await editor.activate(saved);
		const numbers = Array.from({ length: executions }, (_, number) => number);
		const { url = '' } = queue?.main ?? {};
		await Promise.all(numbers.map((number) => callWebhook(url, 'queue', { number })));
		const ended = await editor.allFinished(saved, executions);
		const given = ended.map((execution) => itemsOf(execution, 'Code')[0]?.json.given);
		expect(given.sort()).toEqual(numbers);
		for (const worker of queue?.workers ?? []) {
			expect(worker.logs()).toMatch(/finished execution \d+/);
		}
	});

	it('stops a running execution in its worker', async () => {
		const row = [
			node('Start', 'n8n-nodes-base.manualTrigger', 1),
			node('Wait', 'n8n-nodes-base.wait', 1.1, { amount: 20 }),
		];
		const workflow = { name: 'Stop', nodes: row, connections: inARow(row) };
		const id = await editor.run(await editor.createWorkflow(workflow), 'Start');
		await new Promise((resolve) => setTimeout(resolve, 1_000));
		expect(await editor.stop(id)).toMatchObject({ status: 'canceled' });
		expect(await editor.finished(id)).toMatchObject({ status: 'canceled' });
	});
});
