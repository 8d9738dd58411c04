// The workflows that people import run as they are, by the editor's call and by the command line,
// and give the items that the package promises.
import type { z } from 'zod';
import { executeByCli, importWorkflows } from '../cli';
import { contactsType } from '../contactsNode';
import { example, exampleNames } from '../examples';
import { n8nNames } from '../install';
import { mergedName, mergedWorkflow } from '../mergedWorkflow';
import { checkItem, contactItem, sentItem } from '../outputShape';
import { useTestBed } from '../testBed';
import { itemsOf, type OutputItem, type Workflow, type WorkflowNode } from '../workflow';

const shapes: ReadonlyMap<unknown, z.ZodTypeAny> = new Map<unknown, z.ZodTypeAny>([
	['sendContact', sentItem],
	['getContactInfo', contactItem],
	['checkNumber', checkItem],
]);

/** The node of ours in an example. */
function oursIn({ nodes }: Workflow): WorkflowNode {
	const ours = nodes.find(({ type }) => type === contactsType);
	if (ours === undefined) throw new Error('The example has no node of ours');
	return ours;
}

describe.each(n8nNames)('the examples in %s', (name) => {
	const bed = useTestBed(name);
	const acceptedIds = () => bed.sandbox.accepted().map(({ messageId }) => messageId);

	/** The message ids that the items name, when every item is as promised. */
	function messageIds(items: OutputItem[], { parameters }: WorkflowNode): unknown[] {
		expect(items).not.toEqual([]);
		const shape = shapes.get(parameters.operation);
		for (const { json } of items) expect(shape?.safeParse(json).error).toBeUndefined();
		expect(shape).toBeDefined();
		return shape === sentItem ? items.map(({ json }) => json.messageId) : [];
	}

	it.each(exampleNames)('%s runs in the editor', async (file) => {
		const workflow = example(file, bed.accounts);
		const execution = await bed.editor.runToEnd(workflow);
		expect(execution).toMatchObject({ status: 'success' });
		const ours = oursIn(workflow);
		expect(messageIds(itemsOf(execution, ours.name), ours)).toEqual(acceptedIds());
	});

	it('all run by the command line', async () => {
		const examples = new Map(exampleNames.map((file) => [file, example(file, bed.accounts)]));
		const merged = mergedWorkflow('allExamplesInOne', examples);
		const { installation, userFolder } = bed.n8n;
		const imported = await importWorkflows(installation, userFolder, [merged]);
		expect(imported).toMatchObject({ code: 0 });
		const { code, runs } = await executeByCli(installation, userFolder, 'allExamplesInOne');
		expect(code).toBe(0);
		const ids = [...examples].flatMap(([file, workflow]) => {
			const ours = oursIn(workflow);
			return messageIds(itemsOf({ runs }, mergedName(file, ours.name)), ours);
		});
		expect(ids.sort()).toEqual(acceptedIds().sort());
	}, 120_000);
});
