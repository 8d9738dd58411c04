/** What is another run, and so sends again; and that a place in the list is a message of its own. */
import type { IConnections, INode, INodeExecutionData } from 'n8n-workflow';
import type { Execution } from '../../sandbox/engine/engine';
import { type Credential, type Sandbox, startSandbox } from '../../sandbox';
import { gateways, kits } from '../gateways';
import { openEngine } from '../node/inEngine';
import { execute } from './contexts';
import { arrivals, cores, freshInstance } from './sending';

const [gateway] = gateways;
const { credential: account, provider } = kits[gateway];

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

function plain(name: string, kind: string): INode {
	const type = `n8n-nodes-base.${kind}`;
	return { id: name, name, type, typeVersion: 1, position: [0, 0], parameters: {} };
}

function contacts(name: string, settings: Partial<INode> = {}): INode {
	return {
		id: name,
		name,
		type: 'n8n-nodes-whatsapp-contacts.whatsAppContacts',
		typeVersion: 1,
		position: [200, 0],
		credentials: { [account.type]: { id: '1', name: 'account' } },
		...settings,
		parameters: {
			provider,
			operation: 'sendContact',
			chatId: '5511987654321',
			specifyContacts: 'json',
			contactsJson: '={{ [{ fullName: $json.name, phone: "+5511987650000" }] }}',
			options: { maxRetries: 0 },
		},
	};
}

const to = (...names: string[]) => ({
	main: [names.map((node) => ({ node, type: 'main' as const, index: 0 }))],
});

let executions = 0;

async function run(
	core: string,
	credential: Credential,
	nodes: INode[],
	connections: IConnections,
	start: INodeExecutionData[],
): Promise<Execution> {
	const engine = await openEngine(core);
	return await engine.run(
		{ nodes, connections, pinData: { Start: start } },
		{
			credentials: { account: { type: account.type, data: { ...credential } } },
			executionId: `own ${executions++}`,
		},
	);
}

const refused = { kind: 'answer', status: 413 } as const;
const retry = { retryOnFail: true, maxTries: 5, waitBetweenTries: 1 } as const;
const person = (name: string): INodeExecutionData => ({ json: { name } });

describe.each(cores)('in %s', (core) => {
	test('the same object at two positions is two messages, and two with Retry On Fail', async () => {
		const credential = freshInstance(sandbox, gateway);
		const node = contacts('Send', { ...retry, onError: 'continueRegularOutput' });
		const place = { core, node, credential, executionId: `own ${executions++}` };
		sandbox.plan([{ match: { nth: [1, 2, 3] }, fault: refused }]);
		const ana = person('Ana');
		const items = [ana, ana];
		// The tries that n8n makes: the same array, objects and run index.
		const tries = [1, 2, 3, 4].map(() => () => execute(place, items, 0));
		let out: INodeExecutionData[] = [];
		for (const each of tries) out = await each();
		expect(arrivals(sandbox).get('Ana')).toBe(2);
		expect(new Set(out.map(({ json }) => json.messageId))).toEqual(
			new Set(sandbox.accepted().map(({ messageId }) => messageId)),
		);
		// Another run of the node, another node and another execution.
		await execute(place, items, 1);
		await execute({ ...place, node: { ...node, name: 'Other' } }, items, 0);
		await execute({ ...place, executionId: `own ${executions++}` }, items, 0);
		expect(arrivals(sandbox).get('Ana')).toBe(8);
	});

	test('a second run of the node in one execution, as in a loop, sends again', async () => {
		const credential = freshInstance(sandbox, gateway);
		// Both ways hand the very same item objects on to the node.
		const nodes = [
			plain('Start', 'manualTrigger'),
			plain('Once', 'noOp'),
			plain('Twice', 'noOp'),
			contacts('Send', retry),
		];
		sandbox.plan([{ match: { nth: [1, 3] }, fault: refused }]);
		const connections = { Start: to('Once', 'Twice'), Once: to('Send'), Twice: to('Send') };
		const execution = await run(core, credential, nodes, connections, [person('Ana')]);
		expect(execution.run.data.resultData.runData.Send).toHaveLength(2);
		expect(arrivals(sandbox).get('Ana')).toBe(2);
	});

	test('a second node on the same items sends them too', async () => {
		const credential = freshInstance(sandbox, gateway);
		const nodes = [
			plain('Start', 'manualTrigger'),
			contacts('Send', retry),
			contacts('Again', retry),
		];
		sandbox.plan([{ match: { nth: [1, 3] }, fault: refused }]);
		const connections = { Start: to('Send', 'Again') };
		await run(core, credential, nodes, connections, [person('Ana')]);
		expect(arrivals(sandbox).get('Ana')).toBe(2);
	});

	test('a second execution sends again', async () => {
		const credential = freshInstance(sandbox, gateway);
		const nodes = [plain('Start', 'manualTrigger'), contacts('Send', retry)];
		const start = [person('Ana'), person('Bia')];
		await run(core, credential, nodes, { Start: to('Send') }, start);
		await run(core, credential, nodes, { Start: to('Send') }, start);
		expect(Object.fromEntries(arrivals(sandbox))).toEqual({ Ana: 2, Bia: 2 });
	});
});
