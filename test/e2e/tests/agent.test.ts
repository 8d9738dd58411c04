// The node as a tool of n8n's AI Agent: what the model learns of it, what its calls send, and what
// it is told of success and failure.
import { agentVersions, agentWorkflow } from '../agent';
import { contactsType, rowOf, using } from '../contactsNode';
import { n8nNames } from '../install';
import { errorOfItem, sentItem } from '../outputShape';
import { startScriptedModel, type ScriptedModel } from '../scriptedModel';
import { useTestBed } from '../testBed';
import { node } from '../workflow';

const greenApi = rowOf('greenApi');
const cards = [
	{ fullName: 'Ana Silva', phone: '+5511987654321' },
	{ fullName: 'Bia Costa', phone: '+5511987654322' },
];
const quotaIsUsedUp = { fault: { kind: 'answer', status: 466, body: {} } } as const;

describe.each(n8nNames)('as a tool in %s', (name) => {
	const bed = useTestBed(name);
	let model: ScriptedModel;

	afterEach(() => model.stop());

	describe.each(agentVersions)('of AI Agent %s', (version) => {
		/** Runs an agent whose model calls the tool once; `settings` are the tool's own. */
		async function ask(settings: Record<string, unknown> = {}, contacts: unknown = cards) {
			const call = { tool: 'Send_card', arguments: { Chat: '+7 900 123-45-67', Cards: contacts } };
			model = await startScriptedModel([call, { text: 'Done.' }]);
			const data = { apiKey: 'scripted', url: model.url };
			const openAi = await bed.editor.createCredential('Scripted', 'openAiApi', data);
			const account = bed.accounts[greenApi.account];
			if (account === undefined) throw new Error(`There is no ${greenApi.account}`);
			const parameters = {
				provider: 'greenApi',
				operation: 'sendContact',
				chatId: "={{ $fromAI('Chat', 'Who receives the cards', 'string') }}",
				specifyContacts: 'json',
				// As the editor's button writes it: n8n tells the model neither a type nor a text.
				contactsJson: "={{ $fromAI('Cards', ``, 'json') }}",
				options: { maxRetries: 0 },
			};
			const tool = node('Send card', `${contactsType}Tool`, 1, parameters, {
				credentials: using(account),
				...settings,
			});
			const saved = await bed.editor.createWorkflow(agentWorkflow(version, openAi, tool));
			const { status } = await bed.editor.finished(await bed.editor.run(saved, 'Start'));
			const told = model.requests.at(-1)?.messages.filter(({ role }) => role === 'tool') ?? [];
			return { status, told: told.map(({ content }) => String(content)) };
		}

		/** The items that the model was given as one text. */
		const itemsTold = (told: string[]) => {
			expect(told).toHaveLength(1);
			return JSON.parse(told[0] ?? '') as Array<Record<string, unknown>>;
		};

		const arrived = () => bed.sandbox.counts().cards['greenApi/7105000001'];

		it('tells the model the shape of the cards', async () => {
			await ask();
			const [tool] = model.requests[0]?.tools ?? [];
			expect(tool?.function.parameters).toMatchObject({
				properties: { Chat: { type: 'string' }, Cards: {} },
				required: ['Chat', 'Cards'],
			});
			expect(tool?.function.description).toContain('"fullName": "Ana Silva", "phone": "+55');
		});

		it('sends the cards of a call and gives the model the results', async () => {
			const { status, told } = await ask();
			expect(status).toBe('success');
			const ids = itemsTold(told).map((item) => sentItem.parse(item).messageId);
			expect(ids).toEqual(bed.sandbox.accepted().map(({ messageId }) => messageId));
			expect(arrived()).toEqual({ 'Ana Silva': 1, 'Bia Costa': 1 });
		});

		it('takes the cards as a text that holds JSON, where n8n does', async () => {
			const { told } = await ask({}, JSON.stringify(cards));
			// The older agent's own check lets objects and arrays through only.
			expect(arrived()).toEqual(version === 3 ? { 'Ana Silva': 1, 'Bia Costa': 1 } : undefined);
			expect(told).toHaveLength(version === 3 ? 1 : 0);
		});

		it('gives the model error items with On Error: Continue', async () => {
			bed.sandbox.plan([quotaIsUsedUp]);
			const { status, told } = await ask({ onError: 'continueRegularOutput' });
			expect(status).toBe('success');
			const errors = itemsTold(told).map(({ error }) => errorOfItem.parse(error));
			expect(errors).toMatchObject([
				{ code: 'QUOTA_EXCEEDED', delivery: 'notSent', retryable: false },
				{ code: 'QUOTA_EXCEEDED', delivery: 'notSent', retryable: false },
			]);
		});

		it('throws with On Error: Stop, of which n8n tells the model little', async () => {
			bed.sandbox.plan([quotaIsUsedUp]);
			const { status, told } = await ask();
			const text = expect.stringContaining('quota of your plan is used up') as string;
			const expected = {
				'n8n-2 3': { status: 'success', told: [text] },
				'n8n-1 3': { status: 'error', told: [] },
				'n8n-2 1.7': { status: 'success', told: [''] },
				'n8n-1 1.7': { status: 'success', told: [''] },
			}[`${name} ${version}`];
			expect({ status, told }).toEqual(expected);
		});

		it('sends each card once when n8n tries a call again', async () => {
			const busyOnce = { match: { marker: 'Bia Costa', nth: [1] } };
			bed.sandbox.plan([{ ...busyOnce, fault: { kind: 'answer', status: 429 } }]);
			const { told } = await ask({ retryOnFail: true, maxTries: 3, waitBetweenTries: 50 });
			expect(itemsTold(told).map((item) => sentItem.parse(item).status)).toEqual([
				'queued',
				'queued',
			]);
			expect(arrived()).toEqual({ 'Ana Silva': 1, 'Bia Costa': 1 });
			expect(bed.sandbox.counts()).toMatchObject({ requests: 3 });
		});

		it('never sends a card in doubt again, however often n8n tries', async () => {
			const lost = {
				match: { marker: 'Ana Silva' },
				fault: { kind: 'close', when: 'after' },
			} as const;
			bed.sandbox.plan([lost]);
			const again = { retryOnFail: true, maxTries: 3, waitBetweenTries: 50 };
			const { told } = await ask({ ...again, onError: 'continueRegularOutput' });
			expect(errorOfItem.parse(itemsTold(told)[0]?.error)).toMatchObject({ delivery: 'unknown' });
			expect(arrived()).toEqual({ 'Ana Silva': 1, 'Bia Costa': 1 });
		});
	});
});
