// Which request a plan chooses.

import { gateways, kits } from '../gateways';
import { startSandbox, type Plan, type Rule, type Sandbox } from '../../sandbox';
import { ask, PLUGZ_BODY, plugzUrl } from './wire';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
afterEach(() => sandbox.reset());

const BROKEN = { kind: 'answer', status: 503 } as const;

/** Sends one card per name, one after the other, and lists the statuses. */
async function statuses(plan: Plan | Rule[], names: string[], phone = '5511999999999') {
	sandbox.plan(plan);
	const seen = [];
	for (const contactName of names) {
		const body = { ...PLUGZ_BODY, phone, contactName };
		const url = plugzUrl(sandbox.credentials.plugzApi, 'send-contact');
		seen.push((await ask(url, { body })).status);
	}
	return seen;
}

it('counts matching requests and stops after its times', async () => {
	const nth = [{ match: { nth: [2, 4] }, fault: BROKEN }];
	expect(await statuses(nth, ['a', 'b', 'c', 'd'])).toEqual([200, 503, 200, 503]);
	expect(await statuses([{ fault: BROKEN, times: 2 }], ['a', 'b', 'c'])).toEqual([503, 503, 200]);
});

it('counts the tries of each message on its own', async () => {
	const plan: Rule[] = [{ match: { nth: [1], per: 'message' }, fault: BROKEN }];
	expect(await statuses(plan, ['a', 'b', 'a', 'b', 'a'])).toEqual([503, 503, 200, 200, 200]);
});

it('matches by marker, chat, method, instance, provider and operation', async () => {
	const { instance } = sandbox.credentials.plugzApi;
	const matches: Array<[Rule['match'], number]> = [
		[{ marker: 'a' }, 503],
		[{ marker: 'z' }, 200],
		[{ chatId: '5511999999999' }, 503],
		[{ chatId: '1' }, 200],
		[{ method: 'send-contact', instance, provider: 'plugzApi', operation: 'send' }, 503],
		[{ method: 'send-contacts' }, 200],
		[{ instance: 'x' }, 200],
		[{ provider: 'greenApi' }, 200],
		[{ operation: 'read' }, 200],
	];
	for (const [match, status] of matches) {
		expect(await statuses([{ match, fault: BROKEN }], ['a'])).toEqual([status]);
	}
});

it.each(gateways)('knows the chat of a look-up by its address, %s', async (gateway) => {
	const { accounts, lookUpsByAddress } = kits[gateway];
	const credential = sandbox.credentials[accounts[0]];
	const { headers, lookUps } = lookUpsByAddress(credential);
	for (const { path, chatId } of lookUps) {
		const look = async () => (await ask(`${credential.apiUrl}${path}`, { headers })).status;
		sandbox.plan([{ match: { chatId: '5511888888888' }, fault: BROKEN }]);
		expect(await look()).toBe(200);
		sandbox.plan([{ match: { chatId }, fault: BROKEN }]);
		expect(await look()).toBe(503);
	}
});

it('lets the first rule that fires decide', async () => {
	const plan: Rule[] = [
		{ match: { marker: 'b' }, fault: { kind: 'answer', status: 500 } },
		{ fault: BROKEN },
	];
	expect(await statuses(plan, ['a', 'b'])).toEqual([503, 500]);
});

it('refuses words that plans do not have', () => {
	const unknown = (plan: unknown) => () => sandbox.plan(plan as Plan);
	expect(unknown([{ fault: { kind: 'hangs' } }])).toThrow('A plan has no fault "hangs"');
	expect(unknown([{ match: { chatid: '1' }, fault: BROKEN }])).toThrow('no match key "chatid"');
	expect(unknown({ random: { rate: 1, seed: 1, faults: [{ kind: 'x' }] } })).toThrow('"x"');
	expect(unknown({ rule: [] })).toThrow('no plan key "rule"');
});

describe('a random share', () => {
	const names = Array.from({ length: 300 }, (_one, index) => `card ${index}`);
	const random = { rate: 0.2, seed: 7, faults: [BROKEN, { ...BROKEN, status: 500 }] };

	it('is about as large as asked, with every fault in it', async () => {
		const seen = await statuses({ random }, names);
		const broken = seen.filter((status) => status !== 200);
		expect(broken.length).toBeGreaterThan(30);
		expect(broken.length).toBeLessThan(90);
		expect(new Set(broken)).toEqual(new Set([503, 500]));
	});

	it('falls on the same requests in any order, and on others with another seed', async () => {
		const few = names.slice(0, 60);
		const once = await statuses({ random }, few);
		const reversed = await statuses({ random }, [...few].reverse());
		expect(reversed.reverse()).toEqual(once);
		expect(await statuses({ random: { ...random, seed: 8 } }, few)).not.toEqual(once);
	});

	it('draws anew for every try of a message', async () => {
		const half = { ...random, rate: 0.5 };
		expect(new Set(await statuses({ random: half }, Array<string>(12).fill('same')))).toContain(
			200,
		);
	});
});
