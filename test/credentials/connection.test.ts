/** The Test button of each credential, in n8n's own context, against the sandbox. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Credential, type Sandbox, startSandbox } from '../../sandbox';
import { type Account, gateways, type Kit, kits, providerKits, tokenWith } from '../gateways';
import { letGoOf } from '../node/letGo';
import { contextOf, contextUnderProtection, pressTest } from './testing';

let sandbox: Sandbox;
beforeEach(async () => {
	sandbox = await startSandbox();
});
afterEach(() => sandbox.close());
afterAll(() => letGoOf('n8n-core-1'));

const all: readonly Kit[] = gateways.map((gateway) => kits[gateway]);
/** Some gateways have several accounts. */
const accounts = all.flatMap((kit): readonly Account[] => kit.accounts);

function kitOfAccount(account: Account): Kit {
	const kit = all.find((each) => each.accounts.includes(account));
	if (!kit) throw new Error(`There is no kit of ${account}`);
	return kit;
}

const providerOfAccount = (account: Account) => kitOfAccount(account).provider;

/** A test that fails, in words; secrets and cards have no place in them. */
async function complaint(
	account: Account,
	changed: Partial<Credential> = {},
	context = contextOf('n8n-core'),
): Promise<string> {
	const credential = { ...sandbox.credentials[account], ...changed };
	const { status, message } = await pressTest(providerOfAccount(account), credential, context);
	expect(status).toBe('Error');
	expect(message).not.toMatch(/\bcards?\b|\barrived\b/i);
	for (const secret of [credential.token, credential.clientToken]) {
		if (secret && secret.length > 3) expect(message).not.toContain(secret);
	}
	return message;
}

describe('a connected instance', () => {
	it.each(accounts)('passes: %s', async (account) => {
		const credential = sandbox.credentials[account];
		for (const core of ['n8n-core', 'n8n-core-1'] as const) {
			await expect(
				pressTest(providerOfAccount(account), credential, contextOf(core)),
			).resolves.toEqual({
				status: 'OK',
				message: 'Connected',
			});
			// The test itself may have a rate.
			sandbox.reset();
		}
	});

	it('passes behind a path, with slashes at the end', async () => {
		const { greenApi } = sandbox.credentials;
		const credential = { ...greenApi, apiUrl: `${greenApi.apiUrl}///` };
		await expect(pressTest('greenApi', credential)).resolves.toMatchObject({ status: 'OK' });
	});
});

describe('every other state says what to do', () => {
	const states = all.flatMap((kit) =>
		kit.states.map(([switches, words]) => [kit.accounts[0], switches, words] as const),
	);
	it.each(states)('%s %j', async (account, switches, words) => {
		const { instance } = sandbox.credentials[account];
		sandbox.changeInstance(kitOfAccount(account).gateway, instance, switches);
		await expect(complaint(account)).resolves.toMatch(words);
	});

	it('passes where PlugzAPI names an error beside connected: true', async () => {
		const { instance } = sandbox.credentials.plugzApi;
		const switches = { connected: true, smartphoneConnected: false };
		sandbox.changeInstance('plugzApi', instance, switches);
		await expect(pressTest('plugzApi', sandbox.credentials.plugzApi)).resolves.toEqual({
			status: 'OK',
			message: 'Connected',
		});
	});
});

describe('a wrong credential', () => {
	it.each(accounts)('has a wrong token: %s', async (account) => {
		const message = await complaint(account, {
			token: tokenWith(kitOfAccount(account), 'WRONG-TOKEN-0000'),
		});
		expect(message).toMatch(/refused the instance or the token.*\. (Check|Copy) .*credential/);
	});

	it.each(accounts)('names an unknown instance: %s', async (account) => {
		const message = await complaint(account, { instance: '9999999999' });
		expect(message).toMatch(/refused the instance or the token.*\. Check .*credential/);
	});

	it('lacks the client token, or has a wrong one', async () => {
		for (const clientToken of [undefined, 'WRONG-CLIENT-TOKEN']) {
			const message = await complaint('plugzApiClientToken', { clientToken });
			expect(message).toMatch(/\. Copy the account's security token into Client Token/);
		}
	});

	it.each<[Partial<Record<keyof Credential, unknown>>, RegExp]>([
		[{ apiUrl: '' }, /^apiUrl: is empty\./],
		[{ apiUrl: 'api.example.com' }, /^apiUrl: is not a web address\./],
		[{ apiUrl: 'ftp://api.example.com' }, /^apiUrl: does not begin with https:\/\//],
		[{ apiUrl: 'https://a:b@api.example.com' }, /^apiUrl: has a user name or password/],
		[{ apiUrl: 'https://api.example.com?x=1' }, /^apiUrl: has a \? or #/],
		[{ apiUrl: 'https://api.example.com/#x' }, /^apiUrl: has a \? or #/],
		[{ instance: ' ' }, /^instance: is empty\./],
		[{ instance: '..' }, /^instance: is only dots\./],
		[{ token: 'abc\ndef' }, /^token: has a line break/],
		[{ token: 'k'.repeat(4000) }, /^token: is longer than 1000 characters/],
		[{ instance: '7'.repeat(1001) }, /^instance: is longer than 1000 characters/],
	])('is refused before any request: %j', async (changed, words) => {
		for (const account of accounts) {
			await expect(complaint(account, changed as Partial<Credential>)).resolves.toMatch(words);
		}
		expect(sandbox.requests()).toEqual([]);
	});
});

describe('no token', () => {
	const needing = accounts.filter((account) => kitOfAccount(account).tokenIn !== 'basic');
	it.each(needing)('is refused before any request: %s', async (account) => {
		await expect(complaint(account, { token: '' })).resolves.toMatch(/^token: is empty\./);
		await expect(complaint(account, { token: undefined })).resolves.toMatch(/^token: is missing\./);
		expect(sandbox.requests()).toEqual([]);
	});

	const basic = accounts.filter((account) => kitOfAccount(account).tokenIn === 'basic');
	it.each(basic)('is a question of the server: %s', async (account) => {
		const { gateway, provider } = kitOfAccount(account);
		for (const token of ['', ' ', undefined, null]) {
			const data = { ...sandbox.credentials[account], token };
			const { message } = await pressTest(provider, data);
			expect(message).toMatch(/refused the instance or the token .*\. Check API URL and token/);
		}
		sandbox.changeInstance(gateway, sandbox.credentials[account].instance, { token: '' });
		for (const token of ['', ' ', undefined, null]) {
			const data = { ...sandbox.credentials[account], token };
			await expect(pressTest(provider, data)).resolves.toMatchObject({ status: 'OK' });
		}
		for (const { headers } of sandbox.requests()) expect(headers.authorization).toBeUndefined();
	});
});

describe('a gateway that does not answer as it should', () => {
	it.each(accounts)('is unreachable: %s', async (account) => {
		const closed = createServer().listen(0, '127.0.0.1');
		await new Promise((resolve) => closed.once('listening', resolve));
		const { port } = closed.address() as AddressInfo;
		await new Promise((resolve) => closed.close(resolve));
		const message = await complaint(account, { apiUrl: `http://127.0.0.1:${port}` });
		expect(message).toMatch(/could not be reached \(ECONNREFUSED\)\. Check the API URL/);
	});

	it.each(accounts)('breaks off: %s', async (account) => {
		sandbox.plan([{ fault: { kind: 'close', when: 'before' } }]);
		await expect(complaint(account)).resolves.toMatch(/could not be reached.*Check the API URL/);
	});

	it.each(accounts)('is some web page: %s', async (account) => {
		const body = '<html><title>Welcome</title></html>';
		sandbox.plan([{ fault: { kind: 'answer', status: 200, body } }]);
		await expect(complaint(account)).resolves.toMatch(
			/: a web page titled "Welcome"\. Check that the API URL belongs to this provider$/,
		);
	});

	it.each(accounts)('has an error of its own: %s', async (account) => {
		for (const status of [500, 502, 503]) {
			sandbox.plan([{ fault: { kind: 'answer', status, body: 'Bad Gateway' } }]);
			await expect(complaint(account)).resolves.toMatch(
				new RegExp(`had an error of its own \\(HTTP ${status}\\): Bad Gateway\\. Try again later`),
			);
		}
	});

	it.each(accounts)('is asked too often: %s', async (account) => {
		sandbox.plan([{ fault: { kind: 'answer', status: 429, body: 'slow down' } }]);
		await expect(complaint(account)).resolves.toMatch(/too many requests.*\. Try again/);
	});

	it.each(accounts)('sends elsewhere, and nothing follows there: %s', async (account) => {
		sandbox.plan([{ fault: { kind: 'redirect' } }]);
		await expect(complaint(account)).resolves.toMatch(/HTTP 302/);
		expect(sandbox.requests()).toHaveLength(1);
	});

	it.each(accounts)('echoes the token: %s', async (account) => {
		for (const as of ['raw', 'percent', 'json', 'html', 'htmlEntities'] as const) {
			sandbox.plan([{ fault: { kind: 'echoToken', as, status: 500 } }]);
			await expect(complaint(account)).resolves.toMatch(/HTTP 500/);
		}
	});

	it.each(accounts)('lies where the operator forbids it: %s', async (account) => {
		const message = await complaint(account, {}, contextUnderProtection());
		expect(message).toMatch(/N8N_SSRF_ALLOWED_HOSTNAMES or N8N_SSRF_ALLOWED_IP_RANGES/);
		expect(sandbox.requests()).toEqual([]);
	});
});

it('says something, and never throws, for whatever is stored', async () => {
	for (const data of [{}, { apiUrl: null }, { apiUrl: 5, instance: {}, token: [] }]) {
		for (const { provider } of providerKits) {
			const { status, message } = await pressTest(provider, data);
			expect(status).toBe('Error');
			expect(message).toMatch(/^apiUrl: /);
		}
	}
});
