// The operator's rules: n8n's outbound-request policy, and a proxy given by the environment.
import { cardItems, providers, sendNode, workflowOf } from '../contactsNode';
import { n8nNames } from '../install';
import { startRecordingProxy, type RecordingProxy } from '../recordingProxy';
import { useTestBed, type TestBed } from '../testBed';
import type { Execution } from '../workflow';

const protection = { N8N_SSRF_PROTECTION_ENABLED: 'true' };
const operatorsVariables = /N8N_SSRF_ALLOWED_HOSTNAMES.*N8N_SSRF_ALLOWED_IP_RANGES/;

/** Sends three cards, then looks the same people up. */
async function sendAndLookUp(bed: TestBed, row: (typeof providers)[number]): Promise<Execution[]> {
	const executions: Execution[] = [];
	for (const operation of ['sendContact', 'getContactInfo']) {
		const send = sendNode(row, bed.accounts, { parameters: { operation } });
		const saved = await bed.editor.createWorkflow(workflowOf('Network', cardItems(3), send));
		executions.push(await bed.editor.finished(await bed.editor.run(saved, 'Start')));
	}
	return executions;
}

/** The answer of a credential's Test button. */
function testCredential(bed: TestBed, { account, kit }: (typeof providers)[number]) {
	const stored = bed.accounts[account];
	if (stored === undefined) throw new Error(`There is no ${account}`);
	return bed.editor.testCredential(stored, bed.sandbox.credentials[kit.accounts[0]]);
}

// n8n 1.x has no such policy.
describe('n8n-2 with its outbound-request policy', () => {
	const bed = useTestBed('n8n-2', () => protection);

	it.each(providers)('keeps $provider from the sandbox and names the variables', async (row) => {
		for (const { status, error } of await sendAndLookUp(bed, row)) {
			expect({ status, text: `${error?.message} ${String(error?.description)}` }).toEqual({
				status: 'error',
				text: expect.stringMatching(operatorsVariables) as string,
			});
		}
		expect(await testCredential(bed, row)).toEqual({
			status: 'Error',
			message: expect.stringMatching(operatorsVariables) as string,
		});
		expect(bed.sandbox.counts()).toMatchObject({ requests: 0, connections: 0 });
	});
});

describe('n8n-2 with its outbound-request policy and an allowed range', () => {
	const bed = useTestBed('n8n-2', () => ({
		...protection,
		N8N_SSRF_ALLOWED_IP_RANGES: '127.0.0.0/8',
	}));

	it.each(providers)('lets $provider reach the sandbox', async (row) => {
		const executions = await sendAndLookUp(bed, row);
		expect(executions.map(({ status }) => status)).toEqual(['success', 'success']);
		expect(await testCredential(bed, row)).toMatchObject({ status: 'OK' });
		expect(bed.sandbox.counts()).toMatchObject({ accepted: 3 });
	});
});

describe.each(n8nNames)('%s behind a proxy', (name) => {
	let proxy: RecordingProxy;
	beforeAll(async () => {
		proxy = await startRecordingProxy();
	});
	afterAll(() => proxy.stop());
	const bed = useTestBed(name, () => ({ HTTP_PROXY: proxy.url, HTTPS_PROXY: proxy.url }));

	it.each(providers)('sends every request of $provider through it', async (row) => {
		proxy.seen.length = 0;
		const executions = await sendAndLookUp(bed, row);
		expect(executions.map(({ status }) => status)).toEqual(['success', 'success']);
		expect(await testCredential(bed, row)).toMatchObject({ status: 'OK' });
		const asked = bed.sandbox
			.requests()
			.map(({ method, path }) => `${method} ${bed.sandbox.url}${path}`);
		expect(asked.length).toBeGreaterThanOrEqual(7);
		expect(proxy.seen.filter((request) => request.includes(bed.sandbox.url)).sort()).toEqual(
			asked.sort(),
		);
	});
});
