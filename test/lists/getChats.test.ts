/**
 * The editor's list of chats, over every gateway and in both n8n-cores: in one requests go out by
 * undici, in the other by n8n's own helper.
 */
import { kits, tokenWith } from '../gateways';
import { readChatId } from '../../nodes/WhatsAppContacts/domain/numbers/chatId';
import { providers } from '../../nodes/WhatsAppContacts/providers';
import { cores, freshInstance, gateways } from '../promises/sending';
import { useChatLists } from './chatLists';
import { namesOf, openList } from './openList';

/** Where it does not matter which. */
const anyKit = kits[gateways[0] ?? ('none' as never)];

describe.each(cores)('the list of chats in %s', (core) => {
	const lists = useChatLists(core);
	const { open, problemOf } = lists;

	describe.each(gateways)('of %s', (gateway) => {
		it('has groups first and then people, by name, and nothing else', async () => {
			const ask = await open(gateway);
			const groups = await ask();
			const also = kits[gateway].listsToo ?? [];
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
			expect(names.filter((name) => !kits[gateway].listsToo?.includes(name))).toHaveLength(40);
			expect(names.filter((name) => name.includes('group'))).toEqual([]);
		});

		it('is asked for once while somebody types', async () => {
			const ask = await open(gateway);
			await Promise.all([ask(), ask('a')]);
			const before = lists.sandbox.requests().length;
			for (const filter of ['an', 'ana', 'ana s', '']) await ask(filter);
			expect(lists.sandbox.requests()).toHaveLength(before);
			expect(before).toBeLessThanOrEqual(4);
		});

		it('is never another account’s', async () => {
			const credential = {
				...kits[gateway].credential.fixed,
				...freshInstance(lists.sandbox, gateway),
			};
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
			const credential = {
				...kits[gateway].credential.fixed,
				...freshInstance(lists.sandbox, gateway),
			};
			const ask = await openList({ core, kit: kits[gateway], credential });
			lists.sandbox.plan([{ fault: { kind: 'echoToken', status: 403 } }]);
			const echoed = await problemOf(ask());
			expect(echoed.message).toMatch(/ gave no list of chats$/);
			expect(echoed.description).toMatch(/\(HTTP 403\).*Or choose By Phone Number or ID/);
			expect(echoed.whole).not.toContain(credential.token);
			lists.sandbox.plan([]);
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
			lists.sandbox.plan([
				{ fault: { kind: 'answer', status: 200, body: `["${'x'.repeat(6e6)}"]` } },
			]);
			const { description } = await problemOf((await open(gateway))());
			expect(description).toMatch(/larger than 5 MiB/);
		});
	});

	it('needs a provider and its credential', async () => {
		const kit = anyKit;
		const credential = freshInstance(lists.sandbox, anyKit.gateway);
		for (const provider of [null, 'constructor', '']) {
			const ask = await openList({ core, kit, credential, parameters: { provider } });
			expect((await problemOf(ask())).description).toMatch(/^provider: is unknown\. Choose one/);
		}
		const without = await openList({ core, kit, credential, credentials: {} });
		const { displayName } = providers[anyKit.provider as keyof typeof providers];
		expect((await problemOf(without())).description).toContain(
			`credential: for ${displayName} is missing or cannot be read. Choose or create one`,
		);
		expect(lists.sandbox.requests()).toEqual([]);
	});

	it('asks nobody whom the operator forbids', async () => {
		const credential = freshInstance(lists.sandbox, anyKit.gateway);
		const helpers = {
			getSecureEgressFilter: () => ({
				validateUrl: () => Promise.resolve({ ok: false, error: new Error('blocked') }),
				createSecureLookup: () => undefined,
			}),
		};
		const ask = await openList({ core, kit: anyKit, credential, helpers });
		expect((await problemOf(ask())).description).toMatch(/outbound request policy forbids/);
		expect(lists.sandbox.requests()).toEqual([]);
	});
});
