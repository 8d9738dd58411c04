/** What is one for the whole run: who is asked, with which account, and how many at a time. */
import { providers } from '../../nodes/WhatsAppContacts/providers';
import { readCredential, readSetup } from '../../nodes/WhatsAppContacts/run/setup';
import { account, type Host, hostOf, paced, queueing, writing } from './host';

const read = async (host: Host) => await readSetup(hostOf(host).context);

test('provider, operation and account are those that are named', async () => {
	const { context, types } = hostOf({ parameters: { operation: 'checkNumber' } });
	const setup = await readSetup(context);
	if ('problem' in setup) throw new Error(setup.problem);
	expect(setup.value).toMatchObject({
		providerId: queueing,
		operationId: 'checkNumber',
		credential: account,
	});
	expect(setup.value.provider).toBe(providers[queueing]);
	expect(setup.value.redact(`the ${account.token}`)).toBe('the [redacted]');
	expect(types).toEqual([providers[queueing].credentialName]);
});

const { displayName: name } = providers[queueing];
const gone = { field: 'provider', problem: `is unknown. Choose one, e.g. ${paced}` };
const undone = { field: 'operation', problem: 'is unknown. Choose one, e.g. sendContact' };
test.each<[string, Host, object]>([
	...['constructor', '', 5, undefined].map((provider): [string, Host, object] => [
		`the provider ${provider}`,
		{ parameters: { provider } },
		gone,
	]),
	...['constructor', '', 5, undefined].map((operation): [string, Host, object] => [
		`the operation ${operation}`,
		{ parameters: { operation } },
		undone,
	]),
	[
		'an account that n8n has not',
		{ credential: new Error('at /home/n8n') },
		{
			field: 'credential',
			problem: `for ${name} is missing or cannot be read. Choose or create one in the node, e.g. "${name} account"`,
		},
	],
	[
		'an account without a token',
		{ credential: { token: '' } },
		{ field: 'credential.token', problem: expect.any(String) as unknown },
	],
])('%s is refused', async (_what, host, problem) => {
	expect(await read(host)).toEqual(problem);
});

const fast = { first: 8, most: 64 };

test.each<[string, string, unknown, object]>([
	[queueing, 'sendContact', undefined, fast],
	[queueing, 'checkNumber', {}, fast],
	[writing, 'sendContact', null, { first: 1, most: 1 }],
	[writing, 'checkNumber', 'of no options', { first: 1, most: 4 }],
	[writing, 'sendContact', { concurrency: '' }, { first: 1, most: 1 }],
	[writing, 'sendContact', { concurrency: 1 }, { first: 1, most: 1 }],
	[queueing, 'sendContact', { concurrency: 64 }, { first: 64, most: 64 }],
	...[0, 65, 1.5, '8', null].map((concurrency): [string, string, unknown, object] => [
		queueing,
		'sendContact',
		{ concurrency },
		fast,
	]),
])('%s, %s with the options %j', async (provider, operation, options, concurrency) => {
	expect(await read({ parameters: { provider, operation, options } })).toMatchObject({
		value: { concurrency },
	});
});

test('the editor’s lists read the account in the same words', async () => {
	const { context } = hostOf({ credential: { apiUrl: 'x' } });
	expect(await readCredential(context, providers[queueing])).toMatchObject({
		field: 'credential.apiUrl',
	});
});
