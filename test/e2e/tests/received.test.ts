// A gateway of the sandbox calls n8n's Webhook node with a card that somebody sent; the node reads it
// and sends it back, without a provider or a credential where it only reads.
import { anaVCard, joaoVCard } from '../../vectors/received';
import { type Kit, kits } from '../../gateways';
import { contactsType, using } from '../contactsNode';
import { n8nNames } from '../install';
import { receivedItem } from '../outputShape';
import { useTestBed } from '../testBed';
import { receiveMessage } from '../webhook';
import { inARow, itemsOf, node, type Workflow } from '../workflow';

const receiving: readonly Kit[] = Object.values(kits).filter((kit: Kit) => kit.received);
const ana = { displayName: 'Ana Silva', vcard: anaVCard };
const joao = { displayName: 'João Souza', vcard: joaoVCard };
const boletim = { displayName: 'Boletim', vcard: 'BEGIN:VCARD\nFN:Boletim\nEND:VCARD' };
const from = '5531998296801';

describe.each(n8nNames)('received cards in %s', (name) => {
	const bed = useTestBed(name);

	/** Webhook → Read Cards → Send Back, by the gateway that the card came from. */
	function cardBack({ gateway, provider, exampleAccount }: Kit, path: string): Workflow {
		const account = bed.accounts[exampleAccount];
		if (account === undefined) throw new Error(`There is no ${exampleAccount}`);
		const nodes = [
			node(
				'Message',
				'n8n-nodes-base.webhook',
				2,
				{ httpMethod: 'POST', path },
				{ webhookId: path },
			),
			node(
				'Read Cards',
				contactsType,
				1,
				{ operation: 'readReceivedCards', options: {} },
				{ onError: 'continueErrorOutput' },
			),
			node(
				'Send Back',
				contactsType,
				1,
				{
					provider,
					operation: 'sendContact',
					chatId: '={{ $json.chatId }}',
					specifyContacts: 'json',
					contactsJson: '={{ $json.contact }}',
				},
				{ credentials: using(account) },
			),
		];
		const unread = node('Unread', 'n8n-nodes-base.set', 3.4, {
			mode: 'raw',
			jsonOutput:
				"={{ { code: $json.error.code, calledBy: $('Message').item.json.headers.host } }}",
			options: {},
		});
		const connections = inARow(nodes);
		connections['Read Cards']?.main?.push([{ node: 'Unread', type: 'main', index: 0 }]);
		return { name: `Cards back by ${gateway}`, nodes: [...nodes, unread], connections };
	}

	it.each(receiving)('of $gateway go back to who sent them', async (kit) => {
		const path = `received-${kit.gateway}`;
		const saved = await bed.editor.createWorkflow(cardBack(kit, path));
		await bed.editor.activate(saved);
		await receiveMessage(bed, kit, path, { from, cards: [ana, boletim, joao] });
		const [ended] = await bed.editor.allFinished(saved, 1);
		expect(ended).toMatchObject({ status: 'success', mode: 'webhook' });
		if (!ended) return;

		const read = itemsOf(ended, 'Read Cards').map(({ json }) => receivedItem.parse(json));
		expect(read.map(({ contact }) => contact.fullName)).toEqual(['Ana Silva', 'João Souza']);
		expect(read[0]).toMatchObject({
			provider: kit.provider,
			instance: bed.sandbox.credentials[kit.accounts[0]].instance,
			sender: { phone: from, name: 'Bia' },
		});
		expect(itemsOf(ended, 'Read Cards', 1)).toMatchObject([
			{ json: { error: { code: 'INVALID_INPUT', messageId: read[0]?.messageId } } },
		]);
		expect(itemsOf(ended, 'Unread')).toMatchObject([
			{ json: { code: 'INVALID_INPUT', calledBy: bed.n8n.url.replace('http://', '') } },
		]);
		const arrived = bed.sandbox
			.accepted()
			.map(({ chatId, cards }) => [
				chatId.replace(/@.*/, ''),
				cards.map((card) => card.name).join(),
			]);
		expect(arrived).toEqual([
			[expect.stringMatching(/^5531998296801$|^553198296801$/), 'Ana Silva'],
			[expect.stringMatching(/^5531998296801$|^553198296801$/), 'João Souza'],
		]);
		const { token } = bed.sandbox.credentials[kit.accounts[0]];
		const shown = JSON.stringify([ended.runs['Read Cards'], ended.runs['Send Back']]);
		expect(shown).not.toContain(token);
	});

	it('leave other messages out and say so', async () => {
		const [kit] = receiving;
		if (!kit) throw new Error('No gateway is read');
		const saved = await bed.editor.createWorkflow(cardBack(kit, 'received-text'));
		await bed.editor.activate(saved);
		await receiveMessage(bed, kit, 'received-text', { from, cards: [], quotes: ana });
		const [ended] = await bed.editor.allFinished(saved, 1);
		expect(ended).toMatchObject({ status: 'success' });
		expect(ended?.runs['Read Cards']?.at(-1)?.hints).toMatchObject([
			{ message: '1 of 1 items held no received contact card and was left out' },
		]);
		expect(bed.sandbox.accepted()).toEqual([]);
	});
});
