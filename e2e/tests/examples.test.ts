// The workflows that people import run as they are, by the editor's call and by the command line,
// and give the items that the package promises.
import { executeByCli, importWorkflows } from '../cli';
import { contactsType } from '../contactsNode';
import { example, exampleNames } from '../examples';
import { n8nNames } from '../install';
import { contactItem, sentItem } from '../outputShape';
import { useTestBed } from '../testBed';
import { itemsOf, node, type OutputItem, type Workflow, type WorkflowNode } from '../workflow';

/** The node of ours in an example, and the items that are pinned to the trigger before it. */
function partsOf({ nodes, pinData = {} }: Workflow): { ours: WorkflowNode; pinned: object[] } {
	const ours = nodes.find(({ type }) => type === contactsType);
	if (ours === undefined) throw new Error('The example has no node of ours');
	return { ours, pinned: Object.values(pinData).flat() };
}

/** All examples side by side, after code that gives their items: a command line pins no data. */
function allInOne(examples: Map<string, Workflow>): Workflow {
	const nodes = [node('Start', 'n8n-nodes-base.manualTrigger', 1)];
	const connections: Workflow['connections'] = { Start: { main: [[]] } };
	const join = (from: string, to: string) => {
		connections[from] ??= { main: [[]] };
		connections[from]?.main?.[0]?.push({ node: to, type: 'main', index: 0 });
	};
	for (const [file, workflow] of examples) {
		const { ours, pinned } = partsOf(workflow);
		const jsCode = `return ${JSON.stringify(pinned)};`;
		nodes.push(node(`Items ${file}`, 'n8n-nodes-base.code', 2, { jsCode }));
		nodes.push({ ...ours, id: file, name: file });
		join('Start', `Items ${file}`);
		join(`Items ${file}`, file);
	}
	return { id: 'allExamplesInOne', name: 'All examples', nodes, connections };
}

describe.each(n8nNames)('the examples in %s', (name) => {
	const bed = useTestBed(name);
	const acceptedIds = () => bed.sandbox.accepted().map(({ messageId }) => messageId);

	/** The message ids that the items name, when every item is as promised. */
	function messageIds(items: OutputItem[], { parameters, name: file }: WorkflowNode): unknown[] {
		expect(`${file}: ${items.length > 0}`).toBe(`${file}: true`);
		const isSend = parameters.operation === 'sendContact';
		for (const { json } of items)
			expect(() => (isSend ? sentItem : contactItem).parse(json)).not.toThrow();
		return isSend ? items.map(({ json }) => json.messageId) : [];
	}

	it.each(exampleNames)('%s runs in the editor', async (file) => {
		const workflow = example(file, bed.accounts);
		const saved = await bed.editor.createWorkflow(workflow);
		const execution = await bed.editor.finished(
			await bed.editor.run(saved, workflow.nodes[0]?.name ?? ''),
		);
		expect(execution).toMatchObject({ status: 'success' });
		const { ours } = partsOf(workflow);
		expect(messageIds(itemsOf(execution, ours.name), ours)).toEqual(acceptedIds());
	});

	it('all run by the command line', async () => {
		const examples = new Map(exampleNames.map((file) => [file, example(file, bed.accounts)]));
		const { installation, userFolder } = bed.n8n;
		const workflow = allInOne(examples);
		const imported = await importWorkflows(installation, userFolder, [workflow]);
		expect(imported).toMatchObject({ code: 0 });
		const { code, runs } = await executeByCli(installation, userFolder, 'allExamplesInOne');
		expect(code).toBe(0);
		const ids = workflow.nodes
			.filter(({ type }) => type === contactsType)
			.flatMap((ours) => messageIds(runs[ours.name]?.[0]?.data?.main?.[0] ?? [], ours));
		expect(ids.sort()).toEqual(acceptedIds().sort());
	});
});
