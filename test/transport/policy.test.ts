/** n8n's outbound policy: asked before every request, also when it is slow, fails or changes. */
import { lookup } from 'node:dns';
import type { NodeEgressFilter } from 'n8n-workflow';
import type { TestServer } from './servers';
import { answering } from './servers';
import { expectNothingLeaked, never, pause, requestTo, SECRET, verdictOf } from './asking';
import { opened, startServer } from './untilTheEnd';
import { functionsUnderProtection, n8nWay, undiciWay } from './ways';

const protective = functionsUnderProtection('10.0.0.0/8');
const quick = { timeoutMs: 200 };

/** n8n's filter without protection, with one thing changed. */
const policy = (changed: Partial<NodeEgressFilter>): NodeEgressFilter => ({
	validateUrl: async () => await Promise.resolve({ ok: true, result: undefined }),
	validateConnectionHost: () => ({ ok: true, result: undefined }),
	validateRedirectSync: () => {},
	createSecureLookup: () => lookup,
	...changed,
});

const blocked = Object.assign(new Error('blocked'), { name: 'SsrfBlockedIpError' });
type Lookup = ReturnType<NodeEgressFilter['createSecureLookup']>;
const lookupThat = (answer: (give: () => void, refuse: () => void) => void): Lookup =>
	((_: string, __: object, callback: (error: Error | null, list: object[]) => void) =>
		answer(
			() => callback(null, [{ address: '127.0.0.1', family: 4 }]),
			() => callback(blocked, []),
		)) as unknown as Lookup;

let server: TestServer;
beforeEach(async () => {
	server = await startServer({ onRequest: answering(200) });
});

const byName = (): string => `http://gateway.invalid:${server.port}`;

describe('an address that the operator does not allow', () => {
	test.each([
		undiciWay('undici', protective.getSecureEgressFilter()),
		n8nWay('n8n 2.41', 'n8n', protective),
	])('$name', async (way) => {
		const out = opened(way.open());
		const result = await out.send(requestTo(server.origin), never);
		expectNothingLeaked(result, server.origin);
		expect(verdictOf(result)).toBe('forbidden, nothing left');
		await out.close();
		expect(server.counts.connections).toBe(0);
	});
});

test.each<[string, Partial<NodeEgressFilter>, string]>([
	[
		'refuses by name',
		{ validateUrl: async () => await Promise.resolve({ ok: false, error: blocked }) },
		'forbidden, nothing left',
	],
	[
		'throws',
		{
			validateUrl: () => {
				throw blocked;
			},
		},
		'forbidden, nothing left',
	],
	[
		'cannot resolve the name',
		{ validateUrl: () => Promise.reject(Object.assign(new Error(), { code: 'ENOTFOUND' })) },
		'unreachable, nothing left',
	],
	['never decides', { validateUrl: () => new Promise(() => {}) }, 'unreachable, nothing left'],
	[
		'decides too late',
		{
			validateUrl: async () => {
				await pause(350);
				return { ok: true, result: undefined };
			},
		},
		'unreachable, nothing left',
	],
	[
		'refuses the address when connecting (the name changed its mind)',
		{ createSecureLookup: () => lookupThat((_, refuse) => refuse()) },
		'forbidden, nothing left',
	],
	[
		'never resolves',
		{ createSecureLookup: () => lookupThat(() => {}) },
		'unreachable, nothing left',
	],
	[
		'resolves too late',
		{ createSecureLookup: () => lookupThat((give) => setTimeout(give, 350)) },
		'unreachable, nothing left',
	],
	[
		'resolves',
		{ createSecureLookup: () => lookupThat((give) => setTimeout(give, 10)) },
		'answer 200',
	],
])('a policy that %s', async (_, changed, verdict) => {
	const out = opened(undiciWay('undici', policy(changed)).open());
	const result = await out.send(requestTo(byName(), quick), never);
	expect(verdictOf(result)).toBe(verdict);
	expectNothingLeaked(result, byName());
	await pause(250);
	await out.close();
	if (verdict !== 'answer 200') expect(server.heard()).not.toContain(SECRET);
});

test('it is asked before every request, with the whole address', async () => {
	const asked: string[] = [];
	const way = undiciWay(
		'undici',
		policy({
			validateUrl: async (url) => {
				asked.push(String(url));
				return await Promise.resolve({ ok: asked.length < 3, result: undefined, error: blocked });
			},
		}),
	);
	const out = opened(way.open());
	const verdicts: string[] = [];
	for (let i = 0; i < 3; i++) {
		verdicts.push(verdictOf(await out.send(requestTo(server.origin), never)));
	}
	expect(asked).toEqual(Array(3).fill(requestTo(server.origin).url));
	expect(verdicts).toEqual(['answer 200', 'answer 200', 'forbidden, nothing left']);
	await out.close();
});
