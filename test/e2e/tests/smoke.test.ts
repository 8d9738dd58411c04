// Is this machine able to run the other end-to-end tests at all? Each complete n8n starts, and runs
// a workflow of its own nodes by the editor's calls and by the command line.
import { executeByCli, importWorkflows } from '../cli';
import { ensureInstalled, n8nNames, type Installation } from '../install';
import { startN8n, type N8nProcess } from '../n8n';
import { openEditor, type Editor } from '../rest';
import { freshUserFolder, installTimeoutMs } from '../testN8n';
import { inARow, itemsOf, node, type Workflow } from '../workflow';

const nodes = [
	node('Start', 'n8n-nodes-base.manualTrigger', 1),
	node('Set', 'n8n-nodes-base.set', 3.4, {
		assignments: {
			assignments: [{ id: 'a', name: 'answer', value: '={{ 6 * 7 }}', type: 'number' }],
		},
	}),
	node('Code', 'n8n-nodes-base.code', 2, {
		jsCode: 'return $input.all().map(({ json }) => ({ json: { twice: json.answer * 2 } }))',
	}),
];
const workflow: Workflow = { name: 'Smoke', nodes, connections: inARow(nodes) };

describe.each(n8nNames)('%s', (name) => {
	const { userFolder, remove } = freshUserFolder();
	let installation: Installation;
	let n8n: N8nProcess | undefined;
	let editor: Editor;

	beforeAll(async () => {
		installation = await ensureInstalled(name);
		n8n = await startN8n(installation, { userFolder });
		editor = await openEditor(n8n.url);
	}, installTimeoutMs);

	afterAll(async () => {
		await n8n?.stop();
		remove();
	});

	it('lists its node types and credential types', async () => {
		const names = (await editor.nodeTypes()).map((type) => type.name);
		expect(names).toEqual(expect.arrayContaining(['n8n-nodes-base.set', 'n8n-nodes-base.code']));
		const credentials = (await editor.credentialTypes()).map((type) => type.name);
		expect(credentials).toContain('httpHeaderAuth');
	});

	it('runs a workflow for the editor and keeps its items', async () => {
		const saved = await editor.createWorkflow(workflow);
		const execution = await editor.finished(await editor.run(saved, 'Start'));
		expect(execution).toMatchObject({ status: 'success', mode: 'manual', workflowId: saved.id });
		expect(itemsOf(execution, 'Set').map(({ json }) => json)).toEqual([{ answer: 42 }]);
		expect(itemsOf(execution, 'Code').map(({ json }) => json)).toEqual([{ twice: 84 }]);
		const [newest] = await editor.executionsOf(saved);
		expect(newest).toMatchObject({ id: execution.id, status: 'success' });
	});

	it('imports and runs a workflow by the command line', async () => {
		const id = 'smokeSmokeSmoke1';
		const imported = await importWorkflows(installation, userFolder, [{ ...workflow, id }]);
		expect(imported).toMatchObject({ code: 0 });
		const { code, runs } = await executeByCli(installation, userFolder, id);
		expect(code).toBe(0);
		expect(runs.Code?.[0]?.data?.main?.[0]?.[0]?.json).toEqual({ twice: 84 });
	});

	it('ends when it is asked to', async () => {
		await n8n?.stop();
		expect(n8n?.ended()).toBe('ended with 0');
	});
});
