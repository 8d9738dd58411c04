/**
 * PlugzAPI's vectors, in the n8n that is current (`onN8n1.test.ts` runs them in n8n 1.x); and what
 * runs that follow each other learn of `send-contacts`.
 */
import { createLessons } from '../../nodes/WhatsAppContacts/delivery/lessons';
import type { SendContactCommand } from '../../nodes/WhatsAppContacts/domain/commands';
import { plugzApi as provider } from '../../nodes/WhatsAppContacts/providers/plugzApi';
import { type Fault, type Sandbox, startSandbox } from '../../sandbox';
import { pressTest } from '../credentials/testing';
import { describeVectors } from '../node/describeVectors';
import { runNode } from '../node/inEngine';
import { plugzApi } from './plugzApi.vectors';

describeVectors(plugzApi, 'n8n-core');

describe('what is learnt of send-contacts', () => {
	let sandbox: Sandbox;
	let accounts = 0;
	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterEach(() => sandbox.reset());
	afterAll(() => sandbox.close());

	const page = '<html><title>Not Found</title></html>';
	const answers = (status: number, body: unknown): Fault => ({ kind: 'answer', status, body });

	it.each<[string, Fault, string[]]>([
		['nothing of the 404 of a proxy', answers(404, page), ['send-contacts']],
		['nothing of the 405 of a proxy', answers(405, page), ['send-contacts']],
		[
			'to send singly, of its own 404',
			answers(404, { error: 'Not Found' }),
			['send-contact', 'send-contact'],
		],
	])('%s', async (_what, fault, methods) => {
		const account = { provider: 'plugzApi' as const, instance: `A${accounts++}`, token: 'T' };
		const credential = sandbox.addInstance(account);
		const send = () =>
			runNode({
				provider: 'plugzApi',
				credential,
				parameters: {
					operation: 'sendContact',
					chatId: '5511999999999',
					contacts: {
						contact: [
							{ phone: '+5511987654321', firstName: 'Ana' },
							{ phone: '+5544777777777', firstName: 'Bruno' },
						],
					},
				},
				settings: { onError: 'continueErrorOutput' },
			});
		sandbox.plan([{ match: { method: 'send-contacts' }, fault, times: 1 }]);
		await send();
		const before = sandbox.accepted().length;
		await send();
		const later = sandbox.accepted().slice(before);
		expect(later.map(({ method }) => method)).toEqual(methods);
		expect(later.flatMap(({ cards }) => cards.map(({ name }) => name))).toEqual(['Ana', 'Bruno']);
	});

	it('is asked again after an hour, and by another instance at once', () => {
		let now = 0;
		const lessons = createLessons({ now: () => now, sleep: () => Promise.resolve() });
		const card = { fullName: 'Ana', phones: [{ digits: '5511987654321', styled: null }] };
		const command: SendContactCommand = {
			chatId: { kind: 'person', digits: '5511999999999' },
			cards: [card, { ...card, fullName: 'Bruno' }],
			omittedFields: [],
		};
		const ask = (instance = 'A') =>
			provider.sendContact.ask(
				command,
				{ apiUrl: 'https://api.example.com', instance, token: 'T' },
				lessons,
			);
		const first = ask();
		if ('split' in first) throw new Error('nothing is learnt yet');
		const answer = { status: 405, body: undefined, text: '', headers: {}, oversized: false };
		expect(first.read(answer)).toHaveProperty('split');
		now = 3_599_999;
		expect(ask()).toHaveProperty('split');
		expect(ask('B')).toMatchObject({ method: 'send-contacts' });
		now = 3_600_000;
		expect(ask()).toMatchObject({ method: 'send-contacts' });
	});
});

it('is connected where the status says so as text', async () => {
	const sandbox = await startSandbox();
	sandbox.changeInstance('plugzApi', sandbox.credentials.plugzApi.instance, { flagsAs: 'text' });
	const pressed = pressTest('plugzApi', sandbox.credentials.plugzApi);
	await expect(pressed).resolves.toMatchObject({ status: 'OK' });
	await sandbox.close();
});
