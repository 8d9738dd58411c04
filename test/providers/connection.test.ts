/** What the Test button asks and says, by the states of each gateway's kit, without n8n. */
import { type Provider, providers } from '../../nodes/WhatsAppContacts/providers';
import { type Kit, kits } from '../gateways';

const all: readonly Kit[] = Object.values(kits);
const answered = (status: number, body: unknown) => ({
	...{ status, body, headers: {}, oversized: false },
	text: JSON.stringify(body) ?? '',
});

describe.each(all)('the Test button of $gateway', (kit) => {
	const { connection, credential, displayName } = (providers as Readonly<Record<string, Provider>>)[
		kit.provider
	] as Provider;
	const [switchOfState = ''] = Object.keys(kit.disconnect);
	const stateIn = (switches: object) => (switches as Record<string, unknown>)[switchOfState];
	const problem = (state: unknown, status = 200) =>
		connection.problem(answered(status, kit.stateAnswer(state)));
	const states = kit.states.filter(([switches]) => switchOfState in switches);

	it('asks for the state of its instance', () => {
		const stored = { apiUrl: 'https://gateway.example', ...kit.vectors.credential };
		const instance = 'my shop/1';
		expect(connection.request(credential.parse({ ...stored, instance }))).toEqual({
			method: 'GET',
			path: kit.statePath.replace('{instance}', 'my%20shop%2F1'),
		});
	});

	it('is content with the one state that is connected', () => {
		expect(problem(stateIn(kit.reconnect))).toBeUndefined();
		expect(problem(stateIn(kit.reconnect), 201)).toMatch(/\. [A-Z]/);
	});

	it.each(states)('says what to do of %j', (switches, words) => {
		expect(problem(stateIn(switches))).toMatch(words);
	});

	it('says something of a state that nobody knows', () => {
		const said = problem('x'.repeat(50)) ?? '';
		expect(said).toMatch(new RegExp(`^${displayName}: the instance is not connected \\(`));
		expect(said).toMatch(/\)\. .{10,}/);
	});

	it.each([[undefined], ['text'], [{}], [[]], [{ state: 5 }]])('takes %j for no state', (body) => {
		expect(connection.problem(answered(200, body))).toMatch(/\. [A-Z].{10,}/);
	});
});
