/** Check Number keeps the promises of every look-up, though many items share a request. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { isProviderId, type Provider, providers } from '../../nodes/WhatsAppContacts/providers';
import type { Sandbox } from '../../sandbox';
import type { RunOptions } from '../../sandbox/engine/engine';
import { kits } from '../gateways';
import { type NodeResult, runNode } from '../node/inEngine';
import {
	type Core,
	cores,
	freshInstance,
	type Gateway,
	gateways,
	type Mode,
	PATIENCE_MS,
	until,
	withSandbox,
} from './sending';

interface Checking {
	readonly gateway: Gateway;
	readonly credential: object;
	readonly chats: readonly unknown[];
	readonly mode?: Mode;
	readonly options?: INodeParameters;
	readonly parameters?: INodeParameters;
	readonly core?: Core;
	readonly run?: RunOptions;
}

let executions = 0;

async function checkAll(checking: Checking): Promise<NodeResult> {
	const { gateway, credential, chats, mode = 'stopWorkflow', core } = checking;
	executions++;
	return await runNode(
		{
			provider: kits[gateway].provider,
			credential,
			parameters: {
				operation: 'checkNumber',
				chatId: '={{ $json.to }}',
				options: { timeout: PATIENCE_MS, maxRetries: 0, ...checking.options },
				...checking.parameters,
			},
			items: chats.map((to) => ({ to }) as IDataObject),
			settings: { onError: mode },
			options: { executionId: `check ${executions}`, ...checking.run },
		},
		core,
	);
}

/** Numbers that a request of this gateway asks about at most. */
function mostOf(gateway: Gateway): number {
	return providerOf(gateway).checkNumber.batch?.most ?? 1;
}

function providerOf(gateway: Gateway): Provider {
	const id = kits[gateway].provider;
	if (!isProviderId(id)) throw new Error(`${id} is no provider`);
	return providers[id];
}

let people = 0;

/** Numbers that nobody asked about before; every fifth is nobody's. */
function someNumbers(count: number): string[] {
	return Array.from({ length: count }, (_, index) => {
		people++;
		return `5511${String(90_000 + people)}${index % 5 === 4 ? '0000' : '1111'}`;
	});
}

const exists = (digits: string) => !digits.endsWith('0000');

/** The item that each output is paired with. */
const pairs = (items: NodeResult['items']) =>
	items.map(({ pairedItem }) =>
		typeof pairedItem === 'object' && 'item' in pairedItem ? pairedItem.item : -1,
	);

const errorOf = ({ json }: NodeResult['items'][number]) => json.error as IDataObject;

describe.each(cores)('in %s', (core) => {
	describe.each(gateways)('%s', (gateway) => {
		const most = mostOf(gateway);

		test.concurrent(
			'each item gets its own answer, in order, and equal numbers are asked once',
			withSandbox(async (sandbox) => {
				const credential = freshInstance(sandbox, gateway);
				const numbers = someNumbers(8);
				// Each again, in another spelling and another order.
				const chats = [
					...numbers,
					...[...numbers].reverse().map((digits) => `+${digits.slice(0, 4)} ${digits.slice(4)}`),
				];
				const options = { concurrency: 8, maxRetries: 3 };
				const { items } = await checkAll({ gateway, credential, chats, core, options });
				const digits = [...numbers, ...[...numbers].reverse()];
				expect(items.map(({ json }) => [json.phone, json.exists])).toEqual(
					digits.map((each) => [each, exists(each)]),
				);
				expect(items.map(({ json }) => json.chatId)).toEqual(digits.map(kits[gateway].person));
				expect(pairs(items)).toEqual(chats.map((_, index) => index));
				// Beside those that a documented rate refused, and that were repeated.
				const answered = sandbox.requests().filter(({ status }) => status === 200);
				expect(answered).toHaveLength(Math.ceil(numbers.length / most));
			}),
		);

		test.concurrent(
			'what cannot be asked goes to the error output, and holds nobody back',
			withSandbox(async (sandbox) => {
				const credential = freshInstance(sandbox, gateway);
				const [one = '', two = '', three = ''] = someNumbers(3);
				const chats = [one, 'Ana', two, '123456789012345@lid', three, null];
				const mode = 'continueErrorOutput';
				const { items, failed } = await checkAll({ gateway, credential, chats, core, mode });
				expect(items.map(({ json }) => json.phone)).toEqual([one, two, three]);
				expect(pairs(items)).toEqual([0, 2, 4]);
				expect(failed.map((each) => errorOf(each).code)).toEqual(Array(3).fill('INVALID_INPUT'));
				expect(pairs(failed)).toEqual([1, 3, 5]);
				expect(sandbox.requests()).toHaveLength(Math.ceil(3 / most));
			}),
		);

		test.concurrent.each([429, 500, 503])(
			'a %i is repeated, once for all who wait for it',
			withSandbox(async (sandbox, status) => {
				const credential = freshInstance(sandbox, gateway);
				const chats = someNumbers(3);
				sandbox.plan([{ match: { nth: [1] }, fault: { kind: 'answer', status } }]);
				const options = { maxRetries: 1, concurrency: 1 };
				const { items } = await checkAll({ gateway, credential, chats, core, options });
				expect(items.map(({ json }) => json.phone)).toEqual(chats);
				expect(sandbox.requests()).toHaveLength(Math.ceil(3 / most) + 1);
			}),
		);

		test.concurrent(
			'what is refused is not repeated, and with On Error: Stop nothing more is asked',
			withSandbox(async (sandbox) => {
				const credential = freshInstance(sandbox, gateway);
				const chats = someNumbers(Math.min(most, 50) * 2 + 1);
				sandbox.plan([{ fault: { kind: 'answer', status: 401 } }]);
				const options = { maxRetries: 3, concurrency: 1 };
				const { execution } = await checkAll({ gateway, credential, chats, core, options });
				expect(execution.error).toMatchObject({ httpCode: '401', context: { itemIndex: 0 } });
				expect(sandbox.requests()).toHaveLength(1);
			}),
		);

		test.concurrent(
			'stopping the execution ends what is in flight and asks nothing more',
			withSandbox(async (sandbox) => {
				const credential = freshInstance(sandbox, gateway);
				sandbox.plan([{ match: { nth: [2] }, fault: { kind: 'hang', when: 'before' } }]);
				const stop = new AbortController();
				const running = checkAll({
					...{ gateway, credential, core },
					chats: someNumbers(most * 4),
					options: { concurrency: 1, timeout: 60_000 },
					run: { signal: stop.signal },
				});
				await until(() => sandbox.requests().length === 2);
				stop.abort();
				const { execution } = await running;
				expect(execution.status).not.toBe('success');
				await until(() => sandbox.openSockets() === 0);
				await new Promise((resolve) => setTimeout(resolve, 200));
				expect(sandbox.requests()).toHaveLength(2);
			}),
		);
	});
});

const withRates = gateways.filter((gateway) => {
	const { perMethod = {}, perServer = [] } = providerOf(gateway).rates;
	return Object.keys(perMethod).length + perServer.length > 0;
});

// Side by side, for all of it is waiting.
test.concurrent(
	`two executions keep the documented pace of ${withRates.join(' and of ')} together`,
	withSandbox(async (sandbox) => {
		const options = { concurrency: 64, maxRetries: 3 };
		await Promise.all(
			withRates.map(async (gateway) => {
				const credential = freshInstance(sandbox, gateway);
				const results = await Promise.all(
					[someNumbers(15), someNumbers(15)].map((chats) =>
						checkAll({ gateway, credential, chats, options }),
					),
				);
				const counts = results.map(({ items }) => items.length);
				expect([gateway, counts]).toEqual([gateway, [15, 15]]);
			}),
		);
	}),
);

test.concurrent.each(gateways)(
	'no secret comes out of %s, however it is echoed',
	withSandbox(async (sandbox, gateway) => {
		const credential = freshInstance(sandbox, gateway);
		const spellings = ['raw', 'percent', 'json', 'html', 'htmlEntities'] as const;
		for (const status of [200, 400]) {
			for (const as of spellings) {
				sandbox.plan([{ fault: { kind: 'echoToken', as, status } }]);
				const mode = 'continueErrorOutput';
				const chats = someNumbers(1);
				const { execution, failed } = await checkAll({ gateway, credential, chats, mode });
				expect(failed).toHaveLength(1);
				const stored = JSON.stringify(execution.run.data.resultData.runData['WhatsApp Contacts']);
				expect(stored).not.toContain(credential.token);
			}
		}
	}),
);

describe('a thousand numbers', () => {
	test.concurrent.each(['evolutionV2', 'evolutionV1', 'plugzApi'] as const)(
		'take %s few requests, and a hint says what they may cost',
		withSandbox(async (sandbox, gateway) => {
			const credential = freshInstance(sandbox, gateway);
			const chats = someNumbers(1000);
			const { items, execution } = await checkAll({ gateway, credential, chats });
			expect(items.map(({ json }) => [json.phone, json.exists])).toEqual(
				chats.map((digits) => [digits, exists(digits)]),
			);
			expect(sandbox.requests()).toHaveLength(1000 / mostOf(gateway));
			expect(sandbox.requests().length).toBeLessThanOrEqual(25);
			expect(execution.hints('WhatsApp Contacts')).toEqual([
				expect.stringMatching(/^1000 numbers checked\. WhatsApp can limit or ban an account/),
			]);
		}),
	);

	test.concurrent(
		'500 are no reason for a hint',
		withSandbox(async (sandbox) => {
			const credential = freshInstance(sandbox, 'plugzApi');
			const { execution } = await checkAll({
				...{ gateway: 'plugzApi', credential },
				chats: someNumbers(500),
			});
			expect(execution.hints('WhatsApp Contacts')).toEqual([]);
		}),
	);
});

describe('a gateway that does not know phone-exists-batch', () => {
	const methods = (sandbox: Sandbox) =>
		sandbox.requests().map(({ path }) => /phone-exists(?:-batch)?/.exec(path)?.[0] ?? path);

	test.concurrent.each([405, 404, 'NOT_FOUND'] as const)(
		'is asked one by one after %s, and not for it again',
		withSandbox(async (sandbox, phoneExistsBatch) => {
			const credential = freshInstance(sandbox, 'plugzApi', { phoneExistsBatch });
			for (const first of [['phone-exists-batch'], []]) {
				sandbox.reset();
				const numbers = someNumbers(20);
				const chats = [...numbers, ...numbers];
				const { items } = await checkAll({ gateway: 'plugzApi', credential, chats });
				expect(items.map(({ json }) => [json.phone, json.exists])).toEqual(
					chats.map((digits) => [digits, exists(digits)]),
				);
				expect(methods(sandbox)).toEqual([...first, ...Array<string>(20).fill('phone-exists')]);
			}
		}),
	);
});

describe('registration of Get Contact Info', () => {
	const lookUp = { operation: 'getContactInfo' } as const;
	const options = { extraDetails: ['registration'], maxRetries: 3 };
	const batches = (sandbox: Sandbox) =>
		sandbox.requests().filter(({ path }) => /whatsappNumbers|phone-exists/.test(path));

	test.concurrent.each(['evolutionV2', 'evolutionV1', 'plugzApi'] as const)(
		'is asked in the same requests by %s, and nothing more about nobody',
		withSandbox(async (sandbox, gateway) => {
			const credential = freshInstance(sandbox, gateway);
			const chats = someNumbers(30);
			const parameters = { ...lookUp, options };
			const { items } = await checkAll({ gateway, credential, chats, parameters });
			expect(items.map(({ json }) => [json.phone, json.exists])).toEqual(
				chats.map((digits) => [digits, exists(digits)]),
			);
			expect(batches(sandbox)).toHaveLength(1);
			expect(sandbox.requests()).toHaveLength(1 + chats.filter(exists).length);
		}),
	);

	test.concurrent(
		'goes on with the account that Evolution API names',
		withSandbox(async (sandbox) => {
			const credential = freshInstance(sandbox, 'evolutionV2');
			const chats = ['5531998296801', '553187650001', '123456789012345@lid', '5531987650000'];
			const parameters = { ...lookUp, options };
			const { items } = await checkAll({ gateway: 'evolutionV2', credential, chats, parameters });
			expect(items.map(({ json: { phone, exists: is, name } }) => [phone, is, name])).toEqual([
				['553198296801', true, 'Guilherme Gomes'],
				['5531987650001', true, 'Beatriz Lima'],
				[null, null, null],
				['5531987650000', false, null],
			]);
			expect(batches(sandbox)).toHaveLength(1);
		}),
	);
});
