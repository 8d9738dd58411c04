/**
 * OpenWA's vectors, in the n8n that is current (`onN8n1.test.ts` runs them in n8n 1.x); and what they
 * do not reach: what to do about a refusal, the sandbox's engines, limits, extras that never answer.
 */
import { type Fault, type Sandbox, startSandbox } from '../../sandbox';
import type { OpenWaInstance } from '../../sandbox/openWa/account';
import { pressTest } from '../credentials/testing';
import { describeVectors } from '../node/describeVectors';
import { NODE, runNode } from '../node/inEngine';
import { cores, freshInstance, said, send, someItems } from '../promises/sending';
import { openWa } from './openWa.vectors';

jest.setTimeout(60_000);

describeVectors(openWa, 'n8n-core');

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

type Switches = Partial<OpenWaInstance>;
const session = (switches: Switches = {}) => freshInstance(sandbox, 'openWa', switches);
const card = { contacts: { contact: [{ phone: '+5511987654321', firstName: 'Ana' }] } };

interface Asked {
	readonly chatId?: string;
	readonly apiUrl?: string;
	readonly instance?: string;
	readonly token?: string;
	readonly quotedMessageId?: string;
}

it.each<[string, Switches, Asked, RegExp]>([
	['an unknown session', {}, { instance: 'my-shop' }, /it is the session's id, a UUID/],
	['a session that is off', { state: 'failed' }, {}, /Start the session on the server's/],
	['an engine that is not ready', { state: 'qr_ready' }, {}, /Check in WhatsApp whether/],
	['a key that may only read', { role: 'viewer' }, {}, /needs the role operator/],
	['a wrong key', {}, { token: 'wrong' }, /The token is an API key that is valid/],
	['a stranger', {}, { chatId: '5511900000000' }, /write to it once from the phone/],
	['an old quote', { forgotten: ['true_1@c.us_A'] }, { quotedMessageId: 'true_1@c.us_A' }, /whole/],
	['a pace of its owner', { pacing: 3600 }, {}, /Run the node again in 3600 seconds or later/],
	['/api in the address', {}, { apiUrl: '/api' }, /without \/api/],
])('says what to do about %s', async (_what, switches, wrong, says) => {
	const { chatId = '79001234567', quotedMessageId, apiUrl = '', ...others } = wrong;
	const credential = session(switches);
	const { execution } = await runNode({
		provider: 'openWa',
		credential: { ...credential, ...others, apiUrl: credential.apiUrl + apiUrl },
		parameters: { operation: 'sendContact', chatId, ...card, options: { quotedMessageId } },
	});
	expect(execution.error?.description).toMatch(says);
	expect(sandbox.accepted()).toEqual([]);
});

it.each(['wwebjs', 'baileys'] as const)('sends by %s, and looks up', async (engine) => {
	const credential = session({ engine });
	const options = { quotedMessageId: engine === 'baileys' ? '3EB0A' : 'false_1@c.us_3EB0A' };
	const { items } = await runNode({
		provider: 'openWa',
		credential,
		parameters: { operation: 'sendContact', chatId: '71234567890', ...card, options },
	});
	expect(items).toMatchObject([{ json: { status: 'sent', messageId: expect.any(String) } }]);
	expect(sandbox.accepted()).toMatchObject([{ cards: [{ name: 'Ana' }], ...options }]);
	const looked = await runNode({
		provider: 'openWa',
		credential,
		parameters: { operation: 'getContactInfo', chatId: '={{ $json.to }}' },
		items: [{ to: '71234567890' }, { to: '271234567890271@lid' }],
	});
	const dealer = { contactName: 'Dealer', avatarUrl: expect.stringContaining('dealer.jpg') };
	expect(looked.items).toMatchObject([
		{ json: { ...dealer, phone: '71234567890' } },
		{ json: { ...dealer, phone: '71234567890', lid: '271234567890271@lid' } },
	]);
	expect(looked.execution.hints(NODE)).toEqual([]);
});

it('takes ready in capitals for connected', async () => {
	await expect(pressTest('openWa', session({ state: 'READY' }))).resolves.toMatchObject({
		status: 'OK',
	});
});

it('does not take a key of one session for another’s', async () => {
	const { instance } = session();
	const { status, message } = await pressTest('openWa', { ...session(), instance });
	expect(status).toBe('Error');
	expect(message).toMatch(/API key not authorized for this session/);
});

describe('limits', () => {
	it.each(cores)('are kept by all sessions of a server, in %s', async (core) => {
		const rateLimits = [10, 100, 1000] as const;
		const { apiUrl, ...first } = session({ rateLimits });
		// The server counts the client, whichever session it asks for.
		const results = await Promise.all(
			[someItems(12), someItems(13)].map((items) =>
				send({
					gateway: 'openWa',
					credential: { ...first, apiUrl },
					items,
					core,
					options: { concurrency: 64, maxRetries: 5 },
				}),
			),
		);
		const verdicts = results.flatMap((result) => said(result));
		expect(verdicts.map(({ is }) => is)).toEqual(Array(25).fill('accepted'));
		const starts = sandbox.requests().map(({ at }) => at);
		expect(Math.max(...starts) - Math.min(...starts)).toBeGreaterThan(2000);
	});

	it.each([false, true])('are waited for where they are lower (older: %s)', async (older) => {
		const credential = session({ rateLimits: [1, 100, 1000], older });
		const mode = 'continueRegularOutput';
		const items = someItems(3);
		const result = await send({
			...{ gateway: 'openWa', credential, items, mode },
			options: { maxRetries: 5 },
		});
		expect(said(result).map(({ is }) => is)).toEqual(Array(3).fill('accepted'));
		expect(sandbox.counts().statuses['429']).toBeGreaterThan(0);
	});

	it('of an hour are not waited for, and told', async () => {
		const credential = session({ rateLimits: [10, 100, 1], older: true });
		const mode = 'continueRegularOutput';
		const { items } = await send({
			...{ gateway: 'openWa', credential, items: someItems(2), mode },
			options: { maxRetries: 5 },
		});
		expect(items[1]?.json.error).toMatchObject({
			code: 'RATE_LIMITED',
			delivery: 'notSent',
			message: expect.stringContaining('asks to wait 3600 seconds'),
		});
	});
});

const faults: Fault[] = [
	{ kind: 'close', when: 'before' },
	{ kind: 'close', when: 'midBody' },
	{ kind: 'hang', when: 'before' },
	{ kind: 'drip' },
	{ kind: 'huge', bytes: 6_000_000 },
	{ kind: 'redirect' },
];

it.each(cores.flatMap((core) => faults.map((fault) => [core, fault] as const)))(
	'%s: a look-up does without extras after %j',
	async (core, fault) => {
		sandbox.plan(
			['contacts/profile-picture', 'contacts/phone'].map((method) => ({
				match: { method },
				fault,
			})),
		);
		const { execution, items } = await runNode(
			{
				provider: 'openWa',
				credential: session(),
				parameters: {
					operation: 'getContactInfo',
					chatId: '271234567890271@lid',
					options: { maxRetries: 0, timeout: 1000 },
				},
			},
			core,
		);
		expect(items).toMatchObject([{ json: { name: 'Dealer', phone: null, avatarUrl: null } }]);
		expect(execution.hints(NODE)).toMatchObject([
			expect.stringContaining('the phone number of 1 privacy ID'),
			expect.stringContaining('the picture of 1 contact'),
		]);
	},
);
