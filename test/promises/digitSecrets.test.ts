/**
 * Secrets of digits only, which a gateway gives back as a JSON number: JavaScript then shows other
 * digits, or an exponent, and none of them may come out, with Simplify on or off.
 */
import type { INodeParameters } from 'n8n-workflow';
import type { Fault, Sandbox } from '../../sandbox';
import { kits } from '../gateways';
import { NODE, runNode } from '../node/inEngine';
import {
	cores,
	freshInstance,
	type Gateway,
	gateways,
	someItems,
	unhurried,
	withSandbox,
} from './sending';

/** Exact in JavaScript, rounded, and with an exponent. */
const secrets = ['4938271605', '49382716058372615', '4938271605837261549382716'];

/** JSON by hand: no other program would write the digits as they are. */
const bodies = (n: string, phone: string): ReadonlyArray<readonly [number, string]> => [
	[
		200,
		`{"chatId":"${phone}@c.us","name":"Ana","lastSeen":${n},"muteExpiration":${n},"messageExpiration":${n},
		"products":[{"id":${n},"name":"x","price":${n},"reviewStatus":{"whatsapp":"${n}"}}],
		"wuid":"${phone}@s.whatsapp.net","numberExists":true,"picture":${n},"phone":"${phone}","number":${n},
		"id":"${phone}@c.us","idMessage":"x","messageId":"x","key":{"id":"x","n":${n}},"deep":[[{"n":${n},"${n}":1}]]}`,
	],
	[201, `{"key":{"id":"x"},"status":"PENDING","messageTimestamp":${n},"id":"x","n":${n}}`],
	[200, `[{"jid":"${phone}@s.whatsapp.net","exists":true,"number":"${phone}","lastSeen":${n}}]`],
	[201, `{"message":"(#1) ${n}","code":${n},"type":"x","fbtrace_id":${n},"error_data":{"n":${n}}}`],
	[201, `{"message":${n},"code":${n},"type":"x","error_subcode":${n}}`],
	[400, `{"status":400,"response":{"message":[{"exists":false,"number":${n},"jid":${n}}]}}`],
	[400, `{"status":400,"response":{"message":[["requires ${n}"]]}}`],
	[400, `{"status":${n},"error":${n},"response":{"message":["x ${n}",${n}]}}`],
	[404, `{"status":404,"response":{"message":["The instance ${n} does not exist"]}}`],
	[422, `{"status":${n},"message":${n}}`],
	[500, `{"exception":{"message":"at ${n}"},"code":${n}}`],
	[500, `{"message":"{\\"token\\":${n}}","error":${Number(n)}}`],
	[500, `failed with ${Number(n)} (${n})`],
];

/** The answer that is a contact, and three others, for look-ups that go out once a second. */
const few = [0, 4, 8, 12];

/** Who asks whom. */
interface Asking {
	readonly sandbox: Sandbox;
	readonly gateway: Gateway;
	readonly core: string;
	readonly token: string;
}

/** Every answer in turn; of look-ups that are slow each has an instance, and so a second, of its own. */
async function meetAll(asking: Asking, more: INodeParameters) {
	if (more.operation === 'sendContact' || kits[asking.gateway].rates.lookUpsPerSecond !== 1) {
		return await meet(asking, more);
	}
	const met = [];
	for (const at of few) met.push((await meet(asking, more, at)).all);
	return { all: met.join('') };
}

async function meet({ sandbox, gateway, core, token }: Asking, more: object, only?: number) {
	const { provider, credential: account, person } = kits[gateway];
	const count = only === undefined ? bodies(token, '').length : 1;
	const chats = someItems(count).map(({ to }) => to);
	sandbox.reset();
	sandbox.plan(
		chats.map((to, at): { match: object; fault: Fault } => {
			const [status, body] = bodies(token, to)[only ?? at] ?? [500, ''];
			const headers = { 'content-type': 'application/json' };
			return { match: { chatId: person(to) }, fault: { kind: 'answer', status, body, headers } };
		}),
	);
	const { execution } = await runNode(
		{
			provider,
			credential: {
				...freshInstance(sandbox, gateway, { token, ...account.fixed }),
				...account.fixed,
			},
			parameters: {
				...{ chatId: '={{ $json.to }}', options: { maxRetries: 0, concurrency: 8 } },
				...more,
			},
			items: chats.map((to) => ({ to })),
			settings: { onError: 'continueRegularOutput' },
		},
		core,
	);
	const struck = Object.values(sandbox.counts().faults).reduce((sum, each) => sum + each, 0);
	expect(struck).toBeGreaterThanOrEqual(count);
	const outputs = execution.outputs(NODE).flat();
	expect(outputs).toHaveLength(count);
	return { outputs, all: JSON.stringify([outputs, execution.hints(NODE), execution.error]) };
}

/** Its first digits, with and without a dot behind the first, say which number it was. */
function expectNone(text: string, token: string): void {
	const digits = token.slice(0, 12);
	for (const form of [digits, `${digits.slice(0, 1)}.${digits.slice(1)}`, String(Number(token))]) {
		const at = text.indexOf(form);
		if (at >= 0) throw new Error(`Leaked: …${text.slice(Math.max(0, at - 150), at + 100)}…`);
	}
}

describe.each(cores)('in %s', (core) => {
	describe.each(gateways)('%s', (gateway) => {
		test.concurrent.each(secrets)(
			'a send shows nothing of %s',
			withSandbox(async (sandbox, token) => {
				for (const simplify of [true, false]) {
					const { all } = await meetAll(
						{ sandbox, gateway, core, token },
						{
							...{ operation: 'sendContact', simplify },
							contacts: { contact: [{ phone: '+5511987654321', firstName: 'Ana' }] },
						},
					);
					expectNone(all, token);
					expect(all).toContain('[redacted]');
				}
			}, unhurried),
		);

		test.concurrent.each(secrets)(
			'a look-up shows nothing of %s',
			withSandbox(async (sandbox, token) => {
				for (const simplify of [true, false]) {
					const { all } = await meetAll(
						{ sandbox, gateway, core, token },
						{
							operation: 'getContactInfo',
							simplify,
						},
					);
					expectNone(all, token);
					expect(all).toContain('[redacted]');
				}
			}, unhurried),
		);
	});

	test.concurrent(
		'GREEN-API’s lastSeen and a product’s id are redacted, and nothing else is',
		withSandbox(async (sandbox) => {
			for (const token of secrets) {
				for (const simplify of [true, false]) {
					const asking = { sandbox, gateway: 'greenApi', core, token } as const;
					const { outputs } = await meet(asking, { operation: 'getContactInfo', simplify }, 0);
					expect(outputs[0]?.json).toMatchObject({
						...{ name: 'Ana', lastSeen: '[redacted]', muteExpiration: '[redacted]' },
						products: [{ id: '[redacted]', name: 'x' }],
					});
				}
			}
		}, unhurried),
	);
});
