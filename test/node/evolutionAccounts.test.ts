/** Look-ups of accounts with an extra digit, over every version of Evolution API's server. */
import { type Credential, type Sandbox, startSandbox } from '../../sandbox';
import { runNode } from './inEngine';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

const servers = ['1.8.2', '2.2.3', '2.3.6', '2.3.7', '2.4.0-rc2'] as const;
const named = (version: (typeof servers)[number]): Credential =>
	version === '1.8.2'
		? sandbox.credentials.evolutionV1
		: sandbox.addInstance({ provider: 'evolutionV2', instance: version, token: 'SBX-7', version });

/** Asked, and the number under which WhatsApp knows the account. */
const accounts = [
	['5215512345678', '5215512345678'],
	['5215598765432', '525598765432'],
	['5491123456789', '5491123456789'],
	['541123456789', '5491123456789'],
	['5531987650001', '5531987650001'],
	['553187650001', '5531987650001'],
	['5531998296801', '553198296801'],
	['5521987654321', '5521987654321'],
	['552187654321', '5521987654321'],
	['79001234567', '79001234567'],
] as const;

describe.each(servers)('Evolution API %s', (version) => {
	const lookUp = async (chatId: string) => {
		sandbox.reset();
		const { items, failed } = await runNode({
			provider: 'evolutionApi',
			credential: { ...named(version) },
			parameters: {
				operation: 'getContactInfo',
				chatId,
				options: { extraDetails: ['businessProfile', 'registration'] },
			},
			settings: { onError: 'continueErrorOutput' },
		});
		return { items: items.map(({ json }) => json), failed: failed.map(({ json }) => json) };
	};

	it.each(accounts)('is asked for %s and finds %s', async (chatId, phone) => {
		const { items, failed } = await lookUp(chatId);
		expect(failed).toEqual([]);
		expect(items).toMatchObject([{ chatId, phone, exists: true }]);
	});

	it('gives the business profile of the account that was found', async () => {
		const { items } = await lookUp('5531987650001');
		expect(items).toMatchObject([{ name: 'Beatriz Lima', isBusiness: true, category: 'Bakery' }]);
	});

	it.each(['5531987650000', '5215512340000', '79001230000'])('has nobody at %s', async (chatId) => {
		const { items, failed } = await lookUp(chatId);
		expect(failed).toEqual([]);
		expect(items).toMatchObject([{ chatId, phone: chatId, exists: false, name: null }]);
		// A number whose digits no version cuts costs no second question.
		expect(sandbox.requests()).toHaveLength(chatId.startsWith('7') ? 1 : 2);
	});
});
