// What n8n does around a node that fails, is tried again or is stopped, and what then leaves.
import { cardItems, providers, rowOf, sendNode, workflowOf } from '../contactsNode';
import { n8nNames } from '../install';
import { errorOfItem, sentItem } from '../outputShape';
import { useTestBed } from '../testBed';
import { itemsOf, node, type WorkflowNode } from '../workflow';

const retryOnFail = { retryOnFail: true, maxTries: 3, waitBetweenTries: 100 };

describe.each(n8nNames)('sending in %s', (name) => {
	const bed = useTestBed(name);

	async function run(items: object[], ...nodes: WorkflowNode[]) {
		const saved = await bed.editor.createWorkflow(workflowOf('Delivery', items, ...nodes));
		return await bed.editor.finished(await bed.editor.run(saved, 'Start'));
	}

	/** How often each card arrived, over all instances. */
	const arrivals = () =>
		Object.values(bed.sandbox.counts().cards).flatMap((cards) => Object.entries(cards));
	const onceEach = (count: number) => cardItems(count).map(({ name }) => [name, 1]);

	describe.each(providers)('$provider', (row) => {
		it('sends each card once when Retry On Fail tries again', async () => {
			bed.sandbox.plan([
				{ match: { marker: 'Card 7', nth: [1] }, fault: { kind: 'answer', status: 429 } },
			]);
			const send = sendNode(row, bed.accounts, {
				parameters: { options: { maxRetries: 0 } },
				settings: retryOnFail,
			});
			const execution = await run(cardItems(12), send);
			expect(execution).toMatchObject({ status: 'success' });
			expect(bed.sandbox.counts()).toMatchObject({ accepted: 12, faults: { answer: 1 } });
			expect(arrivals().sort()).toEqual(onceEach(12).sort());
			const items = itemsOf(execution, 'Send').map(({ json }) => sentItem.parse(json));
			expect(items.map(({ contacts }) => contacts[0]?.fullName)).toEqual(
				cardItems(12).map(({ name }) => name),
			);
		});

		it('reports a card in doubt at every try, and sends it once', async () => {
			bed.sandbox.plan([
				{ match: { marker: 'Card 2' }, fault: { kind: 'close', when: 'after' }, times: 1 },
			]);
			const send = sendNode(row, bed.accounts, { settings: retryOnFail });
			const execution = await run(cardItems(3), send);
			expect(execution).toMatchObject({ status: 'error' });
			expect(arrivals()).toContainEqual(['Card 2', 1]);
			expect(execution.runs.Send?.[0]?.error?.description).toMatch(/^\d accepted, 1 in doubt/);
		});

		it('gives failing items to the error output, under the key "error"', async () => {
			const given = cardItems(3).map((item, index) =>
				index === 1 ? { ...item, to: 'nobody' } : item,
			);
			bed.sandbox.plan([
				{ match: { marker: 'Card 3' }, fault: { kind: 'answer', status: 500, body: 'broken' } },
			]);
			const send = sendNode(row, bed.accounts, { settings: { onError: 'continueErrorOutput' } });
			const execution = await run(given, send);
			expect(execution).toMatchObject({ status: 'success' });
			expect(itemsOf(execution, 'Send', 0).map(({ json }) => sentItem.parse(json))).toHaveLength(1);
			const errors = itemsOf(execution, 'Send', 1);
			expect(errors.map(({ json }) => errorOfItem.parse(json.error).code)).toEqual([
				'INVALID_INPUT',
				'UNAVAILABLE',
			]);
			// n8n adds the fields of the input item.
			expect(errors.map(({ json: { error: _error, ...input } }) => input)).toEqual(given.slice(1));
		});
	});

	it('sends nothing more once the execution is stopped', async () => {
		const row = rowOf('greenApi');
		const send = sendNode(row, bed.accounts, {
			parameters: { options: { concurrency: 1, pauseSeconds: 0.2 } },
		});
		const saved = await bed.editor.createWorkflow(workflowOf('Stop', cardItems(100), send));
		const id = await bed.editor.run(saved, 'Start');
		while (bed.sandbox.counts().accepted < 3) await tick();
		await bed.editor.stop(id);
		expect(await bed.editor.finished(id)).toMatchObject({ status: 'canceled' });
		const atStop = bed.sandbox.counts().requests;
		// Another execution goes through in the meantime: n8n works on, the stopped one does not.
		await run([{}], node('Wait', 'n8n-nodes-base.wait', 1.1, { amount: 2 }));
		expect(bed.sandbox.counts().requests).toBe(atStop);
		expect(atStop).toBeLessThan(100);
	});
});

const tick = () => new Promise((resolve) => setTimeout(resolve, 20));
