/** How the node behaves among n8n's items, modes and errors, against the sandbox. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { type Sandbox, startSandbox } from '../../sandbox';
import { kitOf, providerKits } from '../gateways';
import { unhurried } from '../promises/sending';
import { NODE, type NodeRun, runNode } from './inEngine';

const perItem: INodeParameters = {
	operation: 'sendContact',
	chatId: '={{ $json.to }}',
	contacts: { contact: [{ phone: '={{ $json.phone }}', firstName: '={{ $json.name }}' }] },
};
const person = (number: number, to = `790012345${number + 10}`): IDataObject => ({
	to,
	name: `Person ${number}`,
	phone: 5511900000000 + number,
});
const people = (count: number) => Array.from({ length: count }, (_, number) => person(number));
/** Evolution says of these that they are not on WhatsApp. */
const nobody = '79001230000';

/** For either n8n-core: n8n 1.x and 2.x must behave alike. */
export function describeEngine(core: string): void {
	let sandbox: Sandbox;
	beforeEach(async () => {
		sandbox = await startSandbox(unhurried);
	});
	afterEach(() => sandbox.close());

	const accountOf = (provider: string) => sandbox.credentials[kitOf(provider).accounts[0]];
	const run = (provider: string, more: Partial<NodeRun> = {}) =>
		runNode({ provider, credential: accountOf(provider), parameters: perItem, ...more }, core);
	const sent = () => sandbox.accepted().map(({ cards }) => cards.map(({ name }) => name).join());

	describe.each(providerKits)('many items, $provider', ({ provider }) => {
		it('come out in order, each paired with its own, expressions read per item', async () => {
			const items = people(12);
			const result = await run(provider, { items });
			expect(result.execution.status).toBe('success');
			expect(result.items.map(({ json }) => json.contacts)).toEqual(
				items.map(({ name, phone }) => [{ fullName: name, phone: String(phone) }]),
			);
			expect(result.items.map(({ pairedItem }) => pairedItem)).toEqual(
				items.map((_, item) => ({ item })),
			);
			expect(sent().sort()).toEqual(items.map(({ name }) => name).sort());
		});

		it('keep their order although the first is answered last', async () => {
			sandbox.plan([
				{ match: { marker: 'Person 0' }, fault: { kind: 'delay', ms: 60, when: 'after' } },
			]);
			const parameters = { ...perItem, options: { concurrency: 4 } };
			const { items } = await run(provider, { items: people(4), parameters });
			expect(items.map(({ pairedItem }) => pairedItem)).toEqual(
				[0, 1, 2, 3].map((item) => ({ item })),
			);
			expect(items.map(({ json }) => json.contacts)).toMatchObject(
				people(4).map(({ name }) => [{ fullName: name }]),
			);
		});

		it('may be looked up', async () => {
			const parameters = { operation: 'getContactInfo', chatId: '={{ $json.to }}' };
			const items = [{ to: '+55 11 99999-9999' }, { to: '71234567890@c.us' }];
			const result = await run(provider, { items, parameters });
			const json = { provider, operation: 'getContactInfo' };
			expect(result.items).toMatchObject([
				{ json: { ...json, phone: '5511999999999' }, pairedItem: { item: 0 } },
				{ json: { ...json, phone: '71234567890' }, pairedItem: { item: 1 } },
			]);
		});
	});

	const number = '79001234567';
	const locator = (value: string | number, more: object = {}): INodeParameters => ({
		...{ __rl: true, mode: 'phone', value, ...more },
	});
	const recipients: ReadonlyArray<readonly [string, INodeParameters[string]]> = [
		['a text', number],
		['a number', Number(number)],
		['an expression', '={{ $json.to }}'],
		['a locator', locator(number)],
		['a locator with a number', locator(Number(number))],
		['a locator with an expression', locator('={{ $json.to }}')],
		['a locator with an expression for n8n', locator('={{ $json.to.trim() }}')],
		['a pick', locator(`${number}@c.us`, { mode: 'list', cachedResultName: 'Ana' })],
		['a text that was typed anew in an old workflow', locator(number, { mode: '' })],
		['a locator of a mode to come', locator(number, { mode: 'url' })],
		['a pick of somebody called ={{ … }}', locator(number, { cachedResultName: '={{ $x.y }}' })],
		['an object without __rl', { mode: 'phone', value: number }],
		['a text that the editor has spread', { 0: '+', 1: '5', value: '={{ $json.to }}' }],
		['an expression that gives a locator', '={{ { __rl: true, mode: "list", value: $json.to } }}'],
	];
	describe.each(recipients)('the recipient as %s', (_form, chatId) => {
		it.each([...providerKits])(
			'reaches the same chat, $provider',
			async ({ provider, person: to }) => {
				const parameters = { ...perItem, chatId };
				const { items } = await run(provider, { items: [person(0, number)], parameters });
				expect(items.map(({ json }) => json.chatId)).toEqual([to(number)]);
				expect(sent()).toEqual(['Person 0']);
			},
		);
	});

	it.each([
		['', /^chatId: is empty\. Write a phone number/],
		[null, /^chatId: is empty\. Write a phone number/],
		[{ deep: 1 }, /^chatId: is neither text nor a number\. Write/],
		['someone', /^chatId: "someone" holds letters\. Write/],
	])('a locator with %j is refused in the words of any recipient', async (value, said) => {
		const chatId = locator(`={{ ${JSON.stringify(value)} }}`);
		const parameters = { ...perItem, chatId };
		const { execution } = await run('greenApi', { items: people(1), parameters });
		expect(execution.error?.message).toMatch(said);
		expect(sandbox.requests()).toEqual([]);
	});

	describe('with On Error', () => {
		const items = [person(0), person(1, nobody), person(2)];
		const error = {
			message: expect.stringContaining(`${nobody} does not exist there`) as unknown,
			code: 'NOT_ON_WHATSAPP',
			delivery: 'notSent',
			retryable: false,
			httpStatus: 400,
			provider: 'evolutionApi',
			operation: 'sendContact',
			chatId: nobody,
			contacts: [{ fullName: 'Person 1', phone: '5511900000001' }],
		};

		it('continuing, an error item stands in its place, with the single key error', async () => {
			const settings = { onError: 'continueRegularOutput' } as const;
			const result = await run('evolutionApi', { items, settings });
			expect(result.items.map(({ json }) => Object.keys(json).length)).toEqual([11, 1, 11]);
			expect(result.items[1]).toMatchObject({ json: { error }, pairedItem: { item: 1 } });
			expect(sent()).toEqual(['Person 0', 'Person 2']);
		});

		it('and the older setting Continue On Fail, just so', async () => {
			const result = await run('evolutionApi', { items, settings: { continueOnFail: true } });
			expect(result.items[1]?.json).toEqual({ error });
			expect(result.items).toHaveLength(3);
		});

		it('and an error output, it goes there, with the input item’s fields beside', async () => {
			const settings = { onError: 'continueErrorOutput' } as const;
			const result = await run('evolutionApi', { items, settings });
			expect(result.items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 2 }]);
			expect(result.failed).toMatchObject([{ pairedItem: { item: 1 } }]);
			expect(result.failed[0]?.json).toEqual({ ...items[1], error });
		});

		it('stopping, nothing new starts, and the error says how all fared', async () => {
			const { execution } = await run('evolutionApi', { items });
			expect(execution.status).toBe('error');
			expect(execution.error).toMatchObject({
				name: 'NodeApiError',
				httpCode: '400',
				message: expect.stringContaining(nobody) as unknown,
				context: { itemIndex: 1 },
			});
			expect(execution.error?.description).toMatch(
				/^1 accepted, 0 in doubt, 1 not started\. Accepted: item 0\. Not started: item 2\. Check the number/,
			);
			expect(sent()).toEqual(['Person 0']);
		});

		it('stopping at one that may have left, the error says so', async () => {
			sandbox.plan([
				{ match: { marker: 'Person 1' }, fault: { kind: 'answer', when: 'after', status: 502 } },
			]);
			const { execution } = await run('evolutionApi', { items: people(3) });
			expect(execution.error).toMatchObject({ name: 'NodeApiError', httpCode: '502' });
			expect(execution.error?.description).toMatch(
				/^1 accepted, 1 in doubt, 1 not started\. .*In doubt: item 1\..* Check in WhatsApp whether/,
			);
		});

		it('stopping where no status came back, it is an operation error', async () => {
			const credential = { ...accountOf('evolutionApi'), apiUrl: 'http://127.0.0.1:9' };
			const parameters = { ...perItem, options: { maxRetries: 0 } };
			const { execution } = await run('evolutionApi', { items, credential, parameters });
			expect(execution.error).toMatchObject({
				name: 'NodeOperationError',
				context: { itemIndex: 0 },
			});
			expect(execution.error?.description).toMatch(/^0 accepted, 0 in doubt, 2 not started\. /);
		});

		it('stopping, one invalid item means that nothing is sent', async () => {
			const bad = [person(0), { ...person(1), phone: 'none' }, person(2)];
			const { execution } = await run('evolutionApi', { items: bad });
			expect(execution.error).toMatchObject({
				name: 'NodeOperationError',
				message: expect.stringMatching(
					/^contacts\[0\]\.phone: "none" holds letters\. Write/,
				) as unknown,
				context: { itemIndex: 1 },
			});
			expect(execution.error?.description).toMatch(/^0 accepted, 0 in doubt, 2 not started\./);
			expect(sandbox.requests()).toEqual([]);
		});

		it('continuing, an invalid item stops none of the others', async () => {
			const bad = [person(0), { ...person(1), phone: 'none' }, person(2)];
			const settings = { onError: 'continueErrorOutput' } as const;
			const result = await run('evolutionApi', { items: bad, settings });
			expect(sent()).toEqual(['Person 0', 'Person 2']);
			expect(result.failed).toMatchObject([
				{
					json: { error: { code: 'INVALID_INPUT', delivery: 'notSent' } },
					pairedItem: { item: 1 },
				},
			]);
		});

		it('a look-up’s error speaks of no cards', async () => {
			const parameters = {
				operation: 'getContactInfo',
				chatId: '={{ $json.to }}',
				options: { maxRetries: 0 },
			};
			sandbox.plan([{ fault: { kind: 'answer', status: 502, body: 'Bad Gateway' } }]);
			const { execution } = await run('evolutionApi', { items: people(2), parameters });
			expect(execution.error).toMatchObject({ name: 'NodeApiError', httpCode: '502' });
			expect(execution.error?.description).toBe('Try again later');
		});
	});

	describe('from a workflow that was edited by hand', () => {
		it.each(['constructor', '__proto__', 'toString', '', 'GreenApi', null])(
			'the provider %j is refused before any request',
			async (provider) => {
				const parameters = { ...perItem, provider: provider as string };
				const settings = { onError: 'continueErrorOutput' } as const;
				const { failed, execution } = await run('greenApi', {
					parameters,
					items: people(2),
					settings,
				});
				expect(execution.error).toBeUndefined();
				expect(failed.map(({ json }) => json.error)).toMatchObject([
					{
						code: 'INVALID_INPUT',
						message: expect.stringMatching(/^provider: is unknown\. /) as unknown,
					},
					{ code: 'INVALID_INPUT', httpStatus: null },
				]);
				const stopped = await run('greenApi', { parameters, items: people(2) });
				expect(stopped.execution.error).toMatchObject({ name: 'NodeOperationError' });
				expect(stopped.execution.error?.message).toMatch(/^provider: is unknown\. /);
				expect(sandbox.requests()).toEqual([]);
			},
		);

		it.each(['constructor', '__proto__', 'sendcontact', ''])(
			'the operation %j is refused before any request',
			async (operation) => {
				const parameters = { ...perItem, operation };
				const { execution } = await run('greenApi', { parameters, items: people(1) });
				expect(execution.error?.message).toMatch(/^operation: is unknown\. /);
				expect(sandbox.requests()).toEqual([]);
			},
		);

		it('a missing credential is refused before any request', async () => {
			const options = { credentials: {} };
			const { execution } = await run('greenApi', { items: people(1), options });
			expect(execution.error?.message).toMatch(/^credential: for GREEN-API is missing/);
		});

		it('parameters that are not there take their defaults', async () => {
			const { execution } = await runNode(
				{
					provider: 'greenApi',
					credential: accountOf('greenApi'),
					parameters: { chatId: perItem.chatId ?? '', contacts: perItem.contacts ?? {} },
					items: people(1),
				},
				core,
			);
			expect(execution.status).toBe('success');
		});
	});

	it('puts nothing out for no input', async () => {
		const { execution } = await run('greenApi', { items: [] });
		expect(execution.outputs(NODE).flat()).toEqual([]);
		expect(sandbox.requests()).toEqual([]);
	});

	it.each(['', '  ', null, undefined])(
		'takes %j for "not given" in every optional place',
		async (blank) => {
			const nothing = `={{ ${blank === undefined ? 'undefined' : JSON.stringify(blank)} }}`;
			const names = [
				...['concurrency', 'defaultCountry', 'maxRetries', 'timeout', 'quotedMessageId'],
				...['delaySeconds', 'presence', 'pauseSeconds', 'onUnknownDelivery'],
			];
			const card = ['middleName', 'lastName', 'company', 'email', 'url', 'whatsAppId'];
			const blanks = (keys: string[]) => Object.fromEntries(keys.map((key) => [key, nothing]));
			const { execution } = await run('evolutionApi', {
				parameters: {
					operation: 'sendContact',
					chatId: '79001234567',
					simplify: nothing,
					contacts: { contact: [{ phone: '+5511987654321', firstName: 'Ana', ...blanks(card) }] },
					options: blanks(names),
				},
			});
			expect(execution.error).toBeUndefined();
			expect(JSON.parse(sandbox.requests()[0]?.body ?? '')).toEqual({
				number: '79001234567',
				contact: [{ fullName: 'Ana', wuid: '5511987654321', phoneNumber: '+5511987654321' }],
			});
		},
	);

	const withVCards = providerKits.filter(({ vCardLines }) => vCardLines !== null);
	it.each(withVCards)(
		'lets no sign of a card add a line to the vCard of $provider',
		async ({ provider, vCardLines, semicolonsInName }) => {
			const breakers = [
				'\n',
				'\r\n',
				'\r',
				';',
				'\u0085',
				'\u2028',
				'\u2029',
				'\u000b',
				'\\n',
				'\0',
			];
			const items = breakers.map((sign, number) => ({ sign, to: `7900123456${number}` }));
			const text = (start: string) => `={{ "${start}" + $json.sign + "TEL:1" }}`;
			const card = {
				phone: '+5511987654321',
				...{ firstName: text('Ana'), company: text('P'), email: text('a@b'), url: text('u') },
			};
			const parameters = {
				operation: 'sendContact',
				chatId: '={{ $json.to }}',
				contacts: { contact: [card] },
			};
			await run(provider, { items, parameters });
			const vCards = sandbox.accepted().map(({ cards }) => cards[0]?.vcard ?? '');
			expect(vCards).toHaveLength(breakers.length);
			for (const vCard of vCards) {
				const lines = vCard.trimEnd().split(/[\n\r\u0085\u2028\u2029\u000b]+/);
				expect(lines.map((line) => line.split(/[:;]/)[0]).join(' ')).toBe(vCardLines);
				// Where nothing is escaped, a name must bring no semicolon; the form itself has four.
				const [, name = ''] = /^N:(.*)$/m.exec(vCard) ?? [];
				expect(name.match(/(?<!\\);/g) ?? []).toHaveLength(semicolonsInName);
			}
		},
	);

	it.each(providerKits)(
		'hints at what was left out, raw too, by $provider',
		async ({ provider }) => {
			const card = { fullName: 'Ana', phone: '+5511987654321', shoeSize: 38 };
			const hintsWith = async (simplify: boolean) => {
				const parameters = {
					operation: 'sendContact',
					chatId: '5511987654321',
					specifyContacts: 'json',
					contactsJson: [card],
					simplify,
				};
				const { execution } = await run(provider, { parameters });
				return execution.hints(NODE);
			};
			const hints = await hintsWith(true);
			expect(hints.join('\n')).toMatch(/^Left out.*: shoeSize \(1\)\./m);
			await expect(hintsWith(false)).resolves.toEqual(hints);
		},
	);

	it('hints at a pause after more than 20 messages of Evolution’s without one', async () => {
		const many = await run('evolutionApi', { items: people(21) });
		expect(many.execution.hints(NODE)).toEqual([
			expect.stringMatching(/^21 messages sent without a pause.*Pause \(Seconds\)/),
		]);
		const few = await run('evolutionApi', { items: people(20) });
		expect(few.execution.hints(NODE)).toEqual([]);
		const parameters = { ...perItem, options: { pauseSeconds: 0.001 } };
		const paused = await run('evolutionApi', { items: people(21), parameters });
		expect(paused.execution.hints(NODE)).toEqual([]);
	});

	it('knows the version of each server by itself', async () => {
		for (const credential of [sandbox.credentials.evolutionV1, sandbox.credentials.evolutionV2]) {
			const { items } = await run('evolutionApi', { items: people(3), credential });
			expect(items).toHaveLength(3);
		}
		expect(sandbox.requests().map(({ status }) => status)).toEqual([
			400, 201, 201, 201, 201, 201, 201,
		]);
	});
}
