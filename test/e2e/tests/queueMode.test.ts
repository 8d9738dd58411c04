// Queue mode on this machine: a main process, two workers and Redis between them share the sending,
// and each card still leaves once.
import { startSandbox, type Sandbox } from '../../../sandbox';
import { type ProviderRow, providers, rowOf, sendNode } from '../contactsNode';
import { ensureInstalled, n8nNames } from '../install';
import { sentItem } from '../outputShape';
import { packPackage } from '../pack';
import { installPackage } from '../package';
import { startQueueMode, type QueueMode } from '../queue';
import { openEditor, type Editor } from '../rest';
import { storeAccounts, type Accounts } from '../testBed';
import { freshUserFolder, installTimeoutMs } from '../testN8n';
import { callWebhook } from '../webhook';
import { inARow, itemsOf, node, type Execution, type WorkflowNode } from '../workflow';

const executions = 20;
const manyEach = 50;

/** A server that counts by the minute too gets what it takes in one, and some room. */
const itemsOfRun = ({ kit }: ProviderRow) =>
	kit.rates.sendsPerMinute === undefined
		? manyEach
		: Math.floor((0.8 * kit.rates.sendsPerMinute) / executions);

/** Makes items for `Send`, each with a card of its own, out of the number of a call. */
function itemsNode(number: string, itemsEach = manyEach): WorkflowNode {
	const jsCode = `const number = ${number};
return Array.from({ length: ${itemsEach} }, (_, index) => ({ json: {
	to: '+7900' + (1000001 + number * ${itemsEach} + index),
	name: 'Card ' + number + '.' + index,
} }));`;
	return node('Items', 'n8n-nodes-base.code', 2, { jsCode });
}

function webhookNode(path: string): WorkflowNode {
	const webhook = { httpMethod: 'POST', path, responseMode: 'onReceived', options: {} };
	return node('Webhook', 'n8n-nodes-base.webhook', 2, webhook, { webhookId: path });
}

/** The names of all cards, in order. */
const cardsOf = (itemsEach: number) =>
	Array.from({ length: executions * itemsEach }, (_, index) => {
		return `Card ${Math.floor(index / itemsEach)}.${index % itemsEach}`;
	}).sort();

describe.each(n8nNames)('%s in queue mode', (name) => {
	const { userFolder, remove } = freshUserFolder();
	let sandbox: Sandbox;
	let queue: QueueMode | undefined;
	let editor: Editor;
	let accounts: Accounts;

	beforeAll(async () => {
		const installation = await ensureInstalled(name);
		installPackage(await packPackage(), userFolder);
		sandbox = await startSandbox();
		queue = await startQueueMode(installation, { userFolder, workers: 2, concurrency: 5 });
		editor = await openEditor(queue.main.url);
		accounts = await storeAccounts(editor, sandbox);
	}, installTimeoutMs);

	beforeEach(() => sandbox.reset());

	afterAll(async () => {
		await queue?.stop();
		await sandbox?.close();
		remove();
	});

	/** Publishes a workflow, calls it 20 times at once and gives its executions. */
	async function runAll(path: string, send: WorkflowNode, itemsEach = manyEach) {
		const items = itemsNode('$json.body.number', itemsEach);
		const nodes = [webhookNode(path), items, send];
		const saved = await editor.createWorkflow({ name: path, nodes, connections: inARow(nodes) });
		await editor.activate(saved);
		const { url = '' } = queue?.main ?? {};
		const numbers = Array.from({ length: executions }, (_, number) => number);
		await Promise.all(numbers.map((number) => callWebhook(url, path, { number })));
		return await editor.allFinished(saved, executions, 150_000);
	}

	/** How many executions each worker has finished so far. */
	const shares = () =>
		(queue?.workers ?? []).map(
			(worker) => worker.logs().match(/finished execution \d+/g)?.length ?? 0,
		);

	function expectEachCardOnce(ended: Execution[], itemsEach = manyEach): void {
		const allCards = cardsOf(itemsEach);
		expect(ended.flatMap(({ error }) => (error ? [error.message] : []))).toEqual([]);
		const items = ended.flatMap((execution) => itemsOf(execution, 'Send'));
		const sent = items.map(({ json }) => sentItem.parse(json));
		const accepted = sandbox.accepted();
		expect(accepted.map(({ cards }) => cards[0]?.name).sort()).toEqual(allCards);
		expect(sent.map(({ contacts }) => contacts[0]?.fullName).sort()).toEqual(allCards);
		expect(sent.map(({ messageId }) => messageId).sort()).toEqual(
			accepted.map(({ messageId }) => messageId).sort(),
		);
	}

	it.each(providers)(
		'sends the cards of 20 executions through $provider, none lost and none twice',
		async (row) => {
			const before = shares();
			const send = sendNode(row, accounts);
			const items = itemsOfRun(row);
			expectEachCardOnce(await runAll(`all-${row.provider}`, send, items), items);
			const after = shares();
			expect(after.map((count, worker) => count - (before[worker] ?? 0) > 0)).toEqual([true, true]);
		},
		180_000,
	);

	it('sends each card once when Retry On Fail tries again in a worker', async () => {
		const plugzApi = rowOf('plugzApi');
		const marked = cardsOf(manyEach).filter((card) => /\.(7|31)$/.test(card));
		sandbox.plan(
			marked.map((marker) => ({
				match: { marker, nth: [1] },
				fault: { kind: 'answer', status: 429 },
			})),
		);
		const send = sendNode(plugzApi, accounts, {
			parameters: { options: { maxRetries: 0 } },
			settings: { retryOnFail: true, maxTries: 5, waitBetweenTries: 100 },
		});
		const ended = await runAll('retry', send);
		expect(sandbox.counts().faults).toEqual({ answer: marked.length });
		expectEachCardOnce(ended);
	}, 180_000);

	it('stops a running execution in its worker, and sends nothing more', async () => {
		const greenApi = rowOf('greenApi');
		const send = sendNode(greenApi, accounts, {
			parameters: { options: { pauseSeconds: 0.2 } },
		});
		const nodes = [node('Start', 'n8n-nodes-base.manualTrigger', 1), itemsNode('0'), send];
		const saved = await editor.createWorkflow({
			name: 'Stop',
			nodes,
			connections: inARow(nodes),
		});
		const id = await editor.run(saved, 'Start');
		while (sandbox.counts().accepted < 3) await tick(20);
		await editor.stop(id);
		expect(await editor.finished(id)).toMatchObject({ status: 'canceled' });
		// The worker hears of it through Redis.
		await tick(500);
		const { requests } = sandbox.counts();
		await tick(1_500);
		expect(sandbox.counts().requests).toBe(requests);
		expect(requests).toBeLessThan(manyEach);
	});
});

const tick = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
