/** Under which names pace and pauses are kept, and that runs and lists share them. */
import { type Provider, providers } from '../../nodes/WhatsAppContacts/providers';
import { accountKey, deliveryFor, lessons } from '../../nodes/WhatsAppContacts/run/lasting';
import { clock } from '../../nodes/WhatsAppContacts/run/realClock';
import { account, paced, queueing } from './host';

const provider: Provider = providers[queueing];
const way = { redact: (text: string) => text, send: jest.fn() };

test('an account has a name of its own, the same each time, and no secret in it', () => {
	const more = [
		account,
		{ ...account, apiUrl: 'https://other.example' },
		{ ...account, instance: 'other' },
		{ ...account, token: 'other' },
		{ ...account, clientToken: 'C' },
	];
	const names = more.map((each) => accountKey(provider, each));
	expect(new Set(names).size).toBe(5);
	expect(more.map((each) => accountKey(provider, { ...each }))).toEqual(names);
	for (const name of names) expect(name).toMatch(/^[\w+/]{43}=$/);
});

test('a delivery signs as its account and is counted by instance', () => {
	const { gateway, ...named } = deliveryFor(providers[paced], account, way);
	const { apiUrl } = account;
	expect(gateway).toMatchObject({ ...way, displayName: providers[paced].displayName, apiUrl });
	expect(gateway.sign({ url: `${apiUrl}/getSettings`, headers: {} })).toEqual({
		url: `${apiUrl}/waInstanceshop/getSettings/${account.token}`,
		headers: {},
	});
	expect(named).toMatchObject({
		instance: `${apiUrl} shop`,
		account: accountKey(providers[paced], account),
		rates: providers[paced].rates,
		clock,
	});
});

test('pace, pauses and lessons are the process’s', () => {
	const [one, other] = [account, { ...account, instance: 'other' }].map((each) =>
		deliveryFor(provider, each, way),
	);
	expect(one?.pace).toBe(other?.pace);
	expect(one?.pauses).toBe(other?.pauses);
	lessons.set('test', 'learnt');
	expect(lessons.get('test')).toBe('learnt');
});
