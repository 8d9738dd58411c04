/** Read Received Cards in n8n's engine: without a provider, a credential or a request. */
import type { IDataObject, INode, INodeExecutionData } from 'n8n-workflow';
import { type Kit, kits } from '../gateways';
import { anaVCard, type ReceivedVector, receivedRows, withoutNumber } from '../vectors/received';
import { NODE, openEngine } from './inEngine';

const START = 'Start';

interface ReadRun {
	readonly options?: object;
	readonly settings?: Partial<INode>;
}

/** Runs the node on these items; the workflow holds neither a provider nor a credential. */
async function readCards(core: string, items: readonly INodeExecutionData[], run: ReadRun = {}) {
	const engine = await openEngine(core);
	const execution = await engine.run(
		{
			nodes: [
				{
					id: 'start',
					name: START,
					type: 'n8n-nodes-base.manualTrigger',
					typeVersion: 1,
					position: [0, 0],
					parameters: {},
				},
				{
					id: 'node',
					name: NODE,
					type: 'n8n-nodes-whatsapp-contacts.whatsAppContacts',
					typeVersion: 1,
					position: [200, 0],
					...run.settings,
					parameters: { operation: 'readReceivedCards', options: { ...run.options } },
				},
			],
			connections: { [START]: { main: [[{ node: NODE, type: 'main', index: 0 }]] } },
			pinData: { [START]: [...items] },
		},
		{ credentials: {} },
	);
	const [out = [], failed = []] = execution.outputs(NODE);
	return { execution, out, failed, hints: execution.hints(NODE) };
}

/** As n8n's Webhook node gives it. */
const inBody = (event: object): INodeExecutionData => ({
	json: { headers: { host: 'n8n.example.com' }, params: {}, query: {}, body: { ...event } },
});
const bare = (event: object): INodeExecutionData => ({ json: { ...event } });

/** The number of the input item, which n8n takes alone as well. */
function pairOf({ pairedItem }: INodeExecutionData): unknown {
	return typeof pairedItem === 'number' ? pairedItem : (pairedItem as { item: number }).item;
}

/** Beside an error whose pair is an object n8n shows the input item, which may hold a secret. */
function pairedWith({ event, cards = [] }: ReceivedVector, card: number, item: number) {
	const isError = 'refused' in (cards[card] ?? {});
	return isError && typeof event.apikey === 'string' ? item : { item };
}

/** The items that a vector promises. */
function promised({ provider, received }: Kit, vector: ReceivedVector): unknown[] {
	const about = { ...received?.about, ...vector.about };
	const operation = 'readReceivedCards';
	return (vector.cards ?? []).map((card) => {
		if ('refused' in card) {
			return {
				error: {
					message: expect.stringMatching(card.refused) as unknown,
					code: 'INVALID_INPUT',
					delivery: 'notSent',
					retryable: false,
					httpStatus: null,
					provider,
					operation,
					contacts: [],
					...about,
				},
			};
		}
		const { contact, omittedFields = [], vCard } = card;
		return { provider, operation, ...about, contact, omittedFields, vCard };
	});
}

const receiving: readonly Kit[] = Object.values(kits).filter((kit: Kit) => kit.received);
const greenEvent = (vcard: string, more: object = {}) => ({
	typeWebhook: 'incomingMessageReceived',
	senderData: { chatId: '71234567890@c.us', sender: '71234567890@c.us' },
	messageData: { typeMessage: 'contactMessage', contactMessageData: { displayName: 'A', vcard } },
	...more,
});
const text = { event: 'message', session: 'default', payload: { body: 'Hello', vCards: null } };

/** For either n8n-core. */
export function describeReceived(core: string): void {
	describe.each(receiving)('the events of $gateway', (kit) => {
		const rows = kit.received ? receivedRows(kit.received) : [];

		it.each([
			['as the Webhook node gives them', inBody],
			['as they are', bare],
		])('become items, %s', async (_how, wrapped) => {
			for (const includeOwn of [false, true]) {
				const vectors = rows.filter((each) => (each.includeOwn ?? false) === includeOwn);
				const { out, execution } = await readCards(
					core,
					vectors.map(({ event }) => wrapped(event)),
					{ options: { includeOwn }, settings: { onError: 'continueRegularOutput' } },
				);
				expect(execution.status).toBe('success');
				const came = vectors.map(({ that }, item) => [
					that,
					out.filter((each) => pairOf(each) === item),
				]);
				expect(came).toEqual(
					vectors.map((vector, item) => [
						vector.that,
						promised(kit, vector).map((json, card) => ({
							json,
							pairedItem: pairedWith(vector, card, item),
						})),
					]),
				);
				expect(out.map(pairOf)).toEqual(
					vectors.flatMap(({ cards = [] }, item) => cards.map(() => item)),
				);
			}
		});

		it('pass through with Keep Other Messages where they bring no card, without a secret', async () => {
			const vectors = rows.filter(({ cards }) => cards === undefined);
			const given = vectors.flatMap(({ event }) => [inBody(event), bare(event)]);
			const { out } = await readCards(core, given, { options: { keepOthers: true } });
			const secretless = (value: object): object =>
				'apikey' in value && value.apikey !== null ? { ...value, apikey: '[redacted]' } : value;
			expect(out).toEqual(
				given.map(({ json }, item) => ({
					json:
						'body' in json ? { ...json, body: secretless(json.body as object) } : secretless(json),
					pairedItem: { item },
				})),
			);
			expect(JSON.stringify(out)).not.toContain('B6D711FCDE4D4FD5936544120E713976');
		});
	});

	describe('items without a received card', () => {
		it('are left out and counted', async () => {
			const { out, hints } = await readCards(core, [
				bare(text),
				bare(greenEvent(anaVCard)),
				bare({}),
			]);
			expect(out.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 1 }]);
			expect(hints).toEqual(['2 of 3 items held no received contact card and were left out']);
		});

		it('are no reason for a hint where there are none', async () => {
			const { hints } = await readCards(core, [bare(greenEvent(anaVCard))]);
			expect(hints).toEqual([]);
		});

		it("are told apart from one's own cards", async () => {
			const own = greenEvent(anaVCard, { typeWebhook: 'outgoingMessageReceived' });
			const { out, hints } = await readCards(core, [bare(own)]);
			expect(out).toEqual([]);
			expect(hints).toEqual([
				'1 of 1 items held no received contact card and was left out. 1 of them is a card of your own, which Include Own Messages reads too',
			]);
		});

		it('pass through with what they carry beside, in their place', async () => {
			const binary = { data: { data: 'aGk=', mimeType: 'text/plain' } };
			const given = [{ ...bare(text), binary }, bare(greenEvent(anaVCard)), bare({ a: [1, null] })];
			const { out, hints } = await readCards(core, given, { options: { keepOthers: true } });
			expect(out[0]).toMatchObject({ json: text, binary, pairedItem: { item: 0 } });
			expect(out[1]?.json).toMatchObject({ contact: { phone: '5511987654321' } });
			expect(out[2]).toMatchObject({ json: { a: [1, null] }, pairedItem: { item: 2 } });
			expect(hints).toEqual(['2 of 3 items held no received contact card and passed through']);
		});
	});

	describe('a card that cannot be read', () => {
		const given = [bare(greenEvent(anaVCard)), inBody(greenEvent(withoutNumber))];

		it('stops the run, with On Error: Stop', async () => {
			const { execution } = await readCards(core, given);
			expect(execution.status).toBe('error');
			expect(execution.error).toMatchObject({
				name: 'NodeOperationError',
				message: expect.stringMatching(/^vCard: card 1 \(Boletim\) has no phone number/) as unknown,
				description: expect.stringMatching(/^The card is as its sender shared it/) as unknown,
				context: { itemIndex: 1 },
			});
		});

		it('leaves by the error output, where there is one', async () => {
			const { out, failed } = await readCards(core, given, {
				settings: { onError: 'continueErrorOutput' },
			});
			expect(out).toHaveLength(1);
			expect(failed).toMatchObject([
				{
					json: { error: { code: 'INVALID_INPUT', chatId: '71234567890@c.us', fromMe: false } },
					pairedItem: { item: 1 },
				},
			]);
		});
	});

	it('leaves by the error output without the secret of its event', async () => {
		const rows = kits.evolutionV2.received ? receivedRows(kits.evolutionV2.received) : [];
		const unreadable = rows.filter(({ that }) => that.startsWith('unreadable'));
		const given = unreadable.map(({ event }) => inBody(event));
		const { failed, execution } = await readCards(core, given, {
			settings: { onError: 'continueErrorOutput' },
		});
		expect(failed.map(pairOf)).toEqual(given.map((_, item) => item));
		expect(failed.map(({ json }) => Object.keys(json))).toEqual(given.map(() => ['error']));
		const shown = JSON.stringify(execution.run.data.resultData.runData[NODE]);
		expect(shown).not.toContain('B6D711FCDE4D4FD5936544120E713976');
	});

	it('reads its options strictly, item by item', async () => {
		const given = [bare(greenEvent(anaVCard, { own: 'maybe' })), bare(greenEvent(anaVCard))];
		const { out } = await readCards(core, given, {
			options: { includeOwn: '={{ $json.own || true }}' },
			settings: { onError: 'continueRegularOutput' },
		});
		expect(out.map(({ json }) => (json.error as IDataObject | undefined)?.message)).toEqual([
			'options.includeOwn: is not a yes or no. Write true or false',
			undefined,
		]);
		expect(out[0]?.json.error).toMatchObject({
			provider: null,
			operation: 'readReceivedCards',
			chatId: null,
		});
	});
}
