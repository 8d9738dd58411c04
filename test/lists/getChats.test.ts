/**
 * The editor's list of chats, over every gateway and in both n8n-cores: in one requests go out by
 * undici, in the other by n8n's own helper.
 */
import type { NodeApiError } from 'n8n-workflow';
import { type Sandbox, startSandbox } from '../../sandbox';
import { kits, tokenWith } from '../gateways';
import { readChatId } from '../../nodes/WhatsAppContacts/domain/numbers/chatId';
import { cores, freshInstance, type Gateway, gateways } from '../promises/sending';
import { namesOf, openList } from './openList';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox({ rateWindowMs: 1 });
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

/** What a gateway does not tell from the others: a group that was left, a community, a stranger. */
const alsoListed: Partial<Record<Gateway, readonly string[]>> = {
	greenApi: ['Left behind (group)'],
	evolutionV1: ['All of us (group)', 'Only a Member (+5511970002222)'],
};

type Settings = Parameters<typeof freshInstance>[2];

describe.each(cores)('the list of chats in %s', (core) => {
	const open = (gateway: Gateway, settings: Settings = {}, parameters = {}) => {
		const credential = { ...kits[gateway].credential.fixed };
		Object.assign(credential, freshInstance(sandbox, gateway, settings));
		return openList({ core, kit: kits[gateway], credential, parameters });
	};

	/** Why there is no list, as the server hands it to the editor. */
	async function problemOf(asking: Promise<unknown>) {
		const error = (await asking.then(
			() => {
				throw new Error('there is a list');
			},
			(thrown: unknown) => thrown,
		)) as NodeApiError;
		expect(error.constructor.name).toBe('NodeApiError');
		expect(error.httpCode).toBeNull();
		// The editor cuts a message there, and the server replaces one that speaks of these.
		expect(error.message).not.toMatch(/[-–—]|unique|duplicate/i);
		return {
			message: error.message,
			description: error.description ?? '',
			whole: JSON.stringify(error),
		};
	}

	describe.each(gateways)('of %s', (gateway) => {
		it('has groups first and then people, by name, and nothing else', async () => {
			const ask = await open(gateway);
			const groups = await ask();
			const also = alsoListed[gateway] ?? [];
			expect(groups.results.filter(({ name }) => !also.includes(name))).toEqual([
				{ name: 'Família Oliveira (group)', value: '5511987654321-1623281429@g.us' },
				{ name: 'Old orders (group)', value: '120363019502650977@g.us' },
				{ name: 'Sales team (group)', value: '120363043968066561@g.us' },
			]);
			const people = await ask('', groups.paginationToken);
			expect(people.paginationToken).toBeUndefined();
			const names = namesOf(people).filter((name) => !also.includes(name));
			expect([...namesOf(groups), ...namesOf(people)]).toEqual(expect.arrayContaining([...also]));
			expect(names).toHaveLength(40);
			expect(names).toEqual(expect.arrayContaining(['Érica Almeida (+5511970001105)']));
			expect(names.indexOf('Érica Almeida (+5511970001105)')).toBeGreaterThan(
				names.indexOf('Diego Conceição (+5511970001126)'),
			);
			expect(names.indexOf('Érica Almeida (+5511970001105)')).toBeLessThan(
				names.indexOf('Felipe Almeida (+5511970001106)'),
			);
			expect(names.join()).not.toMatch(/News of the day|Member|All of us|Sandbox|status/);
		});

		it('offers what the node reads as that very chat', async () => {
			const ask = await open(gateway);
			const all = [...(await ask()).results, ...(await ask('9')).results];
			for (const { value } of all) expect(readChatId(value, 'DE')).toHaveProperty('value.chatId');
			expect(all.length).toBeGreaterThan(40);
		});

		it('makes no code of a name', async () => {
			const found = await (await open(gateway))('6 * 7');
			expect(found.results).toEqual([
				{ name: '"={{ 6 * 7 }}" (+5511970009999)', value: '5511970009999@c.us' },
			]);
		});

		it.each([
			['sales', ['Sales team (group)']],
			['FAMILIA', ['Família Oliveira (group)']],
			[
				'erica',
				['Almeida (+5511970001105)', 'Barbosa (+5511970001116)', 'Conceição (+5511970001127)'],
			],
			['97000-1101', ['Aline Almeida (+5511970001101)']],
			['+55 11 97000-1102', ['Bruno Almeida (+5511970001102)']],
			['120363043968066561@g.us', ['Sales team (group)']],
			['nobody has this name', []],
		])('finds %s', async (filter, names) => {
			const { results, paginationToken } = await (await open(gateway))(filter);
			expect(results.map(({ name }) => name.replace('Érica ', ''))).toEqual(names);
			expect(paginationToken).toBeUndefined();
		});

		it.each(['getContactInfo', 'checkNumber'])('offers people alone to %s', async (operation) => {
			const names = namesOf(await (await open(gateway, {}, { operation }))());
			expect(names.filter((name) => !alsoListed[gateway]?.includes(name))).toHaveLength(40);
			expect(names.filter((name) => name.includes('group'))).toEqual([]);
		});

		it('is asked for once while somebody types', async () => {
			const ask = await open(gateway);
			await Promise.all([ask(), ask('a')]);
			const before = sandbox.requests().length;
			for (const filter of ['an', 'ana', 'ana s', '']) await ask(filter);
			expect(sandbox.requests()).toHaveLength(before);
			expect(before).toBeLessThanOrEqual(4);
		});

		it('is never another account’s', async () => {
			const credential = { ...kits[gateway].credential.fixed, ...freshInstance(sandbox, gateway) };
			const opened = { core, kit: kits[gateway] };
			await (
				await openList({ ...opened, credential })
			)();
			const token = tokenWith(kits[gateway], 'of-somebody-else');
			const stranger = { ...credential, token };
			const problem = await problemOf((await openList({ ...opened, credential: stranger }))());
			expect(problem.description).toMatch(/refused the instance or the token/);
		});

		it('says why there is none, and no secret', async () => {
			const credential = { ...kits[gateway].credential.fixed, ...freshInstance(sandbox, gateway) };
			const ask = await openList({ core, kit: kits[gateway], credential });
			sandbox.plan([{ fault: { kind: 'echoToken', status: 403 } }]);
			const echoed = await problemOf(ask());
			expect(echoed.message).toMatch(/ gave no list of chats$/);
			expect(echoed.description).toMatch(/\(HTTP 403\).*Or choose By Phone Number or ID/);
			expect(echoed.whole).not.toContain(credential.token);
			sandbox.plan([]);
			// A failure is not remembered.
			expect(namesOf(await ask())).toContain('Sales team (group)');
		});

		it('says what may be the reason where it is empty', async () => {
			const { message, description } = await problemOf((await open(gateway, { chats: [] }))());
			expect(message).toMatch(/ lists no chats$/);
			expect(description).toMatch(/Or choose By Phone Number or ID/);
			const searched = await problemOf((await open(gateway, { chats: [] }))('ana'));
			expect(searched.message).toBe(message);
		});

		it('goes by the id where names are missing or equal', async () => {
			const group = { kind: 'group' } as const;
			const chats = [
				{ ...group, id: '120363000000000003', name: 'Team' },
				{ ...group, id: '120363000000000001' },
				{ ...group, id: '120363000000000002', name: 'TEAM' },
				{ kind: 'person' as const, id: '5511970001101' },
			];
			const names = namesOf(await (await open(gateway, { chats }))());
			expect(names).toEqual([
				'TEAM (group 120363000000000002@g.us)',
				'Team (group 120363000000000003@g.us)',
				'Group 120363000000000001@g.us',
			]);
		});

		it('comes page by page, also where something is sought', async () => {
			const chats = Array.from({ length: 250 }, (_, index) => ({
				kind: 'person' as const,
				id: String(5_511_970_010_001 + index),
				name: `Person ${1000 + index}`,
			}));
			const ask = await open(gateway, { chats });
			for (const filter of [undefined, 'person']) {
				const first = await ask(filter);
				const second = await ask(filter, first.paginationToken);
				const third = await ask(filter, second.paginationToken);
				const names = [first, second, third].flatMap(namesOf);
				expect(names).toEqual(chats.map(({ id, name }) => `${name} (+${id})`));
				expect([typeof first.paginationToken, third.paginationToken]).toEqual([
					'string',
					undefined,
				]);
			}
		});

		it('reads at most five megabytes', async () => {
			sandbox.plan([{ fault: { kind: 'answer', status: 200, body: `["${'x'.repeat(6e6)}"]` } }]);
			const { description } = await problemOf((await open(gateway))());
			expect(description).toMatch(/larger than 5 MiB/);
		});
	});

	it('needs a provider and its credential', async () => {
		const kit = kits.waha;
		const credential = freshInstance(sandbox, 'waha');
		for (const provider of [null, 'constructor', '']) {
			const ask = await openList({ core, kit, credential, parameters: { provider } });
			expect((await problemOf(ask())).description).toMatch(/^provider: is unknown\. Choose one/);
		}
		const without = await openList({ core, kit, credential, credentials: {} });
		expect((await problemOf(without())).description).toMatch(
			/^credential: for WAHA is missing or cannot be read\. Choose or create one/,
		);
		expect(sandbox.requests()).toEqual([]);
	});

	it('keeps to the rate of GREEN-API’s lists', async () => {
		const credential = freshInstance(sandbox, 'greenApi');
		const opened = { core, kit: kits.greenApi, credential };
		const other = { ...credential, apiUrl: `${credential.apiUrl}/` };
		await (
			await openList(opened)
		)();
		// Another account of the same instance, as far as the memory knows.
		sandbox.changeInstance('greenApi', credential.instance, { token: `${credential.token}2` });
		const again = { ...other, token: `${credential.token}2` };
		await (
			await openList({ ...opened, credential: again })
		)();
		const [first, second] = sandbox.requests();
		expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThan(900);
	});

	it('takes chats where a gateway of PlugzAPI’s kind does not know groups', async () => {
		for (const groups of [405, 'NOT_FOUND'] as const) {
			const names = namesOf(await (await open('plugzApi', { groups }))());
			expect(names).toEqual(
				['Família Oliveira', 'Old orders', 'Sales team'].map((name) => `${name} (group)`),
			);
		}
	});

	it('goes on where PlugzAPI gives fewer rows than asked for', async () => {
		const ask = await open('plugzApi', { mostPerPage: 21 });
		expect(namesOf(await ask('', '3'))).toHaveLength(40);
		expect(sandbox.requests().length).toBeGreaterThan(3);
	});

	it.each(['NOWEB', 'GOWS', 'WEBJS', 'WPP'] as const)('reads the rows of %s', async (engine) => {
		const ask = await open('waha', { engine });
		expect(namesOf(await ask())).toEqual([
			'Família Oliveira (group)',
			'Old orders (group)',
			'Sales team (group)',
		]);
		expect(namesOf(await ask('', '3'))).toHaveLength(40);
	});

	it('says of NOWEB without a store what people are missing for, and lists groups', async () => {
		const ask = await open('waha', { withoutStore: true });
		const groups = await ask();
		expect(namesOf(groups)).toHaveLength(3);
		expect(await ask('', groups.paginationToken)).toEqual({ results: [] });
		expect(namesOf(await ask('sales'))).toEqual(['Sales team (group)']);
		expect((await problemOf(ask('aline'))).description).toMatch(/NOWEB keeps no contacts.*store/);
	});

	it('takes chats where OpenWA knows no contacts', async () => {
		const names = namesOf(await (await open('openWa', { withoutContacts: true }))('', '3'));
		expect(names).toHaveLength(40);
	});

	it('takes the chats of Evolution where it fails over its groups', async () => {
		const answers = { fetchAllGroups: { status: 500, body: { message: 'rate-overlimit' } } };
		const ask = await open('evolutionV2', { answers });
		expect(namesOf(await ask())).toContain('Sales team (group)');
		// An older server calls a group by whoever wrote last.
		const old = namesOf(await (await open('evolutionV2', { answers, version: '2.2.3' }))());
		expect(old).toContain('Group 120363043968066561@g.us');
		expect(old.join()).not.toContain('Bia');
		const { description } = await problemOf((await open('evolutionV1', { answers }))());
		expect(description).toMatch(/rate-overlimit/);
	});

	it.each(['evolutionV1', 'evolutionV2'] as const)(
		'lists people of %s where there are no groups, or none are known',
		async (gateway) => {
			const people = 40 + (gateway === 'evolutionV1' ? 1 : 0);
			const without = await open(gateway, { ignoresGroups: true });
			expect(namesOf(await without())).toHaveLength(people);
			const other = {
				fetchAllGroups: {
					status: 400,
					body: { response: { message: ['Method not available on Evolution Channel'] } },
				},
			};
			expect(namesOf(await (await open(gateway, { answers: other }))())).toHaveLength(people);
		},
	);

	it.each([
		[{ state: null }, /not connected to WhatsApp/],
		[
			{
				answers: {
					fetchAllGroups: {
						status: 500,
						body: { message: 'Cannot convert undefined or null to object' },
					},
				},
			},
			/not connected to WhatsApp.*Reconnect/,
		],
	] as const)('knows Evolution without WhatsApp: %j', async (settings, said) => {
		expect((await problemOf((await open('evolutionV2', settings))())).description).toMatch(said);
	});

	it('asks nobody whom the operator forbids', async () => {
		const credential = freshInstance(sandbox, 'waha');
		const helpers = {
			getSecureEgressFilter: () => ({
				validateUrl: () => Promise.resolve({ ok: false, error: new Error('blocked') }),
				createSecureLookup: () => undefined,
			}),
		};
		const ask = await openList({ core, kit: kits.waha, credential, helpers });
		expect((await problemOf(ask())).description).toMatch(/outbound request policy forbids/);
		expect(sandbox.requests()).toEqual([]);
	});

	it('goes on making a list that nobody waits for, and gives it when asked again', async () => {
		const ask = await open('evolutionV2');
		sandbox.plan([{ fault: { kind: 'delay', ms: 60_000, when: 'after' } }]);
		jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
		try {
			const impatient = problemOf(ask());
			while (sandbox.requests().length === 0) await new Promise(setImmediate);
			await jest.advanceTimersByTimeAsync(46_000);
			const { message, description } = await impatient;
			expect(message).toBe('Evolution API needs long for its list of chats');
			expect(description).toMatch(/picture of each group.*Open the list again in a minute/);
			const patient = ask();
			await jest.advanceTimersByTimeAsync(20_000);
			expect(namesOf(await patient)).toContain('Sales team (group)');
			expect(sandbox.requests()).toHaveLength(1);
		} finally {
			jest.useRealTimers();
		}
	});
});
