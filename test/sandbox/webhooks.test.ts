// The webhooks that the sandbox calls: in the vendors' words, which the node reads.

import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readReceivedCards } from '../../nodes/WhatsAppContacts/operations/readReceivedCards';
import { type IncomingMessage, type Sandbox, startSandbox } from '../../sandbox';
import { type Kit, kits } from '../gateways';
import { anaVCard, joaoVCard } from '../vectors/received';

interface Call {
	headers: IncomingHttpHeaders;
	body: string;
}

let sandbox: Sandbox;
let calls: Call[];
let status: number;
const receiver = createServer((request, response) => {
	const chunks: Buffer[] = [];
	request.on('data', (chunk: Buffer) => chunks.push(chunk));
	request.on('end', () => {
		calls.push({ headers: request.headers, body: Buffer.concat(chunks).toString('utf8') });
		response.writeHead(status).end('OK');
	});
});
const url = () => `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/webhook/cards`;

beforeAll(async () => {
	sandbox = await startSandbox();
	await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
});
beforeEach(() => {
	calls = [];
	status = 200;
});
afterAll(async () => {
	receiver.close();
	await sandbox.close();
});

const ana = { displayName: 'Ana Silva', vcard: anaVCard };
const joao = { displayName: 'João Souza', vcard: joaoVCard };

async function send({ gateway, accounts: [account] }: Kit, message: IncomingMessage) {
	const { instance } = sandbox.credentials[account];
	const answer = await sandbox.sendWebhook({ provider: gateway, instance, url: url(), message });
	const call = calls.at(-1);
	return { answer, call, event: JSON.parse(call?.body ?? '') as object };
}

/** What the node makes of it. */
function read(event: object, includeOwn = false) {
	const reading = readReceivedCards.read(() => ({ includeOwn }), { body: { ...event } });
	if ('problem' in reading) throw new Error(reading.problem);
	const { value } = reading;
	return 'cards' in value
		? [...value.cards].map((card) => ('json' in card ? card.json : card.problem))
		: [];
}

const from = '5531998296801';
const receiving: readonly Kit[] = Object.values(kits).filter((kit: Kit) => kit.received);

describe.each(receiving)('a webhook of $gateway', (kit) => {
	it('brings a card', async () => {
		const at = Date.UTC(2026, 0, 2, 3, 4, 5);
		const { answer, call, event } = await send(kit, { from, cards: [ana], at, messageId: 'A1' });
		expect(answer).toEqual({ status: 200, body: 'OK' });
		expect(call?.headers['content-type']).toBe('application/json');
		expect(read(event)).toMatchObject([
			{
				provider: kit.provider,
				instance: sandbox.credentials[kit.accounts[0]].instance,
				messageId: expect.stringContaining('A1') as unknown,
				chatId: expect.stringContaining(from) as unknown,
				isGroup: false,
				fromMe: false,
				sender: { phone: from, lid: null, name: 'Bia' },
				timestamp: '2026-01-02T03:04:05.000Z',
				contact: { fullName: 'Ana Silva', phone: '5511987654321' },
				vCard: anaVCard,
			},
		]);
	});

	it.each([
		['several', {}],
		['several that disappear', { disappearing: true }],
	])('brings %s', async (_what, more) => {
		const { event } = await send(kit, { from, cards: [ana, joao], ...more });
		expect(read(event)).toMatchObject([
			{ contact: { phone: '5511987654321' } },
			{ contact: { phone: '5521998765432' } },
		]);
	});

	it('of a group names who wrote in it, by number or privacy id', async () => {
		const group = '120363043968066561';
		const { event } = await send(kit, { from, group, cards: [ana] });
		expect(read(event)).toMatchObject([
			{
				chatId: expect.stringContaining(group) as unknown,
				isGroup: true,
				sender: { phone: from, lid: null },
			},
		]);
		const hidden = await send(kit, { from, group, lid: '777', cards: [ana] });
		expect(read(hidden.event)).toMatchObject([{ sender: { phone: null, lid: '777@lid' } }]);
	});

	it('by a privacy id has no number', async () => {
		const { event } = await send(kit, { from, lid: '777', cards: [ana] });
		expect(read(event)).toMatchObject([
			{ chatId: '777@lid', sender: { phone: null, lid: '777@lid' } },
		]);
	});

	it("of one's own message is told apart", async () => {
		const { event } = await send(kit, { from, fromMe: true, cards: [ana] });
		expect(read(event)).toEqual([]);
		expect(read(event, true)).toMatchObject([
			{ fromMe: true, chatId: expect.stringContaining(from) as unknown },
		]);
	});

	it('of a text, or of one that quotes a card, brings none', async () => {
		const text = await send(kit, { from, cards: [] });
		const reply = await send(kit, { from, cards: [], quotes: ana });
		expect([read(text.event), read(reply.event)]).toEqual([[], []]);
	});
});

describe('what shows that a webhook is genuine', () => {
	it.each(receiving)('is what $gateway documents', async (kit) => {
		const secret = 'my-secret-key';
		const { instance } = sandbox.credentials[kit.accounts[0]];
		sandbox.changeInstance(kit.gateway, instance, { webhookSecret: secret });
		const { call } = await send(kit, { from, cards: [ana] });
		const proof = kit.received?.proof(secret, call?.body ?? '') ?? {};
		expect(call?.headers).toMatchObject(proof);
		if (Object.keys(proof).length === 0) expect(JSON.stringify(call)).not.toContain(secret);
	});

	it('is an HMAC as the sample of the documentation has it', () => {
		const [hmac] = receiving.flatMap(({ received }) => {
			const body = '{"event":"message","session":"default","engine":"WEBJS"}';
			return received?.proof('my-secret-key', body)['x-webhook-hmac'] ?? [];
		});
		expect(hmac).toBe(
			'208f8a55dde9e05519e898b10b89bf0d0b3b0fdf11fdbf09b6b90476301b98d8097c462b2b17a6ce93b6b47a136cf2e78a33a63f6752c2c1631777076153fa89',
		);
	});

	it("may stand beside the account's token, which the node hides", async () => {
		const { event } = await send(kits.evolutionV2, { from, cards: [] });
		const { token } = sandbox.credentials.evolutionV2;
		expect(event).toMatchObject({ apikey: token });
		const kept = readReceivedCards.read(() => ({ keepOthers: true }), { body: { ...event } });
		expect(kept).toMatchObject({ value: { json: { body: { apikey: '[redacted]' } } } });
		expect(JSON.stringify(kept)).not.toContain(token);
	});
});

describe('an order over HTTP', () => {
	const order = async (body: object) => {
		const response = await fetch(`${sandbox.url}/_sandbox/webhooks`, {
			method: 'POST',
			headers: { connection: 'close' },
			body: JSON.stringify(body),
		});
		return [response.status, await response.json()] as const;
	};
	const [kit] = receiving;
	const provider = kit?.gateway ?? '';
	const instanceOf = () => sandbox.credentials[kit?.accounts[0] ?? 'evolutionV2'].instance;
	const message = { from, cards: [ana] };

	it('is carried out, and answered by what the receiver said', async () => {
		status = 404;
		expect(await order({ provider, instance: instanceOf(), url: url(), message })).toEqual([
			200,
			{ status: 404, body: 'OK' },
		]);
		expect(calls).toHaveLength(1);
	});

	it('calls nobody but this machine', async () => {
		for (const other of ['http://example.com/', 'https://127.0.0.1/', 'http://127.0.0.1.nip.io/']) {
			const [code, said] = await order({ provider, instance: instanceOf(), url: other, message });
			expect([code, JSON.stringify(said)]).toEqual([
				400,
				expect.stringContaining('127.0.0.1 only'),
			]);
		}
		expect(calls).toEqual([]);
	});

	it('needs an instance that exists', async () => {
		const [code] = await order({ provider, instance: 'none', url: url(), message });
		expect(code).toBe(400);
	});
});
