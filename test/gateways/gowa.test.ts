/**
 * GOWA's vectors, in the n8n that is current (`onN8n1.test.ts` runs them in n8n 1.x); and what they
 * do not reach: what to do about a refusal, a server without users, pictures that never come.
 */
import { type Sandbox, startSandbox } from '../../sandbox';
import type { GowaInstance } from '../../sandbox/gowa/account';
import { describeVectors } from '../node/describeVectors';
import { NODE, runNode } from '../node/inEngine';
import { cores } from '../promises/sending';
import { describeFailingExtras } from './failingExtras';
import { gowa } from './gowa.vectors';

describeVectors(gowa, 'n8n-core');

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

type Switches = Partial<GowaInstance>;

let devices = 0;
const device = (switches: Switches = {}) =>
	sandbox.addInstance({
		provider: 'gowa',
		instance: `device ${devices++}`,
		token: 'keeper:of-the-shop',
		...switches,
	});

const card = { contacts: { contact: [{ phone: '+5511987654321', firstName: 'Ana' }] } };

it.each<[string, Switches, { chatId?: string; instance?: string; token?: string }, RegExp]>([
	['an unknown device', {}, { instance: 'nobody' }, /Check the device's id in the credential/],
	['a wrong pair', {}, { token: 'keeper:wrong' }, /as user:password.*only where the server has/],
	['no pair where one is asked for', {}, { token: '' }, /as user:password/],
	['a device that is logged out', { state: 'loggedOut' }, {}, /Log the device in/],
	['a device without a connection', { state: 'disconnected' }, {}, /or reconnect it/],
	['an account that may not begin chats', { timelocked: true }, {}, /new chats.*hours or days/],
	['a stranger', {}, { chatId: '5511900000000' }, /says the same when its question to WhatsApp/],
	['a question that failed', { questionsFail: true }, {}, /so try again if you are sure of it/],
	[
		'a number that the library does not find',
		{ accountValidation: false },
		{ chatId: '5511900000000' },
		/country code; in Brazil try it with or without the ninth digit/,
	],
])(
	'says what to do about %s',
	async (_what, switches, { chatId = '79001234567', ...wrong }, says) => {
		const { execution } = await runNode({
			provider: 'gowa',
			credential: { ...device(switches), ...wrong },
			parameters: { operation: 'sendContact', chatId, ...card },
		});
		expect(execution.error?.description).toMatch(says);
		expect(execution.error?.description).toMatch(/^0 accepted, 0 in doubt/);
		expect(sandbox.accepted()).toEqual([]);
	},
);

it('does not ask an account that may not begin chats again', async () => {
	await runNode({
		provider: 'gowa',
		credential: device({ timelocked: true }),
		parameters: { operation: 'sendContact', chatId: '79001234567', ...card },
	});
	expect(sandbox.requests()).toHaveLength(1);
});

it('says of ignoreSslIssues what it is', async () => {
	const { execution } = await runNode({
		provider: 'gowa',
		credential: { ...device(), ignoreSslIssues: 'no' },
		parameters: { operation: 'sendContact', chatId: '79001234567', ...card },
	});
	expect(execution.error?.message).toMatch(/^credential\.ignoreSslIssues: is not a yes or no/);
});

describe.each(cores)('in %s', (core) => {
	it.each([undefined, '', '  '])('speaks to a server without users (token %j)', async (token) => {
		const credential = { ...device({ token: '' }), token };
		const { items, execution } = await runNode(
			{
				provider: 'gowa',
				credential,
				parameters: { operation: 'sendContact', chatId: '79001234567', ...card },
			},
			core,
		);
		expect(execution.error).toBeUndefined();
		expect(items).toMatchObject([{ json: { status: 'sent', messageId: expect.any(String) } }]);
		expect(sandbox.requests()[0]?.headers.authorization).toBeUndefined();
		expect(sandbox.accepted()).toMatchObject([
			{ chatId: '79001234567@s.whatsapp.net', cards: [{ name: 'Ana' }], undocumentedKeys: [] },
		]);
	});

	it('looks up all that there is', async () => {
		const { items, execution } = await runNode(
			{
				provider: 'gowa',
				credential: device(),
				parameters: {
					operation: 'getContactInfo',
					chatId: '71234567890',
					options: { extraDetails: ['registration', 'businessProfile'] },
				},
			},
			core,
		);
		expect(execution.error).toBeUndefined();
		expect(items).toMatchObject([
			{
				json: {
					...{ chatId: '71234567890@s.whatsapp.net', phone: '71234567890', exists: true },
					...{ lid: '271234567890271@lid', name: 'Dealer', about: 'Open every day' },
					...{ isBusiness: true, email: '24service@tt.tt', category: 'Automotive Dealership' },
					...{ address: '1 Garage Street', avatarUrl: expect.stringContaining('dealer.jpg') },
				},
			},
		]);
		expect(execution.hints(NODE)).toEqual([]);
	});
});

describeFailingExtras({
	gateway: 'gowa',
	chatId: '71234567890',
	methods: ['user/avatar'],
	gives: { name: 'Dealer', avatarUrl: null },
	hints: ['the picture of 1 contact'],
});
