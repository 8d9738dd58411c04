/**
 * What comes out is short whatever a gateway said: counted in characters, at the wire, over every
 * gateway and both ways out.
 */
import type { INodeParameters } from 'n8n-workflow';
import { type Fault, type Sandbox, startSandbox } from '../../sandbox';
import { kits } from '../gateways';
import { NODE, runNode } from '../node/inEngine';
import { saying } from '../vectors/sayings';
import { cores, freshInstance, gateways, someItems, unhurried, withSandbox } from './sending';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox(unhurried);
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const MEBIBYTE = 1024 * 1024;
/** A sentence with its advice, the account of a run, and the rest of an error that n8n stores. */
const MAX_OF_ERROR = 12_000;

describe.each(cores)('in %s', (core) => {
	test.each(gateways)('megabytes of words come out as a sentence each (%s)', async (gateway) => {
		const answers = [
			...saying('unexpected [5511987650011.'.repeat(MEBIBYTE / 4 / 26)),
			...Array.from({ length: 8 }, () => [400, { message: 'é'.repeat(MEBIBYTE) }] as const),
		];
		const { provider, credential: account } = kits[gateway];
		const operations: ReadonlyArray<readonly [string, INodeParameters]> = [
			['sendContact', { contacts: { contact: [{ phone: '+5511987654321', firstName: 'Ana' }] } }],
			['getContactInfo', {}],
		];
		for (const [operation, parameters] of operations) {
			for (const onError of ['continueRegularOutput', 'stopWorkflow'] as const) {
				// Some look-ups go out once a second.
				const isMany = operation === 'sendContact' && onError !== 'stopWorkflow';
				const some = isMany ? answers : answers.slice(1, 2);
				const chats = someItems(some.length).map(({ to }) => to);
				sandbox.reset();
				sandbox.plan(
					some.map(([status, body], at): { match: object; fault: Fault } => ({
						match: { chatId: kits[gateway].person(chats[at] ?? '') },
						fault: { kind: 'answer', status, body },
					})),
				);
				const { execution } = await runNode(
					{
						provider,
						credential: { ...freshInstance(sandbox, gateway), ...account.fixed },
						parameters: {
							...{ operation, ...parameters, chatId: '={{ $json.to }}' },
							options: { maxRetries: 0, concurrency: 8 },
						},
						items: chats.map((to) => ({ to })),
						settings: { onError },
					},
					core,
				);
				const { runData, error } = execution.run.data.resultData;
				const stored = JSON.stringify([runData[NODE], error]);
				expect(stored).toContain('error');
				expect(stored.length).toBeLessThan(MAX_OF_ERROR * (some.length + 1));
				for (const hint of execution.hints(NODE)) expect(hint.length).toBeLessThan(2100);
			}
		}
	});

	test.concurrent.each(gateways)(
		'names and fields of any length make short hints (%s)',
		withSandbox(async (sandbox, gateway) => {
			const long = 'x'.repeat(200_000);
			const cards = Array.from({ length: 30 }, (_, at) => ({
				...{ fullName: `Ana ${at}`, phone: `+55119876543${at + 10}`.slice(0, 14) },
				[`${at}${long}`]: 1,
			}));
			const { execution } = await runNode(
				{
					provider: kits[gateway].provider,
					credential: { ...freshInstance(sandbox, gateway), ...kits[gateway].credential.fixed },
					parameters: {
						...{ operation: 'sendContact', chatId: '79001234567', specifyContacts: 'json' },
						contactsJson: JSON.stringify(cards),
					},
				},
				core,
			);
			const hints = execution.hints(NODE);
			expect(hints.join()).toMatch(/Left out/);
			for (const hint of hints) expect(hint.length).toBeLessThan(2100);
		}, unhurried),
	);
});
