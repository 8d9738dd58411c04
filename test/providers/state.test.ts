/** How a credential test reads a connection state, whatever the gateway. */
import { asRecord } from '../../nodes/WhatsAppContacts/providers/bodies';
import type { Answer } from '../../nodes/WhatsAppContacts/providers/provider';
import { refuse } from '../../nodes/WhatsAppContacts/providers/refusal';
import { stateProblem } from '../../nodes/WhatsAppContacts/providers/state';

const reader = {
	displayName: 'Gateway',
	refusal: (answer: Answer) =>
		refuse('Gateway', answer, {
			happening: asRecord(answer.body).error === undefined ? 'unexpectedResponse' : 'unauthorized',
			advice: 'Do this',
		}),
};
const advice = { closed: 'Open it', false: 'Connect it' };
const usual = "Connect the phone in the gateway's console and test again";

function problem(status: number, body: unknown, connected: string | boolean): string | undefined {
	const text = body === undefined ? '' : JSON.stringify(body);
	const answer = { ...{ status, body, text, headers: {}, oversized: false } };
	return stateProblem({
		...{ answer, reader, connected, advice },
		path: ['instance', 'state'],
		missing: 'Restart it',
	});
}
const stateOf = (state: unknown) => ({ instance: { state } });

it.each<[number, unknown, string | boolean, string | RegExp | undefined]>([
	[200, stateOf('open'), 'open', undefined],
	[200, stateOf(true), true, undefined],
	[200, stateOf('true'), true, undefined],
	[200, stateOf('closed'), 'open', 'Gateway: the instance is not connected (closed). Open it'],
	[200, stateOf(false), true, 'Gateway: the instance is not connected (false). Connect it'],
	[200, stateOf('false'), true, 'Gateway: the instance is not connected (false). Connect it'],
	[200, stateOf('odd'), 'open', `Gateway: the instance is not connected (odd). ${usual}`],
	[
		...([200, stateOf('constructor'), 'open'] as const),
		`Gateway: the instance is not connected (constructor). ${usual}`,
	],
	[
		...([200, stateOf('x'.repeat(41)), 'open'] as const),
		`Gateway: the instance is not connected (${'x'.repeat(40)}). ${usual}`,
	],
	[200, stateOf(null), 'open', 'Gateway: no connection state was answered. Restart it'],
	[200, stateOf(5), 'open', 'Gateway: no connection state was answered. Restart it'],
	[200, { instance: null }, 'open', 'Gateway: no connection state was answered. Restart it'],
	[200, { instance: 'state' }, 'open', 'Gateway: no connection state was answered. Restart it'],
	[200, null, 'open', 'Gateway: no connection state was answered. Restart it'],
	[200, { error: 'No' }, 'open', /refused the instance or the token .*No\. Do this$/],
	[200, undefined, 'open', /\. Do this$/],
	[201, stateOf('open'), 'open', /\. Do this$/],
	[401, stateOf('open'), 'open', /\. Do this$/],
])('with %d and %j, where %j is connected', (status, body, connected, said) => {
	const found = problem(status, body, connected);
	if (said instanceof RegExp) expect(found).toMatch(said);
	else expect(found).toBe(said);
});

it('takes no key that a body inherits for a state', () => {
	const inherited: unknown = Object.create({ instance: { state: 'open' } });
	expect(problem(200, inherited, 'open')).toMatch(/no connection state/);
});
