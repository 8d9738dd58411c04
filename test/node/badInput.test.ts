/** Bad input is refused before any request, in every mode of On Error. */
import type { INodeParameters } from 'n8n-workflow';
import { badInput, type BadInput } from '../vectors/badInput';
import { kitOf, providerKits, tokenWith } from '../gateways';
import { NODE, runNode } from './inEngine';
import { type ScriptedServer, startScriptedServer } from './scriptedServer';

let server: ScriptedServer;
beforeAll(async () => {
	server = await startScriptedServer();
});
beforeEach(() => server.script([]));
afterAll(() => server.close());

const onErrors = ['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'] as const;
const all = providerKits.map(({ provider }) => provider);

const rows = badInput.flatMap((bad) =>
	(bad.providers ?? all).map((provider) => [provider, bad.that, bad] as const),
);

function run(provider: string, bad: BadInput, onError: (typeof onErrors)[number]) {
	const { operation = 'sendContact', parameters, credential } = bad;
	const token = tokenWith(kitOf(provider), 'token-of-bad-input');
	const usual: INodeParameters =
		operation === 'sendContact'
			? { contacts: { contact: [{ phone: '+5511987654321', firstName: 'Ana' }] } }
			: {};
	return runNode({
		provider,
		credential: { apiUrl: server.url, instance: 'bad', token, ...credential },
		parameters: { operation, chatId: '79001234567', ...usual, ...parameters },
		settings: { onError },
	});
}

const form =
	/^[^\p{Cc}\p{Cs}]{1,300}\. (?:Write|Add|Remove|Use|Choose|Copy|Correct|Shorten)[^\p{Cc}\p{Cs}]+$/u;

/** `<field>: <what is wrong>. <what to write, with an example>` */
function expectForm(message: string, field: string): void {
	expect(message.slice(0, field.length + 2)).toBe(`${field}: `);
	expect(message.slice(field.length + 2)).toMatch(form);
}

it.each(rows)('%s: %s', async (provider, _that, bad) => {
	for (const onError of onErrors) {
		const { items, failed, execution } = await run(provider, bad, onError);
		if (onError === 'stopWorkflow') {
			const { error } = execution;
			expectForm(error?.message ?? '', bad.field);
			expect(error?.name).toBe('NodeOperationError');
			expect(error).toMatchObject({ context: { itemIndex: 0 } });
			if (bad.operation === 'getContactInfo') {
				expect(error?.description).not.toMatch(/accepted|card/);
			} else {
				expect(error?.description).toMatch(/^0 accepted, 0 in doubt, \d not started\. |started: /);
			}
		} else {
			const [item] = onError === 'continueErrorOutput' ? failed : items;
			expect(execution.run.data.resultData.runData[NODE]).toHaveLength(1);
			expect(item?.json).toEqual({
				error: {
					message: expect.any(String) as unknown,
					code: 'INVALID_INPUT',
					delivery: 'notSent',
					retryable: false,
					httpStatus: null,
					provider,
					operation: bad.operation ?? 'sendContact',
					chatId: null,
					contacts: [],
				},
			});
			expectForm((item?.json.error as { message: string }).message, bad.field);
			expect(item?.pairedItem).toEqual({ item: 0 });
		}
	}
	expect(server.received).toEqual([]);
});
