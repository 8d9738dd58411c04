/**
 * A secret may be any word, even one that the gateway's answers are made of (`id`, `error`): what is
 * replaced is replaced on the way out, so an accepted card stays accepted and a refusal a refusal.
 */
import type { IDataObject } from 'n8n-workflow';
import { type Sandbox, startSandbox } from '../../sandbox';
import { kits } from '../gateways';
import { cores, freshInstance, gateways, said, send, someItems, unhurried } from './sending';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox(unhurried);
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

/** All keys of a value, at any depth. */
function keysOf(value: unknown): string[] {
	if (typeof value !== 'object' || value === null) return [];
	const own = Array.isArray(value) ? [] : Object.keys(value);
	return [...own, ...Object.values(value).flatMap(keysOf)];
}

describe.each(cores)('in %s', (core) => {
	test.each(gateways)('the keys of an answer may be the secret (%s)', async (gateway) => {
		const { fixed } = kits[gateway].credential;
		const sendWith = async (token?: string, simplify = true) =>
			await send({
				...{ gateway, core, items: someItems(1), mode: 'continueRegularOutput' },
				credential: { ...freshInstance(sandbox, gateway, token ? { token } : {}), ...fixed },
				parameters: { simplify },
			});
		const raw = await sendWith(undefined, false);
		const keys = [...new Set([...keysOf(raw.items[0]?.json), 'id', 'error', 'message', 'status'])];
		expect(keys.length).toBeGreaterThan(3);
		for (const key of keys) {
			const result = await sendWith(key);
			expect({ key, is: said(result)[0]?.is }).toEqual({ key, is: 'accepted' });
			const { messageId, queueId } = result.items[0]?.json ?? {};
			expect(String(messageId ?? queueId)).toMatch(/\w{4}/);
			const rawWith = await sendWith(key, false);
			expect(said({ ...rawWith, items: [] })).toEqual([]);
			expect(JSON.stringify(rawWith.items[0]?.json)).not.toContain(`"${key}"`);
		}
		for (const key of ['error', 'message', 'response']) {
			const credential = { ...freshInstance(sandbox, gateway, { token: key }), ...fixed };
			sandbox.plan([
				{ fault: { kind: 'answer', status: 401, body: { error: 'no', message: 'no' } } },
			]);
			const { items } = await send({
				...{ gateway, core, credential, items: someItems(1), mode: 'continueRegularOutput' },
			});
			const error = items[0]?.json.error as IDataObject;
			expect(error).toMatchObject({ code: 'UNAUTHORIZED', delivery: 'notSent', httpStatus: 401 });
			sandbox.plan([]);
		}
	});
});
