/**
 * WAHA's vectors, in the n8n that is current (`onN8n1.test.ts` runs them in n8n 1.x); and what they
 * do not reach: what to do about a refusal, the sandbox's engines, extras that never answer.
 */
import { type Sandbox, startSandbox } from '../../sandbox';
import type { WahaInstance } from '../../sandbox/waha/account';
import { describeVectors } from '../node/describeVectors';
import { NODE, runNode } from '../node/inEngine';
import { describeFailingExtras } from './failingExtras';
import { waha } from './waha.vectors';

describeVectors(waha, 'n8n-core');

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

type Switches = Partial<WahaInstance>;

let sessions = 0;
const session = (switches: Switches = {}) =>
	sandbox.addInstance({
		provider: 'waha',
		instance: `s${sessions++}`,
		token: 'a-key',
		...switches,
	});

const card = { contacts: { contact: [{ phone: '+5511987654321', firstName: 'Ana' }] } };

it.each<[string, Switches, { chatId?: string; instance?: string; token?: string }, RegExp]>([
	[
		'a server before WEBJS sent cards',
		{ engine: 'WEBJS', withoutWebjsCards: true },
		{},
		/Update WAHA to 2025\.9\.5 or newer, or use NOWEB or GOWS/,
	],
	['an unknown session', {}, { instance: 'nobody' }, /Check the session's name/],
	['a key that may only read', { scopes: ['read'] }, {}, /this API key .* may send and read/],
	['a wrong key', {}, { token: 'wrong' }, /The token is the server's API key/],
	['a passkey', { state: 'PASSKEY_REQUIRED' }, {}, /Open WhatsApp on the phone and confirm/],
	['a stranger', { checksNumbers: true }, { chatId: '5511900000000' }, /country code/],
])(
	'says what to do about %s',
	async (_what, switches, { chatId = '79001234567', ...wrong }, says) => {
		const { execution } = await runNode({
			provider: 'waha',
			credential: { ...session(switches), ...wrong },
			parameters: { operation: 'sendContact', chatId, ...card },
		});
		expect(execution.error?.description).toMatch(says);
		expect(sandbox.accepted()).toEqual([]);
	},
);

it.each(['NOWEB', 'GOWS', 'WEBJS', 'WPP'] as const)('sends by %s, and looks up', async (engine) => {
	const credential = session({ engine });
	const { items } = await runNode({
		provider: 'waha',
		credential,
		parameters: { operation: 'sendContact', chatId: '71234567890', ...card },
	});
	expect(items).toMatchObject([{ json: { status: 'sent', messageId: expect.any(String) } }]);
	expect(sandbox.accepted()).toMatchObject([{ cards: [{ name: 'Ana' }], undocumentedKeys: [] }]);
	const looked = await runNode({
		provider: 'waha',
		credential,
		parameters: { operation: 'getContactInfo', chatId: '71234567890' },
	});
	const about = engine === 'NOWEB' || engine === 'GOWS' ? null : 'Open every day';
	expect(looked.items).toMatchObject([{ json: { contactName: 'Dealer', about } }]);
	expect(looked.execution.hints(NODE)).toEqual([]);
});

describeFailingExtras({
	gateway: 'waha',
	settings: { engine: 'WEBJS' },
	chatId: '71234567890',
	methods: ['contacts/profile-picture', 'contacts/about'],
	gives: { name: 'Dealer', isBusiness: true, avatarUrl: null, about: null },
	hints: ['the picture of 1 contact', 'the about text of 1 contact'],
});
