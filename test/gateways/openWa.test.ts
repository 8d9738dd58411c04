/**
 * OpenWA's vectors, in the n8n that is current (`onN8n1.test.ts` runs them in n8n 1.x); and what they
 * do not reach: what to do about a refusal, the sandbox's engines, limits, extras that never answer.
 */
import type { Sandbox } from '../../sandbox';
import type { OpenWaInstance } from '../../sandbox/openWa/account';
import { pressTest } from '../credentials/testing';
import { describeVectors } from '../node/describeVectors';
import { NODE, runNode } from '../node/inEngine';
import { cores, freshInstance, said, send, someItems, withSandbox } from '../promises/sending';
import { describeFailingExtras } from './failingExtras';
import { openWa } from './openWa.vectors';

describeVectors(openWa, 'n8n-core');

type Switches = Partial<OpenWaInstance>;
const session = (sandbox: Sandbox, switches: Switches = {}) =>
	freshInstance(sandbox, 'openWa', switches);
const card = { contacts: { contact: [{ phone: '+5511987654321', firstName: 'Ana' }] } };

interface Asked {
	readonly chatId?: string;
	readonly apiUrl?: string;
	readonly instance?: string;
	readonly token?: string;
	readonly quotedMessageId?: string;
}

it.concurrent.each<[string, Switches, Asked, RegExp]>([
	['an unknown session', {}, { instance: 'my-shop' }, /it is the session's id, a UUID/],
	['a session that is off', { state: 'failed' }, {}, /Start the session on the server's/],
	['an engine that is not ready', { state: 'qr_ready' }, {}, /Check in WhatsApp whether/],
	['a key that may only read', { role: 'viewer' }, {}, /needs the role operator/],
	['a wrong key', {}, { token: 'wrong' }, /The token is an API key that is valid/],
	['a stranger', {}, { chatId: '5511900000000' }, /write to it once from the phone/],
	['an old quote', { forgotten: ['true_1@c.us_A'] }, { quotedMessageId: 'true_1@c.us_A' }, /whole/],
	['a pace of its owner', { pacing: 3600 }, {}, /Run the node again in 3600 seconds or later/],
	['/api in the address', {}, { apiUrl: '/api' }, /without \/api/],
])(
	'says what to do about %s',
	withSandbox(async (sandbox, _what, switches, wrong, says) => {
		const { chatId = '79001234567', quotedMessageId, apiUrl = '', ...others } = wrong;
		const credential = session(sandbox, switches);
		const { execution } = await runNode({
			provider: 'openWa',
			credential: { ...credential, ...others, apiUrl: credential.apiUrl + apiUrl },
			parameters: { operation: 'sendContact', chatId, ...card, options: { quotedMessageId } },
		});
		expect(execution.error?.description).toMatch(says);
		expect(sandbox.accepted()).toEqual([]);
	}),
);

it.concurrent.each(['wwebjs', 'baileys'] as const)(
	'sends by %s, and looks up',
	withSandbox(async (sandbox, engine) => {
		const credential = session(sandbox, { engine });
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
	}),
);

it.concurrent(
	'takes ready in capitals for connected',
	withSandbox(async (sandbox) => {
		await expect(pressTest('openWa', session(sandbox, { state: 'READY' }))).resolves.toMatchObject({
			status: 'OK',
		});
	}),
);

it.concurrent(
	'does not take a key of one session for another’s',
	withSandbox(async (sandbox) => {
		const { instance } = session(sandbox);
		const { status, message } = await pressTest('openWa', { ...session(sandbox), instance });
		expect(status).toBe('Error');
		expect(message).toMatch(/API key not authorized for this session/);
	}),
);

describe('limits', () => {
	it.concurrent.each(cores)(
		'are kept by all sessions of a server, in %s',
		withSandbox(async (sandbox, core) => {
			const rateLimits = [10, 100, 1000] as const;
			const { apiUrl, ...first } = session(sandbox, { rateLimits });
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
		}),
	);

	it.concurrent.each([false, true])(
		'are waited for where they are lower (older: %s)',
		withSandbox(async (sandbox, older) => {
			const credential = session(sandbox, { rateLimits: [1, 100, 1000], older });
			const mode = 'continueRegularOutput';
			const items = someItems(3);
			const result = await send({
				...{ gateway: 'openWa', credential, items, mode },
				options: { maxRetries: 5 },
			});
			expect(said(result).map(({ is }) => is)).toEqual(Array(3).fill('accepted'));
			expect(sandbox.counts().statuses['429']).toBeGreaterThan(0);
		}),
	);

	it.concurrent(
		'of an hour are not waited for, and told',
		withSandbox(async (sandbox) => {
			const credential = session(sandbox, { rateLimits: [10, 100, 1], older: true });
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
		}),
	);
});

describeFailingExtras({
	gateway: 'openWa',
	chatId: '271234567890271@lid',
	methods: ['contacts/profile-picture', 'contacts/phone'],
	gives: { name: 'Dealer', phone: null, avatarUrl: null },
	hints: ['the phone number of 1 privacy ID', 'the picture of 1 contact'],
});
