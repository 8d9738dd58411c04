/** What gateways list of their chats, by the vectors of their kits, without n8n and without a socket. */
import { deliver } from '../../nodes/WhatsAppContacts/delivery/deliver';
import type { Job, Note } from '../../nodes/WhatsAppContacts/delivery/job';
import { Memory } from '../../nodes/WhatsAppContacts/delivery/memory';
import { type Provider, providers } from '../../nodes/WhatsAppContacts/providers';
import type { ListedChat, ListedKind } from '../../nodes/WhatsAppContacts/providers/provider';
import { providerKits } from '../gateways';
import { named, scriptedRun } from '../gateways/scripted';

type Listed = readonly ListedChat[];

describe.each(providerKits)('the list of $provider', ({ provider: id, vectors, lists }) => {
	const provider = (providers as Readonly<Record<string, Provider>>)[id] as Provider;
	const { chats } = provider;

	it.each(lists.map((vector) => [vector.that, vector] as const))('of %s', async (_that, vector) => {
		const { kind, instead, exchanges, comes } = vector;
		const stored = { apiUrl: 'https://gateway.example', ...vectors.credential };
		const credential = provider.credential.parse({ ...stored, ...vector.credential });
		const step = instead ? chats.instead?.(kind, credential) : chats.ask(kind, credential);
		if (step === undefined) {
			expect([exchanges, comes]).toEqual([[], []]);
			return;
		}
		const { requests, expected, run } = scriptedRun(provider, credential, exchanges);
		const job: Job<ListedKind, Listed, Listed> = {
			command: kind,
			lane: kind,
			rule: { kind: 'lookUp', maxRetries: 0, resend: false },
			timeoutMs: 1000,
			pauseMs: 0,
			notes: new Memory<Note<ListedKind, Listed>>().notes({}, ''),
			present: (_kind, listed) => listed,
		};
		const { verdicts } = await deliver([job], { ...run, ask: () => named(step) });
		expect(requests).toEqual(expected);
		const [verdict] = verdicts.flat();
		if (comes instanceof RegExp) {
			const { message = '', advice = '' } = verdict && 'failed' in verdict ? verdict.failed : {};
			expect(`${message}. ${advice}`).toMatch(comes);
		} else {
			expect(verdict).toEqual({ accepted: comes.map(([chat, name]) => ({ id: chat, name })) });
		}
	});

	it('has words for a list that is empty', () => {
		expect(chats.ifEmpty).toMatch(/.{40,}/);
	});
});
