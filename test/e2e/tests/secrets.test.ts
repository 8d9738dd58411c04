// Whatever a gateway echoes and however a run fails: neither the execution data, which n8n stores
// and shows, nor its process logs, nor a credential test repeats a secret.
import { cardItems, providers, sendNode, workflowOf } from '../contactsNode';
import { type Kit, tokenWith } from '../../gateways';
import { n8nNames } from '../install';
import { leaks } from '../secrets';
import { useTestBed, type Accounts } from '../testBed';
import type { Credential, Fault, InstanceSettings } from '../../../sandbox';

// Every character that an encoding writes in another way, within what a header may hold.
const token = 'tok"en/one+two=&<3>%41\\;end';
const clientToken = 'cli"ent/one+two=&<3>%42\\;end';

/** An account of its own for each gateway, with all secrets that it may have. */
const instanceOf = ({ gateway, tokenIn, credential: { hasClientToken } }: Kit) =>
	({
		provider: gateway,
		instance: '7105000777',
		token: tokenWith({ tokenIn }, token),
		...(hasClientToken && { clientToken }),
	}) as InstanceSettings;

const echo = (as: 'raw' | 'percent' | 'json' | 'html' | 'htmlEntities', status: number) =>
	({ kind: 'echoToken', as, status }) as const;

/** What the gateway does to a request, and the address that is asked where it is another one. */
const mishaps: Array<
	[string, { fault?: Fault; change?: (account: Credential) => Partial<Credential> }]
> = [
	['a card that is accepted', {}],
	['an answer that repeats the request', { fault: echo('raw', 500) }],
	['a refusal with the token percent-encoded', { fault: echo('percent', 400) }],
	['a refusal with the token in JSON', { fault: echo('json', 401) }],
	['a 200 with the token in HTML', { fault: echo('html', 200) }],
	['a 403 with the token in entities', { fault: echo('htmlEntities', 403) }],
	['a redirect to the signed address', { fault: { kind: 'redirect' } }],
	['a closed connection', { fault: { kind: 'close', when: 'after' } }],
	['no answer', { fault: { kind: 'hang', when: 'before' } }],
	['a wrong token', { change: ({ token: known }) => ({ token: `${known}-wrong` }) }],
	['a server that is not there', { change: () => ({ apiUrl: 'http://127.0.0.1:1' }) }],
	['a host name that is none', { change: () => ({ apiUrl: 'http://gateway.invalid' }) }],
];

/** The ways of running: what an error, an error item and a raw answer say. */
const runs = [
	{ operation: 'sendContact', onError: 'stopWorkflow' },
	{ operation: 'sendContact', onError: 'continueErrorOutput', simplify: false },
	{ operation: 'getContactInfo', onError: 'continueRegularOutput', simplify: false },
	{ operation: 'getContactInfo', onError: 'stopWorkflow' },
];

describe.each(n8nNames)('secrets in %s', (name) => {
	const bed = useTestBed(name, () => ({ N8N_LOG_LEVEL: 'debug' }));

	describe.each(providers)('of $provider', (row) => {
		it.each(mishaps)('stay secret after %s', async (mishap, { fault, change = () => ({}) }) => {
			const own = tokenWith(row.kit, token);
			const account = bed.sandbox.addInstance(instanceOf(row.kit));
			const data = { ...account, ...change(account) };
			if (fault) bed.sandbox.plan([{ fault }]);
			const stored = await bed.editor.createCredential(mishap, row.type, data);
			const accounts: Accounts = { [row.account]: stored };
			const places: Record<string, string> = {};
			for (const [index, { onError, ...parameters }] of runs.entries()) {
				const options = { timeout: 300, maxRetries: 0 };
				// One look-up a second is a documented rate.
				const items = cardItems(parameters.operation === 'sendContact' ? 2 : 1);
				const send = sendNode(row, accounts, {
					parameters: { ...parameters, options },
					settings: { onError },
				});
				const saved = await bed.editor.createWorkflow(workflowOf('Secrets', items, send));
				const execution = await bed.editor.finished(await bed.editor.run(saved, 'Start'));
				expect(execution.runs.Send).toHaveLength(1);
				places[`execution ${index}`] = JSON.stringify(execution);
			}
			if (data.apiUrl === account.apiUrl) {
				// The scan itself works: here the secret has to be found.
				const requests = JSON.stringify(bed.sandbox.requests());
				expect(leaks({ requests }, [data.token])).toHaveLength(1);
			}
			if (fault?.kind !== 'hang') {
				places['credential test'] = JSON.stringify(await bed.editor.testCredential(stored, data));
			}
			places.logs = bed.n8n.logs();
			expect(leaks(places, [token, own, data.token, clientToken])).toEqual([]);
		});
	});
});
